/**
 * Words of class names and ids, after splitting at camel case, hyphens and underscores. Collected from what content
 * systems commonly write; no site's own names.
 */

/** One such word in a class name is enough to take its element for something around the article. */
export const BOILERPLATE_WORDS: ReadonlySet<string> = new Set([
  'ad', 'ads', 'adv', 'advert', 'adverts', 'advertisement', 'advertising', 'adsense', 'adslot', 'adbox', 'adunit',
  'addthis', 'sharethis', 'banner', 'breadcrumb', 'breadcrumbs', 'crumbs', 'byline', 'bylines', 'bio', 'biography',
  'caption', 'captions', 'carousel', 'slider', 'comment', 'comments', 'commenting', 'disqus', 'livefyre', 'consent',
  'cookie', 'cookies', 'gdpr', 'copyright', 'credit', 'credits', 'dateline', 'datelines', 'dialog', 'disclaimer',
  'donate', 'donation', 'dropdown', 'embed', 'facebook', 'faq', 'feedback', 'figcaption', 'follow', 'footer', 'footnote', 'foot',
  'footnotes', 'gallery', 'hidden', 'inlinead', 'instagram', 'login', 'signin', 'signup', 'register', 'registration',
  'masthead', 'menu', 'meta', 'metadata', 'modal', 'mostread', 'nav', 'navbar', 'navigation', 'newsletter',
  'newsletters', 'onetrust', 'outbrain', 'taboola', 'overlay', 'pager', 'pagination', 'partner', 'paginator',
  'pinterest', 'player', 'popular', 'popup', 'print', 'printing', 'promo', 'promos', 'promotion', 'promoted',
  'rail', 'rating', 'ratings', 'readmore', 'recirc', 'recirculation', 'recommend', 'recommended', 'recommendation',
  'recommendations', 'related', 'relateds', 'relatedposts', 'relatedarticles', 'relatedcontent', 'reply', 'replies',
  'respond', 'rss', 'screenreader', 'search', 'share', 'shares', 'sharing', 'shoutbox', 'sidebar', 'signup', 'skip',
  'social', 'socials', 'sponsor', 'sponsored', 'sponsors', 'subscribe', 'subscription', 'subscriptions', 'tag',
  'tags', 'taglist', 'telegram', 'tickets', 'timestamp', 'toolbar', 'tools', 'tooltip', 'topics', 'trending',
  'tweet', 'twitter', 'upsell', 'utility', 'video', 'videos', 'vote', 'whatsapp', 'widget', 'widgets', 'zergnet',
  'swiper', 'teasers', 'readnext', 'morestories', 'lightbox', 'jobs', 'weather', 'horoscope', 'poll', 'quiz',
  'playlist', 'podcast', 'livestream', 'correction', 'ticker', 'authorbox', 'callout', 'marketing', 'app', 'nocontent',
  'sharebar', 'shareline', 'topbar', 'bottombar', 'offcanvas', 'hamburger', 'syndication', 'noprint', 'infobox',
  'factbox', 'sidenote', 'placeholder', 'reactions', 'emoji', 'likes', 'stats', 'views', 'pullquote', 'toc',
]);

/** Two neighbouring words that together mean something around the article. */
export const BOILERPLATE_PAIRS: ReadonlySet<string> = new Set([
  'read next', 'read more', 'read also', 'most read', 'most popular', 'more stories', 'more news', 'more on',
  'more from', 'more articles', 'more posts', 'you may', 'also like', 'see also', 'latest news', 'latest posts',
  'latest articles', 'top stories', 'editors picks', 'up next', 'next up', 'next article', 'prev next',
  'previous next', 'next prev', 'post navigation', 'article info', 'article footer', 'article header', 'post meta',
  'post info', 'post footer', 'entry meta', 'entry footer', 'article meta', 'article tags', 'article tools',
  'article author', 'post author', 'author info', 'author box', 'author bio', 'author card', 'author name',
  'about author', 'sign up', 'sign in', 'log in', 'call to', 'key words', 'table of', 'in other', 'other news',
  'other articles', 'inline related', 'linked articles', 'link list', 'news list', 'article list', 'post list',
  'story list', 'teaser list', 'card list', 'sr only', 'visually hidden', 'screen reader', 'wp caption',
  'image caption', 'photo credit', 'pull quote', 'side bar', 'right col', 'left col', 'right column', 'left column',
  'pub date', 'publish date', 'published date', 'last updated', 'reading time', 'read time', 'time stamp',
]);

/** Where one of these is in the name too, the element wraps the body whatever else it says. */
export const BODY_PAIRS: ReadonlySet<string> = new Set([
  'article body', 'article content', 'article text', 'story body', 'story content', 'story text', 'post content',
  'post body', 'entry content', 'entry body', 'body content', 'content body', 'main content', 'body text', 'rich text',
  'news content', 'news body', 'news text', 'news detail', 'detail content', 'article detail', 'article main', 'body copy', 'page content',
  'content text', 'text content', 'article wrapper', 'article container', 'content article', 'paywall content', 'content paywall',
  'single content', 'td post', 'post text', 'article copy', 'story copy', 'article full', 'full article',
]);

/** Words that speak for a body. */
export const BODY_WORDS: ReadonlySet<string> = new Set([
  'articlebody', 'storybody', 'entrycontent', 'postcontent', 'articlecontent', 'articletext', 'storycontent',
  'newsbody', 'maincontent', 'bodycontent', 'fulltext', 'bodytext', 'richtext', 'storytext', 'newscontent',
  'posttext', 'newstext', 'bodycopy',
]);

/** Words that are found on wrappers of whole pages, so that what stands beside them says little. */
export const WRAPPER_WORDS: ReadonlySet<string> = new Set([
  'page', 'layout', 'wrapper', 'wrap', 'container', 'site', 'root', 'app', 'main', 'grid', 'has', 'with', 'no', 'is',
]);

/** What readers write, or what is asked of them: never the article, however much of the page it is. */
export const NEVER_ARTICLE_WORDS: ReadonlySet<string> = new Set([
  'comment', 'comments', 'commentlist', 'commenting', 'disqus', 'livefyre', 'replies', 'reply', 'respond', 'responses', 'shoutbox',
  'consent', 'cookie', 'cookies', 'gdpr', 'onetrust', 'outbrain', 'taboola', 'zergnet', 'cmp',
]);

/** Words of elements that name an author. */
export const BYLINE_WORDS: ReadonlySet<string> = new Set([
  'byline', 'bylines', 'author', 'authors', 'auteur', 'auteurs', 'autor', 'autores', 'writer', 'reporter', 'contributor', 'contributors',
  'journalist', 'autore', 'redakteur', 'skribent', 'creator', 'signature', 'byliner', 'authorname', 'authorlink', 'bylinename',
]);

/** Words of elements that hold a date. */
export const DATE_WORDS: ReadonlySet<string> = new Set([
  'date', 'dates', 'time', 'datetime', 'timestamp', 'published', 'publish', 'publication', 'pubdate', 'posted',
  'dateline', 'datum', 'fecha', 'data', 'updated', 'created', 'day', 'postdate', 'zeit',
]);
