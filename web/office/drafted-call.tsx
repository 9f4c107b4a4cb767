import { App, Button, Input, Select } from 'antd';
import { useRef, useState } from 'react';
import type { CallDraft } from '../../workbench/api/office.ts';
import { asRefused, type Refused } from '../api/refused.ts';
import { editDraft } from '../api/routes.ts';
import { useLang } from '../app/lang.tsx';
import { RefusedBox } from '../shared/refused-box.tsx';
import { office as w } from '../words/office.ts';

interface Props {
  readonly draft: CallDraft;
  readonly onDraft: (draft: CallDraft) => void;
  readonly onClose: () => void;
}

/** A call drafted from a notice: the notice beside what was made of it, and what a person must still say. */
export function DraftedCall({ draft, onDraft, onClose }: Props) {
  const { t } = useLang();
  const { message } = App.useApp();
  const [name, setName] = useState(draft.files[0]?.name ?? '');
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const [words, setWords] = useState<string>();
  const [refused, setRefused] = useState<Refused>();
  const notice = useRef<HTMLPreElement>(null);
  const file = draft.files.find((one) => one.name === name);
  const content = typed[name] ?? file?.content ?? '';

  const save = (keep: boolean) => {
    setRefused(undefined);
    editDraft(draft.id, { name, content, keep }).then(
      (after) => {
        const { [name]: _, ...rest } = typed;
        setTyped(rest);
        onDraft(after);
        void message.success(t(w.kept));
        if (keep && after.mistakes.length === 0) onClose();
      },
      (error: unknown) => setRefused(asRefused(error)),
    );
  };
  const show = (sought: string) => {
    setWords(sought);
    requestAnimationFrame(() => notice.current?.querySelector('mark')?.scrollIntoView({ block: 'center' }));
  };
  const at = words ? draft.notice.indexOf(words) : -1;
  return (
    <div className="drafted">
      <div className="head">
        <h1>{t(w.draftTitle)}</h1>
        <span className="row">
          <Button onClick={onClose}>{t(w.cancel)}</Button>
          <Button onClick={() => save(false)}>{t(w.keep)}</Button>
          <Button
            type="primary"
            disabled={Object.keys(typed).some((one) => one !== name)}
            onClick={() => save(true)}
          >
            {t(w.keepCall)}
          </Button>
        </span>
      </div>
      {refused ? <RefusedBox refused={refused} /> : null}
      <div className="drafted-both">
        <section aria-label={t(w.notice)}>
          <h2>{t(w.notice)}</h2>
          <pre ref={notice} lang="zh-CN" tabIndex={0}>
            {words && at >= 0 ? (
              <>
                {draft.notice.slice(0, at)}
                <mark>{words}</mark>
                {draft.notice.slice(at + words.length)}
              </>
            ) : (
              draft.notice
            )}
          </pre>
        </section>
        <section aria-label={t(w.packFiles)}>
          <h2>{t(w.open)}</h2>
          {draft.open.length === 0 ? <p className="quiet">{t(w.noOpen)}</p> : null}
          <ul className="lines scrolls">
            {draft.open.map(({ message: text, words: sought }) => (
              <li key={`${text.zh} ${sought}`}>
                {sought ? (
                  <button type="button" className="link" onClick={() => show(sought)}>
                    {t(text)}
                  </button>
                ) : (
                  t(text)
                )}
              </li>
            ))}
            {draft.mistakes.map(({ file: of, path, message: text, mend }) => (
              <li key={`${of} ${path} ${text.zh}`}>
                <button type="button" className="link bad" onClick={() => setName(of)}>
                  {of} {path}：{t(text)}
                </button>{' '}
                <span className="quiet">
                  {t(w.mend)}：{t(mend)}
                </span>
              </li>
            ))}
          </ul>
          <Select
            aria-label={t(w.packFiles)}
            className="w-list"
            value={name}
            onChange={setName}
            options={draft.files.map((one) => ({
              value: one.name,
              label: typed[one.name] === undefined ? one.name : `${one.name} *`,
            }))}
          />
          <Input.TextArea
            className="code"
            aria-label={name}
            spellCheck={false}
            value={content}
            onChange={({ target }) => setTyped({ ...typed, [name]: target.value })}
          />
        </section>
      </div>
    </div>
  );
}
