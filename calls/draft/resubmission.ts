import type { Resubmission } from '../schema/index.ts';
import type { DraftClause } from './clauses.ts';
import { numeral, wholeOf } from './number-words.ts';

const banned = /(?:不得|不可|不能|不再|禁止)(?:再次|重复|重新)?(?:申报|上报|推荐|报送|参评)|不(?:得|再)重复/u;
const awarded = /已(?:获|入选|列入|认定|评为|纳入)|曾(?:获|入选)|获得/u;

/** What the notice says of earlier winners: barred, while their award is valid, or asked to apply again. */
export function resubmissionOf(
  clauses: readonly DraftClause[],
  programme: string,
): Resubmission & { said: string } {
  const sentences = clauses
    .filter(({ part }) => part.kind === 'notice' || part.kind === 'annex')
    .flatMap(({ text, ref }) => text.split(/(?<=[。；])/u).map((words) => ({ words, ref })));
  const ban = sentences.find(({ words }) => banned.test(words) && awarded.test(words));
  const again = sentences.find(
    ({ words }) => /20\d\d\s*年/u.test(words) && /(?:需|须|应)重新申报/u.test(words),
  );
  const valid = sentences.find(
    ({ words }) => /有效期/u.test(words) && new RegExp(`${numeral}\\s*年`, 'u').test(words),
  );
  const years =
    valid && wholeOf(new RegExp(`有效期[^。]{0,6}?${numeral}\\s*年`, 'u').exec(valid.words)?.[1] ?? '');
  const why = (ban ?? again)?.words.trim() ?? '通知中没有找到限制重复申报的文字。';
  const windowed = ban !== undefined && years !== undefined;
  return {
    bars: ban ? bars(ban.words) : 'nothing',
    programmes: [programme],
    ...(years !== undefined && { validityYears: years }),
    readings: [
      {
        id: windowed ? 'while-valid' : 'as-drafted',
        title: { zh: '草稿读法', en: 'As drafted' },
        window: windowed ? { kind: 'while-valid' } : { kind: 'unlimited' },
        why: { zh: why, en: 'Drafted from the notice; see the words in Chinese.' },
      },
    ],
    reading: windowed ? 'while-valid' : 'as-drafted',
    exemptLabels: [],
    mustReapply: again
      ? [
          {
            programme,
            year: Number(/(20\d\d)\s*年/u.exec(again.words)?.[1]),
            usesQuota: !/不占[^。]{0,8}名额/u.test(again.words),
          },
        ]
      : [],
    clause: (ban ?? again)?.ref ?? clauses[0]?.ref ?? '引言',
    said: ban || again ? why : '',
  };
}

/** The last thing named before the ban is what is barred: …优秀案例的项目不得…. */
function bars(words: string): Resubmission['bars'] {
  const before = words.slice(0, banned.exec(words)?.index ?? words.length);
  const last = [...before.matchAll(/解决方案|案例|项目|平台|企业|单位|主体/gu)].at(-1)?.[0] ?? '';
  if (/解决方案|案例/u.test(last)) return 'solution';
  return /项目|平台/u.test(last) ? 'project' : 'applicant';
}
