import fc from 'fast-check';
import { expect, test } from 'vitest';
import { divided, quotedInside } from './shortfalls.ts';

test.each([
  ['未见专项审计报告，请补充提交。', '未见专项审计报告。', '请补充提交。'],
  [
    '申报书为分公司，不具有法人资格，请改由法人单位申报。',
    '申报书为分公司，不具有法人资格。',
    '请改由法人单位申报。',
  ],
  ['企业名称不一致（“甲”、“乙”），请核对后统一。', '企业名称不一致（“甲”、“乙”）。', '请核对后统一。'],
  ['请对照营业执照核对后更正。', '申报材料在此处不完整或不明确。', '请对照营业执照核对后更正。'],
  [
    '项目建设时间晚于截止时间，不符合申报条件。',
    '项目建设时间晚于截止时间，不符合申报条件。',
    '请据此更正或补充后重新提交。',
  ],
  ['未附申请书，请示文件未盖章', '未附申请书，请示文件未盖章。', '请据此更正或补充后重新提交。'],
])('“%s” says what is wrong and what to do apart', (sentence, problem, handIn) => {
  expect(divided(sentence)).toEqual({ problem, handIn });
});

test('nothing that was found is lost, and both parts are sentences', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[甲乙丙，。；请补示]{1,20}$/u), (sentence) => {
      const { problem, handIn } = divided(sentence);
      expect(problem.endsWith('。') && handIn.endsWith('。')).toBe(true);
      for (const letter of ['甲', '乙', '丙'])
        expect([...`${problem}${handIn}`].filter((one) => one === letter).length).toBeGreaterThanOrEqual(
          [...sentence].filter((one) => one === letter).length,
        );
    }),
  );
});

test('quotation marks in a quoted clause are those of a quotation in a quotation', () => {
  expect(quotedInside('“制造系统能力”包含3方向')).toBe('‘制造系统能力’包含3方向');
  expect(quotedInside('没有引号。')).toBe('没有引号。');
});
