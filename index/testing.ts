import { callSchema, type Resubmission } from '../calls/schema/call.ts';
import type { Pack } from '../calls/schema/index.ts';
import type { IndexedFiling } from './indexed-filing.ts';
import { factsOf } from './signals/facts.ts';
import type { PlacedText } from './text/placed-text.ts';

/** Small invented calls and filings for the tests of this folder. */

const text = (zh: string) => ({ zh, en: zh });

export function callWith(resubmission: Partial<Resubmission> = {}): Pick<Pack, 'call'> {
  const call = callSchema.parse({
    id: 'apps-2021',
    title: text('测试征集'),
    short: text('测试'),
    issuer: text('工业和信息化部办公厅'),
    year: 2021,
    programme: { id: 'apps', names: ['工业互联网APP优秀解决方案'] },
    deadlines: [{ level: 'online', at: '2021-10-20', clause: '一' }],
    resubmission: {
      bars: 'solution',
      programmes: ['apps'],
      validityYears: 2,
      readings: [
        { id: 'always', title: text('不限年限'), window: { kind: 'unlimited' }, why: text('条文没有年限') },
        {
          id: 'two-years',
          title: text('有效期内'),
          window: { kind: 'while-valid' },
          why: text('有效期两年'),
        },
      ],
      reading: 'always',
      clause: '二（四）',
      ...resubmission,
    },
  });
  return { call };
}

export function placed(content: string): PlacedText {
  let start = 0;
  const lines = content.split('\n').map((line, i) => {
    const one = { start, length: line.length, where: [{ part: 'word/document.xml', path: `p[${i + 1}]` }] };
    start += line.length + 1;
    return one;
  });
  return { text: content, lines };
}

export function filingWith(of: Partial<IndexedFiling> & { content?: string }): IndexedFiling {
  const { content = '', ...rest } = of;
  return {
    id: 'f1',
    file: 'f1.docx',
    call: 'apps-2021',
    company: '',
    title: '',
    year: 2021,
    narrative: placed(content),
    excluded: [],
    facts: factsOf(content),
    ...rest,
  };
}
