import { createGunzip } from 'node:zlib';

/** Bytes as they were before packing; `cut` says why they are not all there. */
export interface Unpacked {
  bytes: Uint8Array;
  /** `size`: longer than allowed. `end`: the packed file breaks off. */
  cut: 'size' | 'end' | null;
}

/** Unpacks gzip, as sitemaps named `.xml.gz` are kept, up to `most` bytes; other bytes pass. Never rejects. */
export function unpack(bytes: Uint8Array, most: number): Promise<Unpacked> {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) {
    const tooLong = bytes.length > most;
    return Promise.resolve({
      bytes: tooLong ? bytes.subarray(0, most) : bytes,
      cut: tooLong ? 'size' : null,
    });
  }
  return gunzip(bytes, most);
}

function gunzip(packed: Uint8Array, most: number): Promise<Unpacked> {
  return new Promise((resolve) => {
    const chunks: Uint8Array[] = [];
    let length = 0;
    const gunzipper = createGunzip();
    const finish = (cut: Unpacked['cut']) => {
      gunzipper.destroy();
      resolve({ bytes: Buffer.concat(chunks).subarray(0, most), cut });
    };
    gunzipper.on('data', (chunk: Uint8Array) => {
      chunks.push(chunk);
      length += chunk.length;
      if (length > most) finish('size');
    });
    gunzipper.on('end', () => finish(null));
    gunzipper.on('error', () => finish('end'));
    gunzipper.end(packed);
  });
}
