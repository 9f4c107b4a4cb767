import type { BanCase } from './ban-case.ts';
import { listCases } from './list-cases.ts';
import { partyCases } from './party-cases.ts';
import { versionCases } from './version-cases.ts';
import { windowCases } from './window-cases.ts';

/** All cases, by what they are about. */
export const banCases: Readonly<Record<string, readonly BanCase[]>> = {
  限制期限: windowCases,
  单位和方案: partyCases,
  名单: listCases,
  新版本: versionCases,
};
