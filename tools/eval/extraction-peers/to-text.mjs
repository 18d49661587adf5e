import { decodeText } from '../../../libs/charset/dist/index.js';

/** The page as text, for peers that take no bytes. */
export function toText(page, contentType) {
  return typeof page === 'string' ? page : decodeText(page, { contentType, kind: 'html' }).text;
}
