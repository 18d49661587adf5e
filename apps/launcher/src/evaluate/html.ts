import { reliabilityChart } from './html-chart.ts';
import { escapeHtml } from './html-escape.ts';
import { STYLE } from './html-style.ts';
import type { WrongDecision } from './errors.ts';
import type { EvaluationReport, Group, LabelRow, Slice } from './report.ts';
import { caveats, COLUMNS, figure, languageName, METHODS, PARTS, withInterval } from './words.ts';

/** The report as one HTML file that needs no network, no script and no other file. */
export function htmlReport(report: EvaluationReport): string {
  const parts = [...new Set(report.slices.map(({ part }) => part))];
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(report.heading)}: ${escapeHtml(report.beat)}</title>
<style>${STYLE}</style>
</head>
<body>
<header>
<p class="banner">${escapeHtml(report.heading)}</p>
<h1>How right the classifier is: ${escapeHtml(report.beat)}</h1>
<p class="quiet">Model ${escapeHtml(report.modelVersion)}</p>
<ul class="caveats">${caveats(report)
    .map((caveat) => `<li>${escapeHtml(caveat)}</li>`)
    .join('')}</ul>
</header>
<main>
${parts.map((part) => partSection(report, part)).join('\n')}
${calibrationSection(report)}
${errorSection(report)}
</main>
</body>
</html>
`;
}

function partSection(report: EvaluationReport, part: Group): string {
  const slices = report.slices.filter((slice) => slice.part === part);
  const rows = report.labels.filter((row) => row.part === part);
  const languages = [...new Set(rows.map(({ language }) => language))];
  const labels = languages.map((language) => {
    const own = rows.filter((row) => row.language === language);
    return `<details${language === 'all' && part !== 'all' ? ' open' : ''}><summary>Every label, ${escapeHtml(languageName(language))}</summary>${labelTable(own)}</details>`;
  });
  return `<section>
<h2>${capital(escapeHtml(PARTS[part]))}</h2>
${slices.map(methodTable).join('\n')}
${labels.join('\n')}
</section>`;
}

function methodTable({ language, texts, methods }: Slice): string {
  const groups = [...new Set(COLUMNS.map(([group]) => group))];
  const spans = groups.map((group) => COLUMNS.filter(([own]) => own === group).length);
  const rows = METHODS.flatMap(([method, name]) => {
    const figures = methods[method];
    if (!figures || (!figures.relevance && !figures.topics && !figures.frames)) return [];
    const cells = COLUMNS.map(([, , read]) => estimateCell(read(figures)));
    return [
      `<tr${method === 'framewatch' ? ' class="own"' : ''}><th scope="row">${escapeHtml(name)}</th>${cells.join('')}</tr>`,
    ];
  });
  return `<figure>
<figcaption>${capital(escapeHtml(languageName(language)))}, ${texts} texts</figcaption>
<div class="scroll"><table>
<thead><tr><th></th>${groups.map((group, g) => `<th colspan="${spans[g]}" scope="colgroup">${escapeHtml(group)}</th>`).join('')}</tr>
<tr><th></th>${COLUMNS.map(([, name]) => `<th scope="col">${escapeHtml(name)}</th>`).join('')}</tr></thead>
<tbody>${rows.join('\n')}</tbody>
</table></div>
</figure>`;
}

function labelTable(rows: readonly LabelRow[]): string {
  const simple = METHODS.slice(1);
  const body = rows.map(({ kind, name, figures, others }) => {
    const label =
      kind === 'relevance' ? 'Relevance' : `${escapeHtml(name)} <span class="quiet">${kind}</span>`;
    const cells = [figures.precision, figures.recall, figures.f1].map(estimateCell).join('');
    const peers = simple.map(([method]) => `<td>${figure(others[method])}</td>`).join('');
    return `<tr><th scope="row">${label}</th><td>${figures.positives}</td>${cells}<td>${figure(figures.averagePrecision)}</td><td>${figures.unclear}</td>${peers}</tr>`;
  });
  return `<div class="scroll"><table>
<thead><tr><th colspan="7"></th><th colspan="${simple.length}" scope="colgroup">F1 of simple methods</th></tr>
<tr><th></th>${['n', 'precision', 'recall', 'F1', 'AP', 'unclear', ...simple.map(([, name]) => name)]
    .map((name) => `<th scope="col">${escapeHtml(name)}</th>`)
    .join('')}</tr></thead>
<tbody>${body.join('\n')}</tbody>
</table></div>
<p class="quiet">n: texts that carry the label. Unclear: decisions that the classifier left open.</p>`;
}

function estimateCell(estimate: Parameters<typeof withInterval>[0]): string {
  if (!estimate) return '<td>–</td>';
  return `<td>${figure(estimate.value)} <span class="interval">${figure(estimate.low)}–${figure(estimate.high)}</span></td>`;
}

function calibrationSection({ calibration }: EvaluationReport): string {
  const charts = calibration
    .filter(({ part }) => part !== 'all' || !calibration.some((c) => c.part !== 'all'))
    .map(
      ({ part, of, n, error, curve }) => `<figure>
<figcaption>${capital(of)}, ${escapeHtml(PARTS[part])}: ECE ${figure(error)} over ${n} decisions</figcaption>
${reliabilityChart(curve, `${of}, ${PARTS[part]}`)}
</figure>`,
    );
  return `<section>
<h2>Can the scores be taken for probabilities?</h2>
<p>Each dot stands for the decisions with a score in its tenth: to the right the mean score, upwards the share that was right. On the line, a score is a probability. Below it, the classifier is too sure. Topics and frames: only texts that belong to the beat.</p>
<div class="charts">${charts.join('\n')}</div>
</section>`;
}

function errorSection({ errors, synthetic }: EvaluationReport): string {
  if (errors.length === 0) return '';
  const kinds = (['relevance', 'topic', 'frame'] as const).map((kind) => {
    const own = errors.filter((error) => error.kind === kind);
    if (own.length === 0) return '';
    return `<details${kind === 'relevance' ? ' open' : ''}><summary>${capital(kind)}: ${own.length} shown</summary>
<ol class="errors">${own.map(errorItem).join('\n')}</ol></details>`;
  });
  const which = synthetic ? ' on the texts that were read while the cues were written' : '';
  return `<section>
<h2>Worst errors</h2>
<p>The surest wrong decisions${which}. Marked words spoke for the decision, struck ones against it.</p>
${kinds.join('\n')}
</section>`;
}

function errorItem(error: WrongDecision): string {
  const wrong = error.actual ? 'missed' : 'wrongly decided';
  const target = error.kind === 'relevance' ? 'relevance' : error.id;
  const why = error.outside ? ' The whole text was taken to be outside the beat.' : '';
  const lead = error.actual ? 'What an editor sees it in:' : 'What decided it:';
  const sentences = error.sentences.map(
    (sentence) => `<blockquote lang="${escapeHtml(error.language)}">${markedWords(sentence)}</blockquote>`,
  );
  return `<li>
<p><strong>${escapeHtml(target)}</strong> ${wrong} <span class="quiet">score ${figure(error.score)}, decided ${error.decision}</span></p>
<p lang="${escapeHtml(error.language)}" class="title">${escapeHtml(error.title)} <span class="quiet">${escapeHtml(error.text)}</span></p>
${why ? `<p>${why}</p>` : ''}${sentences.length > 0 ? `<p class="quiet">${lead}</p>${sentences.join('')}` : ''}
</li>`;
}

function markedWords({ text, terms }: WrongDecision['sentences'][number]): string {
  let html = '';
  let at = 0;
  for (const { start, end, weight } of terms) {
    if (start < at) continue;
    const tag = weight < 0 ? 's' : 'mark';
    html += `${escapeHtml(text.slice(at, start))}<${tag}>${escapeHtml(text.slice(start, end))}</${tag}>`;
    at = end;
  }
  return html + escapeHtml(text.slice(at));
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
