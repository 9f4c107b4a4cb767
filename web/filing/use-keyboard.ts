import { type RefObject, useLayoutEffect } from 'react';
import type { Desk } from './desk.ts';
import { isTyping, keyName } from './key-name.ts';

/** Hears the keys of the filing, wherever the focus is; what is typed into a box stays there. */
export function useKeyboard(
  state: RefObject<{ readonly desk: Desk }>,
  striking: RefObject<(key: string) => void>,
): void {
  // Before the filing is painted: a key pressed at its first sight is not lost.
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const { mode } = state.current.desk;
      const key = keyName(event);
      if (key === undefined || (mode === 'reopen' && key === 'Enter')) return;
      if (state.current.desk.help) {
        if (key === '?') striking.current(key);
        return;
      }
      if (document.querySelector('.ant-modal-wrap, .ant-select-dropdown:not(.ant-select-dropdown-hidden)'))
        return;
      if (isTyping(event.target)) {
        if (mode === 'look' || (key !== 'Enter' && key !== 'Escape') || event.shiftKey) return;
      } else if (mode !== 'look' && key !== 'Enter' && key !== 'Escape') return;
      else if (
        (key === 'Enter' || key === ' ') &&
        event.target instanceof HTMLElement &&
        event.target.closest('button, a, [role="tab"]')
      )
        return;
      event.preventDefault();
      striking.current(key);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [state, striking]);
}
