import { type IndustryReading, readIndustry } from '../../core/normalise/industry.ts';
import { industryOf2011 } from '../../core/normalise/industry-editions.ts';

/** How an industry was told, surest first; the numbers are ranks set by hand, measured on nothing. */
const confidence = { code: 0.95, name: 0.9, word: 0.7, 'firm-name': 0.4 } as const;
export type IndustryBy = keyof typeof confidence;

export interface ToldIndustry {
  readonly code: string;
  readonly by: IndustryBy;
}

const known = new Map<string, IndustryReading | undefined>();

function reading(text: string): IndustryReading | undefined {
  if (!known.has(text)) {
    if (known.size > 200_000) known.clear();
    known.set(text, readIndustry(text));
  }
  return known.get(text);
}

/** The industry that a form's field tells. */
export function industryOfField(text: string): ToldIndustry | undefined {
  const read = text === '' ? undefined : reading(text);
  return read && { code: read.code, by: read.by };
}

/** What a firm's name says of its trade: a division of manufacturing or services, or nothing. */
export function industryOfName(core: string): ToldIndustry | undefined {
  const read = core === '' ? undefined : reading(core);
  return read && { code: read.code, by: 'firm-name' };
}

/** The columns of an industry in the tables; `missing` where there is none. */
export function industryColumns(told: ToldIndustry | undefined, missing: string) {
  return {
    industry: told?.code ?? null,
    industry_2011: told ? (industryOf2011(told.code) ?? null) : null,
    industry_by: told?.by ?? null,
    industry_confidence: told ? confidence[told.by] : null,
    industry_missing: told ? null : missing,
  };
}
