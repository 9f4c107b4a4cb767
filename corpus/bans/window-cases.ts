import type { BanCase } from './ban-case.ts';

const apps = 'miit-2021-app-solutions';
const pilots = 'miit-2022-pilots';
const barsApps = '二（四）末句：已获得工业和信息化部…优秀解决方案的不得重复上报';
const validApps = '四（三）3：自名单公布之日起有效期为两年';
const period = '主通知 二（三）示范期：已列入且仍在示范期（2年）的项目不可重复申报';

const filing = { company: '洛阳岳帆水泥有限公司', title: '“岳帆”回转窑煤耗寻优工业APP' };
const project = { company: '宁波海砺数控科技有限公司', title: '深孔钻削参数寻优试点示范项目' };

/** Cases of one call that differ by what the list says of its time and by the day of review. */
const casesOf =
  (prefix: string, { list, ...base }: Pick<BanCase, 'call' | 'clause' | 'filing' | 'list'>) =>
  (
    name: string,
    expected: BanCase['expected'],
    { when, ...rest }: Partial<BanCase> & { when: Record<string, string> },
  ): BanCase => ({
    name: `${prefix}：${name}`,
    ...base,
    expected,
    list: { ...list, row: { ...list.row, ...when } },
    ...rest,
  });

const app = casesOf('APP', {
  call: apps,
  clause: `${barsApps}；${validApps}`,
  list: {
    title: '工业和信息化部办公厅关于公布工业互联网APP优秀解决方案名单的通知',
    row: { 解决方案名称: filing.title, 企业名称: filing.company },
  },
  filing,
});
const pilot = casesOf('试点', {
  call: pilots,
  clause: period,
  list: {
    title: '工业和信息化部办公厅关于公布工业互联网试点示范项目名单的通知',
    row: { 项目名称: project.title, 申报单位: project.company },
  },
  filing: project,
});

const listed = { 发布日期: '2019-12-20' };
const piloted = { 发布日期: '2020-11-23' };

/** When an award counts. Years are counted as by 民法典 第二百零一、二百零二条: the same day is the last one. */
export const windowCases: readonly BanCase[] = [
  app('公布前一日审查', 'free', { when: listed, asOf: '2019-12-19' }),
  app('公布当日', 'barred', { when: listed, asOf: '2019-12-20' }),
  app('期满前一日', 'barred', { when: listed, asOf: '2021-12-19' }),
  app('期满当日', 'barred', { when: listed, asOf: '2021-12-20' }),
  // The ban has no term, the award has one: the notice can be read in two ways.
  app('期满次日，两种理解不同', 'review', { when: listed, asOf: '2021-12-21' }),
  app('期满次日，单位已定按有效期', 'free', { when: listed, asOf: '2021-12-21', reading: 'while-valid' }),
  app('期满次日，单位已定按字面', 'barred', { when: listed, asOf: '2021-12-21', reading: 'unlimited' }),
  app('只有年份，两种可能都在期内', 'barred', { when: { 年度: '2020' } }),
  app('只有年份，是否期满不能定', 'review', { when: { 年度: '2019' } }),
  app('只有年份，必已期满', 'review', { when: { 年度: '2017' } }),
  app('只有年份，为本年名单', 'review', { when: { 年度: '2021' } }),
  app('只有年份，晚于审查日', 'free', { when: { 年度: '2022' } }),
  app('没有日期', 'review', { when: {} }),
  app('一行写了多个年份', 'review', { when: { 年度: '2019-2020' } }),
  pilot('期满前一日', 'barred', { when: piloted, asOf: '2022-11-22' }),
  pilot('期满当日', 'barred', { when: piloted, asOf: '2022-11-23' }),
  pilot('期满次日', 'free', { when: piloted, asOf: '2022-11-24' }),
  pilot('期满次日，本地从严', 'barred', { when: piloted, asOf: '2022-11-24', reading: 'unlimited' }),
  pilot('只有年份，必在期内', 'barred', { when: { 年度: '2021' }, asOf: '2022-10-20' }),
  pilot('只有年份，是否期满不能定', 'review', { when: { 年度: '2020' }, asOf: '2022-10-20' }),
  pilot('只有年份，必已期满', 'free', { when: { 年度: '2018' }, asOf: '2022-10-20' }),
];
