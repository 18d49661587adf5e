/** `npm run evaluate [-- --beat BEAT --file LABELLED.jsonl --into FOLDER]`: sets up what is missing, then measures the classifier. */
import { checkNode, ensureBuilt, ensureInstalled } from './setup.mjs';

checkNode();
await ensureInstalled();
await ensureBuilt();
process.argv.splice(2, 0, 'evaluate');
await import('../apps/launcher/dist/main.js');
