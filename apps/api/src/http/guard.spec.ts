import { describe, expect, it } from '@jest/globals';
import { allowedNames, refuse } from './guard.ts';

const names = allowedNames('127.0.0.1', ['news.example.org', 'desk.example.org:8443']);
const ask = (headers: Record<string, string>, method = 'GET', path = '/api/status') =>
  refuse({ method, path, headers: { host: '127.0.0.1:8090', ...headers } }, names)?.status ?? 'in';

describe('refuse', () => {
  it('answers under loopback and allowed names only, so that no rebound name works', () => {
    expect(ask({})).toBe('in');
    expect(ask({ host: 'LOCALHOST:8090' })).toBe('in');
    expect(ask({ host: '[::1]:8090' })).toBe('in');
    expect(ask({ host: 'news.example.org' })).toBe('in');
    expect(ask({ host: 'evil.example' })).toBe(421);
    expect(ask({ host: '127.0.0.1.evil.example:8090' })).toBe(421);
    expect(ask({ host: '' })).toBe(421);
  });
  it('holds a name with a port to that port', () => {
    expect(ask({ host: 'desk.example.org:8443' })).toBe('in');
    expect(ask({ host: 'desk.example.org:9000' })).toBe(421);
  });
  it('lets only its own pages write', () => {
    expect(ask({ origin: 'http://127.0.0.1:8090', 'sec-fetch-site': 'same-origin' }, 'POST')).toBe('in');
    expect(ask({ origin: 'https://127.0.0.1:8090' }, 'POST')).toBe('in');
    expect(ask({ origin: 'http://127.0.0.1:3000' }, 'POST')).toBe(403);
    expect(ask({ origin: 'https://evil.example' }, 'POST')).toBe(403);
    expect(ask({ origin: 'null' }, 'POST')).toBe(403);
    expect(ask({ 'sec-fetch-site': 'cross-site' }, 'DELETE')).toBe(403);
    expect(ask({ 'sec-fetch-site': 'same-site' }, 'POST')).toBe(403);
  });
  it('lets programs write that are no browsers', () => {
    expect(ask({}, 'POST')).toBe('in');
  });
  it('lets a link from elsewhere open a page, but no page elsewhere read the API', () => {
    const link = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' };
    expect(ask(link, 'GET', '/articles/7')).toBe('in');
    expect(ask(link, 'GET', '/api/alerts.atom')).toBe('in');
    expect(ask({ origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' })).toBe(403);
    expect(ask({ 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' })).toBe(403);
  });
  it('answers under the address that it listens on, but not under "all addresses"', () => {
    const asked = { method: 'GET', path: '/', headers: { host: '192.168.1.5:8090' } };
    expect(refuse(asked, allowedNames('192.168.1.5', []))).toBeNull();
    expect(refuse(asked, allowedNames('0.0.0.0', []))?.status).toBe(421);
  });
});
