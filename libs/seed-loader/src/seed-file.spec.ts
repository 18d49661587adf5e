import { describe, expect, it } from '@jest/globals';
import { decodeSeedFile } from './seed-file.ts';

describe('decodeSeedFile', () => {
  it('reads UTF-8 and drops a byte order mark', () => {
    const bytes = new TextEncoder().encode('\uFEFFid: 同盟');
    expect(decodeSeedFile('beat.yaml', bytes)).toEqual({ path: 'beat.yaml', text: 'id: 同盟' });
  });

  it('names the line of the first byte that is no UTF-8', () => {
    // "名" in Shift_JIS on the third line.
    const bytes = Uint8Array.from([...Buffer.from('id: x\n# a note\nname: '), 0x96, 0xbc, 0x0a]);
    expect(decodeSeedFile('beat.yaml', bytes)).toEqual({
      problem: {
        file: 'beat.yaml',
        line: 3,
        message: expect.stringContaining('UTF-8'),
        remedy: expect.stringContaining('encoding'),
      },
    });
  });
});
