import { describe, expect, it } from '@jest/globals';
import { explainFailure } from './failure-reason.ts';
import { Refusal } from './refusal.ts';

function coded(code: string): Error {
  return Object.assign(new Error('whatever the text says'), { code });
}

describe('explainFailure', () => {
  it.each([
    ['ENOTFOUND', 'dns-not-found'],
    ['EAI_AGAIN', 'dns-temporary'],
    ['ECONNREFUSED', 'connect'],
    ['UND_ERR_CONNECT_TIMEOUT', 'connect'],
    ['CERT_HAS_EXPIRED', 'tls'],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'tls'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'tls'],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'tls'],
    ['ERR_SSL_WRONG_VERSION_NUMBER', 'tls'],
    ['UND_ERR_HEADERS_OVERFLOW', 'broken-response'],
    ['HPE_INVALID_CONSTANT', 'broken-response'],
    ['UND_ERR_SOCKET', 'broken-response'],
    ['SOMETHING_NEW', 'broken-response'],
  ])('%s is %s', (code, reason) => {
    expect(explainFailure(coded(code), 'example.org')).toMatchObject({
      reason,
      message: expect.stringContaining(code),
    });
  });

  it('looks into gathered and nested errors', () => {
    expect(explainFailure(new AggregateError([coded('ECONNREFUSED')]), 'h').reason).toBe('connect');
    expect(explainFailure(new Error('outer', { cause: coded('ENOTFOUND') }), 'h').reason).toBe(
      'dns-not-found',
    );
  });

  it('lets a refusal speak for itself', () => {
    const refusal = new Refusal('redirect-loop', 'round and round');
    expect(explainFailure(refusal, 'h')).toEqual({ reason: 'redirect-loop', message: 'round and round' });
  });
});
