export { type AlertsConfig, readAlertsFile, type RuleEntry } from './alerts-file.ts';
export { type Environment, type LogLevel, readEnvironment } from './environment.ts';
export { type FeedEntry, type FeedsFile, readFeedsFile } from './feeds-file.ts';
export { addFeedToFile, feedAsYaml, removeFeedFromFile } from './feeds-file-edit.ts';
export { indexFeeds } from './known-feeds.ts';
export { readSettingsFile, type SettingsFile } from './settings-file.ts';
export { type FileWatch, type WatchOptions, watchFiles } from './watch-files.ts';
