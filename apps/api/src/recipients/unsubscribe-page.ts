import { type PageLanguage, UNSUBSCRIBE_WORDS } from './unsubscribe-words.ts';

/** What the page tells of one address. */
export interface LeavingView {
  readonly address: string;
  /** The rule that the link is of, by its name; null where it is of the whole channel. */
  readonly rule: string | null;
  readonly leftRule: boolean;
  readonly leftChannel: boolean;
}

/** Light and dark as the reader's system has it; nothing is loaded, and there is no script. */
const STYLE = `
:root { color-scheme: light dark; --ink: #1c2733; --soft: #55616d; --page: #f4f6f8; --card: #fff; --line: #cfd7df; --act: #1f5a92; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6ebf0; --soft: #a3afbb; --page: #12171c; --card: #1b2229; --line: #3a4550; --act: #8cc0f0; } }
body { margin: 0; padding: 2rem 1rem; font: 1rem/1.6 system-ui, sans-serif; color: var(--ink); background: var(--page); }
main { max-width: 34rem; margin: 0 auto; padding: 1.5rem; background: var(--card); border: 1px solid var(--line); border-radius: .6rem; overflow-wrap: anywhere; }
h1 { margin: 0 0 .5rem; font-size: 1.3rem; }
p { margin: 0 0 1rem; } .soft { color: var(--soft); font-size: .9rem; margin: 1rem 0 0; }
form { margin: 0 0 .75rem; }
button { font: inherit; padding: .55rem 1rem; color: var(--act); background: none; border: 1px solid var(--act); border-radius: .4rem; cursor: pointer; text-align: start; }
button:focus-visible { outline: 3px solid var(--act); outline-offset: 2px; }`;

/** The page on which one address leaves a rule or a channel, or comes back. */
export function leavingPage(view: LeavingView, language: PageLanguage): string {
  const words = UNSUBSCRIBE_WORDS[language];
  const parts = [
    `<h1>${words.title}</h1>`,
    `<p>${escapeHtml(words.ask(view.address))}</p>`,
    ...(view.rule !== null && !view.leftChannel ? ruleParts(view, view.rule, language) : []),
    view.leftChannel
      ? `<p role="status"><strong>${words.leftChannel}</strong></p>${button('undo', 'channel', words.undo)}`
      : button('leave', 'channel', words.leaveChannel),
    `<p class="soft">${words.stays}</p>`,
  ];
  return page(words.title, parts.join('\n'), language);
}

/** The page for a link that this installation did not make. */
export function badLinkPage(language: PageLanguage): string {
  const words = UNSUBSCRIBE_WORDS[language];
  return page(words.badTitle, `<h1>${words.badTitle}</h1>\n<p>${words.bad}</p>`, language);
}

function ruleParts({ leftRule }: LeavingView, rule: string, language: PageLanguage): string[] {
  const words = UNSUBSCRIBE_WORDS[language];
  if (!leftRule) return [button('leave', 'rule', escapeHtml(words.leaveRule(rule)))];
  return [
    `<p role="status"><strong>${escapeHtml(words.leftRule(rule))}</strong></p>`,
    button('undo', 'rule', words.undo),
  ];
}

function button(act: 'leave' | 'undo', scope: 'rule' | 'channel', label: string): string {
  // Without an action the form goes to the page's own address, the token with it.
  return `<form method="post"><input type="hidden" name="scope" value="${scope}"><button name="act" value="${act}">${label}</button></form>`;
}

function page(title: string, body: string, language: PageLanguage): string {
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex"><title>${title} · Framewatch</title><style>${STYLE}</style></head>
<body><main>
${body}
</main></body></html>
`;
}

const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.codePointAt(0)};`);
