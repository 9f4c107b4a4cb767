import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { decide } from '../desk/acts.ts';
import { makeMeeting, meetingOf } from './meeting.ts';
import { clerk, decided, finding, trialOffice } from './testing.ts';

const audit = finding('audit', '未见审计报告，请补充提交。');

test('the paper adds up: the flow, the reasons, each unit with its quota', async () => {
  const office = await trialOffice([
    { id: 'a', company: '甲公司', findings: [audit] },
    { id: 'b', company: '乙公司', findings: [audit] },
    { id: 'c', company: '丙公司', unit: '江苏省工业和信息化厅' },
    { id: 'd', company: '丁公司', unit: '江苏省工信厅（盖章）' },
    { id: 'e', company: '戊公司', unit: '' },
  ]);
  const { call } = office.open.pack;
  const open = {
    ...office.open,
    pack: {
      ...office.open.pack,
      call: { ...call, quotas: [{ unit: 'province' as const, max: 1, clause: '一' }] },
    },
  };
  await decided(office, 'a', 'return', ['audit']);
  await decided(office, 'b', 'return', ['audit']);
  await decided(office, 'c', 'pass');
  await decided(office, 'd', 'pass');
  const meeting = await meetingOf(office.store, open, '2022-05-20');
  const { flow, units } = meeting;
  expect(flow).toMatchObject({ received: 5, accepted: 5, todo: 1, passed: 2, returned: 2, rejected: 0 });
  expect(meeting.reasons).toMatchObject([{ count: 2 }]);
  expect(meeting.reasonsOf).toBe('decisions');
  expect(units.reduce((sum, { received }) => sum + received, 0)).toBe(flow.received);
  expect(units.find(({ unit }) => unit.startsWith('江苏省'))).toMatchObject({
    received: 2,
    passed: 2,
    quota: 1,
  });
  expect(units.at(-1)).toMatchObject({ unit: '', received: 1 });
  const made = await makeMeeting(office.store, open, { lang: 'zh', day: '2022-05-20' }, office.folder);
  expect(made.papers.map(({ name }) => name)).toEqual(['会议材料-一批.docx', '会议材料-一批.html']);
  const page = readFileSync(made.papers[1]?.path ?? '', 'utf8');
  expect(page).toContain('<td class="n">1 超1</td>');
  expect(page).not.toContain('undefined');
});

test('before anybody decided it tells the conditions that fail; conflicts name both opinions', async () => {
  const office = await trialOffice([{ id: 'a', company: '甲公司', findings: [audit] }]);
  expect(await meetingOf(office.store, office.open, '2022-05-20')).toMatchObject({
    reasonsOf: 'findings',
    conflicts: [],
  });
  const settings = {
    ...office.open.settings,
    policy: { ...office.open.settings.policy, blind: 'all' as const },
  };
  const open = { ...office.open, settings };
  for (const [id, kind] of [
    ['li', 'pass'],
    ['wang', 'doubt'],
  ] as const) {
    const desk = await office.store.desks.get('a');
    const person = { ...clerk, id, alone: false };
    const acting = { store: office.store, open, person, filing: 'a', revision: desk?.revision ?? 0 };
    await decide(acting, 1, { kind, reasons: [], note: '' });
  }
  const { conflicts } = await meetingOf(office.store, open, '2022-05-20');
  expect(conflicts).toMatchObject([
    {
      applicant: '甲公司',
      opinions: [
        { by: 'li', decision: { zh: '通过' } },
        { by: 'wang', decision: { zh: '存疑' } },
      ],
    },
  ]);
});
