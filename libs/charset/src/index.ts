export { type DecodedText, type DecodeOptions, decodeText } from './decode-text.ts';
