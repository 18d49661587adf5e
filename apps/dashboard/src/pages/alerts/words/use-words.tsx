import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import { type InterfaceLanguage, useLanguage } from '../../../ui/language.tsx';
import { en, type Words } from './en.ts';

const Context = createContext<Words>(en);

/** The words of the Alerts page; they are loaded with it, so that no other page carries them. */
export function useWords(): Words {
  return useContext(Context);
}

/** Shows its children in the interface's language, and `waiting` for as long as the words are on their way. */
export function WordsProvider({ waiting, children }: { waiting: ReactNode; children: ReactNode }) {
  const { lang } = useLanguage();
  const [loaded, setLoaded] = useState<Partial<Record<InterfaceLanguage, Words>>>({ en });
  useEffect(() => {
    if (lang === 'ja') void import('./ja.ts').then(({ ja }) => setLoaded({ en, ja }));
  }, [lang]);
  const words = loaded[lang];
  return words ? <Context.Provider value={words}>{children}</Context.Provider> : waiting;
}
