import { Alert, App, Button, InputNumber, Select } from 'antd';
import type { Text } from '../../core/lang.ts';
import type { BatchDetail, Policy } from '../../workbench/api/batches.ts';
import { asRefused } from '../api/refused.ts';
import { setPolicy } from '../api/routes.ts';
import { useLang } from '../app/lang.tsx';
import { useTyped } from '../shared/use-typed.ts';
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
  const { message } = App.useApp();
  const { typed, others, set, clear } = useTyped(policy);
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
  const save = () =>
    setPolicy(batch, { ...typed, revision }).then(
      (saved) => {
        clear();
        onSaved(saved);
        void message.success(t(w.saved));
      },
      (error: unknown) => {
        const refused = asRefused(error);
        if (refused.code === 'stale') onStale();
        void message.error(t(refused.text));
      },
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
      {others.length > 0 ? (
        <Alert
          className="whole"
          type="warning"
          role="alert"
          title={t(w.changedElsewhere, {
            what: others.map((key) => `${t(said[key][0])} ${said[key][1]}`).join(t(w.comma)),
          })}
        />
      ) : null}
      <span />
      <span>
        <Button onClick={() => void save()}>{t(w.save)}</Button>
      </span>
    </div>
  );
}
