import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Desk, draftOf, type Facts, opened, type Point, unboxed } from './desk.ts';
import { press, type Wish } from './keys.ts';

const doubt = (n: number): Point => ({
  subject: `rule:r${n}`,
  kind: 'rule',
  answers: ['met', 'not-met'],
  open: true,
});
const field = (n: number): Point => ({
  subject: `field:k${n}`,
  kind: 'field',
  answers: ['right', 'unreadable'],
  open: true,
});
const check = (n: number): Point => ({
  subject: `check:c${n}`,
  kind: 'check',
  answers: ['met', 'not-met'],
  open: true,
});
const facts = (points: readonly Point[], more: Partial<Facts> = {}): Facts => ({
  points,
  reasons: ['licence', 'seal', 'length'],
  suggestedReasons: [],
  suggested: 'pass',
  may: ['rule', 'correct', 'decide'],
  settled: true,
  ...more,
});

/** Presses keys as a person does; what is answered is no longer open, as after the server's word. */
function work(start: Facts, keys: readonly string[], typed?: (desk: Desk) => Desk) {
  let desk = opened(start, undefined);
  let known = start;
  const wishes: Wish[] = [];
  for (const key of keys) {
    if (key === 'TYPE') {
      desk = typed?.(desk) ?? desk;
      continue;
    }
    const pressed = press(desk, known, key);
    desk = pressed.desk;
    wishes.push(...pressed.wishes);
    const answered = pressed.wishes.flatMap((wish) =>
      wish.do === 'rule'
        ? wish.rulings.map(({ subject }) => subject)
        : wish.do === 'correct'
          ? [`field:${wish.field}`]
          : [],
    );
    known = {
      ...known,
      points: known.points.map((point) =>
        answered.includes(point.subject) ? { ...point, open: false } : point,
      ),
    };
  }
  return { desk, wishes, facts: known };
}

/** Presses whatever the page asks for until the filing is decided; how many keys that took. */
function keysToDecide(start: Facts): number {
  let desk = opened(start, undefined);
  let known = start;
  for (let pressed = 1; pressed < 100; pressed++) {
    const { at } = desk;
    const point = at.on === 'point' ? known.points.find(({ subject }) => subject === at.subject) : undefined;
    const key = point?.open ? (point.kind === 'check' ? 'a' : 'y') : 'Enter';
    const result = press(desk, known, key);
    desk = result.desk;
    for (const wish of result.wishes) {
      if (wish.do === 'decide') return pressed;
      const answered = wish.do === 'rule' ? wish.rulings.map(({ subject }) => subject) : [];
      known = {
        ...known,
        points: known.points.map((one) => (answered.includes(one.subject) ? { ...one, open: false } : one)),
      };
    }
  }
  return Number.POSITIVE_INFINITY;
}

describe('keys per filing', () => {
  test('a sound filing takes two, with or without a checklist', () => {
    expect(keysToDecide(facts([]))).toBe(2);
    expect(keysToDecide(facts([check(1), check(2), check(3)]))).toBe(2);
  });

  test('one with n doubts at most 2n + 2', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 }), fc.nat(5), (doubts, checks) => {
        const points = [
          ...Array.from({ length: doubts }, (_, n) => doubt(n)),
          ...Array.from({ length: checks }, (_, n) => check(n)),
        ];
        expect(keysToDecide(facts(points))).toBeLessThanOrEqual(2 * doubts + 2);
      }),
    );
  });
});

describe('points', () => {
  test('opens at the first open point', () => {
    expect(opened(facts([{ ...doubt(1), open: false }, doubt(2)]), undefined).at).toEqual({
      on: 'point',
      subject: 'rule:r2',
    });
  });

  test('y says the first answer and goes on, a digit another', () => {
    const { wishes, desk } = work(facts([doubt(1), doubt(2)]), ['y', '2']);
    expect(wishes).toEqual([
      { do: 'rule', rulings: [{ subject: 'rule:r1', value: 'met', note: '' }] },
      { do: 'rule', rulings: [{ subject: 'rule:r2', value: 'not-met', note: '' }] },
    ]);
    expect(desk.at).toEqual({ on: 'decision' });
  });

  test('ENTER answers nothing, and passes over what is open to the decision and back', () => {
    const { wishes, desk } = work(facts([doubt(1), doubt(2)]), ['Enter', 'Enter']);
    expect(wishes).toEqual([]);
    expect(desk.at).toEqual({ on: 'point', subject: 'rule:r1' });
    expect(work(facts([doubt(1)]), ['Enter']).desk.at).toEqual({ on: 'decision' });
  });

  test('a note goes with the answer it was written to', () => {
    const note = (desk: Desk): Desk => ({ ...desk, notes: { 'rule:r1': ' 见第 3 页 ' } });
    const { wishes, desk } = work(facts([doubt(1), doubt(2)]), ['n', 'TYPE', 'Enter', 'y', 'y'], note);
    expect(wishes[0]).toEqual({
      do: 'rule',
      rulings: [{ subject: 'rule:r1', value: 'met', note: '见第 3 页' }],
    });
    expect(wishes[1]).toMatchObject({ rulings: [{ note: '' }] });
    expect(desk.notes).toEqual({});
  });

  test('a says the whole checklist as expected and leaves the doubts open', () => {
    const { wishes, desk } = work(facts([doubt(1), check(1), check(2)]), ['a']);
    expect(wishes).toEqual([
      {
        do: 'rule',
        rulings: [
          { subject: 'check:c1', value: 'met', note: '' },
          { subject: 'check:c2', value: 'met', note: '' },
        ],
      },
    ]);
    expect(desk.at).toEqual({ on: 'point', subject: 'rule:r1' });
  });

  test('e corrects a field, ENTER sends it; without a word typed nothing is sent', () => {
    const type = (desk: Desk): Desk => ({ ...desk, values: { k1: '91110000' } });
    expect(work(facts([field(1)]), ['e', 'TYPE', 'Enter'], type).wishes).toEqual([
      { do: 'correct', field: 'k1', value: '91110000' },
    ]);
    expect(work(facts([field(1)]), ['e', 'Enter']).wishes).toEqual([]);
  });

  test('letters typed into a box are no commands', () => {
    expect(work(facts([field(1)]), ['e', 'p', 'x', '1', 'j', '?']).wishes).toEqual([]);
  });

  test('what was typed survives Escape and is in the draft', () => {
    const type = (desk: Desk): Desk => ({ ...desk, values: { k1: '9111' } });
    const { desk } = work(facts([field(1)]), ['e', 'TYPE', 'Escape'], type);
    expect(desk.mode).toBe('look');
    expect(draftOf(desk).fields).toEqual({ k1: '9111' });
  });

  test('nothing is answered or decided while another pane is in sight', () => {
    expect(work(facts([doubt(1)]), ['.', 'y']).wishes).toEqual([]);
    expect(work(facts([]), ['Enter', '.', 'Enter']).wishes).toEqual([]);
  });

  test('e on a choice of three says nothing by itself', () => {
    const three: Point = { ...doubt(1), answers: ['a', 'b', 'c'] };
    expect(work(facts([three]), ['e']).wishes).toEqual([{ do: 'say', what: 'no-other' }]);
  });
});

describe('the decision', () => {
  const returned = facts([], { suggested: 'return', suggestedReasons: ['licence'] });

  test('ENTER takes what is suggested with its reasons', () => {
    expect(work(returned, ['Enter', 'Enter']).wishes).toEqual([
      { do: 'decide', kind: 'return', reasons: ['licence'], note: '' },
    ]);
  });

  test('digits add to what is suggested and take away, the first is the main one', () => {
    expect(work(returned, ['r', '3', '1', '2', 'Enter']).wishes).toEqual([
      { do: 'decide', kind: 'return', reasons: ['length', 'seal'], note: '' },
    ]);
  });

  test('a letter chooses from anywhere and decides nothing alone', () => {
    const { wishes, desk } = work(facts([doubt(1)]), ['x']);
    expect(wishes).toEqual([]);
    expect(desk).toMatchObject({ at: { on: 'decision' }, choice: 'reject' });
  });

  test('nothing is rejected without a reason', () => {
    expect(work(facts([]), ['x', 'Enter']).wishes).toEqual([{ do: 'say', what: 'reason' }]);
  });

  test('a pass names no reasons', () => {
    expect(work(returned, ['r', '2', 'p', 'Enter']).wishes).toEqual([
      { do: 'decide', kind: 'pass', reasons: [], note: '' },
    ]);
  });

  test('a suggestion is not taken while answers are on their way', () => {
    expect(work({ ...facts([]), settled: false }, ['Enter', 'Enter']).wishes).toEqual([
      { do: 'await', suggested: 'pass' },
    ]);
    expect(work({ ...facts([]), settled: false }, ['p', 'Enter']).wishes).toHaveLength(1);
  });

  test('who may not decide is told', () => {
    expect(work(facts([], { may: [] }), ['p', 'Enter', 'Enter']).wishes).toEqual([
      { do: 'say', what: 'not-yours' },
      { do: 'say', what: 'not-yours' },
    ]);
  });
});

describe('the head', () => {
  const head = facts([], { may: ['check', 'reopen'] });

  test('agrees by two keys', () => {
    expect(work(head, ['Enter', 'Enter']).wishes).toEqual([{ do: 'check', agree: true, note: '' }]);
  });

  test('is not led through points that are not the head’s to answer', () => {
    expect(opened(facts([doubt(1)], { may: ['check'] }), undefined).at).toEqual({ on: 'start' });
    expect(work(facts([doubt(1)], { may: ['check'] }), ['Enter', 'Enter']).wishes).toEqual([
      { do: 'check', agree: true, note: '' },
    ]);
  });

  test('gives back with a note only', () => {
    expect(work(head, ['g', 'Enter', 'Enter']).wishes).toEqual([{ do: 'say', what: 'note' }]);
    const write = (desk: Desk): Desk => ({ ...desk, note: '请核对公章' });
    expect(work(head, ['g', 'TYPE', 'Enter', 'Enter'], write).wishes).toEqual([
      { do: 'check', agree: false, note: '请核对公章' },
    ]);
  });

  test('decides nothing in place of the first person', () => {
    expect(work(head, ['p']).wishes).toEqual([{ do: 'say', what: 'not-yours' }]);
  });
});

test('whatever is pressed, nothing is decided but by ENTER at the decision, and no answer is given twice', () => {
  const key = fc.constantFrom(
    'Enter',
    'y',
    ' ',
    'e',
    'a',
    'n',
    'p',
    'r',
    'x',
    'd',
    '1',
    '2',
    '9',
    'ArrowDown',
    'ArrowUp',
    '.',
    ',',
    '?',
    'Escape',
    'u',
    'o',
    'v',
    'g',
    'F5',
  );
  fc.assert(
    fc.property(fc.array(key, { maxLength: 40 }), (keys) => {
      let desk = opened(facts([doubt(1), field(1), check(1)]), undefined);
      const known = facts([doubt(1), field(1), check(1)]);
      for (const one of keys) {
        const before = desk;
        const { desk: after, wishes } = press(desk, known, one);
        for (const wish of wishes)
          if (wish.do === 'decide') {
            expect(one).toBe('Enter');
            expect(before.at.on).toBe('decision');
          } else if (wish.do === 'rule')
            expect(new Set(wish.rulings.map(({ subject }) => subject)).size).toBe(wish.rulings.length);
        desk = after;
      }
    }),
  );
});

describe('a filing that another holds', () => {
  const held = facts([doubt(1)], { may: [] });

  test('opens no box for a note', () => {
    const { desk, wishes } = press(opened(facts([doubt(1)]), undefined), held, 'n');
    expect(desk.mode).toBe('look');
    expect(wishes).toEqual([{ do: 'say', what: 'not-yours' }]);
  });

  test.each(['note', 'edit', 'reopen'] as const)('takes no keys into the box of %s', (mode) => {
    const free = facts([doubt(1)], { may: ['rule', 'correct', 'decide', 'reopen'] });
    const typing: Desk = { ...opened(free, undefined), mode };
    expect(unboxed(typing, free)).toBe(typing);
    const after = unboxed(typing, held);
    expect(after.mode).toBe('look');
    expect(press(after, free, 'y').wishes).toMatchObject([{ do: 'rule' }]);
  });
});
