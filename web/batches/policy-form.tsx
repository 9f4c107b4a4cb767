import { Button, InputNumber, Select } from 'antd';
import type { Text } from '../../core/lang.ts';
import type { BatchDetail, Policy } from '../../workbench/api/batches.ts';
import { setPolicy } from '../api/routes.ts';
import { useLang } from '../app/lang.tsx';
import { ChangedElsewhere } from '../shared/changed-elsewhere.tsx';
import { useSettings } from '../shared/use-settings.ts';
import { batches as w } from '../words/batches.ts';

const blindWords = { none: w.blindNone, sample: w.blindSample, all: w.blindAll } as const;
const checkWords = { none: w.checkNone, refusals: w.checkRefusals, all: w.checkAll } as const;
const optionsOf = <Value extends string>(words: Readonly<Record<Value, Text>>, t: (word: Text) => string) =>
  (Object.keys(words) as Value[]).map((value) => ({ value, label: t(words[value]) }));

const hundred = (share: number) => Math.round(share * 1000) / 10;

/** Whose eyes a filing of this batch needs. */
export function PolicyForm({
  batch,
  policy,
  revision,
  onSaved,
  onStale,
}: {
  readonly batch: string;
  readonly policy: Policy;
  readonly revision: number;
  readonly onSaved: (batch: BatchDetail) => void;
  readonly onStale: () => void;
}) {
  const { t } = useLang();
  const { typed, others, set, save } = useSettings(policy, {
    onSaved,
    onStale,
    done: w.saved,
    send: (asked) => setPolicy(batch, { ...asked, revision }),
  });
  const said: { readonly [Key in keyof Policy]: readonly [name: Text, value: string] } = {
    blind: [w.blind, t(blindWords[policy.blind])],
    blindShare: [w.blindShare, `${hundred(policy.blindShare)}%`],
    check: [w.check, t(checkWords[policy.check])],
    redraw: [w.redraw, `${hundred(policy.redraw)}%`],
    target: [w.target, `${hundred(policy.target)}%`],
  };
  const percent = (key: 'blindShare' | 'redraw' | 'target', from: number, to: number) => (
    <InputNumber
      id={`policy-${key}`}
      min={from}
      max={to}
      step={key === 'target' ? 0.1 : 1}
      suffix="%"
      value={hundred(typed[key])}
      onChange={(value) => value !== null && set({ [key]: value / 100 })}
    />
  );
  return (
    <div className="form narrow">
      <label htmlFor="policy-blind">{t(w.blind)}</label>
      <Select
        id="policy-blind"
        value={typed.blind}
        onChange={(blind) => set({ blind })}
        options={optionsOf(blindWords, t)}
      />
      {typed.blind === 'sample' ? (
        <>
          <label htmlFor="policy-blindShare">{t(w.blindShare)}</label>
          {percent('blindShare', 1, 100)}
        </>
      ) : null}
      <label htmlFor="policy-check">{t(w.check)}</label>
      <Select
        id="policy-check"
        value={typed.check}
        onChange={(check) => set({ check })}
        options={optionsOf(checkWords, t)}
      />
      <label htmlFor="policy-redraw">{t(w.redraw)}</label>
      {percent('redraw', 0, 20)}
      <label htmlFor="policy-target">{t(w.target)}</label>
      {percent('target', 90, 100)}
      <ChangedElsewhere values={others.map((key) => `${t(said[key][0])} ${said[key][1]}`)} />
      <span />
      <span>
        <Button onClick={save}>{t(w.save)}</Button>
      </span>
    </div>
  );
}
