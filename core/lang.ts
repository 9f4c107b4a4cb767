/** The languages of every screen, report and message: Chinese first, English by switch. */
export type Lang = 'zh' | 'en';

/** One text in both languages. Whatever a person reads is one of these until the last moment. */
export interface Text {
  readonly zh: string;
  readonly en: string;
}

/** Fills `{name}` in both languages with the same values; an unknown name is left as it stands. */
export function fill(text: Text, values: Readonly<Record<string, string | number>>): Text {
  const put = (pattern: string) =>
    pattern.replace(/\{(\w+)\}/g, (whole, name: string) => {
      const value = values[name];
      return value === undefined ? whole : String(value);
    });
  return { zh: put(text.zh), en: put(text.en) };
}
