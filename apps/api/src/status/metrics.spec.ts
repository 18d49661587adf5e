import { describe, expect, it } from '@jest/globals';
import { metricsText } from './metrics.ts';

describe('metricsText', () => {
  it('writes help, type and one line a value', () => {
    const values = [{ labels: { fate: 'classified' }, value: 7 }, { value: 0.5 }];
    expect(metricsText([{ name: 'articles', help: 'Articles by fate.', values }])).toBe(
      '# HELP articles Articles by fate.\n# TYPE articles gauge\narticles{fate="classified"} 7\narticles 0.5\n',
    );
  });
  it('escapes what would end a label', () => {
    const values = [{ labels: { outlet: 'The "Wire"\\\n' }, value: 1 }];
    expect(metricsText([{ name: 'n', help: 'h', values }])).toContain(
      'n{outlet="The \\"Wire\\"\\\\\\n"} 1\n',
    );
  });
  it('keeps a metric without values known', () => {
    expect(metricsText([{ name: 'n', help: 'h', values: [] }])).toBe('# HELP n h\n# TYPE n gauge\n');
  });
});
