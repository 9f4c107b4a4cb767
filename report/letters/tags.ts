import type { LetterContent } from './letter.ts';
import { itemNumber } from './number.ts';
import { type OfficeKey, type OfficeSettings, officeWords } from './office.ts';
import { closed } from './shortfalls.ts';

/** What fills the tags of a template. A tag whose value is empty is not there: a letter that needs it is refused. */
export interface Filling {
  readonly values: Readonly<Record<string, string | undefined>>;
  /** Lists by their tag, with the values of each item. */
  readonly lists: Readonly<Record<string, readonly Readonly<Record<string, string>>[]>>;
}

/** Tags that may be empty: what stands between `{#tag}` and `{/tag}` is then left out. */
export const optionalTags: ReadonlySet<string> = new Set([
  officeWords.late.zh,
  officeWords.objection.zh,
  '推荐单位',
]);

const itemsTag = '事项';

export function fillingOf(content: LetterContent, office: OfficeSettings): Filling {
  const keys = Object.keys(officeWords) as OfficeKey[];
  return {
    values: {
      ...Object.fromEntries(keys.map((key) => [officeWords[key].zh, text(office[key])])),
      [officeWords.late.zh]: office.late === undefined ? undefined : ifLate(office.late),
      文号: content.number,
      日期: content.date,
      申报单位: content.applicant,
      项目名称: content.title,
      推荐单位: content.recommender,
      征集通知: content.notice,
      事项数: content.items.length === 0 ? undefined : String(content.items.length),
    },
    lists: {
      [itemsTag]: content.items.map(({ source, title, problem, basis, handIn }, i) => ({
        序号: itemNumber(i + 1),
        // A condition is named by what it asks for, which must not read as if it were so.
        标题: source === '' ? title : `关于“${title}”的要求`,
        问题: problem,
        依据: basis === '' ? '经人工审查认定。' : basis,
        补正要求: handIn,
      })),
    },
  };
}

/** What follows, as a sentence of its own that says when. */
const ifLate = (words: string) =>
  closed(/^(?:逾期|未|如|若|不按|超过|到期)/u.test(words) ? words : `逾期未补正的，${words}`);

const text = (value: string | number | undefined) => (value === undefined ? undefined : String(value));
