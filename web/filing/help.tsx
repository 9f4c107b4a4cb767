import { Modal } from 'antd';
import { useLang } from '../app/lang.tsx';
import { barWords, keyWords } from '../words/filing.ts';

/** The list of keys. */
export function Help({ onClose }: { onClose: () => void }) {
  const { t } = useLang();
  return (
    <Modal open title={t(barWords.keys)} footer={null} onCancel={onClose} width={560}>
      <table className="plain">
        <tbody>
          {keyWords.map(([keys, what]) => (
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
    </Modal>
  );
}
