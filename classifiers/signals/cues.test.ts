import { expect, test } from 'vitest';
import { exampleScheme } from '../example.ts';
import { cueSetOf, findCues } from './cues.ts';

const [label] = exampleScheme.labels;
if (!label) throw new Error('the example has labels');
const cues = cueSetOf({
  ...label,
  name: '电子',
  aliases: [],
  cues: { strong: ['贴片'], weak: ['主板'], against: ['电子卷宗'] },
});

test('a phrase inside a longer one against the label does not count', () => {
  expect(findCues('电子卷宗系统', cues).map(({ kind }) => kind)).toEqual(['against']);
  expect(findCues('电子卷宗与电子厂', cues).map(({ kind }) => kind)).toEqual(['name', 'against']);
});

test('hidden phrases are left out, the label’s names never', () => {
  const hidden = cueSetOf({ ...label, cues: { strong: ['贴片'], weak: ['主板'], against: [] } }, () => true);
  expect(hidden).toMatchObject({ strong: [], weak: [], name: ['节水改造', '节水类'] });
});
