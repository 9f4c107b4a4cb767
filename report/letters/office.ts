import { z } from 'zod';
import type { Text } from '../../core/lang.ts';

/** What an office says of itself in its letters. Nothing is needed that no letter asks for. */
export const officeSettings = z.strictObject({
  /** 机关名称. */
  name: z.string().trim().min(1).optional(),
  /** 机关代字: what stands before 〔year〕 in the numbers of its letters. */
  mark: z.string().trim().min(1).max(30).optional(),
  contact: z.string().trim().min(1).optional(),
  telephone: z.string().trim().min(1).optional(),
  address: z.string().trim().min(1).optional(),
  /** Working days in which a filing is to be mended. */
  mendDays: z.coerce.number().int().min(1).max(365).optional(),
  /** The rule that allows mending and sets the time. */
  mendBasis: z.string().trim().min(1).optional(),
  /** What follows where nothing is handed in in time; left out where the office does not say. */
  late: z.string().trim().min(1).optional(),
  /** How the applicant can object to a refusal; left out where the office does not say. */
  objection: z.string().trim().min(1).optional(),
});
export type OfficeSettings = z.infer<typeof officeSettings>;
export type OfficeKey = keyof OfficeSettings;

export const officeWords: Readonly<Record<OfficeKey, Text>> = {
  name: { zh: '机关名称', en: 'name of the office' },
  mark: { zh: '机关代字', en: 'mark before the numbers of its letters' },
  contact: { zh: '联系人', en: 'contact' },
  telephone: { zh: '联系电话', en: 'telephone' },
  address: { zh: '地址', en: 'address' },
  mendDays: { zh: '补正期限', en: 'working days to mend' },
  mendBasis: { zh: '补正依据', en: 'what allows the time to mend' },
  late: { zh: '逾期后果', en: 'what follows where nothing is mended in time' },
  objection: { zh: '救济途径', en: 'how to object' },
};

/** The key that a person names in either language; `undefined` where there is none. */
export function officeKey(named: string): OfficeKey | undefined {
  const keys = Object.keys(officeWords) as OfficeKey[];
  return keys.find((key) => key === named || officeWords[key].zh === named);
}
