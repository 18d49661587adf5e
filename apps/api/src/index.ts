export { type FeedsFileEditor, feedsFileEditor } from './keeper/feeds-file-editor.ts';
export { type ApiOptions, type RunningApi, startApi } from './start-api.ts';
