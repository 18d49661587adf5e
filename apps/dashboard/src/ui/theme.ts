import { type CSSVariablesResolver, createTheme } from '@mantine/core';
import { ground, paletteVariables } from './palette.ts';

const sans =
  'system-ui, -apple-system, "Segoe UI", Roboto, "Hiragino Sans", "Noto Sans CJK JP", "Noto Sans", "Helvetica Neue", sans-serif';

/** The component library's theme; colours that mean something stand in `theme.css` and `palette.ts`. */
export const theme = createTheme({
  fontFamily: sans,
  fontSizes: { xs: '12px', sm: '14px', md: '14px', lg: '16px', xl: '20px' },
  primaryColor: 'accent',
  primaryShade: { light: 7, dark: 4 },
  defaultRadius: 4,
  cursorType: 'pointer',
  autoContrast: true,
  respectReducedMotion: true,
  components: {
    // A dialog's heading is no banner of the page.
    Modal: { defaultProps: { attributes: { header: { role: 'presentation' } } } },
    Drawer: { defaultProps: { attributes: { header: { role: 'presentation' } } } },
  },
  focusRing: 'auto',
  colors: {
    accent: [
      '#eaf2fb',
      '#d3e3f5',
      '#a8c8ec',
      '#86b4e6',
      '#6ca6e4',
      '#3f86cf',
      '#1f6fc0',
      '#0f5aa6',
      '#0b4a8a',
      '#083a6e',
    ],
  },
});

/** In place of the library's own, which are too pale to be read. */
const readable = {
  '--mantine-color-dimmed': 'var(--ink-2)',
  '--mantine-color-placeholder': 'var(--ink-3)',
  '--mantine-color-error': 'var(--bad)',
};

/** Puts the categorical colours and the grounds into both themes. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: { ...paletteVariables('light'), ...readable, '--mantine-color-body': ground.light },
  dark: { ...paletteVariables('dark'), ...readable, '--mantine-color-body': ground.dark },
});
