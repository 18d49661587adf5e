/** Names under which files are shown to editors, wherever the folders really are. */
export const FEEDS_FILE = 'config/feeds.yaml';
export const ALERTS_FILE = 'config/alerts.yaml';
export const SETTINGS_FILE = 'config/framewatch.yaml';

/** A file of a beat's seeds as editors know it. */
export const seedsFile = (beatId: string, path: string): string => `seeds/${beatId}/${path}`;

/** Under this name an event says that a beat's corrections changed; such an event speaks of no file on disk. */
export const correctionsFile = (beatId: string): string => `corrections:${beatId}`;
