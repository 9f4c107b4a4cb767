import { writeFile } from 'node:fs/promises';
import exceljs from 'exceljs';
import JSZip from 'jszip';
import { csvLine } from '../../extractors/sheets/csv.ts';
import { Random } from '../generate/random.ts';

/**
 * Writes the example award lists beside this file: `npx tsx corpus/awards/make.ts`.
 * Companies and titles are invented; any likeness is chance. The lists differ in layout as real ones do.
 */

interface Row {
  readonly category: string;
  readonly company: string;
  readonly title: string;
  readonly recommender: string;
}

interface List {
  readonly file: string;
  readonly heading: string;
  readonly year: number;
  readonly listedOn: string;
  readonly programme: string;
  readonly categories: readonly string[];
  readonly suffixes: readonly string[];
  readonly count: number;
}

const lists: readonly List[] = [
  {
    file: 'app-2018',
    heading: '2018年工业互联网APP优秀解决方案名单',
    year: 2018,
    listedOn: '2018-12-28',
    programme: '工业互联网APP优秀解决方案',
    categories: ['安全可靠', '基础共性', '行业通用', '企业专用'],
    suffixes: ['工业APP', 'APP解决方案', '工业APP解决方案'],
    count: 16,
  },
  {
    file: 'app-2019',
    heading: '2019年工业互联网APP优秀解决方案名单',
    year: 2019,
    listedOn: '2019-12-20',
    programme: '工业互联网APP优秀解决方案',
    categories: ['安全可靠', '基础共性', '行业通用', '企业专用'],
    suffixes: ['工业APP', '工业互联网APP解决方案', 'APP'],
    count: 18,
  },
  {
    file: 'app-2020',
    heading: '2020年工业互联网APP优秀解决方案名单',
    year: 2020,
    listedOn: '2020-12-31',
    programme: '工业互联网APP优秀解决方案',
    categories: ['安全可靠', '基础共性', '行业通用', '企业专用'],
    suffixes: ['工业APP', 'APP解决方案', '工业APP应用'],
    count: 18,
  },
  {
    file: 'cases-2020',
    heading: '2020年工业互联网平台应用案例名单',
    year: 2020,
    listedOn: '2020-11-16',
    programme: '工业互联网平台应用案例',
    categories: ['平台化设计', '智能化制造', '网络化协同'],
    suffixes: ['应用案例', '平台应用', '应用实践'],
    count: 14,
  },
  {
    file: 'cases-2021',
    heading: '2021年工业互联网平台应用案例名单',
    year: 2021,
    listedOn: '2021-11-05',
    programme: '工业互联网平台应用案例',
    categories: ['个性化定制', '服务化延伸', '数字化管理'],
    suffixes: ['应用案例', '平台应用案例'],
    count: 14,
  },
  {
    file: 'pilots-2020',
    heading: '2020年制造业与互联网融合发展试点示范项目名单',
    year: 2020,
    listedOn: '2020-12-07',
    programme: '制造业与互联网融合发展试点示范',
    categories: ['两化融合管理体系贯标', '特色专业型工业互联网平台', '信息物理系统（CPS）'],
    suffixes: ['试点示范项目', '项目'],
    count: 14,
  },
  {
    file: 'pilots-2021',
    heading: '2021年新一代信息技术与制造业融合发展试点示范名单',
    year: 2021,
    listedOn: '2021-12-15',
    programme: '新一代信息技术与制造业融合发展试点示范',
    categories: ['特色专业型工业互联网平台', '数字领航企业', '两化融合管理体系贯标'],
    suffixes: ['试点示范', '建设项目'],
    count: 14,
  },
  {
    file: 'cross-2020',
    heading: '2020年跨行业跨领域工业互联网平台清单',
    year: 2020,
    listedOn: '2020-12-21',
    programme: '跨行业跨领域工业互联网平台',
    categories: ['跨行业跨领域'],
    suffixes: ['工业互联网平台'],
    count: 8,
  },
  {
    file: 'internet-2019',
    heading: '2019年工业互联网试点示范项目名单',
    year: 2019,
    listedOn: '2019-12-06',
    programme: '工业互联网试点示范',
    categories: ['网络', '平台', '安全'],
    suffixes: ['试点示范项目', '应用项目'],
    count: 12,
  },
  {
    file: 'internet-2021',
    heading: '2021年工业互联网试点示范项目名单',
    year: 2021,
    listedOn: '2021-11-23',
    programme: '工业互联网试点示范',
    categories: ['网络', '平台', '安全'],
    suffixes: ['试点示范项目', '集成应用'],
    count: 12,
  },
];

/** Lists that were published as CSV; the others are sheets of one workbook. */
const isCsv = ({ file }: List) => file.startsWith('app') || file.startsWith('internet');

const places = [
  ['江苏省', '南京', '江苏省工业和信息化厅'],
  ['浙江省', '宁波', '宁波市经济和信息化局'],
  ['山东省', '潍坊', '山东省工业和信息化厅'],
  ['广东省', '佛山', '广东省工业和信息化厅'],
  ['湖北省', '襄阳', '湖北省经济和信息化厅'],
  ['四川省', '绵阳', '四川省经济和信息化厅'],
  ['辽宁省', '沈阳', '辽宁省工业和信息化厅'],
  ['陕西省', '宝鸡', '陕西省工业和信息化厅'],
  ['安徽省', '芜湖', '安徽省经济和信息化厅'],
  ['河南省', '洛阳', '河南省工业和信息化厅'],
] as const;
const first = '岳峦澜霁翎钧砺祺璟铄淇沅嵘珩煦昱峤崧濯骁'.split('');
const second = '帆序朗岑衡拓轩冶曜川泓翊格澍桓捷启霖恺策'.split('');
const trades = [
  ['数控科技', ['五轴加工中心', '刀具寿命', '主轴热误差']],
  ['铸造', ['砂型铸造工艺', '熔炼配料', '铸件缺陷']],
  ['化工', ['精馏装置', '反应釜安全', '危化品仓储']],
  ['纺织科技', ['络筒断纱', '印染配方', '面料疵点']],
  ['重工', ['起重机械', '盾构刀盘', '液压支架']],
  ['电气', ['变压器油温', '开关柜局放', '绕组装配']],
  ['轨道装备', ['转向架检修', '受电弓磨耗', '轮对探伤']],
  ['食品', ['乳品灌装', '酿造发酵', '冷链批次']],
  ['水泥', ['回转窑烧成', '熟料质量', '矿山配矿']],
  ['航空部件', ['复材铺层', '叶片型面', '钛合金铣削']],
  ['汽车零部件', ['制动总成', '座椅骨架焊接', '压铸模温']],
  ['电子', ['贴片缺陷', '线路板蚀刻', '晶圆搬运']],
] as const;
const verbs = [
  '参数寻优',
  '预测性维护',
  '在线检测',
  '能耗管控',
  '数字孪生',
  '排产协同',
  '质量追溯',
  '远程运维',
  '仿真设计',
  '设备健康管理',
];
const legal = ['有限公司', '股份有限公司', '有限责任公司', '集团有限公司'];
const openings = ['', '', '基于工业互联网平台的', '面向离散制造的', '基于边云协同的', '“{brand}”'];

function rowsOf(list: List, random: Random): Row[] {
  const rows: Row[] = [];
  const used = new Set<string>();
  while (rows.length < list.count) {
    const [province, city, recommender] = random.pick(places);
    const brand = random.pick(first) + random.pick(second);
    const [trade, things] = random.pick(trades);
    const company = `${random.chance(0.3) ? province : city}${brand}${trade}${random.pick(legal)}`;
    const opening = random.pick(openings).replace('{brand}', brand);
    const thing = random.pick(things);
    const platform = list.file.startsWith('cross');
    const title = platform
      ? `${brand}${random.pick(['云', '链', '擎', ''])}${random.pick(list.suffixes)}`
      : `${opening}${thing}${random.pick(verbs)}${random.pick(list.suffixes)}`;
    if (used.has(company) || used.has(title)) continue;
    used.add(company).add(title);
    rows.push({ category: random.pick(list.categories), company, title, recommender });
  }
  return rows.sort((a, b) => list.categories.indexOf(a.category) - list.categories.indexOf(b.category));
}

function toCsv(list: List, rows: readonly Row[]): string {
  const lines = [
    ['序号', '类别', '解决方案名称', '企业名称', '推荐单位', '年份', '发布日期', '项目/计划'],
    ...rows.map((row, i) => [
      String(i + 1),
      row.category,
      row.title,
      row.company,
      row.recommender,
      String(list.year),
      list.listedOn,
      list.programme,
    ]),
  ];
  return `\ufeff${lines.map(csvLine).join('\r\n')}\r\n`;
}

function addSheet(book: exceljs.Workbook, list: List, rows: readonly Row[]): void {
  const sheet = book.addWorksheet(list.file);
  sheet.columns = [{ width: 6 }, { width: 26 }, { width: 44 }, { width: 36 }, { width: 26 }];
  sheet.mergeCells('A1:E1');
  sheet.getCell('A1').value = list.heading;
  sheet.getCell('A1').alignment = { horizontal: 'center' };
  sheet.mergeCells('A2:E2');
  sheet.getCell('A2').value = `公布日期：${list.listedOn.replace(/(\d+)-0?(\d+)-0?(\d+)/, '$1年$2月$3日')}`;
  const name = /应用案例/.test(list.programme)
    ? '案例名称'
    : /试点/.test(list.programme)
      ? '项目名称'
      : /跨行业/.test(list.programme)
        ? '平台名称'
        : '解决方案名称';
  sheet.addRow(['序号', '方向', name, '申报单位', '推荐单位']);
  rows.forEach((row, i) => {
    sheet.addRow([i + 1, row.category, row.title, row.company, row.recommender]);
  });
  // The direction stands once, merged over its rows.
  let start = 0;
  for (let i = 1; i <= rows.length; i++) {
    if (rows[i]?.category === rows[start]?.category) continue;
    if (i - start > 1) sheet.mergeCells(4 + start, 2, 3 + i, 2);
    start = i;
  }
}

/** All lists, always the same. */
export function exampleAwards(): { list: List; rows: Row[] }[] {
  const random = new Random(20220315);
  return lists.map((list) => ({ list, rows: rowsOf(list, random.fork(list.file)) }));
}

/** The same package with one fixed date for all its parts, so that the same list gives the same bytes. */
async function steady(bytes: ArrayBuffer | exceljs.Buffer): Promise<Uint8Array> {
  const zip = await JSZip.loadAsync(bytes as ArrayBuffer);
  const parts = Object.values(zip.files).filter((part) => !part.dir);
  const again = new JSZip();
  for (const part of parts) {
    again.file(part.name, await part.async('uint8array'), {
      date: new Date(Date.UTC(2022, 0, 1)),
      createFolders: false,
    });
  }
  return await again.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
}

async function main(): Promise<void> {
  const folder = import.meta.dirname;
  const made = exampleAwards();
  const book = new exceljs.Workbook();
  // A fixed date keeps the file the same on every run.
  book.created = new Date('2022-01-01T00:00:00Z');
  book.modified = book.created;
  for (const { list, rows } of made) {
    if (isCsv(list)) await writeFile(`${folder}/${list.file}.csv`, toCsv(list, rows));
    else addSheet(book, list, rows);
  }
  await writeFile(
    `${folder}/cases-pilots-platforms-2020-2021.xlsx`,
    await steady(await book.xlsx.writeBuffer()),
  );
  const total = made.reduce((sum, { rows }) => sum + rows.length, 0);
  console.log(`${total} awards in ${made.length} lists`);
}

if (process.argv[1] === import.meta.filename) await main();
