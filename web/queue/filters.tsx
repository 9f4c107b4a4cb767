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
  const pick = (
    key: 'state' | 'rule' | 'region' | 'unit' | 'reviewer',
    from: 'states' | 'rules' | 'regions' | 'units' | 'reviewers',
  ) => (
    <Pick
      name={t(w[key])}
      short={t(filterWords[key])}
      value={filter[key]}
      from={facets?.[from] ?? []}
      onPick={(value) => onChange({ [key]: value })}
    />
  );
  return (
    <search className="filters" aria-label={t(w.filters)}>
      <SearchBox value={filter.q ?? ''} onChange={(q) => onChange({ q: q || undefined })} />
      {pick('state', 'states')}
      {pick('rule', 'rules')}
      {pick('region', 'regions')}
      {pick('unit', 'units')}
      {(facets?.schemes ?? []).map(({ id, title, labels }) => (
        <Pick
          key={id}
          name={t(title)}
          short={t(title)}
          value={filter.labels?.[id]}
          from={labels}
          wide
          onPick={(label) => {
            const { [id]: _, ...others } = filter.labels ?? {};
            onChange({ labels: label === undefined ? others : { ...others, [id]: label } });
          }}
        />
      ))}
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

/** One thing that the batch can be filtered by, with how many filings there are of each value. */
function Pick({
  name,
  short,
  value,
  from,
  wide = false,
  onPick,
}: {
  readonly name: string;
  /** Where there is little room. */
  readonly short: string;
  readonly value: string | undefined;
  readonly from: Queue['facets']['states'];
  readonly wide?: boolean;
  readonly onPick: (value?: string) => void;
}) {
  const { t } = useLang();
  return (
    <Select
      aria-label={name}
      title={name}
      placeholder={short}
      className={wide ? 'w-scheme' : 'w-filter'}
      popupMatchSelectWidth={false}
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      value={value}
      onChange={onPick}
      options={from.map((one) => ({ value: one.value, label: `${t(one.name)} · ${one.count}` }))}
    />
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
