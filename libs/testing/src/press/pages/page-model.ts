import { escapeXml, generator } from '../formats/feed-document.ts';
import type { PressArticle, PressOutlet } from '../types.ts';

export type Link = { title: string; url: string };

/** All that an article page shows. */
export type PageModel = {
  outlet: PressOutlet;
  article: PressArticle;
  /** As it reads now; `article.title` is the original. */
  headline: string;
  /** The outlet's front page. */
  home: string;
  related: Link[];
  latest: Link[];
};

/** Words around an article, per language. */
export const furniture = {
  en: {
    cookies:
      'We use cookies to improve your experience. By clicking “Accept all” you agree to our use of cookies and partners.',
    accept: 'Accept all',
    manage: 'Manage choices',
    sections: ['Home', 'World', 'Nation', 'Business', 'Sports', 'Opinion', 'Video'],
    related: 'Related stories',
    latest: 'Latest news',
    most: 'Most read',
    newsletter: 'Sign up for our morning newsletter and get the day’s top stories in your inbox.',
    email: 'Your email address',
    share: 'Share this article',
    advertisement: 'Advertisement',
    by: 'By',
    subscribe: 'Subscribe for $1 a week',
    caption: 'File photo. (Synthetic picture desk)',
    rights: 'All rights reserved. Terms of use · Privacy · Contact us · Careers',
    synthetic: 'This page is synthetic. Its outlet, people and events are invented for testing Framewatch.',
    comments: 'Comments are closed.',
  },
  ja: {
    cookies:
      '当サイトではCookieを使用しています。「同意する」を押すと、Cookieの利用に同意したことになります。',
    accept: '同意する',
    manage: '設定を変更',
    sections: ['トップ', '国際', '社会', '経済', 'スポーツ', 'オピニオン', '動画'],
    related: '関連記事',
    latest: '新着ニュース',
    most: 'アクセスランキング',
    newsletter: '朝のメールマガジンに登録して、主要ニュースを受け取りましょう。',
    email: 'メールアドレス',
    share: 'この記事をシェア',
    advertisement: '広告',
    by: '記者',
    subscribe: '会員登録はこちら',
    caption: '資料写真',
    rights: '無断転載を禁じます。利用規約・プライバシー・お問い合わせ・採用情報',
    synthetic: 'このページは架空のものです。媒体、人物、出来事はFramewatchの試験のために作られました。',
    comments: 'コメントの受付は終了しました。',
  },
} as const;

/** The part of the head that every template shares: charset, title, the mark of the press, feed links. */
export function headStart({
  outlet,
  headline,
  home,
}: Pick<PageModel, 'outlet' | 'headline' | 'home'>): string {
  const feeds = outlet.feeds.map(
    ({ path, format }) =>
      `<link rel="alternate" type="${feedTypes[format]}" title="${escapeXml(outlet.name)}" href="${home}${path}">`,
  );
  return `<meta charset="${outlet.charset}">
<title>${escapeXml(headline)} | ${escapeXml(outlet.name)}</title>
<meta name="generator" content="${generator}">
<meta name="viewport" content="width=device-width, initial-scale=1">
${feeds.join('\n')}`;
}

/** Headlines of other articles, as boxes beside a text show them. */
export function linkList(links: readonly Link[]): string {
  return `<ul>${links.map(({ title, url }) => `<li><a href="${escapeXml(url)}">${escapeXml(title)}</a></li>`).join('')}</ul>`;
}

const feedTypes = {
  rss2: 'application/rss+xml',
  rss091: 'application/rss+xml',
  rdf: 'application/rdf+xml',
  atom1: 'application/atom+xml',
  atom03: 'application/atom+xml',
  json: 'application/feed+json',
  'news-sitemap': 'application/xml',
} as const;

export { escapeXml as escapeHtml };
