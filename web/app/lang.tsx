import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import { fill, type Lang, type Text } from '../../core/lang.ts';

interface Speaker {
  readonly lang: Lang;
  readonly setLang: (lang: Lang) => void;
  /** A text in the page's language, its `{names}` filled. */
  readonly t: (text: Text, values?: Readonly<Record<string, string | number>>) => string;
}

const key = 'chushen.lang';

const Speaking = createContext<Speaker>({ lang: 'zh', setLang: () => undefined, t: ({ zh }) => zh });

export const useLang = () => useContext(Speaking);

/** Chinese unless this browser was switched to English. */
export function LangProvider({ children }: { children: ReactNode }) {
  const [lang, setLang] = useState<Lang>(() => (localStorage.getItem(key) === 'en' ? 'en' : 'zh'));
  useEffect(() => {
    localStorage.setItem(key, lang);
    document.documentElement.lang = lang === 'zh' ? 'zh-CN' : 'en';
  }, [lang]);
  const speaker = useMemo<Speaker>(
    () => ({ lang, setLang, t: (text, values) => (values ? fill(text, values) : text)[lang] }),
    [lang],
  );
  return <Speaking.Provider value={speaker}>{children}</Speaking.Provider>;
}
