import './office.css';
import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import type { z } from 'zod';
import type { PaperOrder, papers } from '../../workbench/api/office.ts';
import { asRefused, type Refused } from '../api/refused.ts';
import { orderPapers, paperAddress } from '../api/routes.ts';
import { useLang } from '../app/lang.tsx';
import { hashOf } from '../app/router.ts';
import { useMe } from '../app/session.tsx';
import { RefusedBox } from '../shared/refused-box.tsx';
import { size } from '../shared/times.ts';
import { office as w } from '../words/office.ts';
import { Letterhead } from './letterhead.tsx';

type Made = z.infer<typeof papers>;

const kinds = [
  ['letters', w.letters, w.lettersNote],
  ['summary', w.summary, w.summaryNote],
  ['workbook', w.workbook, w.workbookNote],
  ['page', w.report, w.reportNote],
  ['meeting', w.meeting, w.meetingNote],
] as const satisfies readonly (readonly [PaperOrder['kind'], unknown, unknown])[];

/** What the office sends and hands on. */
export function PapersPage({ batch }: { batch: string }) {
  const { t, lang } = useLang();
  const { user } = useMe();
  const [send, setSend] = useState(false);
  const [busy, setBusy] = useState<PaperOrder['kind']>();
  const [refused, setRefused] = useState<Refused>();
  const [made, setMade] = useState<Partial<Record<PaperOrder['kind'], Made>>>({});
  const order = (kind: PaperOrder['kind']) => {
    setBusy(kind);
    setRefused(undefined);
    orderPapers(batch, { kind, send: kind === 'letters' && send, lang }).then(
      (answer) => {
        setBusy(undefined);
        setMade((before) => ({ ...before, [kind]: answer }));
      },
      (error: unknown) => {
        setBusy(undefined);
        setRefused(asRefused(error));
      },
    );
  };
  return (
    <div className="sheet">
      <div className="head">
        <h1>{t(w.papers)}</h1>
      </div>
      {refused ? <RefusedBox refused={refused} /> : null}
      {kinds.map(([kind, word, note]) => {
        const answer = made[kind];
        return (
          <section key={kind} aria-labelledby={`paper-${kind}`} className="paper">
            <div className="head">
              <div>
                <h2 id={`paper-${kind}`}>{t(word)}</h2>
                <p className="quiet">{t(note)}</p>
                {kind === 'letters' ? (
                  <Checkbox
                    checked={send}
                    disabled={user.role === 'clerk'}
                    onChange={({ target }) => setSend(target.checked)}
                  >
                    {t(user.role === 'clerk' ? w.headSends : w.send)}
                  </Checkbox>
                ) : null}
              </div>
              <Button
                aria-label={`${t(w.order)}：${t(word)}`}
                loading={busy === kind}
                disabled={busy !== undefined && busy !== kind}
                onClick={() => order(kind)}
              >
                {t(w.order)}
              </Button>
            </div>
            {answer ? <MadePapers batch={batch} made={answer} /> : null}
          </section>
        );
      })}
      <Letterhead />
    </div>
  );
}

function MadePapers({ batch, made: { papers: files, refused, remarks } }: { batch: string; made: Made }) {
  const { t } = useLang();
  return (
    <div aria-live="polite">
      <ul className="lines">
        {files.map(({ id, name, bytes }) => (
          <li key={id}>
            <a href={paperAddress(id)} download={name}>
              {name}
            </a>{' '}
            <span className="quiet">{size(bytes)}</span>
          </li>
        ))}
      </ul>
      <Said batch={batch} title={t(w.toLookAt)} of={remarks} tone="unsure" />
      <Said batch={batch} title={t(w.refusedFilings)} of={refused} tone="bad" />
    </div>
  );
}

/** What is to be known of filings, with whose they are. */
function Said(props: { batch: string; title: string; of: Made['refused']; tone: string }) {
  const { t } = useLang();
  const { batch, title, of, tone } = props;
  if (of.length === 0) return null;
  return (
    <>
      <h3 className={tone}>
        {title} ({of.length})
      </h3>
      <ul className="lines">
        {of.map(({ filing, name, why }, index) => (
          <li key={`${filing} ${index}`}>
            {filing ? <a href={hashOf(['batches', batch, 'filings', filing])}>{name || filing}</a> : null}{' '}
            {t(why)}
          </li>
        ))}
      </ul>
    </>
  );
}
