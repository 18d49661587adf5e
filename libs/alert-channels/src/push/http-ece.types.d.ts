declare module 'http_ece' {
  import type { ECDH } from 'node:crypto';

  interface Parameters {
    version: 'aes128gcm';
    privateKey: ECDH;
    dh?: string;
    authSecret: string;
    salt?: string;
  }
  const ece: {
    encrypt(text: Uint8Array, parameters: Parameters): Buffer;
    decrypt(message: Uint8Array, parameters: Parameters): Buffer;
  };
  export default ece;
}
