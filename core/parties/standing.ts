import { checkCreditCode } from '../normalise/credit-code.ts';
import { squeeze } from '../normalise/tidy.ts';

/**
 * What a name says of its bearer: `person`, a legal person by its legal form or its own code; `branch`, which by
 * law is none (公司法 on 分公司); `unit`, part of another by its name; `unclear`, a works, centre or institute that
 * may be registered or may be part of another.
 */
export type Standing = 'person' | 'branch' | 'unit' | 'unclear';

const stamp = /[(（](?:盖章|公章|签章|加盖公章)[)）]/gu;
/** What stands last decides: 桂城街道办事处工业发展有限公司 is a company. */
const branch = /(?:分公司|分理处|办事处|代表处|分支机构|营业部)\)?$|个体工商户/u;
const company = /(?:公司|有限合伙\)?|合伙企业|合作社|总公司|银行)$/u;
const unit =
  /(?:事业部|分厂|分院|分所|分中心|项目部|项目组|经理部|车间|工段|班组|部门|(?:技术|信息|制造|生产|设备|市场|研发|数字化|管理|工程|动力|能源|质量|安全|运营|采购|财务|企管|保障|机动|计划|科技|规划)(?:部|处|科|室|中心)|(?<!俱乐)部|科室|处|科)$/u;
const maybe = /(?:厂|中心|研究院|研究所|院|所|站|矿|基地|实验室|集团|总厂|局)$/u;
/** A legal person named before the last word: 某钢铁有限公司炼铁厂. */
const owner = /(?:公司|集团|大学|学院|研究院|总厂|厂)(?=.{2,}$)/u;

/** The standing of an applicant by its name and, for a works or a centre, its own credit code. */
export function standingOf(name: string, creditCode?: string): Standing {
  const bare = squeeze(name)
    .replace(stamp, '')
    .replace(/[()（）]+$/u, '');
  if (branch.test(bare)) return 'branch';
  if (company.test(bare)) return 'person';
  if (owner.test(bare) && (unit.test(bare) || maybe.test(bare))) return 'unit';
  if (unit.test(bare)) return 'unit';
  if (!maybe.test(bare)) return 'person';
  // 某某机床厂 with a code of its own is registered; a unit of another has none.
  return creditCode !== undefined && checkCreditCode(creditCode).valid ? 'person' : 'unclear';
}
