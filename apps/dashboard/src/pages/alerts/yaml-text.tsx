import { Button, CopyButton, Modal } from '@mantine/core';
import { useWords } from './words/use-words.tsx';

/** A piece of YAML with a button that copies it. */
export function YamlText({ yaml }: { yaml: string }) {
  const words = useWords();
  return (
    <div className="yaml">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard */}
      <section className="yaml-scroll" tabIndex={0} aria-label={words.editor.yaml}>
        <pre>{yaml}</pre>
      </section>
      <CopyButton value={yaml}>
        {({ copied, copy }) => (
          <Button size="compact-xs" variant="default" onClick={copy} className="yaml-copy">
            {copied ? words.editor.copied : words.editor.copy}
          </Button>
        )}
      </CopyButton>
    </div>
  );
}

/** What to put into alerts.yaml by hand, where it cannot be written from here. */
export function PasteYaml({ yaml, onClose }: { yaml: string | null; onClose: () => void }) {
  const words = useWords();
  return (
    <Modal
      opened={yaml !== null}
      onClose={onClose}
      title={words.ruleList.pasteTitle}
      size="lg"
      closeButtonProps={{ 'aria-label': words.close }}
    >
      <p>{words.ruleList.paste}</p>
      <YamlText yaml={yaml ?? ''} />
    </Modal>
  );
}
