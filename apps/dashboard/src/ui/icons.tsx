const paths = {
  search: 'M11 11l4 4M7 12A5 5 0 1 1 7 2a5 5 0 0 1 0 10z',
  light:
    'M8 5a3 3 0 1 1 0 6 3 3 0 0 1 0-6zM8 1v1.500M8 13.500V15M1 8h1.500M13.500 8H15M3 3l1 1M12 12l1 1M3 13l1-1M12 4l1-1',
  dark: 'M13.500 9.500A6 6 0 0 1 6.500 2.500a6 6 0 1 0 7 7z',
  auto: 'M8 2a6 6 0 1 0 0 12zM8 2a6 6 0 0 1 0 12',
  download: 'M8 2v8M4.500 7L8 10.500 11.500 7M2.500 13.500h11',
  table: 'M2 3h12v10H2zM2 6.500h12M2 10h12M6.500 6.500V13',
  chart: 'M2 2v12h12M5 10l3-3 2 2 4-5',
  keyboard: 'M1.500 4h13v8h-13zM4 6.500h.5M7 6.500h.5M10 6.500h.5M5 9.500h6',
  close: 'M4 4l8 8M12 4l-8 8',
  external: 'M6 3H3v10h10v-3M9 2.500h4.500V7M13 3L7.500 8.500',
  back: 'M9.500 3L4.500 8l5 5',
  forward: 'M6.500 3l5 5-5 5',
  check: 'M3 8.500l3.500 3.500L13 4.500',
  filters: 'M2 4h12M4.500 8h7M6.500 12h3',
  more: 'M3 8h.01M8 8h.01M13 8h.01',
  retry: 'M13 8a5 5 0 1 1-1.500-3.500M13 2v3h-3',
} as const;

export type IconName = keyof typeof paths;

/** A line drawing beside a word, or alone in a button that carries the word as its label. */
export function Icon({ name, size = 16 }: { name: IconName; size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 16 16" aria-hidden="true" className="icon">
      <path
        d={paths[name]}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
