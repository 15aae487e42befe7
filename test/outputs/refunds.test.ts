/** Refunds: what is released, what holds it back, who signs (design.md 6 and 7, domain.md 5.6). */
import type { Check, CheckResult, Credit } from '../../src/core/credit';
import { cents } from '../../src/core/money';
import { defaultPolicy, policyFrom } from '../../src/core/policy/load';
import type { Policy } from '../../src/core/policy/policy';
import { CREDITS_COLUMNS } from '../../src/outputs/creditsColumns';
import type { OutValue } from '../../src/outputs/edit';
import { v20 } from '../../src/core/checks/v20-approval';
import { v22 } from '../../src/core/checks/v22-batch-duplicates';
import { checkedLines, paymentContexts, refundLines } from '../../src/outputs/refundLines';
import { refundsEdit } from '../../src/outputs/refunds';
import { REFUNDS_COLUMNS } from '../../src/outputs/refundsColumns';
import type { Standing } from '../../src/outputs/rewrite';
import { AS_OF, credit, finding, open, review } from './review';

const approver = (name: string, level: string): Record<string, unknown> => ({
  policy_id: `AP-${name}`,
  topic: 'APPROVAL',
  key: `approver:${name}`,
  jurisdiction: 'US',
  value: level,
  status: 'ACTIVE',
});
const POLICY = policyFrom([approver('Bea Moss', 'supervisor')], AS_OF).policy;
type Cells = Record<string, OutValue>;
const tableOf = (columns: readonly { readonly key: string }[], rows: readonly Cells[]): Standing => ({
  places: Object.fromEntries(columns.map(({ key }, place) => [key, place])),
  rows: rows.map((row) => columns.map(({ key }) => row[key] ?? '')),
});
const one = (id: string, amount: number, more: Partial<Parameters<typeof finding>[0]> = {}, checks: CheckResult[] = []): Credit =>
  credit({ id, key: id, balance: cents(-amount), credit: cents(amount), checks, findings: [finding({ id: `${id}/p/1`, cents: cents(amount), ...more })] });
const released = (id: string, more: Cells = {}): Cells => ({ id: `${id}/p/1`, account: id, status: 'Approved', ...more });

/** V20 and V22 as they are; V18 needs a ledger and is shown over a workbook (test/app/refunds.test.ts). */
function linesOf(credits: readonly Credit[], on: readonly Cells[], before: readonly Cells[] | null, policy: Policy): ReturnType<typeof checkedLines> {
  const lines = refundLines(review(credits), tableOf(CREDITS_COLUMNS, on), policy, before && tableOf(REFUNDS_COLUMNS, before));
  const answers = paymentContexts(lines, []).map(({ payment }) => {
    const failed = (check: Check): CheckResult[] => {
      const outcome = check.test(null as never, null as never, null as never, policy, payment);
      if (outcome.result === 'notTestable') return [{ id: check.id, result: 'notTestable', severity: 'warn', message: outcome.missing, clears: '' }];
      return outcome.result === 'fail' ? [{ id: check.id, severity: check.severity, ...outcome }] : [];
    };
    return { checks: [v20, v22].flatMap(failed), lines: [] };
  });
  return checkedLines(lines, [], answers);
}

/** The sheet after a run over what stood there. */
function run(credits: readonly Credit[], on: readonly Cells[], before: readonly Cells[] | null = null, policy = POLICY): Cells[] {
  const change = refundsEdit(review(credits), linesOf(credits, on, before, policy), policy, before && tableOf(REFUNDS_COLUMNS, before));
  if (!change) return [];
  const { edit } = change;
  const shown = (row: readonly OutValue[]): Cells => Object.fromEntries(REFUNDS_COLUMNS.map(({ key }, place) => [key, row[place] ?? '']));
  if (edit.kind === 'createTable') return edit.rows.map(shown);
  const rows = (before ?? []).map((row) => ({ ...row }));
  for (const cell of edit.cells) rows[cell.row]![cell.column] = cell.value ?? '';
  return [...rows, ...edit.append.map(shown)];
}
const signed = { preparedBy: 'Ann Lee', approvedBy: 'Bea Moss', approvedOn: AS_OF };
const sign = (row: Cells, more: Cells = {}): Cells => ({ ...row, ...signed, ...more });

describe('released is', () => {
  it('an approved true overpayment at high or medium confidence, and nothing else', () => {
    const cases = [
      one('1', 100),
      one('2', 200),
      one('3', 300, { confidence: 'low' }),
      one('4', 400, { class: 'posting-error' }),
      one('5', 500, { confidence: 'high' }),
      open(),
    ];
    const on = [
      released('1', { status: 'Waiting' }),
      released('2', { status: ' approved ' }),
      released('3'),
      released('4'),
      released('5'),
      { id: '7/open/1', status: 'Approved' },
    ];
    expect(run(cases, on).map((row) => [row['account'], row['amount'], row['payee'], row['state']])).toEqual([
      ['5', 5, 'Harbor Mutual', 'To prepare'],
      ['2', 2, 'Harbor Mutual', 'To prepare'],
    ]);
  });

  it('no sheet when nothing is', () => {
    expect(run([one('1', 100)], [released('1', { status: 'New' })])).toEqual([]);
  });

  it('not what a person decided otherwise; and never more than the finding says', () => {
    const cases = [one('1', 10_000), one('2', 10_000), one('3', 10_000)];
    const on = [released('1', { decision: 'Hold' }), released('2', { decision: 'Refund', decisionAmount: 60 }), released('3', { decisionAmount: 250 })];
    expect(run(cases, on).map((row) => [row['account'], row['amount']])).toEqual([
      ['3', 100],
      ['2', 60],
    ]);
  });

  it('once, also when its row on Credits was copied', () => {
    expect(run([one('1', 100)], [released('1'), released('1')])).toHaveLength(1);
  });
});

describe('blocks', () => {
  const blocked: CheckResult[] = [
    { id: 'V06', result: 'fail', severity: 'block', message: 'a refund stands', clears: '' },
    { id: 'V11', result: 'fail', severity: 'warn', message: 'large', clears: '' },
    { id: 'V13', result: 'notTestable', severity: 'block', message: 'no coordination of benefits', clears: '' },
    { id: 'V03', result: 'notTestable', severity: 'block', message: 'no claim status', clears: '' },
  ];
  it('are listed and hold the row back until a person clears each', () => {
    const [row] = run([one('1', 100, {}, blocked)], [released('1')]);
    expect([row?.['blocks'], row?.['state']]).toEqual(['V06: a refund stands; V13: no coordination of benefits', 'Blocked']);
    const [half] = run([one('1', 100, {}, blocked)], [released('1', { checksCleared: 'v06 BM 1/30', amount: 1 })], [sign(row!)]);
    expect([half?.['blocks'], half?.['state']]).toEqual(['V13: no coordination of benefits', 'Blocked']);
    const [free] = run([one('1', 100, {}, blocked)], [released('1', { checksCleared: 'V06, V13', amount: 1 })], [sign(row!)]);
    expect([free?.['blocks'], free?.['state']]).toEqual(['', 'Ready']);
  });
});

describe('signing', () => {
  const state = (more: Cells, amount = 100): OutValue => {
    const [row] = run([one('1', amount)], [released('1')]);
    return run([one('1', amount)], [released('1')], [{ ...row!, ...more }])[0]?.['state'] ?? null;
  };
  it.each([
    ['To approve', { preparedBy: 'Ann Lee' }],
    ['To approve', { ...signed, approvedOn: '' }],
    ['To prepare', { ...signed, preparedBy: '' }],
    ['Bea Moss prepared and approved this refund. Have somebody else approve it.', { ...signed, preparedBy: 'MOSS, Bea' }],
    ['bea moss issues a refund that the same person prepared or approved. Have somebody else issue it.', { ...signed, issuedBy: 'bea moss' }],
    ['$1.00 to Harbor Mutual within 30 days needs the level lead. Have that level approve it.', { ...signed, approvedBy: 'Cy Poe' }],
    ['Ready', signed],
    ['Check issued', { ...signed, issuedBy: 'Di Roe', checkNo: '00123' }],
    ['Check void: clear Check no to issue it anew', { ...signed, issuedBy: 'Di Roe', checkNo: '00123 VOID' }],
    ['Check stale: not cleared in 180 days; void it and issue it anew, or track it as unclaimed', { ...signed, approvedOn: AS_OF - 181, checkNo: '00123' }],
    ['Check issued', { ...signed, approvedOn: AS_OF - 180, checkNo: '00123' }],
    ['Cleared without a check: fill Check no', { ...signed, clearedOn: AS_OF }],
    ['Cleared before it was approved: mend the dates', { ...signed, checkNo: '00123', clearedOn: AS_OF - 1 }],
    ['Check cleared', { ...signed, issuedBy: 'Di Roe', checkNo: '00123', clearedOn: AS_OF }],
  ])('%s', (wanted, more) => expect(state(more)).toBe(wanted));

  it('a supervisor signs 1,000.00 and not a cent more', () => {
    expect(state(signed, 100_000)).toBe('Ready');
    expect(state(signed, 100_001)).toBe('$1,000.01 to Harbor Mutual within 30 days needs the level manager. Have that level approve it.');
  });

  it('says when levels cannot be checked because the policy names no approver', () => {
    const [row] = run([one('1', 100_001)], [released('1')]);
    const [after] = run([one('1', 100_001)], [released('1')], [sign(row!)], defaultPolicy(AS_OF));
    expect([after?.['state'], after?.['level']]).toEqual(['Ready', 'manager (not checked: Credit policy names no approver)']);
  });

  it('900.00 and 400.00 to one payee need the level for 1,300.00', () => {
    const rows = run(
      [one('1', 90_000), one('2', 40_000), one('3', 40_000, { owedTo: { kind: 'payer', name: 'Other' } })],
      [released('1'), released('2'), released('3')],
    );
    expect(rows.map((row) => [row['account'], row['level'], row['cumulative']])).toEqual([
      ['1', 'manager', 1300],
      ['2', 'manager', 1300],
      ['3', 'supervisor', 400],
    ]);
  });

  it('the same payee, amount and account twice is held', () => {
    const twice = credit({ id: '1', key: '1', findings: [finding({ id: '1/p/1', cents: cents(100) }), finding({ id: '1/p/2', cents: cents(100) })] });
    expect(run([twice], [released('1'), released('1', { id: '1/p/2' })]).map((row) => row['state'])).toEqual(
      Array(2).fill('Twice: same payee, amount and account'),
    );
  });
});

describe('a later run', () => {
  it('changes nothing when nothing changed, and keeps order and words', () => {
    const cases = [one('1', 100), one('2', 200)];
    const on = [released('1'), released('2')];
    const before = run(cases, on)
      .toReversed()
      .map((row) => sign(row));
    const after = run(cases, on, before);
    expect(run(cases, on, after)).toEqual(after);
    expect(after.map((row) => [row['account'], row['preparedBy'], row['state']])).toEqual([
      ['1', 'Ann Lee', 'Ready'],
      ['2', 'Ann Lee', 'Ready'],
    ]);
    expect(run([...cases, one('3', 900)], [...on, released('3')], after).map((row) => row['account'])).toEqual(['1', '2', '3']);
  });

  it('says that a refund was paid before when it is asked for again', () => {
    const [row] = run([one('1', 100)], [released('1')]);
    const paid = sign(row!, { checkNo: '00123' });
    const again = credit({ id: '1', key: '1', findings: [finding({ id: '1/p/2', cents: cents(100) })] });
    const after = run([again], [released('1', { id: '1/p/2' })], [paid]);
    expect(after.map((each) => each['state'])).toEqual(['Check issued', 'Paid before: check 00123']);
    const voided = run([again], [released('1', { id: '1/p/2' })], [{ ...paid, checkNo: 'void 00123' }]);
    expect(voided[1]?.['state']).toBe('To prepare');
  });

  it('leaves what was approved and says when Credits now says something else', () => {
    const before = run([one('1', 100)], [released('1')]);
    expect(run([one('1', 150)], [released('1')], before)[0]?.['amount']).toBe(1.5);
    const after = run([one('1', 150)], [released('1')], [sign(before[0]!)])[0];
    expect([after?.['amount'], after?.['state']]).toEqual([1, 'Changed: Credits says $1.50; approve again']);
  });

  it('marks what was taken back, a copy, and leaves a row of a person alone', () => {
    const [row] = run([one('1', 100)], [released('1')]);
    const own = { account: 'mine', state: 'my words' };
    const after = run([one('1', 100)], [released('1')], [row!, { ...row! }, own]);
    expect(after.map((each) => each['state'])).toEqual(['To prepare', expect.stringContaining('Not released'), 'my words']);
    expect(run([one('1', 100)], [released('1', { status: 'Waiting' })], [row!])[0]?.['state']).toContain('Not released');
  });
});
