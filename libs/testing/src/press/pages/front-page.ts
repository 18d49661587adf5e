import type { PressOutlet } from '../types.ts';
import { escapeHtml, furniture, headStart, type Link, linkList } from './page-model.ts';

/** An outlet's front page: headlines and links to its feeds, no text. */
export function renderFrontPage(outlet: PressOutlet, home: string, links: readonly Link[]): string {
  const words = furniture[outlet.language];
  return `<!DOCTYPE html>
<html lang="${outlet.language}">
<head>
${headStart({ outlet, headline: words.latest, home })}
</head>
<body>
<h1>${escapeHtml(outlet.name)}</h1>
<nav>${words.sections.map((name) => `<a href="${home}">${name}</a>`).join(' ')}</nav>
${linkList(links)}
<footer><p>${words.synthetic}</p></footer>
</body>
</html>
`;
}

/** The page at the press's own root: which outlets there are. */
export function renderDirectory(outlets: readonly Link[]): string {
  return `<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Framewatch local press (synthetic)</title></head>
<body><h1>Framewatch local press (synthetic)</h1><p>${furniture.en.synthetic}</p>${linkList(outlets)}</body></html>
`;
}
