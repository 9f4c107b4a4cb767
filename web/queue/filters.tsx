import { Button, Input, Select } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { type Queue, sort } from '../../workbench/api/queue.ts';
import { useLang } from '../app/lang.tsx';
import { filterWords, queueWords as w } from '../words/queue.ts';
import { type Filter, isNarrowed } from './query.ts';

interface Filters {
  readonly filter: Filter;
  readonly facets: Queue['facets'] | undefined;
  readonly onChange: (part: Partial<Filter>) => void;
  readonly onClear: () => void;
}

const sortWords = {
  need: w.need,
  arrival: w.arrival,
  applicant: w.applicant,
  title: w.byTitle,
  region: w.region,
  confidence: w.confidence,
  stage: w.stage,
} as const;

/** Search, the filters that the batch offers, and the order. */
export function Filters({ filter, facets, onChange, onClear }: Filters) {
  const { t } = useLang();
  const pick = (key: 'state' | 'rule' | 'region' | 'unit' | 'reviewer', from: keyof Queue['facets']) => (
    <Select
      aria-label={t(w[key])}
      title={t(w[key])}
      placeholder={t(filterWords[key])}
      className="w-filter"
      popupMatchSelectWidth={false}
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      value={filter[key]}
      onChange={(value?: string) => onChange({ [key]: value })}
      options={(facets?.[from] ?? []).map(({ value, name, count }) => ({
        value,
        label: `${t(name)} · ${count}`,
      }))}
    />
  );
  const label = filter.scheme && filter.label ? `${filter.scheme} ${filter.label}` : undefined;
  return (
    <search className="filters" aria-label={t(w.filters)}>
      <SearchBox value={filter.q ?? ''} onChange={(q) => onChange({ q: q || undefined })} />
      {pick('state', 'states')}
      {pick('rule', 'rules')}
      {pick('region', 'regions')}
      {pick('unit', 'units')}
      <Select
        aria-label={t(w.label)}
        title={t(w.label)}
        placeholder={t(filterWords.label)}
        className="w-filter"
        popupMatchSelectWidth={false}
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        value={label}
        onChange={(value?: string) => {
          const facet = facets?.labels.find((one) => `${one.scheme} ${one.value}` === value);
          onChange({ scheme: facet?.scheme, label: facet?.value });
        }}
        options={(facets?.labels ?? []).map(({ scheme, value, name, count }) => ({
          value: `${scheme} ${value}`,
          label: `${t(name)} · ${count}`,
        }))}
      />
      {pick('reviewer', 'reviewers')}
      <Select
        aria-label={t(w.below)}
        title={t(w.below)}
        placeholder={t(filterWords.below)}
        className="w-filter"
        allowClear
        value={filter.below}
        onChange={(below?: number) => onChange({ below })}
        options={[0.5, 0.7, 0.8, 0.9, 0.95].map((value) => ({
          value,
          label: `${t(w.below)} ${Math.round(value * 100)}%`,
        }))}
      />
      <Select
        aria-label={t(w.sort)}
        className="w-sort"
        popupMatchSelectWidth={false}
        value={filter.sort}
        onChange={(value) => onChange({ sort: value })}
        options={sort.options.map((value) => ({ value, label: t(sortWords[value]) }))}
      />
      <Button disabled={!isNarrowed(filter)} onClick={onClear}>
        {t(w.clear)}
      </Button>
    </search>
  );
}

function SearchBox({ value, onChange }: { value: string; onChange: (q: string) => void }) {
  const { t } = useLang();
  const [typed, setTyped] = useState(value);
  const told = useRef(value);
  const tell = useRef(onChange);
  tell.current = onChange;
  useEffect(() => {
    // Changed from outside: cleared, or by an address.
    if (value === told.current) return;
    told.current = value;
    setTyped(value);
  }, [value]);
  useEffect(() => {
    const q = typed.trim();
    if (q === told.current) return;
    const timer = setTimeout(() => {
      told.current = q;
      tell.current(q);
    }, 120);
    return () => clearTimeout(timer);
  }, [typed]);
  return (
    <Input
      id="search"
      className="w-search"
      type="search"
      allowClear
      maxLength={200}
      aria-label={t(w.search)}
      title={t(w.search)}
      placeholder={t(filterWords.search)}
      value={typed}
      onChange={({ target }) => setTyped(target.value)}
    />
  );
}
