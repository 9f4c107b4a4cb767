import { Button } from 'antd';
import { type DragEvent, useRef, useState } from 'react';
import { useLang } from '../app/lang.tsx';
import { batches as w } from '../words/batches.ts';
import { droppedOf, type Picked, pickedOf } from './uploads.ts';

/** Takes files and folders by dropping or by dialog. */
export function DropZone({ label, onPicked }: { label: string; onPicked: (picked: Picked[]) => void }) {
  const { t } = useLang();
  const [over, setOver] = useState(false);
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    void droppedOf(event.dataTransfer).then(onPicked);
  };
  const chosen = (input: HTMLInputElement) => {
    onPicked(pickedOf(input.files ?? []));
    // The same file may be chosen again.
    input.value = '';
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a shortcut; the buttons inside do the same.
    <div
      className={over ? 'drop over' : 'drop'}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <span>{t(w.drop)}</span>
      <span className="row">
        <Button onClick={() => files.current?.click()}>{t(w.pickFiles)}</Button>
        <Button onClick={() => folder.current?.click()}>{t(w.pickFolder)}</Button>
      </span>
      <input
        ref={files}
        type="file"
        multiple
        hidden
        aria-label={label}
        onChange={({ currentTarget }) => chosen(currentTarget)}
      />
      <input
        ref={(input) => {
          folder.current = input;
          input?.setAttribute('webkitdirectory', '');
        }}
        type="file"
        multiple
        hidden
        aria-label={`${label} (${t(w.pickFolder)})`}
        onChange={({ currentTarget }) => chosen(currentTarget)}
      />
    </div>
  );
}
