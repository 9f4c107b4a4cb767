import { callSchema } from '../../../calls/schema/call.ts';
import { type Sample, textOf } from '../../../corpus/generate/solution-texts.ts';
import type { IndexedFiling } from '../../../index/indexed-filing.ts';
import { factsOf } from '../../../index/signals/facts.ts';
import type { Award } from '../../../lists/awards/award.ts';

export const asOf = '2021-10-20';

/** A call that bars what was awarded before without a limit of time. */
export const call = callSchema.parse({
  id: 'bench',
  title: { zh: '测试', en: 'bench' },
  short: { zh: '测试', en: 'bench' },
  issuer: { zh: '工业和信息化部', en: 'bench' },
  year: 2021,
  programme: { id: 'bench', names: ['测试'] },
  deadlines: [{ level: 'online', at: asOf, clause: '一' }],
  resubmission: {
    bars: 'solution',
    programmes: ['bench'],
    readings: [
      {
        id: 'always',
        title: { zh: '不限', en: 'always' },
        window: { kind: 'unlimited' },
        why: { zh: '无', en: 'none' },
      },
    ],
    reading: 'always',
    clause: '二（四）',
  },
});

let count = 0;

export function filingOf(sample: Sample): IndexedFiling {
  const text = textOf(sample);
  let start = 0;
  const lines = text.split('\n').map((line) => {
    const placed = {
      start,
      length: line.length,
      where: [{ part: 'word/document.xml', path: `p[${start}]` }],
    };
    start += line.length + 1;
    return placed;
  });
  const id = `f${count++}`;
  return {
    id,
    file: `${id}.docx`,
    call: 'bench',
    company: sample.company,
    title: sample.title,
    year: 2021,
    narrative: { text, lines },
    excluded: [],
    facts: factsOf(text),
  };
}

export const awardOf = (sample: Sample, withText: boolean): Award => ({
  id: `a${count++}`,
  programme: 'bench',
  issuer: { kind: 'ministry', department: 'miit', words: '工业和信息化部', from: 'title' },
  year: 2020,
  listedOn: '2020-12-31',
  title: sample.title,
  company: sample.company,
  ...(withText ? { text: textOf(sample) } : {}),
});
