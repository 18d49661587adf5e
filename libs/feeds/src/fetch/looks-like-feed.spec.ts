import { describe, expect, it } from '@jest/globals';
import { looksLikeFeed } from './looks-like-feed.ts';

describe('looksLikeFeed', () => {
  it.each([
    ['<?xml version="1.0"?><!-- hi --><rss version="2.0">', true],
    ['<feed xmlns="http://www.w3.org/2005/Atom">', true],
    ['<atom:feed>', true],
    ['<rdf:RDF xmlns:rdf="x">', true],
    ['\ufeff{"version": "https://jsonfeed.org/version/1.1"}', true],
    ['{"version":"https:\\/\\/jsonfeed.org\\/version\\/1"}', true],
    ['<!doctype html><html><rss>', false],
    ['<urlset>', false],
    ['{"version": 2}', false],
    ['', false],
  ])('%s: %s', (text, expected) => {
    expect(looksLikeFeed(Buffer.from(text))).toBe(expected);
    expect(looksLikeFeed(Buffer.from(text, 'utf16le'))).toBe(expected);
  });
});
