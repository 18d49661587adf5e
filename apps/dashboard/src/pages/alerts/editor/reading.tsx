import type { AlertRuleConfig } from '@framewatch/contracts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useRuleNames } from '../use-rule-names.ts';
import { ruleSentence } from '../words/rule-sentence.ts';
import { useWords } from '../words/use-words.tsx';
import { YamlText } from '../yaml-text.tsx';

/** The sentence that the rule reads as, and its YAML for whoever wants to see it. */
export function Reading({ rule }: { rule: AlertRuleConfig }) {
  const words = useWords();
  const names = useRuleNames();
  const [open, setOpen] = useState(false);
  const { when, tell } = ruleSentence(rule, names, words);
  return (
    <section className="reading" aria-labelledby="reading-title">
      <h3 id="reading-title">{words.editor.reads}</h3>
      <p className="reading-sentence serif" aria-live="polite">
        {when} {tell}
      </p>
      <button
        type="button"
        className="plain link-like small"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        {open ? words.editor.yamlHide : words.editor.yamlShow}
      </button>
      {open ? <Yaml rule={rule} /> : null}
    </section>
  );
}

/** The library that writes YAML is loaded when somebody asks for it. */
function Yaml({ rule }: { rule: AlertRuleConfig }) {
  const { data } = useQuery({
    queryKey: ['yaml-writer'],
    queryFn: async () => (await import('yaml')).stringify,
    staleTime: Number.POSITIVE_INFINITY,
  });
  return data ? <YamlText yaml={data({ rules: [rule] }, { lineWidth: 0 })} /> : null;
}
