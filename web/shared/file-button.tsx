import { Button } from 'antd';
import { useRef } from 'react';

interface Props {
  readonly word: string;
  readonly accept: string;
  readonly loading: boolean;
  readonly onFile: (file: File) => void;
}

/** Asks for one file. */
export function FileButton({ word, accept, loading, onFile }: Props) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button type="primary" loading={loading} onClick={() => input.current?.click()}>
        {word}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={word}
        accept={accept}
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          currentTarget.value = '';
          if (file) onFile(file);
        }}
      />
    </>
  );
}
