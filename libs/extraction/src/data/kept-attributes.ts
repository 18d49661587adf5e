/** Attributes that some step reads; all others are passed over while parsing. */
export const KEPT_ATTRIBUTES: ReadonlySet<string> = new Set([
  'align', 'alt', 'aria-hidden', 'aria-label', 'charset', 'class', 'content', 'data-component', 'data-component-name',
  'data-date', 'data-datetime', 'data-editable', 'data-field', 'data-href', 'data-original', 'data-qa', 'data-src',
  'data-srcset', 'data-test', 'data-test-id', 'data-testid', 'data-time', 'data-timestamp', 'data-type',
  'data-published', 'data-publish-date', 'data-module', 'datetime', 'dir', 'epoch', 'hidden', 'href', 'hreflang',
  'http-equiv', 'id', 'itemprop', 'itemscope', 'itemtype', 'lang', 'name', 'property', 'pubdate', 'rel', 'role',
  'src', 'srcset', 'style', 'title', 'type', 'value',
]);
