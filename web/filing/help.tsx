import { Modal } from 'antd';
import { useLang } from '../app/lang.tsx';
import { barWords, keyWords } from '../words/filing.ts';

/** In two columns, so that all of it is in sight at 800 pixels. */
const half = Math.ceil(keyWords.length / 2);

/** The list of keys. */
export function Help({ onClose }: { onClose: () => void }) {
  const { t } = useLang();
  return (
    <Modal open title={t(barWords.keys)} footer={null} onCancel={onClose} width={880}>
      <div className="key-list">
        {[keyWords.slice(0, half), keyWords.slice(half)].map((part, at) => (
          <Part key={at} words={part} />
        ))}
      </div>
    </Modal>
  );
}

function Part({ words }: { words: typeof keyWords }) {
  const { t } = useLang();
  return (
    <table className="plain">
      <tbody>
        {words.map(([keys, what]) => (
          <tr key={keys}>
            <th scope="row">
              {keys
                .split(' ')
                .map((key) => (key === '/' || key === '–' ? ` ${key} ` : <kbd key={key}>{key}</kbd>))}
            </th>
            <td>{t(what)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
