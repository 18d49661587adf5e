import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import { en, type Messages } from './messages/en.ts';

export type InterfaceLanguage = 'en' | 'ja';

interface LanguageContext {
  m: Messages;
  lang: InterfaceLanguage;
  setLang: (lang: InterfaceLanguage) => void;
}

const storageKey = 'framewatch.language';
const Context = createContext<LanguageContext>({ m: en, lang: 'en', setLang: () => undefined });

/** Gives the words of the chosen language to everything below; Japanese is loaded when it is first chosen. */
export function LanguageProvider({ children }: { children: ReactNode }) {
  const [lang, setLang] = useState(readStored);
  const [japanese, setJapanese] = useState<Messages | null>(null);
  useEffect(() => {
    storeLanguage(lang);
    if (lang === 'ja') void import('./messages/ja.ts').then(({ ja }) => setJapanese(ja));
  }, [lang]);
  const shown = lang === 'ja' && japanese ? 'ja' : 'en';
  useEffect(() => {
    document.documentElement.lang = shown;
  }, [shown]);
  const value = useMemo(
    () => ({ m: shown === 'ja' && japanese ? japanese : en, lang: shown, setLang }) as const,
    [shown, japanese],
  );
  return <Context.Provider value={value}>{children}</Context.Provider>;
}

export function useLanguage(): LanguageContext {
  return useContext(Context);
}

/** A text of the seeds in the interface's language; otherwise in English, otherwise in any that there is. */
export function pickText(texts: Record<string, string>, lang: InterfaceLanguage): string {
  return texts[lang] ?? texts.en ?? Object.values(texts)[0] ?? '';
}

function readStored(): InterfaceLanguage {
  try {
    return localStorage.getItem(storageKey) === 'ja' ? 'ja' : 'en';
  } catch {
    return 'en';
  }
}

function storeLanguage(lang: InterfaceLanguage): void {
  try {
    localStorage.setItem(storageKey, lang);
  } catch {
    // Private windows may refuse storage; the choice then lasts as long as the page.
  }
}
