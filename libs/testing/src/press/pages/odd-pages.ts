import { generator } from '../formats/feed-document.ts';

/** Pages that answer in place of an article or a feed. None of them holds an article. */
const shell = (title: string, body: string) =>
  `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>${title}</title><meta name="generator" content="${generator}"></head><body>${body}</body></html>`;

/** The page that comes with a bare status, such as 403 or 503. */
export function statusPage(status: number): string {
  const words = statusWords[status] ?? 'Something went wrong';
  return shell(
    `${status} ${words}`,
    `<h1>${status}</h1><p>${words}. If you believe that this is an error, contact the operator. Reference 18.a2c1.</p>`,
  );
}

const statusWords: Record<number, string> = {
  301: 'Moved permanently',
  302: 'Found',
  303: 'See other',
  307: 'Temporary redirect',
  308: 'Permanent redirect',
  400: 'Bad request',
  401: 'Sign-in required',
  403: 'You do not have permission to view this page',
  404: 'Page not found',
  410: 'This page has been removed for good',
  429: 'Too many requests',
  451: 'Not available in your region',
  500: 'Internal server error',
  502: 'Bad gateway',
  503: 'Service unavailable',
  504: 'Gateway timeout',
};

export const maintenancePage = shell(
  'We will be right back',
  '<h1>We will be right back</h1><p>The site is being maintained.</p>',
);

export const cookieWall = shell(
  'Before you continue',
  `<div class="consent-wall"><h1>Before you continue</h1>
<p>We and our 842 partners store and access information on your device, such as cookies, and process personal data for personalised advertising and content, measurement and audience research.</p>
<p>You can give your consent or refuse it, or choose which purposes you agree to, before you go on to the site. You may change your mind at any time by opening the privacy settings in the footer.</p>
<p>Some partners do not ask for your consent and rely on their legitimate business interest. You can object to this in the list of partners.</p>
<button>Accept all</button><button>Reject all</button><button>Manage options</button></div>`,
);

export const challenge = shell(
  'Just a moment...',
  '<h1>Checking your browser before accessing the site</h1><noscript>Please enable JavaScript and cookies to continue.</noscript><div id="challenge-form"></div>',
);

export const scriptOnly = shell(
  'Loading',
  '<div id="root"></div><script>window.__STATE__={"articles":[]};</script><noscript>You need to enable JavaScript to run this app.</noscript>',
);

export const sectionFront = shell(
  'World news',
  `<h1>World</h1>${Array.from({ length: 24 }, (_, index) => `<div class="card"><h3><a href="/s/${index}">Story number ${index + 1} of the day</a></h3><p>Read what happened.</p></div>`).join('')}`,
);

/** Leaves the first paragraph and asks for money. */
export function paywalled(html: string): string {
  let seen = 0;
  const headline = html.search(/<h1|class="ttl"/);
  const text = html.slice(headline);
  const cut = text.replace(/<p(?: class="text")?>[^<]{40,}<\/p>/g, (paragraph) => {
    seen++;
    if (seen === 1) return paragraph;
    return seen === 2
      ? '<div class="paywall"><p>This article is for subscribers. Subscribe to continue reading.</p></div>'
      : '';
  });
  return html.slice(0, headline) + cut;
}

/** The smallest PDF that readers accept. */
export const pdf = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 144]>>endobj
trailer<</Root 1 0 R>>
%%EOF
`;
