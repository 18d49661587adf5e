import type { PushSubscriptionView } from '@framewatch/contracts';
import { Button, Switch } from '@mantine/core';
import { useLanguage } from '../../ui/language.tsx';
import { PermissionRefused } from './browser-push.ts';
import { CHANNEL_EXAMPLE, NOTIFY_WORDS } from './notify-words.ts';
import { useBrowserPush } from './use-browser-push.ts';

/** A switch per web-push channel: whether its alerts appear as notifications in this browser. */
export function NotifyBrowser() {
  const { lang } = useLanguage();
  const words = NOTIFY_WORDS[lang];
  const { support, channels, browsers, mine, switchOn, remove } = useBrowserPush(lang);
  if (channels === undefined) return null;
  return (
    <section aria-labelledby="notify-browser">
      <h2 id="notify-browser">{words.title}</h2>
      {channels.length === 0 ? (
        <NoChannel />
      ) : support === 'ready' ? (
        channels.map(({ id, name }) => {
          const own = mine.find(({ channel }) => channel === id);
          return (
            <Switch
              key={id}
              my="xs"
              label={words.label(name)}
              description={own ? words.on(own.label) : words.hint}
              checked={own !== undefined}
              disabled={switchOn.isPending || remove.isPending}
              onChange={() => (own ? remove.mutate(own) : switchOn.mutate(id))}
            />
          );
        })
      ) : (
        <p className="quiet">{words[support]}</p>
      )}
      {switchOn.error && (
        <p role="alert">{switchOn.error instanceof PermissionRefused ? words.denied : words.failed}</p>
      )}
      <Browsers browsers={browsers} onRemove={(browser) => remove.mutate(browser)} />
    </section>
  );
}

function NoChannel() {
  const { lang } = useLanguage();
  return (
    <>
      <p className="quiet">{NOTIFY_WORDS[lang].noChannel}</p>
      <pre>
        <code>{CHANNEL_EXAMPLE}</code>
      </pre>
    </>
  );
}

/** Every browser that is notified, so that a lost one can be struck off. */
function Browsers({
  browsers,
  onRemove,
}: {
  browsers: readonly PushSubscriptionView[];
  onRemove: (browser: PushSubscriptionView) => void;
}) {
  const { lang } = useLanguage();
  const words = NOTIFY_WORDS[lang];
  if (browsers.length === 0) return null;
  return (
    <details>
      <summary>{words.others(browsers.length)}</summary>
      <ul>
        {browsers.map((browser) => (
          <li key={browser.id}>
            {browser.label} · {browser.channel}{' '}
            <Button variant="subtle" size="compact-sm" onClick={() => onRemove(browser)}>
              {words.remove(browser.label)}
            </Button>
          </li>
        ))}
      </ul>
    </details>
  );
}
