import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exampleScheme } from '../example.ts';
import { CueIndex, cueSetOf } from './cues.ts';

const [label] = exampleScheme.labels;
if (!label) throw new Error('the example has labels');
const cues = cueSetOf({
  ...label,
  name: '电子',
  aliases: [],
  cues: { strong: ['贴片'], weak: ['主板'], against: ['电子卷宗'] },
});
const kindsIn = (text: string) => new CueIndex([cues]).find(text)[0]?.map(({ kind }) => kind);

test('a phrase inside a longer one against the label does not count', () => {
  expect(kindsIn('电子卷宗系统')).toEqual(['against']);
  expect(kindsIn('电子卷宗与电子厂')).toEqual(['name', 'against']);
});

test('hidden phrases are left out, the label’s names never', () => {
  const hidden = cueSetOf({ ...label, cues: { strong: ['贴片'], weak: ['主板'], against: [] } }, () => true);
  expect(hidden).toMatchObject({ strong: [], weak: [], name: ['节水改造', '节水类'] });
});

test('every place of a phrase is found, none twice, whatever stands beside it', () => {
  const phrases = ['储能电站', '储能', '能电', '电站', '电电'];
  const [first, second] = [phrases.slice(0, 2), phrases.slice(2)];
  const index = new CueIndex([first, second].map((strong) => ({ name: [], strong, weak: [], against: [] })));
  const texts = fc.array(fc.constantFrom('储', '能', '电', '站', '，'), { maxLength: 30 });
  fc.assert(
    fc.property(texts, (chars) => {
      const text = chars.join('');
      const found = index.find(text).map((hits) => hits.map(({ start, end }) => text.slice(start, end)));
      for (const [l, own] of [first, second].entries()) {
        const all = own.flatMap((phrase) =>
          text
            .split(phrase)
            .slice(1)
            .map(() => phrase),
        );
        expect(found[l]).toEqual(all);
      }
    }),
  );
});
