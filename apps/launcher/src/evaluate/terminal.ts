import type { EvaluationReport, LabelRow, Slice } from './report.ts';
import { caveats, COLUMNS, figure, languageName, METHODS, PARTS, withInterval } from './words.ts';

/** The report as lines for a terminal: the methods beside each other, then every label. */
export function terminalReport(report: EvaluationReport): string[] {
  const shown = report.slices.filter(({ part }) => part !== 'all');
  return [
    '',
    `${report.heading}: ${report.beat}, model ${report.modelVersion}`,
    ...caveats(report).map((caveat) => `  ${caveat}`),
    ...shown.flatMap(methodLines),
    ...[...new Set(report.labels.map(({ part }) => part))]
      .filter((part) => part !== 'all')
      .flatMap((part) =>
        labelLines(
          PARTS[part],
          report.labels.filter((row) => row.part === part && row.language === 'all'),
        ),
      ),
    ...calibrationLines(report),
  ];
}

function methodLines({ part, language, texts, methods }: Slice): string[] {
  const rows = METHODS.flatMap(([method, name]) => {
    const figures = methods[method];
    return figures?.relevance || figures?.frames || figures?.topics
      ? [[name, ...COLUMNS.map(([, , read]) => figure(read(figures)?.value))]]
      : [];
  });
  const groups = COLUMNS.map(([group], i) => (COLUMNS[i - 1]?.[0] === group ? '' : group));
  return [
    '',
    `${capital(PARTS[part])}, ${languageName(language)} (${texts})`,
    ...table([['', ...groups], ['', ...COLUMNS.map(([, name]) => name)], ...rows]),
  ];
}

function labelLines(part: string, rows: readonly LabelRow[]): string[] {
  const simple = METHODS.slice(1);
  const cells = rows.map(({ kind, name, figures, others }) => [
    kind === 'relevance' ? 'relevance' : `${kind}: ${name}`,
    `${figures.positives}`,
    withInterval(figures.precision),
    withInterval(figures.recall),
    withInterval(figures.f1),
    `${figures.unclear}`,
    ...simple.map(([method]) => figure(others[method])),
  ]);
  const head = ['', 'n', 'precision', 'recall', 'F1', 'unclear', ...simple.map(([, name]) => `F1 ${name}`)];
  return ['', `${capital(part)}, every label (n: texts that carry it)`, ...table([head, ...cells])];
}

function calibrationLines({ calibration }: EvaluationReport): string[] {
  const rows = calibration.map(({ part, of, n, error }) => [PARTS[part], of, `${n}`, figure(error)]);
  return [
    '',
    'Calibration: mean distance between score and share of right ones (0 is best)',
    ...table([['', '', 'decisions', 'ECE'], ...rows]),
  ];
}

function table(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, c) => Math.max(...rows.map((row) => row[c]?.length ?? 0)));
  return rows.map((row) =>
    `  ${row.map((cell, c) => (c === 0 ? cell.padEnd(widths[c]!) : cell.padStart(widths[c]!))).join('  ')}`.trimEnd(),
  );
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
