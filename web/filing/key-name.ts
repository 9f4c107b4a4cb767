/**
 * The key as the desk names it, letters small; nothing where it belongs to the browser, to the system or to an input
 * method that is composing. With an input method on, letters come as `Process`: then the key's place says which it is.
 */
export function keyName(event: {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly isComposing: boolean;
}): string | undefined {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return undefined;
  // Chinese keyboards write these in full width.
  const wide: Record<string, string> = { '？': '?', '。': '.', '，': ',', '【': '[', '】': ']' };
  const { key } = event;
  if (key === 'Process' || key === 'Unidentified') {
    const letter = /^Key([A-Z])$/.exec(event.code)?.[1];
    const digit = /^(?:Digit|Numpad)(\d)$/.exec(event.code)?.[1];
    return letter?.toLowerCase() ?? digit;
  }
  return wide[key] ?? (key.length === 1 ? key.toLowerCase() : key);
}

/** Whether what has the focus takes letters itself. */
export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target instanceof HTMLTextAreaElement ||
      target instanceof HTMLSelectElement ||
      (target instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'file'].includes(target.type)))
  );
}
