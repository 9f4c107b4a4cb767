import { useEffect, useRef } from 'react';
import type { Doubt } from '../../workbench/api/filing.ts';
import { useLang } from '../app/lang.tsx';
import { saidWords, filingWords as w } from '../words/filing.ts';
import { PointDetail } from './point-detail.tsx';
import type { SideProps } from './side.tsx';

/** Doubts, then the checklist, in the order of ENTER; the one that the keys act on is open. */
export function PointsPane(props: SideProps) {
  const { t } = useLang();
  const { filing } = props;
  if (filing.doubts.length + filing.checklist.length === 0)
    return <p className="quiet pad">{t(w.nothing)}</p>;
  return (
    <>
      <Group {...props} word={t(w.doubts)} doubts={filing.doubts} />
      <Group {...props} word={t(w.checklist)} doubts={filing.checklist} />
    </>
  );
}

function Group({ word, doubts, ...props }: SideProps & { word: string; doubts: readonly Doubt[] }) {
  const { t } = useLang();
  const { facts } = props;
  if (doubts.length === 0) return null;
  const open = doubts.filter(({ subject }) =>
    facts.points.some((point) => point.subject === subject && point.open),
  ).length;
  return (
    <>
      <h2 className="group">
        {word} <small>{t(w.openOf, { open, of: doubts.length })}</small>
      </h2>
      <ol className="points">
        {doubts.map((doubt) => (
          <PointRow key={doubt.subject} {...props} doubt={doubt} />
        ))}
      </ol>
    </>
  );
}

function PointRow({ doubt, ...props }: SideProps & { doubt: Doubt }) {
  const { t } = useLang();
  const { desk, facts, onDesk } = props;
  const here = desk.at.on === 'point' && desk.at.subject === doubt.subject;
  const open = facts.points.some((point) => point.subject === doubt.subject && point.open);
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (here) row.current?.scrollIntoView({ block: 'nearest' });
  }, [here]);
  const { ruling } = doubt;
  const said = ruling && doubt.answers.find(({ value }) => value === ruling.value);
  return (
    <li ref={row} className={here ? 'point here' : 'point'} data-subject={doubt.subject} aria-current={here}>
      <button
        type="button"
        className="point-head"
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => onDesk({ at: { on: 'point', subject: doubt.subject } })}
      >
        <i className={open ? 'sign open' : 'sign'} aria-hidden="true">
          {open ? '？' : '✓'}
        </i>
        <b>{t(doubt.title)}</b>
        <span className="quiet">
          {ruling
            ? t(w.answered, {
                answer: said
                  ? t(said.text)
                  : t(saidWords[ruling.value] ?? { zh: ruling.value, en: ruling.value }),
                by: ruling.by,
              })
            : open
              ? ''
              : '…'}
        </span>
      </button>
      {here ? <PointDetail {...props} doubt={doubt} /> : null}
    </li>
  );
}
