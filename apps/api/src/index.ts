export { previewRule } from './alerts/preview/preview-rule.ts';
export { addOpml } from './feeds/add-opml.ts';
export { feedsFileEditor } from './keeper/feeds-file-editor.ts';
export { type ApiOptions, type RunningApi, startApi } from './start-api.ts';
export { createBeatCatalog } from './runtime/beat-catalog.ts';
