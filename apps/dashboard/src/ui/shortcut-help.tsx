import { Kbd, Modal } from '@mantine/core';
import { useLocation } from '@tanstack/react-router';
import { useLanguage } from './language.tsx';

/** The keys and what they do. */
export function ShortcutHelp({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { m } = useLanguage();
  const isInbox = useLocation().pathname === '/alerts';
  const keys: [string[], string][] = [
    [['/'], m.shortcuts.search],
    [['j'], m.shortcuts.next],
    [['k'], m.shortcuts.previous],
    [['Enter'], m.shortcuts.open],
    [['e'], isInbox ? m.shortcuts.openAlert : m.shortcuts.correct],
    ...(isInbox ? [[['r'], m.shortcuts.markAlert] as [string[], string]] : []),
    [['?'], m.shortcuts.help],
    [['Esc'], m.shortcuts.close],
  ];
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={m.shortcuts.title}
      size="sm"
      closeButtonProps={{ 'aria-label': m.shortcuts.close }}
    >
      <dl className="shortcuts">
        {keys.map(([names, meaning]) => (
          <div key={meaning}>
            <dt>
              {names.map((name) => (
                <Kbd key={name}>{name}</Kbd>
              ))}
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}
