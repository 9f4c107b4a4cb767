import { useCallback, useEffect, useRef, useState } from 'react';
import { keepDraft } from '../api/routes.ts';
import { type Desk, draftOf } from './desk.ts';

export type Keeping =
  | { readonly state: 'none' | 'waiting' | 'failed' }
  | { readonly state: 'kept'; readonly at: string };

/** Keeps what was typed on the server, half a second after the last key, and at once when the page is left. */
export function useDraft(batch: string, filing: string, desk: Desk) {
  const draft = draftOf(desk);
  const text = JSON.stringify(draft);
  const kept = useRef(text);
  const latest = useRef({ text, draft });
  latest.current = { text, draft };
  const [keeping, setKeeping] = useState<Keeping>({ state: 'none' });
  /** Nothing is kept any more of what was decided. */
  const over = useRef(false);
  const [turn, setTurn] = useState(0);
  /** The page was left; an answer may still be on its way. */
  const left = useRef(false);
  const flush = useCallback(() => {
    if (over.current || latest.current.text === kept.current) return;
    kept.current = latest.current.text;
    keepDraft(batch, filing, latest.current.draft).catch(() => undefined);
  }, [batch, filing]);

  useEffect(() => {
    if (text === kept.current) return;
    setKeeping({ state: 'waiting' });
    let timer: ReturnType<typeof setTimeout>;
    const keep = () => {
      if (over.current) return;
      keepDraft(batch, filing, latest.current.draft).then(
        () => {
          kept.current = text;
          if (latest.current.text === text) setKeeping({ state: 'kept', at: new Date().toISOString() });
        },
        () => {
          if (latest.current.text !== text) return;
          setKeeping({ state: 'failed' });
          // The server may be back in a moment.
          timer = setTimeout(keep, 2000);
        },
      );
    };
    timer = setTimeout(keep, 500);
    return () => clearTimeout(timer);
  }, [text, turn, batch, filing]);

  useEffect(() => {
    left.current = false;
    window.addEventListener('pagehide', flush);
    return () => {
      window.removeEventListener('pagehide', flush);
      left.current = true;
      flush();
    };
  }, [flush]);
  return {
    keeping,
    end: () => {
      over.current = true;
    },
    /** The decision was refused: what is typed is kept again. */
    again: () => {
      over.current = false;
      // Who went on before the refusal came loses nothing either.
      if (left.current) flush();
      else setTurn((before) => before + 1);
    },
  };
}
