import { fill, type Text } from '../../core/lang.ts';
import type { Likeness } from '../model/likeness.ts';

const percent = (share: number) => `${Math.round(share * 100)}%`;

const relations = {
  same: { zh: '申报单位相同', en: 'the applicant is the same' },
  likely: { zh: '申报单位名称几乎相同', en: "the applicants' names are nearly the same" },
  affiliated: { zh: '申报单位名称相近，可能是关联单位', en: 'the applicants may be affiliated' },
  different: { zh: '申报单位不同', en: 'the applicants differ' },
} as const;

/** What speaks for or against one solution, in one sentence. */
export function describeLikeness(likeness: Likeness): Text {
  const parts: Text[] = [relations[likeness.who.relation]];
  if (likeness.title >= 0.995) parts.push({ zh: '名称相同', en: 'the titles are the same' });
  else {
    const title = percent(likeness.title);
    parts.push({ zh: `名称相似度 ${title}`, en: `the titles are ${title} alike` });
  }
  if (likeness.text !== undefined) {
    const text = percent(likeness.text);
    parts.push({ zh: `正文有 ${text} 相同`, en: `${text} of the text is the same` });
  }
  if (likeness.littleText)
    parts.push({ zh: '自有正文太少，未比对正文', en: 'there is too little text of their own to compare' });
  const told = toldAgain(likeness);
  if (told) parts.push(told);
  const score = percent(likeness.score);
  return {
    zh: `${parts.map((part) => part.zh).join('，')}；为同一方案的概率约 ${score}。`,
    en: `${capital(parts.map((part) => part.en).join(', '))}; probability of one solution about ${score}.`,
  };
}

/** Terms of the field that are told to show what both are about. */
const mostTold = 6;

/** Said only where it is what speaks for one solution. */
function toldAgain({ signals, terms = [] }: Likeness): Text | undefined {
  const weight = signals.find(({ name }) => name === 'topical')?.weight ?? 0;
  const most = Math.max(0, ...signals.filter(({ name }) => name !== 'topical').map((one) => one.weight));
  if (terms.length === 0 || weight <= most) return undefined;
  const some = terms.slice(0, mostTold).map(({ term }) => term);
  return {
    zh: `两份材料共用少见的术语（${some.join('、')}等），句子不同而所述相近`,
    en: `both use rare terms (${some.join(', ')}), so what is told is alike though the sentences differ`,
  };
}

/** Sentences of the policy, filled with dates, names and clause numbers. */
export const sentences = {
  bars: {
    solution: {
      zh: '依据{clause}，已入选的解决方案不得重复申报。',
      en: 'By {clause}, a solution already selected may not be submitted again.',
    },
    project: {
      zh: '依据{clause}，已入选的项目不得重复申报。',
      en: 'By {clause}, a project already selected may not be submitted again.',
    },
    applicant: {
      zh: '依据{clause}，已入选的单位不得再次申报。',
      en: 'By {clause}, an applicant already selected may not apply again.',
    },
  },
  nothing: {
    zh: '本通知（{clause}）不限制已入选的项目再次申报。',
    en: 'This call ({clause}) does not restrict what was selected before.',
  },
  listed: {
    zh: '该项目见{list}（{date}公布），截至{asOf}仍在限制范围内（{reading}）。',
    en: 'It is on {list} (published {date}) and still counts on {asOf} ({reading}).',
  },
  listedUntil: {
    zh: '该项目见{list}（{date}公布），限制至{until}，截至{asOf}尚未期满（{reading}）。',
    en: 'It is on {list} (published {date}) and counts until {until}; on {asOf} that has not passed ({reading}).',
  },
  expired: {
    zh: '该项目见{list}（{date}公布），限制已于{until}期满，截至{asOf}不再限制（{reading}）。',
    en: 'It is on {list} (published {date}); the restriction ended on {until} and no longer holds on {asOf} ({reading}).',
  },
  unsureDate: {
    zh: '该项目见{list}，但缺少名单公布日期，无法确定截至{asOf}是否仍在限制期内（{reading}），请核对。',
    en: 'It is on {list}, but the day the list was published is not known, so whether it still counts on {asOf} is open ({reading}): please check.',
  },
  unsureValidity: {
    zh: '该项目见{list}（{date}公布），但本通知没有写明有效期，无法确定截至{asOf}是否仍有效（{reading}），请核对。',
    en: 'It is on {list} (published {date}), but this call states no validity, so whether it still counts on {asOf} is open ({reading}): please check.',
  },
  notYet: {
    zh: '该名单（{list}，{date}公布）晚于审查日期{asOf}，不作为重复申报处理。',
    en: 'That list ({list}, published {date}) is later than the day of review {asOf}: not counted as a repeat.',
  },
  otherReading: {
    zh: '如按另一种理解（{reading}），该项目仍受限制，请确认采用哪一种。',
    en: 'Under the other reading ({reading}) it would still be barred: please confirm which one applies.',
  },
  otherReadingFree: {
    zh: '如按另一种理解（{reading}），该项目不再受限制。',
    en: 'Under the other reading ({reading}) it would no longer be barred.',
  },
  otherProgramme: {
    zh: '该项目入选的是另一计划“{programme}”，本通知（{clause}）不限制。',
    en: 'It was selected in another programme, "{programme}", which this call ({clause}) does not restrict.',
  },
  likeProgramme: {
    zh: '该项目见“{programme}”名单，与{clause}所指的计划名称相近，是否同一计划请核对。',
    en: 'It is on a list "{programme}", a name close to that of the programme {clause} means: please check whether it is the same.',
  },
  unknownProgramme: {
    zh: '名单没有写明属于哪一类评选，无法确定{clause}是否适用，请核对。',
    en: 'The list does not say which programme it belongs to, so whether {clause} applies is open: please check.',
  },
  otherIssuer: {
    zh: '名单“{programme}”的公布单位是{issuer}，{clause}限制的是{wanted}的入选项目，本项目不因此受限。',
    en: 'The list "{programme}" is by {issuer}; {clause} restricts what {wanted} selected, so it bars nothing here.',
  },
  unknownIssuer: {
    zh: '名单“{programme}”没有写明由谁公布，{clause}限制的是{wanted}的入选项目，请核对；确知的，导入名单时用 --issuer 注明。',
    en: 'The list "{programme}" does not say by whom it is; {clause} restricts what {wanted} selected. Please check; where it is known, say so at import (--issuer).',
  },
  revoked: {
    zh: '名单显示该项称号已被撤销（{list}），是否仍受限制须人工判断。',
    en: 'By {list} that title was taken back; a person should say whether the restriction still holds.',
  },
  newVersion: {
    zh: '名称标明为“{here}”，入选的为“{there}”，是否属于同一方案须人工判断。',
    en: 'The title says "{here}", that of the award "{there}": a person should say whether it is the same.',
  },
  newVersionOfBare: {
    zh: '名称标明为“{here}”，入选的名称没有此标识，是否属于同一方案须人工判断。',
    en: 'The title says "{here}", that of the award does not: a person should say whether it is the same.',
  },
  bareVersion: {
    zh: '入选的名称标明为“{there}”，本名称没有此标识，是否属于同一方案须人工判断。',
    en: 'The title of the award says "{there}", this one does not: a person should say whether it is the same.',
  },
  exempt: {
    zh: '申报方向“{label}”不适用该项限制（{clause}）。',
    en: 'The restriction does not apply to the direction "{label}" ({clause}).',
  },
  exemptUnsure: {
    zh: '部分方向不适用该项限制（{clause}），但未能确定申报方向，请核对。',
    en: 'Some directions are exempt ({clause}), but the direction of this filing is not known: please check.',
  },
  mustReapply: {
    zh: '依据{clause}，{year}年已入选的须重新申报{quota}，不是重复申报。',
    en: 'By {clause}, those selected in {year} must apply again{quota}: not a repeat.',
  },
  otherSolution: {
    zh: '与已入选项目不像同一方案，仅供参考。',
    en: 'It does not look like the same solution: for information only.',
  },
  doubtful: {
    zh: '可能是同一方案，但证据不足以直接认定，请人工比对。',
    en: 'It may be the same solution, but the evidence does not settle it: please compare.',
  },
  affiliatedApplicant: {
    zh: '与已入选单位名称相近，请核对是否为同一单位。',
    en: 'The name is close to that of a selected applicant: please check whether it is the same one.',
  },
  sameBytes: {
    zh: '本批次有内容完全相同的文件：{files}。',
    en: 'This batch has files with the very same content: {files}.',
  },
  sameBytesEarlier: {
    zh: '与往年申报书“{file}”内容完全相同；请核对是否原样重报，或往年文件夹中混入了本次材料。',
    en: 'The very same content as the earlier filing "{file}": check whether it was handed in again, or whether files of this call lie in the archive.',
  },
  batchSame: {
    zh: '本批次另一份申报书可能是同一方案，请人工比对。',
    en: 'Another filing of this batch may be the same solution: please compare.',
  },
  batchCopied: {
    zh: '本批次另一申报单位的申报书与本份大段相同，请人工比对。',
    en: 'A filing of another applicant in this batch has much of the same text: please compare.',
  },
  batchCopiedLittle: {
    zh: '本批次另一申报单位的申报书与本份有大段相同，但不像同一方案，仅供参考。',
    en: 'A filing of another applicant in this batch has much of the same text, but does not look like the same solution: for information only.',
  },
  batchSibling: {
    zh: '同一申报单位在本批次另有申报，项目不同，仅供参考。',
    en: 'The applicant has another, different filing in this batch: for information only.',
  },
  archiveSame: {
    zh: '{year}曾申报过的材料可能是同一方案；是否入选请核对名单，入选的适用{clause}。',
    en: 'The filing of {year} may be the same solution: check whether it was selected, in which case {clause} applies.',
  },
  archiveVersion: {
    zh: '同一申报单位在本次征集中此前提交过的版本，仅供参考。',
    en: 'An earlier version submitted by the same applicant for this call: for information only.',
  },
  otherRecommender: {
    zh: '同一申报单位在本次征集中已由“{recommender}”推荐过，可能是重复推荐，请核对。',
    en: 'The same applicant was already recommended for this call by "{recommender}": it may have been recommended twice, please check.',
  },
  archiveOther: {
    zh: '以往申报材料，不像同一方案，仅供参考。',
    en: 'An earlier filing that does not look like the same solution: for information only.',
  },
} as const satisfies Record<string, Text | Record<string, Text>>;

/** Fills the sentence with values of which some differ between the languages. */
export function sentence(pattern: Text, values: Readonly<Record<string, string | number | Text>>): Text {
  const of = (lang: 'zh' | 'en') =>
    Object.fromEntries(
      Object.entries(values).map(([name, value]) => [name, typeof value === 'object' ? value[lang] : value]),
    );
  return { zh: fill(pattern, of('zh')).zh, en: fill(pattern, of('en')).en };
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
