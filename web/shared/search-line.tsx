import { Input } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useLang } from '../app/lang.tsx';
import { office as w } from '../words/office.ts';

/** A box that tells what is sought a moment after the last letter. */
export function SearchLine({ onSought }: { onSought: (q: string) => void }) {
  const { t } = useLang();
  const [typed, setTyped] = useState('');
  const tell = useRef(onSought);
  tell.current = onSought;
  useEffect(() => {
    const timer = setTimeout(() => tell.current(typed.trim()), 200);
    return () => clearTimeout(timer);
  }, [typed]);
  return (
    <Input
      type="search"
      allowClear
      className="w-line"
      aria-label={t(w.search)}
      placeholder={t(w.search)}
      value={typed}
      onChange={({ target }) => setTyped(target.value)}
    />
  );
}
