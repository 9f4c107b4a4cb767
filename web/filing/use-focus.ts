import { type RefObject, useLayoutEffect, useRef } from 'react';

interface Focusable {
  focus: () => void;
  blur: () => void;
}

/** A box that has the focus exactly while `wanted`: keys go to it, and to the page again afterwards. */
export function useFocus<T extends Focusable>(wanted: boolean): RefObject<T | null> {
  const box = useRef<T>(null);
  useLayoutEffect(() => {
    if (wanted) box.current?.focus();
    else box.current?.blur();
  }, [wanted]);
  return box;
}
