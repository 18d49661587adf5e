export { feedTrouble, type FeedTrouble } from './feed-trouble.ts';
export { findFirsts, type FirstRule, isFirst, isKnownFor, subjectScore, whyFirst } from './first-coverage.ts';
export { countedArticle, isNews, judgeArticle, OLDEST_NEWS_MS } from './judge-article.ts';
export { type ArticleRule, isAmong, labelsMeant, type MatchedArticle, matchesRule } from './match-rule.ts';
export { quotesFor } from './quotes.ts';
export { nameOfSubject, type Subject, watchedSubjects } from './watched-subjects.ts';
export { type NameOf, sayWhy, whyArticle } from './why.ts';
export { durationMs } from './duration.ts';
export { nameOfLabel } from './name-of-label.ts';
