import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { mockApi } from './dev/mock-api.ts';

/** Where a running API answers while the dashboard is developed; without it the synthetic one in `dev/` does. */
const api = process.env.FRAMEWATCH_API;

export default defineConfig({
  plugins: [react(), ...(api ? [] : [mockApi()])],
  resolve: { conditions: ['@framewatch/source', 'module', 'browser', 'development|production'] },
  server: { host: '127.0.0.1', ...(api ? { proxy: { '/api': { target: api, changeOrigin: true } } } : {}) },
  preview: { host: '127.0.0.1' },
  build: {
    target: 'es2023',
    // The Content-Security-Policy allows no inline data for scripts, and fonts are cheaper as files.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: { output: { advancedChunks: { groups: vendorGroups() } } },
  },
});

/** Libraries change less often than pages do: in chunks of their own they stay in the browser's cache. */
function vendorGroups() {
  return [
    {
      name: 'charts',
      test: /node_modules\/(recharts|victory|d3-|@reduxjs|redux|reselect|immer|es-toolkit|decimal)/,
    },
    // Small libraries that several need go with React, so that no page draws in the charts for them.
    {
      name: 'react',
      priority: 2,
      test: /node_modules\/(react|react-dom|scheduler|react-is|use-sync-external-store|clsx)\//,
    },
    { name: 'data', test: /node_modules\/@tanstack\// },
  ];
}
