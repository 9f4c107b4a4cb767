import { Button, Select } from 'antd';
import { useRef, useState } from 'react';
import { useLang } from '../app/lang.tsx';
import { batches as w } from '../words/batches.ts';
import { type Picked, pickedOf } from './uploads.ts';

export const listKinds = ['awards', 'summary', 'registry', 'affiliates'] as const;
export type ListKind = (typeof listKinds)[number];

export interface PickedList extends Picked {
  readonly kind: ListKind;
}

/** Lists that the batch is held against, each with what it is. */
export function ListPicker({
  lists,
  onChange,
}: {
  lists: readonly PickedList[];
  onChange: (lists: PickedList[]) => void;
}) {
  const { t } = useLang();
  const [kind, setKind] = useState<ListKind>('awards');
  const input = useRef<HTMLInputElement>(null);
  return (
    <div>
      <span className="row">
        <Select
          aria-label={t(w.listKinds)}
          value={kind}
          onChange={setKind}
          className="w-list"
          options={listKinds.map((value) => ({ value, label: t(w[value]) }))}
        />
        <Button onClick={() => input.current?.click()}>{t(w.pickFiles)}</Button>
      </span>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={t(w.lists)}
        accept=".xlsx,.xls,.csv,.pdf,.docx,.doc,.html,.htm"
        onChange={({ currentTarget }) => {
          // A list and a filing may bear one name: the kind keeps them apart.
          const added = pickedOf(currentTarget.files ?? []).map((one) => ({
            ...one,
            path: `${kind}:${one.path}`,
            kind,
          }));
          onChange([...lists.filter(({ path }) => !added.some((one) => one.path === path)), ...added]);
          currentTarget.value = '';
        }}
      />
      {lists.length > 0 ? (
        <ul className="chosen">
          {lists.map((list) => (
            <li key={list.path}>
              <span>{t(w[list.kind])}</span> {list.file.name}
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
