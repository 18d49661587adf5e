import { ActionIcon, NativeSelect, useMantineColorScheme } from '@mantine/core';
import { Link, Outlet, useLocation } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { useLiveEvents } from '../api/live.ts';
import { useBeats, useLatestAlerts, useStatus } from '../api/queries.ts';
import { carriedOver } from '../api/view.ts';
import { Icon } from './icons.tsx';
import { pickText, useLanguage } from './language.tsx';
import { Ribbons } from './ribbons.tsx';
import { SearchBox } from './search-box.tsx';
import { SubjectProvider } from './subject.tsx';
import { useGlobalKeys } from './use-keys.ts';
import { useChangeView, useView } from './use-view.ts';

/** Loaded when it is first asked for: dialogs weigh as much as the rest of the frame. */
const ShortcutHelp = lazy(async () => ({ default: (await import('./shortcut-help.tsx')).ShortcutHelp }));

/** The frame around every page: head, ribbons, and the page once its subject is known. */
export function Shell() {
  const { m } = useLanguage();
  /** Null until somebody asks for help. */
  const [help, setHelp] = useState<boolean | null>(null);
  useLiveEvents();
  useGlobalKeys({ onHelp: () => setHelp(true) });
  return (
    <>
      <a className="skip-link" href="#page">
        {m.nav.skip}
      </a>
      <Ribbons />
      <header className="head no-print">
        <Link to="/" search={carriedOver(useView())} className="wordmark">
          {m.product}
        </Link>
        <BeatName />
        <Navigation />
        <div className="head-tools">
          <SearchBox />
          <ThemeButton />
          <LanguageButton />
          <ActionIcon
            variant="subtle"
            color="gray"
            className="wide-only"
            aria-label={m.nav.shortcuts}
            onClick={() => setHelp(true)}
          >
            <Icon name="keyboard" />
          </ActionIcon>
        </div>
      </header>
      <main id="page" className="page" tabIndex={-1}>
        <SubjectProvider>
          <Outlet />
        </SubjectProvider>
      </main>
      {help === null ? null : (
        <Suspense>
          <ShortcutHelp opened={help} onClose={() => setHelp(false)} />
        </Suspense>
      )}
    </>
  );
}

function BeatName() {
  const { m, lang } = useLanguage();
  const view = useView();
  const change = useChangeView();
  const { data: beats = [] } = useBeats();
  const [first] = beats;
  if (!first) return <span className="beat-name" />;
  if (beats.length === 1) return <span className="beat-name quiet">{pickText(first.name, lang)}</span>;
  return (
    <NativeSelect
      className="beat-name"
      size="xs"
      aria-label={m.nav.beat}
      value={view.beat ?? first.id}
      onChange={(event) => change({ beat: event.currentTarget.value, topic: undefined, frame: undefined })}
      data={beats.map(({ id, name }) => ({ value: id, label: pickText(name, lang) }))}
    />
  );
}

function Navigation() {
  const { m } = useLanguage();
  const search = carriedOver(useView());
  const { data: status } = useStatus();
  const { data: alerts } = useLatestAlerts();
  const unread = alerts?.unread ?? 0;
  const troubled = status?.feeds.troubled ?? 0;
  const nav = useActiveInSight(`${unread} ${troubled}`);
  return (
    <nav ref={nav} className="nav" aria-label={m.nav.main}>
      <Link to="/" search={search} activeOptions={{ exact: true, includeSearch: false }}>
        {m.nav.overview}
      </Link>
      <Link to="/framing" search={search} activeOptions={{ includeSearch: false }}>
        {m.nav.framing}
      </Link>
      <Link to="/articles" search={search} activeOptions={{ includeSearch: false }}>
        {m.nav.articles}
      </Link>
      <Link to="/alerts" search={search} activeOptions={{ includeSearch: false }}>
        {m.nav.alerts}
        {unread > 0 ? (
          <span className="count" title={m.nav.unread(unread)}>
            {unread > 99 ? '99+' : unread}
          </span>
        ) : null}
      </Link>
      <Link to="/feeds" search={search} activeOptions={{ includeSearch: false }}>
        {m.nav.feeds}
        {troubled > 0 ? (
          <span
            className="nav-dot"
            role="img"
            aria-label={m.nav.troubled(troubled)}
            title={m.nav.troubled(troubled)}
          />
        ) : null}
      </Link>
      <Link to="/seeds" search={search} activeOptions={{ includeSearch: false }}>
        {m.nav.seeds}
      </Link>
    </nav>
  );
}

/** On a narrow screen the navigation scrolls; the page that is open should not be out of sight in it. */
function useActiveInSight(contents: string) {
  const ref = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  useEffect(() => {
    const nav = ref.current;
    const active = nav?.querySelector<HTMLElement>('.active');
    if (nav && active) nav.scrollLeft = active.offsetLeft - nav.offsetLeft - 120;
  }, [pathname, contents]);
  return ref;
}

const nextTheme = { auto: 'light', light: 'dark', dark: 'auto' } as const;

function ThemeButton() {
  const { m } = useLanguage();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      aria-label={`${m.nav.changeTheme}: ${m.nav.theme[colorScheme]}`}
      title={m.nav.theme[colorScheme]}
      onClick={() => setColorScheme(nextTheme[colorScheme])}
    >
      <Icon name={colorScheme} />
    </ActionIcon>
  );
}

function LanguageButton() {
  const { m, lang, setLang } = useLanguage();
  const other = lang === 'en' ? 'ja' : 'en';
  return (
    <button
      type="button"
      className="plain language-button"
      lang={other}
      aria-label={`${other.toUpperCase()}, ${m.nav.changeLanguage}: ${other === 'ja' ? '日本語' : 'English'}`}
      onClick={() => setLang(other)}
    >
      {other.toUpperCase()}
    </button>
  );
}
