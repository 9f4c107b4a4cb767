import { expect, test } from 'vitest';
import { isCited } from './cited.ts';

test.each([
  ['省厅通知明确，各设区市应于', true],
  ['由我局统一报送苏州市工信局（省厅截止时间为', true],
  ['部里要求的上报时限为', true],
  ['印发《关于开展试点申报工作的通知》（国资厅发〔2024〕9018号，要求各中央企业于', true],
  ['按照省厅要求，请各区县于', false],
  ['请各市按照工信部要求（部里截止时间为7月30日）提前做好准备，于', false],
  ['我厅受理截止时间为', false],
])('what another notice says: %s', (before, cited) => {
  expect(isCited(before)).toBe(cited);
});
