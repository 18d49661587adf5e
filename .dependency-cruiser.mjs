/**
 * The import table, enforced: what each package may import from another. A lib is named by what it knows, and this
 * keeps it from knowing more. Run by `npm run boundaries`.
 */
const PURE = ['contracts'];
const LIBS = [
  'alert-channels',
  'alert-rules',
  'archives',
  'charset',
  'classifier',
  'config',
  'contracts',
  'dates',
  'dedup',
  'delivery-times',
  'extraction',
  'feeds',
  'jobs',
  'measures',
  'outbound',
  'revisions',
  'search-words',
  'seed-loader',
  'store',
  'trends',
];

const MAY_IMPORT = {
  'libs/contracts': [],
  'libs/charset': [],
  'libs/dates': [],
  'libs/search-words': [],
  'libs/measures': [],
  'libs/revisions': [],
  'libs/classifier': PURE,
  'libs/trends': ['contracts', 'measures'],
  'libs/delivery-times': PURE,
  'libs/dedup': PURE,
  'libs/extraction': ['contracts', 'charset', 'dates'],
  'libs/archives': ['contracts', 'charset', 'dates', 'extraction'],
  'libs/seed-loader': PURE,
  'libs/feeds': ['contracts', 'outbound', 'charset', 'dates'],
  'libs/alert-channels': ['contracts', 'outbound'],
  'libs/alert-rules': ['contracts', 'trends'],
  'libs/outbound': PURE,
  'libs/config': PURE,
  'libs/jobs': PURE,
  'libs/store': PURE,
  'libs/testing': ['contracts', 'store'],
  'apps/worker': LIBS,
  'apps/api': [
    'contracts',
    'store',
    'jobs',
    'config',
    'seed-loader',
    'classifier',
    'trends',
    'dedup',
    'delivery-times',
    'measures',
    'revisions',
    'search-words',
    'alert-channels',
    'archives',
    'alert-rules',
  ],
  'apps/dashboard': ['contracts'],
  'apps/launcher': [...LIBS, 'testing', 'worker', 'api'],
};
/** Specs and benchmarks may also use what a test needs. */
const SPECS = '\\.spec\\.tsx?$|/src/testing/|/src/fixtures/';

const table = Object.entries(MAY_IMPORT).map(([folder, allowed]) => ({
  name: `${folder} imports only ${allowed.join(', ') || 'nothing of ours'}`,
  severity: 'error',
  from: { path: `^${folder}/src`, pathNot: SPECS },
  to: {
    path: '^(?:libs|apps)/([^/]+)/',
    pathNot: [`^${folder}/`, ...allowed.map((name) => `^(?:libs|apps)/${name}/`)],
  },
}));

const only = (name, from, to) => ({ name, severity: 'error', from: { pathNot: SPECS, ...from }, to });

export default {
  forbidden: [
    ...table,
    only(
      'pure libs touch no machine',
      {
        path: '^libs/(?:alert-rules|classifier|trends|dedup|contracts|dates|delivery-times|measures|revisions|search-words)/src',
      },
      { dependencyTypes: ['core'] },
    ),
    only(
      'BullMQ and ioredis belong to jobs and worker',
      { path: '^(?:libs|apps)/', pathNot: `^libs/jobs/|^apps/worker/|${SPECS}` },
      { path: 'node_modules/(?:bullmq|ioredis)/' },
    ),
    only(
      'SQL belongs to the store',
      { path: '^(?:libs|apps)/', pathNot: `^libs/(?:store|testing)/|^apps/launcher/|${SPECS}` },
      { path: 'node_modules/(?:kysely|pg)/' },
    ),
    only('Nest belongs to worker and API', { path: '^libs/' }, { path: 'node_modules/@nestjs/' }),
    only(
      'specs and the demo alone use the testing lib',
      { path: '^(?:libs|apps)/', pathNot: `^libs/testing/|^apps/launcher/|${SPECS}` },
      { path: '^libs/testing/' },
    ),
    { name: 'no unresolvable import', severity: 'error', from: {}, to: { couldNotResolve: true } },
    only(
      'no way past a package’s front door',
      { path: '^(libs|apps)/([^/]+)/src' },
      { path: '^(?:libs|apps)/[^/]+/src/', pathNot: ['^$1/$2/', '/src/index\\.ts$'] },
    ),
  ],
  options: {
    parser: 'swc',
    doNotFollow: { path: 'node_modules' },
    // The parser reads no JSX: the dashboard's one rule (contracts alone) is Biome's, in biome.json.
    exclude: { path: '(?:^|/)dist/|\\.(?:int|e2e)\\.spec\\.ts$|\\.mjs$|^apps/dashboard/' },
    enhancedResolveOptions: {
      conditionNames: ['@framewatch/source', 'import', 'node', 'default', 'types'],
      exportsFields: ['exports'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.json', '.css'],
    },
    tsPreCompilationDeps: true,
  },
};
