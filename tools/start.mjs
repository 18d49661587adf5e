/** `npm start` and `npm run demo`: sets up what is missing, then hands over to the launcher in this same process. */
import { checkNode, ensureBuilt, ensureInstalled } from './setup.mjs';

checkNode();
await ensureInstalled();
await ensureBuilt();
await import('../apps/launcher/dist/main.js');
