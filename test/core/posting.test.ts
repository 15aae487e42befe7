/** Reading one posting: domain.md 1.4 (kinds), 2.1 step 1 (references), 6 P19 (bent numbers). */
import { Kind } from '../../src/core/ledger';
import type { Ledger } from '../../src/core/ledger';
import {
  accountDay,
  accountMoney,
  accountText,
  ADJUSTMENTS,
  CHARGES,
  checkOf,
  claimOf,
  codesOf,
  dayOfTx,
  hasCode,
  icnOf,
  inTimeOrder,
  isIn,
  keyOf,
  lineOf,
  MONEY,
  RECEIPTS,
  reference,
  serviceDayOf,
  sizeOf,
  txMoney,
  txText,
} from '../../src/core/posting';
import { toIso } from '../../src/core/day';
import { ledgerOf } from './harness';

/** The first posting of a ledger of one account. */
const first = <T>(text: string, read: (ledger: Ledger, tx: number) => T): T => read(ledgerOf(`2026-02-01 payment 480 Aetna ${text}`), 0);

describe('a check or claim number', () => {
  it.each([
    ['chk-001 23', 'CHK00123'],
    [' 00123 ', '00123'],
    ['A.B/C', 'ABC'],
    ['', ''],
    ['1.23E+11', ''],
    [' 4e15 ', ''],
    ['1E5', ''],
    ['1E5A', '1E5A'],
    ['12E5', '12E5'],
    ['X1E5', 'X1E5'],
    ['1.E5', '1E5'],
  ])('"%s"', (text, expected) => expect(reference(text)).toBe(expected));
  it('is read from its column, and is none without one', () => {
    const read = (ledger: Ledger, tx: number): string[] => [checkOf(ledger, tx), claimOf(ledger, tx), icnOf(ledger, tx)];
    expect(first('check=c-1 claim=cl/2 icn="i 3"', read)).toEqual(['C1', 'CL2', 'I3']);
    expect(first('', read)).toEqual(['', '', '']);
  });
  it('of a posting that has none, in a column that others fill', () => {
    const ledger = ledgerOf('2026-02-01 payment 480 Aetna check=C1\n2026-02-02 payment 10 Aetna');
    expect([checkOf(ledger, 0), checkOf(ledger, 1), checkOf(ledger, 0)]).toEqual(['C1', '', 'C1']);
  });
});

describe('reason and remark codes', () => {
  it.each<[string, string[]]>([
    ['carc=45', ['45']],
    ['carc=OA-209', ['209']],
    ['carc="CO 45, PR2"', ['45', '2']],
    ['carc="co45;pi-204 CR129"', ['45', '204', '129']],
    ['carc=CO45 remark="N781 MA67"', ['45', 'N781', 'MA67']],
    ['remark=N432', ['N432']],
    // PROMO and COB are words, no group code before a number.
    ['carc="COB PR"', ['COB', 'PR']],
    ['', []],
  ])('%s', (text, codes) => expect(first(text, codesOf)).toEqual(codes));
  it.each<[string, boolean]>([
    ['carc=OA-209', true],
    ['carc=45 remark=N781', true],
    ['carc=45 remark=N782', false],
    ['carc=20', false],
    ['', false],
  ])('%s is one of 209 and N781: %s', (text, has) => expect(first(text, (ledger, tx) => hasCode(ledger, tx, new Set(['209', 'N781'])))).toBe(has));
});

describe('a line', () => {
  it.each([
    ['line=3 cpt=99213', '3|99213'],
    ['line=3', '3|'],
    ['cpt=99213', '|99213'],
    ['', ''],
  ])('%s', (text, line) => expect(first(text, lineOf)).toBe(line));
});

describe('a day', () => {
  const days = (text: string): (string | null)[] => {
    const ledger = ledgerOf(text);
    return [toIso(dayOfTx(ledger, 0)), toIso(serviceDayOf(ledger, 0))];
  };
  it.each<[string, (string | null)[]]>([
    ['2026-02-01 payment 5 patient service=2026-01-05', ['2026-02-01', '2026-01-05']],
    ['- payment 5 patient service=2026-01-05', ['2026-01-05', '2026-01-05']],
    ['2026-02-01 payment 5 patient', ['2026-02-01', null]],
    ['- payment 5 patient', [null, null]],
  ])('%s', (text, expected) => expect(days(text)).toEqual(expected));
});

describe('optional columns', () => {
  const ledger = ledgerOf(
    'account A7 patient="Doe, Ann" balance=-12.50 serviceFrom=2026-01-05\n2026-02-01 payment 480.25 Aetna allowed=600 user=jb\naccount A8\n2026-02-01 charge 5',
  );
  it('that are filled', () => {
    expect([keyOf(ledger, 0), accountText(ledger, 'patient', 0), accountMoney(ledger, 'balance', 0), toIso(accountDay(ledger, 'serviceFrom', 0))]).toEqual([
      'A7',
      'Doe, Ann',
      -1250,
      '2026-01-05',
    ]);
    expect([sizeOf(ledger, 0), txMoney(ledger, 'allowed', 0), txText(ledger, 'user', 0)]).toEqual([48025, 60000, 'jb']);
  });
  it('that are blank in this row', () => {
    expect([keyOf(ledger, 1), accountText(ledger, 'patient', 1), accountMoney(ledger, 'balance', 1), accountDay(ledger, 'serviceFrom', 1)]).toEqual([
      'A8',
      '',
      Number.NaN,
      0,
    ]);
    expect([txMoney(ledger, 'allowed', 1), txText(ledger, 'user', 1)]).toEqual([Number.NaN, '']);
  });
  it('that no sheet has', () => {
    expect([accountText(ledger, 'mrn', 0), accountMoney(ledger, 'charges', 0), accountDay(ledger, 'dob', 0)]).toEqual(['', Number.NaN, 0]);
    expect([txMoney(ledger, 'billed', 0), txText(ledger, 'check', 0)]).toEqual([Number.NaN, '']);
  });
});

it('groups of kinds (domain.md 1.4)', () => {
  const names = (group: Uint8Array): string[] =>
    Object.entries(Kind)
      .filter(([, kind]) => isIn(group, kind))
      .map(([name]) => name);
  expect(names(CHARGES)).toEqual(['Charge', 'ChargeCredit']);
  expect(names(RECEIPTS)).toEqual(['Payment', 'Deposit']);
  expect(names(MONEY)).toEqual(['Payment', 'PaymentReversal', 'Takeback', 'Refund', 'Deposit', 'TransferAccount', 'Interest', 'Capitation']);
  expect(names(ADJUSTMENTS)).toEqual([
    'Contractual',
    'Sequestration',
    'WriteOff',
    'Charity',
    'SelfPayDiscount',
    'SmallBalance',
    'BadDebt',
    'AdjustmentReversal',
  ]);
});

describe('time order', () => {
  /** The references of postings in time order; the status, which does not count for the order, names the rows. */
  const sorted = (text: string, name = 'status'): string[] => {
    const ledger = ledgerOf(text);
    const txs = Array.from({ length: ledger.tx.count }, (_, tx) => tx);
    return txs.sort(inTimeOrder(ledger)).map((tx) => ledger.texts[ledger.tx.text[name as 'txnId'][tx] ?? 0] ?? '');
  };
  it.each<[string, string]>([
    ['day', '2026-02-02 payment 5 patient status=B\n2026-02-01 payment 5 patient status=A'],
    ['a service day stands in', '2026-02-02 payment 5 patient status=B\n- payment 5 patient service=2026-02-01 status=A'],
    ['then kind: charges first', '2026-02-01 payment 5 patient status=B\n2026-02-01 charge 5 patient status=A'],
    ['then effect: the larger payment first', '2026-02-01 payment 5 patient status=B\n2026-02-01 payment 6 patient status=A'],
    ['then party by name, not by its number', '2026-02-01 payment 5 Zurich status=B\n2026-02-01 payment 5 Aetna status=A'],
    ['nobody before somebody', '2026-02-01 payment 5 Zurich status=B\n2026-02-01 payment 5 none status=A'],
    ['then check', '2026-02-01 payment 5 Zurich check=2 status=B\n2026-02-01 payment 5 Zurich check=1 status=A'],
    ['then claim', '2026-02-01 payment 5 Zurich claim=2 status=B\n2026-02-01 payment 5 Zurich claim=1 status=A'],
    ['check before claim', '2026-02-01 payment 5 Zurich check=2 claim=1 status=B\n2026-02-01 payment 5 Zurich check=1 claim=2 status=A'],
    ['then the other numbers', '2026-02-01 payment 5 Zurich icn=1 line=1 cpt=2 status=B\n2026-02-01 payment 5 Zurich icn=1 line=1 cpt=1 status=A'],
    ['its own number', '2026-02-01 payment 5 Zurich txnId=2 status=B\n2026-02-01 payment 5 Zurich txnId=1 status=A'],
  ])('%s', (_name, text) => {
    expect(sorted(text)).toEqual(['A', 'B']);
    expect(sorted(text.split('\n').reverse().join('\n'))).toEqual(['A', 'B']);
  });
  it.each(['batch', 'user', 'comment'])('%s decides where all numbers agree', (column) => {
    const rows = ['B', 'A'].map((value) => `2026-02-01 payment 5 Zurich ${column}=${value}`);
    expect(sorted(rows.join('\n'), column)).toEqual(['A', 'B']);
  });
  it('at last the row', () => expect(sorted('2026-02-01 payment 5 Zurich status=B\n2026-02-01 payment 5 Zurich status=A', 'status')).toEqual(['B', 'A']));
});
