/** Names of meta elements that say when an article was published, the commonest first. */
export const PUBLISHED_META: readonly string[] = [
  'article:published_time', 'article:published', 'og:published_time', 'og:article:published_time', 'datepublished',
  'parsely-pub-date', 'sailthru.date', 'dc.date.issued', 'dcterms.issued', 'dc.date.created', 'dcterms.created', 'dc.created',
  'publish-date', 'publish_date', 'publishdate', 'published-date', 'pubdate', 'pub_date', 'publication_date',
  'publicationdate', 'date_published', 'article.published', 'article_date_original', 'article.created', 'article:created',
  'originalpublicationdate', 'published_at', 'published', 'cxenseparse:recs:publishtime', 'cxenseparse:publishtime',
  'rnews:datepublished', 'displaydate', 'citation_publication_date', 'citation_online_date', 'bt:pubdate',
  'shareaholic:article_published_time', 'gentime', 'release_date', 'datecreated', 'video:release_date', 'og:pubdate', 'ptime',
];

/** Names that content systems use for either date, so that one shown near the title is believed first. */
export const VAGUE_META: readonly string[] = ['date', 'dc.date', 'dcterms.date', 'citation_date', 'created', 'timestamp', 'pdate', 'blogger_date', 'lastmod'];

/** Names for the date of the last change. */
export const MODIFIED_META: readonly string[] = [
  'article:modified_time', 'og:updated_time', 'article:modified', 'datemodified', 'dc.date.modified', 'dcterms.modified',
  'modified', 'last-modified', 'lastmodified', 'updated_time', 'http-equiv:last-modified', 'date_modified', 'og:modified_time', 'revised',
];

/** Languages of countries that keep one time all year: minutes east of UTC where a page states none. */
export const ZONE_OF_LANGUAGE: Readonly<Record<string, number>> = { ja: 540, ko: 540, zh: 480, vi: 420, th: 420, hi: 330 };
