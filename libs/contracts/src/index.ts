export * from './classification.ts';
export * from './seeds.ts';
