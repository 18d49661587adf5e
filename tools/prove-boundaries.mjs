/** Proves that the boundary check can fail: forbidden imports in a throw-away tree have to be refused, an allowed one not. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const CASES = [
  { file: 'libs/trends/src/a.ts', imports: '../../store/src/index.ts', refused: true },
  { file: 'libs/classifier/src/a.ts', imports: 'node:fs', refused: true },
  { file: 'libs/feeds/src/a.ts', imports: '../../store/src/index.ts', refused: true },
  { file: 'apps/api/src/a.ts', imports: '../../worker/src/index.ts', refused: true },
  { file: 'apps/worker/src/a.ts', imports: '../../../libs/testing/src/index.ts', refused: true },
  { file: 'libs/feeds/src/a.ts', imports: '../../outbound/src/index.ts', refused: false },
];

for (const { file, imports, refused } of CASES) {
  const tree = mkdtempSync(join(tmpdir(), 'framewatch-boundaries-'));
  try {
    for (const name of ['libs/store', 'libs/outbound', 'libs/testing', 'apps/worker'])
      put(join(tree, name, 'src/index.ts'), 'export const x = 1;\n');
    put(join(tree, file), `import * as y from '${imports}';\nexport const z = y;\n`);
    symlinkSync(join(root, 'node_modules'), join(tree, 'node_modules'));
    const run = spawnSync(
      process.execPath,
      [
        join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs'),
        '--config',
        join(root, '.dependency-cruiser.mjs'),
        'apps',
        'libs',
      ],
      { cwd: tree, encoding: 'utf8' },
    );
    if ((run.status !== 0) !== refused) {
      console.error(
        `${file} importing ${imports} should ${refused ? '' : 'not '}be refused.\n${run.stdout}${run.stderr}`,
      );
      process.exit(1);
    }
  } finally {
    rmSync(tree, { recursive: true, force: true });
  }
}
console.log(
  `Forbidden imports are refused: ${CASES.filter((c) => c.refused).length} proven, and ${CASES.filter((c) => !c.refused).length} allowed one passes.`,
);

function put(path, text) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
