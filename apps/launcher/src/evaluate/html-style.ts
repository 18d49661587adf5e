/** Style of the report: one column, system fonts, light and dark by the reader's own choice. */
export const STYLE = `
:root { color-scheme: light dark; --ink: #16191d; --quiet: #565c64; --line: #dcd9d3; --sunk: #f4f2ee; --paper: #ffffff;
  --accent: #0f5aa6; --soft: #e6eff9; --synthetic: #5b2a86; }
@media (prefers-color-scheme: dark) { :root { --ink: #e9e8e5; --quiet: #aab0b7; --line: #353b42; --sunk: #1d2126;
  --paper: #14171a; --accent: #6ca6e4; --soft: #1b2c40; --synthetic: #c9a2f2; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 1120px; padding: 16px 16px 64px; background: var(--paper); color: var(--ink);
  font: 14px/1.5 system-ui, -apple-system, "Segoe UI", "Hiragino Sans", "Noto Sans CJK JP", sans-serif; }
h1 { font-size: 24px; line-height: 1.25; margin: 12px 0 0; }
h2 { font-size: 18px; margin: 40px 0 8px; padding-top: 12px; border-top: 1px solid var(--line); }
p { margin: 4px 0; max-width: 76ch; }
.banner { display: inline-block; margin: 0; padding: 2px 10px; border: 1px solid var(--synthetic); border-radius: 4px;
  color: var(--synthetic); font-weight: 600; }
.quiet, .interval { color: var(--quiet); font-weight: 400; }
.caveats { padding-left: 20px; max-width: 76ch; }
figure { margin: 16px 0; min-width: 0; }
figcaption { font-weight: 600; margin-bottom: 4px; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
th, td { padding: 4px 10px; text-align: right; white-space: nowrap; border-bottom: 1px solid var(--line); vertical-align: top; }
thead th { color: var(--quiet); font-weight: 500; }
th[colspan] { text-align: center; }
tbody th, thead th:first-child { text-align: left; position: sticky; left: 0; background: var(--paper); font-weight: 500; }
tbody th { white-space: normal; min-width: 120px; max-width: 260px; }
tr.own > * { font-weight: 600; background: var(--soft); }
.interval { display: block; font-size: 12px; }
details { margin: 8px 0; }
summary { cursor: pointer; padding: 6px 0; color: var(--accent); }
summary:focus-visible { outline: 2px solid var(--accent); }
.charts { display: grid; grid-template-columns: repeat(auto-fill, minmax(240px, 1fr)); gap: 8px 24px; }
svg { width: 100%; max-width: 280px; font-size: 11px; }
svg rect { fill: none; stroke: var(--line); } svg line { stroke: var(--quiet); stroke-dasharray: 3 4; }
svg circle { fill: var(--accent); fill-opacity: .55; stroke: var(--accent); } svg text { fill: var(--quiet); }
.errors { padding-left: 24px; } .errors li { margin: 12px 0 16px; }
.title { font-weight: 500; }
blockquote { margin: 4px 0; padding: 4px 12px; border-left: 3px solid var(--line); background: var(--sunk);
  font-family: Georgia, "Noto Serif CJK JP", serif; max-width: 76ch; overflow-wrap: anywhere; }
mark { background: var(--soft); color: inherit; box-shadow: inset 0 -2px var(--accent); }
`;
