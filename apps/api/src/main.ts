import { fileURLToPath } from 'node:url';
import { readEnvironment } from '@framewatch/config';
import { startApi } from './start-api.ts';

/** The API as a process of its own; a parent hears where it listens, and the parent's end ends this too. */
const api = await startApi({
  environment: readEnvironment(process.env),
  mode: process.env['FRAMEWATCH_MODE'] === 'embedded' ? 'embedded' : 'server',
  dashboardFolder: fileURLToPath(new URL('../../dashboard/dist', import.meta.url)),
});
process.send?.({ ready: true, address: api.address });

let isClosing = false;
const stop = async (): Promise<void> => {
  if (isClosing) return;
  isClosing = true;
  await api.close();
  process.exit(0);
};
for (const reason of ['SIGTERM', 'SIGINT', 'disconnect']) process.on(reason, () => void stop());
