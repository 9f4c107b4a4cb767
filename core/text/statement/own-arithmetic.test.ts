import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numbersWithUnits } from './numerals.ts';
import { arithmeticOf } from './own-arithmetic.ts';
import { squeezeText } from './squeezed.ts';

/** What the passage makes of its first number in the unit; `undefined` where it bears it out. */
function made(text: string, unit: string): number | undefined {
  const passage = squeezeText(text).text;
  const [claim] = numbersWithUnits(passage, [unit]);
  if (!claim) throw new Error(`no number in ${unit}: ${text}`);
  return arithmeticOf(passage)(claim)?.value;
}

describe('a share against the two numbers it is of', () => {
  it.each([
    ['研发投入占主营业务收入6.2%（研发费用1,550万元，主营业务收入5.8亿元）。', 2.672],
    ['研发占比8%，对应主营收入25,000万元、研发支出625万元。', 2.5],
    ['设备数采率达到91%：关键设备220台，已联网130台。', 59.09],
    ['关键设备联网率达90%以上，全厂150台关键设备中75台已联网。', 50],
    ['数据上云率68%，全部生产经营数据500TB，已上云210TB。', 42],
    ['平台与软件收入占比35%，金额900万元；主营业务收入合计6,000万元。', 15],
    ['平台及软件收入占主营收入35%：主营收入8.0亿元，其中平台0.9亿元、软件0.6亿元。', 18.75],
    ['数据采集率为88%：一车间关键设备50台、采集12台；二车间70台、采集30台。', 35],
    ['研发经费占主营业务收入比重8.1%（320万元/1.6亿元）。', 2],
    ['设备联网率92%，全厂设备400台，未联网的有190台。', 52.5],
    ['关键工序数控化率超过85%：关键工序60道，已数控化33道，尚未数控化27道。', 55],
  ])('%s', (text, value) => {
    expect(made(text, '%')).toBeCloseTo(value, 1);
  });

  it.each([
    '研发投入占主营业务收入6.2%（研发费用3,596万元，主营业务收入5.8亿元）。',
    '研发投入占主营业务收入6.3%（研发费用3,596万元，主营业务收入5.8亿元）。',
    '关键设备联网率超过80%：关键设备220台，已联网210台。',
    '关键设备联网率近95%：关键设备220台，已联网202台。',
    '平台与软件收入占比35%：主营收入8.0亿元，其中平台1.8亿元、软件1.0亿元。',
    '平台收入占比22%：主营收入8.0亿元，其中平台1.8亿元、软件1.0亿元。',
    // Numbers of something else.
    '关键设备联网率92%，全厂设备500台，联网310台。',
    '研发投入占主营业务收入6.2%，获补助300万元，近三年主营业务收入累计9.8亿元。',
    '关键设备联网率92%，新增设备40台，改造产线3条，年节约成本500万元。',
    '数据上云率68%，节省服务器40台。',
    '关键设备联网率91%，关键设备320台，今年新增联网40台。',
    '设备联网率95%，现有设备600台，其中数控联网机床210台。',
    '研发投入占主营业务收入8%，平台研发投入2,100万元，总营收10.2亿元。',
    '平台及软件收入占比36%，其中平台收入2.1亿元，主营业务收入10亿元。',
    '研发投入占比5.8%，2021年主营业务收入10.2亿元、研发投入5,916万元，2020年主营业务收入8.1亿元。',
  ])('does not open what is sound or of something else: %s', (text) => {
    expect(made(text, '%')).toBeUndefined();
  });

  it('is never contradicted by the two numbers it was computed from', () => {
    const amount = fc.integer({ min: 100, max: 99_999 });
    fc.assert(
      fc.property(amount, amount, fc.constantFrom(0, 1, 2), (a, b, digits) => {
        const [part, whole] = [Math.min(a, b), Math.max(a, b) + 1];
        const share = ((100 * part) / whole).toFixed(digits);
        expect(
          made(`研发投入占比${share}%：研发费用${part}万元，主营业务收入${whole}万元。`, '%'),
        ).toBeUndefined();
        expect(made(`设备联网率${share}%：关键设备${whole}台，已联网${part}台。`, '%')).toBeUndefined();
      }),
    );
  });
});

describe('a part’s share against the whole’s', () => {
  it.each([
    ['华东厂关键设备联网率94%，另一厂区为38%，两厂合计59%。', 59],
    ['总装车间关键工序自动化率91%，冲压和焊接两车间为40%，全厂合算57%。', 57],
    ['产线自动化率90%：三条线分别为40%、35%、52%，全厂再无其他产线。', 52],
  ])('%s', (text, value) => expect(made(text, '%')).toBe(value));

  it.each([
    '两厂合计联网率94%，其中华东厂91%，另一厂98%。',
    '关键设备联网率94%，设备综合效率提升12%，能耗下降8%。',
    '产线自动化率90%：三条线分别为88%、91%、92%，再无其他产线。',
    '产线自动化率90%，两项指标分别提升40%、35%。',
  ])('bears out: %s', (text) => expect(made(text, '%')).toBeUndefined());
});

describe('a total against its parts', () => {
  it.each([
    ['方案已落地12家企业：宁波5家、台州3家，合计12家，再无其他地区。', '家', 8],
    ['服务企业50家，其中上游8家、下游11家，没有第三类。', '家', 19],
    ['订阅用户共计2,600个，分布为：华北400、华东700、华南300，再无其他区域。', '个', 1400],
    ['总投入2,400万元，其中2019年600万、2020年500万、2021年450万，别无他项。', '万元', 1550],
    ['第三方开发者已达1,500人，其中本公司员工1,100人，外部人员400人。', '人', 400],
    ['工业APP数量突破300个，剔除重复和测试项后实为120个。', '个', 120],
    ['部署企业十一家，名单附后。名单共列七行，行末写“以上为全部应用企业”。', '家', 7],
    ['工程师58人。岗位构成：研发17人、实施14人，其余27人为行政、财务和司机。', '人', 31],
    ['全年服务企业36家，均为同一集团的两家供应商和三家客户，合计五家。', '家', 5],
  ])('%s', (text, unit, value) => expect(made(text, unit)).toBe(value));

  it('counts what a sum stands behind', () => {
    const passage = squeezeText('三年支出：软件五百万、硬件六百万、实施二百万，合计二千二百万元。').text;
    const claim = numbersWithUnits(passage, ['万元', '元']).at(-1);
    expect(claim && arithmeticOf(passage)(claim)?.value).toBe(claim?.unit === '元' ? 13_000_000 : 1300);
  });

  it.each([
    ['方案已落地12家企业：宁波7家、台州5家，合计12家，再无其他地区。', '家'],
    ['方案已落地300余家企业：宁波170家、台州128家，合计300家。', '家'],
    // Examples are no list of all.
    ['方案已落地12家企业，其中宁波5家、台州3家。', '家'],
    ['方案已落地12家企业：宁波5家、台州3家等。', '家'],
    ['方案已落地12家企业，包括宁波5家、台州3家，合计12家。', '家'],
    // Numbers of something else.
    ['服务企业50家，拥有专利8件、软著11件，此外没有其他。', '家'],
    ['连接设备5200台，新增120台，改造80台。', '台'],
    ['总投入2,400万元，年节约成本600万元、增收500万元。', '万元'],
    ['注册开发者共3,050人，剔除后台测试账号不计。', '人'],
    ['工程师80人，其中研发50人、实施30人。', '人'],
    ['工程师60人，此外有行政人员20人、财务5人。', '人'],
    ['工业APP300个，覆盖研发40个场景、生产55个环节，没有其他限制。', '个'],
    ['总投资2,600万元，年新增利润300万元，节约用工成本200万元，此外无其他收益。', '万元'],
    ['总投入3,100万元，其中平台1,200万元、设备1,500万元、测试400万元，无其他投入。', '万元'],
    ['服务企业46家，名单见附件，其中核心企业8家。', '家'],
  ])('bears out or tells nothing: %s', (text, unit) => expect(made(text, unit)).toBeUndefined());

  it('is never contradicted by parts that add up to it', () => {
    const parts = fc.array(fc.integer({ min: 1, max: 5000 }), { minLength: 2, maxLength: 5 });
    fc.assert(
      fc.property(parts, (counts) => {
        const list = counts.map((count, at) => `${'甲乙丙丁戊'.charAt(at)}市${count}家`).join('、');
        const all = counts.reduce((sum, one) => sum + one, 0);
        expect(made(`服务企业${all}家：${list}，合计${all}家，再无其他。`, '家')).toBeUndefined();
      }),
    );
  });
});

describe('so many a day against so many a year', () => {
  it.each([
    ['日均解析量突破十五万次，去年全年累计解析一千一百万次。', 30_137],
    ['日均12万次；6月解析总次数96万次。', 32_000],
  ])('%s', (text, value) => expect(made(text, '次')).toBeCloseTo(value, -1));

  it.each([
    '日均解析量15万次，全年累计解析5,475万次。',
    // A year that began slowly.
    '日均解析量15万次，全年累计解析3,700万次。',
    '日均解析量15万次，新增注册标识全年共40万次。',
    '日均解析量15万次，累计解析900万次。',
    '日均解析量15万次，设备全年共维修300次。',
  ])('bears out or tells nothing: %s', (text) => expect(made(text, '次')).toBeUndefined());
});

describe('how far numbers may be apart', () => {
  it.each([
    // A share: a twentieth of it, at most one point, at least half of its last digit.
    ['设备联网率90%：关键设备1000台，已联网891台。', '%', false],
    ['设备联网率90%：关键设备1000台，已联网889台。', '%', true],
    ['设备联网率10.0%：关键设备1000台，已联网96台。', '%', false],
    ['设备联网率10.0%：关键设备1000台，已联网94台。', '%', true],
    ['设备联网率七成：关键设备1000台，已联网651台。', '%', false],
    ['设备联网率七成：关键设备1000台，已联网649台。', '%', true],
    // 超过 is only too much, and as near as a word that rounds.
    ['设备联网率超过80%：关键设备1000台，已联网990台。', '%', false],
    ['设备联网率超过80%：关键设备1000台，已联网730台。', '%', false],
    ['设备联网率超过80%：关键设备1000台，已联网720台。', '%', true],
    // A total: three hundredths, twelve where a word rounds it.
    ['服务企业100家：甲市50家、乙市47家，合计100家，再无其他。', '家', false],
    ['服务企业100家：甲市50家、乙市46家，合计100家，再无其他。', '家', true],
    ['服务企业近100家：甲市50家、乙市38家，再无其他。', '家', false],
    ['服务企业近100家：甲市50家、乙市37家，再无其他。', '家', true],
    // So many a day: six tenths.
    ['日均解析量10万次，近100天累计解析600万次。', '次', false],
    ['日均解析量10万次，近100天累计解析599万次。', '次', true],
  ])('%s', (text, unit, contradicts) => {
    expect(made(text, unit) !== undefined).toBe(contradicts);
  });
});
