import { createContext, type ReactNode, useCallback, useContext, useEffect, useRef, useState } from 'react';
import { Icon } from '../../ui/icons.tsx';
import { useWords } from './words/use-words.tsx';

interface Offer {
  text: string;
  undo?: () => void;
  bad?: boolean;
}

/** Long enough to read and to reach the button; it waits while it is pointed at or holds the focus. */
const shownMs = 12_000;

const Context = createContext<(offer: Offer) => void>(() => undefined);

/** Tells what was done, with a way back where there is one. */
export function useTell(): (offer: Offer) => void {
  return useContext(Context);
}

export function UndoProvider({ children }: { children: ReactNode }) {
  const words = useWords();
  const [offer, setOffer] = useState<Offer | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const run = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setOffer(null), shownMs);
  }, []);
  const tell = useCallback(
    (next: Offer) => {
      setOffer(next);
      run();
    },
    [run],
  );
  useEffect(() => () => clearTimeout(timer.current), []);
  const wait = () => clearTimeout(timer.current);
  return (
    <Context.Provider value={tell}>
      {children}
      <div className="undo-place" aria-live="polite">
        {offer ? (
          // biome-ignore lint/a11y/noStaticElementInteractions: it only stays while it is pointed at
          <div
            className={offer.bad ? 'undo bad' : 'undo'}
            onMouseEnter={wait}
            onMouseLeave={run}
            onFocus={wait}
            onBlur={run}
          >
            <span>{offer.text}</span>
            {offer.undo ? (
              <button
                type="button"
                className="plain undo-button"
                onClick={() => {
                  offer.undo?.();
                  setOffer(null);
                }}
              >
                {words.undo}
              </button>
            ) : null}
            <button
              type="button"
              className="plain undo-close"
              aria-label={words.close}
              onClick={() => setOffer(null)}
            >
              <Icon name="close" size={14} />
            </button>
          </div>
        ) : null}
      </div>
    </Context.Provider>
  );
}
