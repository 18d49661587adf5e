import {
  createRootRoute,
  createRoute,
  createRouter,
  type ErrorComponentProps,
  lazyRouteComponent,
  type RouterHistory,
} from '@tanstack/react-router';
import { readView } from './api/view.ts';
import { Shell } from './ui/shell.tsx';
import { CrashState, NotFoundState } from './ui/states.tsx';

const root = createRootRoute({
  component: Shell,
  validateSearch: readView,
  notFoundComponent: NotFoundState,
});
const parent = () => root;

const alerts = createRoute({
  getParentRoute: parent,
  path: '/alerts',
  component: lazyRouteComponent(() => import('./pages/alerts/alerts-page.tsx'), 'AlertsPage'),
});
const alertsParent = () => alerts;

const routes = [
  createRoute({
    getParentRoute: parent,
    path: '/',
    component: lazyRouteComponent(() => import('./pages/overview/overview-page.tsx'), 'OverviewPage'),
  }),
  createRoute({
    getParentRoute: parent,
    path: '/framing',
    component: lazyRouteComponent(() => import('./pages/framing/framing-page.tsx'), 'FramingPage'),
  }),
  createRoute({
    getParentRoute: parent,
    path: '/articles',
    component: lazyRouteComponent(() => import('./pages/articles/articles-page.tsx'), 'ArticlesPage'),
  }),
  createRoute({
    getParentRoute: parent,
    path: '/articles/$id',
    component: lazyRouteComponent(() => import('./pages/article/article-page.tsx'), 'ArticlePage'),
  }),
  alerts.addChildren([
    createRoute({
      getParentRoute: alertsParent,
      path: '/',
      component: lazyRouteComponent(() => import('./pages/alerts/inbox/inbox.tsx'), 'Inbox'),
    }),
    createRoute({
      getParentRoute: alertsParent,
      path: '/rules',
      component: lazyRouteComponent(() => import('./pages/alerts/rules/rules.tsx'), 'Rules'),
    }),
    createRoute({
      getParentRoute: alertsParent,
      path: '/rules/$id',
      component: lazyRouteComponent(() => import('./pages/alerts/editor/editor-page.tsx'), 'EditRule'),
    }),
    createRoute({
      getParentRoute: alertsParent,
      path: '/new-rule',
      component: lazyRouteComponent(() => import('./pages/alerts/editor/editor-page.tsx'), 'NewRule'),
    }),
    createRoute({
      getParentRoute: alertsParent,
      path: '/channels',
      component: lazyRouteComponent(() => import('./pages/alerts/channels/channels.tsx'), 'Channels'),
    }),
    createRoute({
      getParentRoute: alertsParent,
      path: '/deliveries',
      component: lazyRouteComponent(() => import('./pages/alerts/deliveries/deliveries.tsx'), 'Deliveries'),
    }),
  ]),
  createRoute({
    getParentRoute: parent,
    path: '/feeds',
    component: lazyRouteComponent(() => import('./pages/feeds/feeds-page.tsx'), 'FeedsPage'),
  }),
  createRoute({
    getParentRoute: parent,
    path: '/review',
    component: lazyRouteComponent(() => import('./pages/review/review-page.tsx'), 'ReviewPage'),
  }),
  createRoute({
    getParentRoute: parent,
    path: '/seeds',
    component: lazyRouteComponent(() => import('./pages/seeds/seeds-page.tsx'), 'SeedsPage'),
  }),
] as const;

/** Addresses stay readable: plain names and values, none of them in JSON. */
export function makeRouter(history: RouterHistory) {
  return createRouter({
    routeTree: root.addChildren(routes),
    history,
    parseSearch: (text) => Object.fromEntries(new URLSearchParams(text)),
    stringifySearch: writeSearch,
    scrollRestoration: true,
    defaultPreload: 'intent',
    defaultErrorComponent: ({ error }: ErrorComponentProps) => (
      <CrashState error={error instanceof Error ? error : new Error(String(error))} />
    ),
  });
}

function writeSearch(search: Record<string, unknown>): string {
  const known = Object.entries(search).filter(([, value]) => value !== undefined && value !== '');
  const text = new URLSearchParams(known.map(([name, value]) => [name, String(value)])).toString();
  return text ? `?${text}` : '';
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof makeRouter>;
  }
}
