import { App, Button, InputNumber, Select } from 'antd';
import { useState } from 'react';
import type { Policy } from '../../workbench/api/batches.ts';
import { asRefused } from '../api/refused.ts';
import { setPolicy } from '../api/routes.ts';
import { useLang } from '../app/lang.tsx';
import { batches as w } from '../words/batches.ts';

const hundred = (share: number) => Math.round(share * 1000) / 10;

/** Whose eyes a filing of this batch needs. */
export function PolicyForm({ batch, policy }: { batch: string; policy: Policy }) {
  const { t } = useLang();
  const { message } = App.useApp();
  const [typed, setTyped] = useState(policy);
  const set = (part: Partial<Policy>) => setTyped((before) => ({ ...before, ...part }));
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
    setPolicy(batch, typed).then(
      () => message.success(t(w.saved)),
      (error: unknown) => message.error(t(asRefused(error).text)),
    );
  return (
    <div className="form narrow">
      <label htmlFor="policy-blind">{t(w.blind)}</label>
      <Select
        id="policy-blind"
        value={typed.blind}
        onChange={(blind) => set({ blind })}
        options={[
          { value: 'none', label: t(w.blindNone) },
          { value: 'sample', label: t(w.blindSample) },
          { value: 'all', label: t(w.blindAll) },
        ]}
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
        options={[
          { value: 'none', label: t(w.checkNone) },
          { value: 'refusals', label: t(w.checkRefusals) },
          { value: 'all', label: t(w.checkAll) },
        ]}
      />
      <label htmlFor="policy-redraw">{t(w.redraw)}</label>
      {percent('redraw', 0, 20)}
      <label htmlFor="policy-target">{t(w.target)}</label>
      {percent('target', 90, 100)}
      <span />
      <span>
        <Button onClick={() => void save()}>{t(w.save)}</Button>
      </span>
    </div>
  );
}
