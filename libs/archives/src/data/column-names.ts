/**
 * What other programs call the parts of an article, without case, spaces, hyphens and underscores; the first that is
 * there and not empty counts. Media Cloud's story lists say media_name, publish_date, story_id.
 */
export const COLUMN_NAMES = {
  url: ['url', 'link', 'permalink', 'articleurl', 'sourceurl', 'canonicalurl', 'weburl', 'href'],
  title: ['title', 'headline', 'articletitle', 'name'],
  text: [
    'text',
    'body',
    'content',
    'articlebody',
    'fulltext',
    'maintext',
    'plaintext',
    'articletext',
    'contenttext',
  ],
  summary: ['summary', 'description', 'abstract', 'lead', 'standfirst', 'excerpt', 'trailtext'],
  published: [
    'published',
    'publishdate',
    'publisheddate',
    'publishedat',
    'publicationdate',
    'datepublished',
    'pubdate',
    'date',
    'webpublicationdate',
    'datetime',
    'timestamp',
    'time',
  ],
  outlet: [
    'outlet',
    'medianame',
    'source',
    'sourcename',
    'publisher',
    'publication',
    'newspaper',
    'sitename',
    'medium',
  ],
  country: ['country', 'sourcecountry', 'mediacountry'],
  group: ['group', 'outletgroup'],
  language: ['language', 'lang', 'storylanguage'],
  authors: ['authors', 'author', 'byline', 'creator'],
} as const satisfies Record<string, readonly string[]>;
