import { foldLetters } from '../../core/text/fold-for-matching.ts';

/** What a column of an award list holds. */
export type Meaning =
  | 'number'
  | 'company'
  | 'title'
  | 'category'
  | 'region'
  | 'year'
  | 'listedOn'
  | 'programme'
  | 'list'
  | 'issuer'
  | 'creditCode'
  | 'text';

/** Headers as lists print them, most telling first. */
const names: Readonly<Record<Meaning, readonly string[]>> = {
  number: ['序号', '编号', '号', 'no', '项目编号', '证书编号'],
  company: [
    '申报单位名称',
    '申报单位',
    '申报企业',
    '企业名称',
    '单位名称',
    '获奖单位',
    '完成单位',
    '依托企业',
    '依托单位',
    '承担单位',
    '实施单位',
    '牵头单位',
    '建设单位',
    '建设主体',
    '入选单位',
    '入选企业',
    '公司名称',
    '企业',
    '单位',
    '公司',
    '申报主体',
    '项目单位',
    'company',
    'applicant',
  ],
  title: [
    '解决方案名称',
    '优秀解决方案名称',
    '项目名称',
    '案例名称',
    '平台名称',
    '工业互联网平台名称',
    '方案名称',
    '应用案例名称',
    'app名称',
    '工业app名称',
    '工业互联网app名称',
    '成果名称',
    '产品名称',
    '名称',
    '解决方案',
    '应用案例',
    '试点项目',
    '项目',
    '方案',
    'title',
    'solution',
    'project',
  ],
  category: [
    '类别',
    '方向',
    '申报方向',
    '类型',
    '分类',
    '领域',
    '所属方向',
    '试点方向',
    '应用领域',
    '申报类别',
    'category',
    'direction',
    'categoryordirection',
  ],
  region: [
    '推荐单位',
    '推荐部门',
    '地区',
    '省份',
    '省市',
    '所在地',
    '所在地区',
    '所属地区',
    '所属省份',
    '推荐单位地区',
    '地区代码',
    '行政区划代码',
    '区划代码',
    'region',
    'recommender',
    'regionorrecommender',
  ],
  year: ['年份', '年度', '批次', '入选年份', '获奖年份', '年', 'year'],
  listedOn: [
    '发布日期',
    '公布日期',
    '公示日期',
    '发布时间',
    '公布时间',
    '印发日期',
    '入选时间',
    'date',
    'listedon',
  ],
  programme: [
    '项目计划',
    '计划名称',
    '计划',
    '项目类别名称',
    '专项',
    '专项名称',
    '所属计划',
    '荣誉名称',
    '奖项',
    '奖项名称',
    'programme',
    'program',
  ],
  /** The list's own title, where rows of several lists stand in one table. */
  list: ['名单名称', '入选名单', '名单', '名单标题', '文件名称', '文件标题', '通知名称', 'listtitle', 'list'],
  issuer: [
    '发布单位',
    '发布机构',
    '发布部门',
    '公布单位',
    '公布部门',
    '发文单位',
    '发文机关',
    '发文字号',
    '文号',
    '印发单位',
    '认定单位',
    '认定部门',
    '认定机构',
    '评选单位',
    '授予单位',
    '颁发单位',
    '主办单位',
    '组织单位',
    '主管部门',
    '级别',
    '项目级别',
    '荣誉级别',
    'issuer',
    'issuedby',
    'level',
  ],
  creditCode: ['统一社会信用代码', '信用代码', '社会信用代码', '组织机构代码', 'creditcode'],
  text: [
    '简介',
    '方案简介',
    '项目简介',
    '内容',
    '主要内容',
    '描述',
    '解决方案简介',
    '案例简介',
    '平台简介',
    '摘要',
    'description',
    'text',
  ],
};

const meaningOf = new Map(
  (Object.entries(names) as [Meaning, readonly string[]][]).flatMap(([meaning, list]) =>
    list.map((name) => [name, meaning] as const),
  ),
);

/** Meaning of a header cell: hints in brackets do not count, compound headers by how they end. */
export function meaningOfHeader(header: string): Meaning | undefined {
  // Most rows begin with their number, which is asked of every row of a list.
  if (/^\s*\d*\s*$/u.test(header)) return undefined;
  const plain = foldLetters(header.replace(/[（(【[].*?[）)】\]]/gu, ''));
  // A sentence is no header; English words are longer than characters that say the same.
  if (plain === '' || plain.length > (/^[a-z]+$/u.test(plain) ? 32 : 16)) return undefined;
  const exact = meaningOf.get(plain);
  if (exact) return exact;
  const endings = [...meaningOf].filter(([name]) => name.length >= 2 && plain.endsWith(name));
  return endings.sort((a, b) => b[0].length - a[0].length)[0]?.[1];
}

export interface Header<M = Meaning> {
  /** Index of the row in the sheet. */
  readonly row: number;
  readonly meanings: readonly (M | undefined)[];
}

/** The first row within reach that names a company or a title and one thing more. */
export function findHeader(rows: readonly (readonly string[])[], from = 0, reach = 30): Header | undefined {
  return findHeaderRow(
    rows,
    meaningOfHeader,
    (found) => (found.has('company') || found.has('title')) && found.size >= 2,
    from,
    reach,
  );
}

/** The first row within reach whose cells' meanings, each taken once, are enough for a header. */
export function findHeaderRow<M>(
  rows: readonly (readonly string[])[],
  meaningOf: (cell: string) => M | undefined,
  isEnough: (found: ReadonlySet<M>) => boolean,
  from = 0,
  reach = 30,
): Header<M> | undefined {
  for (let row = from; row < Math.min(rows.length, from + reach); row++) {
    const cells = rows[row] ?? [];
    const meanings: (M | undefined)[] = [];
    for (const [column, cell] of cells.entries()) {
      // A merged header repeats; so does a title row, which then names one thing only.
      const repeated = column > 0 && cell !== '' && cell === cells[column - 1];
      const meaning = repeated ? undefined : meaningOf(cell);
      meanings.push(meaning !== undefined && meanings.includes(meaning) ? undefined : meaning);
    }
    if (isEnough(new Set(meanings.filter((meaning) => meaning !== undefined)))) return { row, meanings };
  }
  return undefined;
}
