import '@mantine/core/styles.css';
import '@fontsource/source-serif-4/latin-400.css';
import '@fontsource/source-serif-4/latin-400-italic.css';
import '@fontsource/source-serif-4/latin-600.css';
import '@fontsource/source-serif-4/latin-ext-400.css';
import '@fontsource/source-serif-4/latin-ext-600.css';
import './ui/theme.css';
import './ui/parts.css';
import './charts/components/charts.css';
import './pages/pages.css';
import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createBrowserHistory, RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { ApiProblem } from './api/client.ts';
import { beatsQuery, statusQuery } from './api/queries.ts';
import { makeRouter } from './router.tsx';
import { LanguageProvider } from './ui/language.tsx';
import { cssVariables, theme } from './ui/theme.ts';

/** Live events say what is old; without them an answer counts as fresh for this long. */
const staleTime = 20_000;

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime,
      // A refusal stays a refusal; only an API that is away for a moment is worth asking again.
      retry: (failures, error) =>
        failures < 2 && (!(error instanceof ApiProblem) || error.problem.status === 0),
      retryDelay: 1_000,
      // The browser's own "offline" says nothing of an API on the same machine.
      networkMode: 'always',
    },
    mutations: { networkMode: 'always' },
  },
});

// Every page needs these two; asked for now, they travel while the page's own script does.
void queries.prefetchQuery(statusQuery);
void queries.prefetchQuery(beatsQuery);

const root = document.getElementById('root');
if (!root) throw new Error('index.html holds no element #root');

createRoot(root).render(
  <StrictMode>
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
      <QueryClientProvider client={queries}>
        <LanguageProvider>
          <RouterProvider router={makeRouter(createBrowserHistory())} />
        </LanguageProvider>
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
);
