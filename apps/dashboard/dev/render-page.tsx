import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createMemoryHistory, RouterProvider } from '@tanstack/react-router';
import { render } from '@testing-library/react';
import { makeRouter } from '../src/router.tsx';
import { LanguageProvider } from '../src/ui/language.tsx';
import { cssVariables, theme } from '../src/ui/theme.ts';

export type Answers = (path: string, init?: RequestInit) => { status?: number; body: unknown };

export interface RenderedPage {
  /** What was asked of the API, in order. */
  asked: { url: string; body: unknown }[];
  /** The address as it stands now. */
  address: () => string;
}

/** Draws a page at an address, with the given answers in place of the API. For component specs. */
export function renderPage(address: string, answers: Answers): RenderedPage {
  const asked: { url: string; body: unknown }[] = [];
  globalThis.fetch = (input, init) => {
    const url = String(input);
    asked.push({ url, body: typeof init?.body === 'string' ? JSON.parse(init.body) : undefined });
    const { status = 200, body } = answers(url.replace(/^\/api/, ''), init);
    return Promise.resolve(answerOf(status, body));
  };
  const router = makeRouter(createMemoryHistory({ initialEntries: [address] }));
  const client = new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: 60_000 } } });
  render(
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} env="test">
      <QueryClientProvider client={client}>
        <LanguageProvider>
          <RouterProvider router={router} />
        </LanguageProvider>
      </QueryClientProvider>
    </MantineProvider>,
  );
  return { asked, address: () => router.history.location.href };
}

/** jsdom has no `Response`; this is what the client reads of one. */
function answerOf(status: number, body: unknown): Response {
  return {
    ok: status < 400,
    status,
    statusText: '',
    text: () => Promise.resolve(JSON.stringify(body)),
  } as Response;
}
