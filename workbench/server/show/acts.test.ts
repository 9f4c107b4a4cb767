import { expect, test } from 'vitest';
import type { Act } from '../../../core/desk.ts';
import { shownAct } from './acts.ts';

const act: Act = {
  id: 'a1',
  batch: 'b1',
  filing: 'f1',
  version: 1,
  by: 'u1',
  at: '2026-01-01T00:00:00.000Z',
  kind: 'rule',
  text: { zh: '认定 2 项', en: 'found 2' },
  old: '',
  new: '',
  group: 'a1',
  seconds: 0,
};
const words = { nameOf: (id: string) => id };
const shown = (part: Partial<Act>) => shownAct({ ...act, ...part }, words);

test('a list of findings is told one by one, also where an answer or an id goes over lines', () => {
  const list = 'label:modes=智能化\n制造；match:第一行\n第二行=different；check:copies=met';
  expect(shown({ new: list }).is?.zh).toBe('modes：智能化\n制造；相似项目：不是同一方案；copies：符合');
  const undone = { kind: 'undo', text: { zh: '撤销：认定 2 项', en: 'undone: found 2' } } as const;
  expect(shown({ ...undone, old: list }).was?.zh).toBe(shown({ new: list }).is?.zh);
});

test('what somebody wrote is shown as they wrote it, whatever it looks like', () => {
  const wrote = '见 rule:3=met，\n已核对';
  expect(shown({ kind: 'reopen', text: { zh: '重新办理', en: 'reopened' }, new: wrote }).is?.zh).toBe(wrote);
  expect(shown({ kind: 'correct', text: { zh: '更正', en: 'put right' }, new: wrote }).is?.zh).toBe(wrote);
});
