export { type LoadedBeat, loadAllSeeds, loadGold, loadLabelled, loadSeeds } from './load-seeds.ts';
export { type GoldResult, parseGold, type PlacedGold } from './parse-gold.ts';
export { asLabelled, type LabelledArticle, parseLabelled } from './parse-labelled.ts';
export { parseSeeds, type SeedResult } from './parse-seeds.ts';
export type { KnownLabels } from './read-brief.ts';
export type { SeedFile } from './seed-file.ts';
export type { GoldArticle } from './shapes.ts';
