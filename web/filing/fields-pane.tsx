import { useEffect, useRef } from 'react';
import { stateWords } from '../../report/words.ts';
import type { FilingField } from '../../workbench/api/filing.ts';
import { useLang } from '../app/lang.tsx';
import { percent } from '../shared/times.ts';
import { filingWords as w } from '../words/filing.ts';
import { FieldEdit, FieldFacts } from './field-facts.tsx';
import { sayValue } from './say-value.ts';
import type { SideProps } from './side.tsx';

/** Every field; a chosen one is lit on its page and may be put right. */
export function FieldsPane(props: SideProps) {
  return (
    <ul className="fields">
      {props.filing.fields.map((field) => (
        <FieldRow key={field.key} {...props} of={field} />
      ))}
    </ul>
  );
}

function FieldRow({ of, filing, desk, onDesk, onShow }: SideProps & { of: FilingField }) {
  const { t, lang } = useLang();
  const here = desk.field === of.key;
  const unsure = filing.doubts.some(({ subject, ruling }) => subject === `field:${of.key}` && !ruling);
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (here) row.current?.scrollIntoView({ block: 'nearest' });
  }, [here]);
  return (
    <li ref={row} className={here ? 'here' : undefined} aria-current={here}>
      <button
        type="button"
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => {
          onDesk({ field: of.key });
          onShow(of.where, `field:${of.key}`);
        }}
      >
        <span className="field-label">{of.name ? t(of.name) : of.label}</span>
        <span className="field-value">
          {of.state === 'filled' ? (
            `${sayValue(of.value)}${of.unit ? ` ${of.unit}` : ''}`
          ) : (
            <i className="quiet">{t(stateWords[of.state])}</i>
          )}
        </span>
        <span className={unsure ? 'number unsure' : 'number quiet'}>
          {of.corrected ? '✎' : percent(of.confidence, lang)}
        </span>
      </button>
      {here ? (
        <div className="detail">
          <FieldFacts field={of} onShow={onShow} />
          {desk.mode === 'edit' ? (
            <FieldEdit field={of} desk={desk} onDesk={onDesk} />
          ) : (
            <p className="quiet">
              <kbd>E</kbd> {t(w.newValue)}
            </p>
          )}
        </div>
      ) : null}
    </li>
  );
}
