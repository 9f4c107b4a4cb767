import type { FieldValue } from '../core/filing.ts';
import type { SecondOpinion } from '../core/judgement.ts';
import type { Lang, Text } from '../core/lang.ts';
import { describePlace, type Place } from '../core/place.ts';
import type { FilingResult } from '../core/results.ts';

export type FieldResult = FilingResult['fields'][string];

/** A field's value on one line, for a cell of a table. */
export function showValue(value: FieldValue): string {
  if (value === null) return '';
  if (typeof value === 'number') return value.toLocaleString('en-US', { maximumFractionDigits: 4 });
  if (typeof value === 'string') return value;
  if (!Array.isArray(value))
    return Object.entries(value)
      .map(([key, v]) => `${key}: ${v ?? '—'}`)
      .join('；');
  return value
    .map((item) =>
      typeof item === 'string'
        ? item
        : Object.values(item)
            .map((v) => v ?? '—')
            .join(' / '),
    )
    .join('；');
}

/** What a standard calls a field's value: `C34 通用设备制造业 (GB/T 4754-2017)`; `''` where none does. */
export function showCode({ code }: FieldResult): string {
  return code ? `${code.code} ${code.name} (${code.standard})` : '';
}

/** What a person must know of how a field was read: put right, converted, pointed to by a model, stated twice. */
export function fieldNotes(field: FieldResult, lang: Lang): string[] {
  const notes: Text[] = [];
  if (field.readBy === 'model')
    notes.push({ zh: '由语言模型指出位置，请核对', en: 'a language model pointed to it: check' });
  if (field.byHand)
    notes.push({ zh: '手写内容，请对照原件核对', en: 'written by hand: compare with the original' });
  if (field.repaired) {
    const { from, by } = field.repaired;
    notes.push(
      by
        ? {
            zh: `识别为“${from}”，已按申报书其他各处改正（${showPlaces(by, 'zh')}），请核对`,
            en: `read as "${from}", put right by other places of the filing (${showPlaces(by, 'en')}): check`,
          }
        : { zh: `识别为“${from}”，已按校验规则改正`, en: `read as "${from}", put right by its check` },
    );
  }
  if (field.statedUnit) {
    const { statedUnit } = field;
    notes.push({
      zh: `申报书标签写明单位为“${statedUnit}”，已换算，请核对`,
      en: `the filing's label gives the unit ${statedUnit}; converted: check`,
    });
  }
  const others = (field.conflicts ?? []).map((conflict) => showValue(conflict.value)).join('；');
  if (others !== '') notes.push({ zh: `另一处写作：${others}`, en: `elsewhere: ${others}` });
  return notes.map((note) => note[lang]);
}

/** Places as a person names them, none twice: 第2页、第3页. */
export function showPlaces(places: readonly Place[], lang: Lang): string {
  const names = [...new Set(places.map((place) => describePlace(place)[lang]))];
  const most = 6;
  const shown = names.slice(0, most).join(lang === 'zh' ? '、' : ', ');
  return names.length > most ? `${shown} …` : shown;
}

/** The label that a text was given, or the two of a text of two with their shares: 甲 60%、乙 40%; `''` for none. */
export function showLabel(
  { label, second }: Pick<FilingResult['classification'][number], 'label' | 'second'>,
  lang: Lang,
): string {
  if (label === null) return '';
  if (!second) return label;
  const share = Math.round(second.share * 100);
  return [`${label} ${100 - share}%`, `${second.label} ${share}%`].join(lang === 'zh' ? '、' : ', ');
}

/** For each label that a text was given, the phrases that speak for it: 甲：词、词. */
export function showPhrases({
  label,
  second,
  candidates,
}: Pick<FilingResult['classification'][number], 'label' | 'second' | 'candidates'>): string[] {
  return candidates
    .filter((candidate) => candidate.label === label || candidate.label === second?.label)
    .filter(({ evidence }) => evidence.length > 0)
    .map((candidate) => `${candidate.label}：${candidate.evidence.map(({ text }) => text).join('、')}`);
}

/** The first field whose key stands in the call's form for what is wanted; `''` when there is none. */
export function fieldText(filing: FilingResult, key: string | undefined): string {
  const field = key === undefined ? undefined : filing.fields[key];
  return field ? showValue(field.value) : '';
}

/** A language model's second opinion in one phrase, without its quote. */
export function showOpinion(opinion: Opinion, lang: Lang): string {
  const { stance, label, model } = opinion;
  const said = {
    agrees: {
      zh: `与首选一致，为“${label}”，待人工确认`,
      en: `agrees with the first: "${label}", to be confirmed`,
    },
    differs: { zh: `认为是“${label}”，与上述不同`, en: `says "${label}", unlike the above` },
    none: { zh: '认为不属于任何一类', en: 'says that no label fits' },
  }[stance][lang];
  return lang === 'zh' ? `${said}（${model}）` : `${said} (${model})`;
}

type Opinion = Pick<SecondOpinion, 'stance' | 'label' | 'model'>;
