/**
 * Every kind of planting and look-alike, row by row, on the account of domain.md 6 (charges 1000, contractual 400, Aetna 480, patient 120) with the
 * lowest draw each time: least days, least amounts, first of a list, and 0 for each digit of a number.
 */
import { Kind } from '../../../src/core/ledger';
import { Chance } from '../../../src/core/selfTest/chance';
import type { Draft, Row } from '../../../src/core/selfTest/draft';
import type { Plant, Tools, Trap, Truth } from '../../../src/core/selfTest/plant';
import { PLANTS } from '../../../src/core/selfTest/plants/index';
import { exchanged } from '../../../src/core/selfTest/plants/payers';
import { TRAPS } from '../../../src/core/selfTest/traps/index';
import { toIso } from '../../../src/core/day';
import type { Day } from '../../../src/core/day';
import { cents, toDecimalText } from '../../../src/core/money';
import { Shape } from '../../../src/core/selfTest/shape';
import { ledgerOf } from '../harness';
import { draftOf, toolsFor } from './drafting';

class Lowest extends Chance {
  override whole(from: number): number {
    return from;
  }
}

const OTHERS = `account X payer1=Cigna
2026-01-05 interest 3 Cigna
2026-01-05 charity 3 patient
2026-01-05 baddebt 3 patient
2026-01-05 capitation 3 Cigna
2026-01-05 chargecredit 3
2026-01-05 reversal 3 Cigna check=77
2026-01-05 reversal 3 patient check=76
2026-01-05 takeback 3 Cigna check=78
2026-01-05 refund 3 patient
2026-01-05 smallbalance 3 patient
2026-01-05 adjreversal 3 Cigna
2026-01-05 deposit 3 patient
2026-01-05 bankreturn 3 patient
2026-01-05 writeoff 3 Cigna
2026-01-05 transferaccount 3 patient
remit Cigna 3 2026-02-01 plb=WO claim=OTHER
register 3 2026-03-04 payee="Roe, Bo" check=9`;
const LISTED = 'mrn=M1 patient="Doe, Ann" planType="Case rate" status=Billed serviceFrom=2026-01-05 coverageAdded=2025-12-01 coverageFrom=2025-01-01 qmb=""';
const CHARGE = '2026-01-05 charge 1000 claim=CL1 service=2026-01-05';
const CONTRACTUAL = '2026-02-01 contractual 400 Aetna claim=CL1';
const PAID = '2026-02-01 payment 480 Aetna check=1001 claim=CL1';
const PATIENT = '2026-02-20 payment 120 patient check=2001';
/** B is Ann's too and settled: charges 300, Aetna 210, she 90. */
const B = `account B payer1=Aetna mrn=M1 patient="Doe, Ann" status=Billed
2026-01-06 charge 300 claim=CLB service=2026-01-06
2026-02-03 payment 210 Aetna check=1003 claim=CLB
2026-02-22 payment 90 patient check=2003`;
const BOOK = [
  'payer Fund class=workers-comp',
  `account A payer1=Aetna ${LISTED}`,
  CHARGE,
  CONTRACTUAL,
  PAID,
  PATIENT,
  B,
  'account F',
  '2026-01-05 charge 1 Fund',
  OTHERS,
].join('\n');

const NAMES = new Map<number, string>(Object.entries(Kind).map(([name, kind]) => [kind, name]));
/** "2026-02-01 Payment -480.00 Aetna 1001 CL1": day, kind, effect, party, check, claim; what is blank is left out. */
function lineOf(draft: Draft, row: Row): string {
  const day = row.day === 0 ? '' : (toIso(row.day as Day) ?? '');
  const party = draft.shape.ledger.parties[row.party]?.name ?? '';
  return [day, NAMES.get(row.kind), toDecimalText(cents(row.effect)), party, draft.text(row, 'check'), draft.text(row, 'claim')]
    .filter((part) => part !== '')
    .join(' ');
}
const linesOf = (draft: Draft): string[] => draft.rows.map((row) => lineOf(draft, row));

const C = '2026-01-05 Charge 1000.00 CL1';
const W = '2026-02-01 Contractual -400.00 Aetna CL1';
const P = '2026-02-01 Payment -480.00 Aetna 1001 CL1';
const S = '2026-02-20 Payment -120.00 Patient 2001';
const BASE = [C, W, P, S];

interface Done {
  readonly on: Draft;
  readonly beside: Draft;
  readonly lines: string[];
}
function prepared(book: string, more: Partial<Tools> = {}): { readonly on: Draft; readonly beside: Draft; readonly tools: Tools } {
  const on = draftOf(book);
  const beside = draftOf(book, 'B');
  return { on, beside, tools: toolsFor(on, { chance: new Lowest(1), other: () => beside, ...more }) };
}
function planted(id: string, book = BOOK, more: Partial<Tools> = {}): Done & { readonly truths: readonly Truth[] | null } {
  const kind = kindOf(PLANTS, id);
  const { on, beside, tools } = prepared(book, more);
  expect([id, kind.lacks(on.shape), kind.fits(on.plain)]).toEqual([id, '', true]);
  const truths = kind.plant(on, tools);
  return { on, beside, truths, lines: linesOf(on) };
}
function laid(id: string, book = BOOK): Done {
  const kind = kindOf(TRAPS, id);
  const { on, beside, tools } = prepared(book);
  expect([id, kind.lacks(on.shape), kind.fits(on.plain), kind.lay(on, tools)]).toEqual([id, '', true, true]);
  return { on, beside, lines: linesOf(on) };
}
function kindOf<K extends Plant | Trap>(kinds: readonly K[], id: string): K {
  const found = kinds.find((each) => each.id === id);
  if (!found) throw new Error(`no kind ${id}`);
  return found;
}
const payer = (cause: string, size: number, name = 'Aetna') => ({ cause, class: 'true-overpayment', cents: size, owedTo: 'payer', name });
const patient = (cause: string, size: number) => ({ cause, class: 'true-overpayment', cents: size, owedTo: 'patient', name: '' });
const nobody = (cause: string, size: number) => ({ cause, class: 'posting-error', cents: size, owedTo: 'none', name: '' });
const moved = (cause: string, size: number, account = '') => ({
  cause,
  class: 'misallocated',
  cents: size,
  owedTo: account === '' ? 'none' : 'account',
  name: account,
});

describe('a planting', () => {
  const AGAIN = '2026-02-09 Payment -480.00 Aetna 0000 CL1';
  it.each<[string, object, string[]]>([
    ['payer-paid-twice', payer('C01', 48_000), [...BASE, AGAIN]],
    ['check-posted-twice', nobody('C02', 48_000), [...BASE, P]],
    // 30 % of 480 = 144 taken back 20 days later: 336 are left.
    ['part-back', payer('C01', 33_600), [...BASE, AGAIN, '2026-03-01 Takeback 144.00 Aetna 0000 CL1']],
    ['takeback', nobody('C14', 48_000), [...BASE, AGAIN]],
    ['digits', nobody('C13', 36_000), [C, W, P.replace('480', '840'), S]],
    // Cigna pays its share 120 and 40.01 too much (at least 40.00, no round sum), 5 days after Aetna.
    ['both-primary', payer('C03', 4_001, 'Cigna'), [C, W, P, '2026-02-06 Payment -160.01 Cigna 0000 CL1']],
    ['accident', payer('C17', 48_000), [C, W, P, '2026-02-21 Payment -600.00 Fund 0000 CL1']],
    // The second payer pays the share of 120 and writes 10.01 off.
    ['second-write-off', nobody('C09', 1_001), [C, W, P, '2026-02-16 Payment -120.00 Cigna 0000 CL1', '2026-02-16 Contractual -10.01 Cigna CL1']],
    ['patient-paid-twice', patient('C27', 12_000), [...BASE, '2026-02-23 Payment -120.00 Patient 0000']],
    ['patient-check-twice', nobody('C02', 12_000), [...BASE, S]],
    ['patient-more', patient('C27', 1_001), [...BASE, '2026-02-25 Payment -10.01 Patient 0000 CL1']],
    ['prepaid', patient('C05', 5_001), [C, W, P, '2026-01-05 Deposit -170.01 Patient CL1']],
    ['copay', patient('C05', 501), [C, W, P, '2026-01-05 Payment -125.01 Patient 0000 CL1']],
    ['small', { ...patient('C23', 2), class: 'hold' }, [...BASE, '2026-02-25 Payment -0.02 Patient 0000 CL1']],
    ['hidden', patient('C05', 1_001), [C, W, P.replace('480.00', '469.99'), '2026-01-05 Payment -130.01 Patient 0000 CL1']],
    // 40 % of the share of 120.
    ['share-lowered', patient('C28', 4_800), [...BASE, '2026-03-02 Payment -48.00 Aetna 0000 CL1']],
    ['insured-later', patient('C06', 3_001), [C, W, P, '2026-01-05 Payment -150.01 Patient 0000 CL1']],
    ['write-off-twice', nobody('C08', 40_000), [...BASE, W.replace('02-01', '02-02')]],
    // At least 20.00, at least 3 % of 600.
    ['write-off-large', nobody('C09', 2_001), [C, W.replace('400.00', '420.01'), P, S]],
    ['charge-credit', nobody('C10', 2_001), [...BASE, '2026-02-25 ChargeCredit -20.01 CL1']],
    ['charge-missing', nobody('C11', 1_001), [C.replace('1000.00', '989.99'), W, P, S]],
    ['no-charge', nobody('C11', 100_000), [W, P, S]],
    ['bad-debt', nobody('C19', 12_000), [C, W, P, '2026-04-21 Payment -120.00 Patient 0000 CL1', '2026-03-22 BadDebt -120.00 Patient CL1']],
    ['charity', patient('C25', 12_000), [...BASE, '2026-03-22 Charity -120.00 Patient CL1']],
    ['wrong-account-patient', moved('C12', 9_000, 'B'), [...BASE, '2026-02-22 Payment -90.00 Patient 2003']],
    ['wrong-account-payer', moved('C12', 21_000, 'B'), [...BASE, '2026-02-03 Payment -210.00 Aetna 1003 CLB']],
    ['interest', moved('C15', 201), [...BASE, '2026-02-01 Interest -2.01 Aetna CL1']],
    ['capitation', moved('C18', 5_001), [...BASE, '2026-02-11 Capitation -50.01 Aetna']],
    ['refund-unposted', nobody('C20', 2_001), [...BASE, '2026-03-02 Payment -20.01 Patient 0000 CL1']],
    ['bank-return', nobody('C21', 12_000), [...BASE, '2026-02-26 BankReturn 0.00 Patient 2001 CL1', '2026-03-12 Payment -120.00 Patient 0000']],
    ['cancelled', patient('C22', 12_000), [S]],
    // Due 5 days after the day of the review, paid the day before it.
    ['to-come', { ...patient('C22', 12_000), class: 'hold' }, [S.replace('02-20', '06-29')]],
  ])('%s', (id, truth, lines) => {
    const done = planted(id);
    expect(done.truths).toEqual([truth]);
    expect(done.lines).toEqual(lines);
    expect(done.on.plain.account).toBe(0);
  });

  it('is told by the remittance, the register and the listing too', () => {
    expect(planted('takeback').on.takebacks).toMatchObject([{ cents: 48_000, claim: 'CL1', check: '0000' }]);
    expect(planted('takeback').on.takebacks.map(({ day }) => toIso(day as Day))).toEqual(['2026-03-11']);
    expect(planted('refund-unposted').on.register).toMatchObject([{ payee: 'Doe, Ann', cents: 2_001, check: '10000' }]);
    expect(planted('refund-unposted').on.register.map(({ day }) => toIso(day as Day))).toEqual(['2026-04-01']);
    expect(planted('cancelled').on.texts).toEqual({ status: 'Cancelled' });
    const iso = (day: number | undefined): string | null => toIso((day ?? 0) as Day);
    const { days } = planted('insured-later').on;
    expect([iso(days.coverageAdded), iso(days.coverageFrom)]).toEqual(['2026-01-08', '2025-11-06']);
    const come = planted('to-come').on;
    expect([iso(come.days.serviceFrom), iso(come.days.serviceTo), iso(come.rows[0]?.service)]).toEqual(['2026-07-05', '2026-07-05', '2026-07-05']);
    expect([planted('check-posted-twice').on.oneCheck, planted('patient-check-twice').on.oneCheck, planted('payer-paid-twice').on.oneCheck]).toEqual([
      true,
      true,
      false,
    ]);
    expect(planted('bank-return').on.rows[4]?.money.remitPaid).toBe(12_000);
  });

  it('says what the payers’ remittances say', () => {
    const stated = (id: string, at: number) => planted(id).on.rows[at]?.stated;
    const truth = { allowed: 60_000, share: 12_000, billed: 100_000, paid: 48_000, contractual: 40_000, priorPaid: 0 };
    expect(stated('payer-paid-twice', 4)).toEqual(truth);
    expect(stated('accident', 3)).toEqual({ ...truth, share: 0, paid: 60_000 });
    // 160.01 paid, 25.00 its own share, the rest of 1000 written off.
    expect(stated('both-primary', 3)).toEqual({ allowed: 18_501, share: 2_500, billed: 100_000, paid: 16_001, contractual: 81_499, priorPaid: 0 });
    expect(stated('second-write-off', 3)).toEqual({ ...truth, share: 0, paid: 12_000, contractual: 1_001, priorPaid: 48_000 });
    expect(stated('share-lowered', 4)).toEqual({ ...truth, share: 7_200, paid: 52_800 });
    expect(stated('hidden', 2)).toEqual({ ...truth, paid: 46_999 });
    expect([planted('accident').on.secondPayer, planted('payer-paid-twice').on.secondPayer]).toEqual([2, 0]);
  });

  it('takes the money off the account it belongs to', () => {
    expect(linesOf(planted('wrong-account-patient').beside)).toEqual(['2026-01-06 Charge 300.00 CLB', '2026-02-03 Payment -210.00 Aetna 1003 CLB']);
    expect(linesOf(planted('wrong-account-payer').beside)).toEqual(['2026-01-06 Charge 300.00 CLB', '2026-02-22 Payment -90.00 Patient 2003']);
  });

  it.each<[string, string, Partial<Tools>]>([
    ['wrong-account-patient', BOOK, { other: () => null }],
    ['wrong-account-payer', BOOK, { other: () => null }],
    ['wrong-account-payer', BOOK.replaceAll('CLB', 'CL1'), {}],
    // What counts as a few dollars is no overpayment of its own.
    ['wrong-account-patient', BOOK, { small: 9_000 }],
    ['patient-paid-twice', BOOK, { small: 12_000 }],
    ['cancelled', BOOK, { small: 12_000 }],
    ['charity', BOOK, { small: 12_000 }],
    ['part-back', BOOK, { small: 33_600 }],
    ['digits', BOOK, { small: 36_000 }],
    ['small', BOOK, { small: 1 }],
    ['takeback', BOOK.replaceAll('check=1001 claim=CL1', 'check=1001'), {}],
    ['patient-check-twice', BOOK.replace(' check=2001', ''), {}],
    ['bank-return', BOOK.replace(' check=2001', ''), {}],
    ['insured-later', BOOK.replace('status=Billed', 'status=Billed finClass="Self-pay"'), {}],
    ['copay', BOOK.replace('status=Billed', 'status=Billed finClass=Cash'), {}],
    ['charge-credit', BOOK.replace('"Case rate"', 'PPO'), {}],
    // The payer paid on the day of service.
    ['prepaid', BOOK.replace('2026-02-01 payment 480', '2026-01-05 payment 480'), {}],
    // The patient paid before the payer, and nothing states the share: that would be the picture of C05.
    ['write-off-large', BOOK.replace('2026-02-20 payment 120', '2026-01-31 payment 120'), {}],
    ['charge-missing', BOOK.replace('2026-02-20 payment 120', '2026-01-31 payment 120'), {}],
    // Nothing can follow the day of the review.
    ['charity', BOOK, { asOf: 46_073 }],
    ['bad-debt', BOOK, { asOf: 46_103 }],
  ])('%s will not do here', (id, book, more) => expect(planted(id, book, more).truths).toBeNull());

  it.each<[string, string, string]>([
    ['patient-paid-twice', 'account A\n2026-01-05 charge 5', 'No row of your sheets is a payment of a patient.'],
    ['patient-check-twice', 'account A\n2026-01-05 payment 5 patient', 'Your sheets have no check number.'],
    ['above-charges', 'account A', 'Your sheets have no plan type, so a payer may rightly pay more than was billed.'],
    ['part-back', 'account A', 'No row of your sheets takes a payment back.'],
    ['both-primary', 'account A\n2026-01-05 payment 5 Aetna', 'Your sheets do not name two commercial payers.'],
    ['medicare-first', 'account A', 'Your sheets do not name Medicare.'],
    ['accident', 'account A', 'Your sheets name no accident payer.'],
    ['insured-later', 'account A coverageAdded=2025-12-01', 'Your sheets do not say when coverage was added.'],
    ['to-come', 'account A', 'Your list of accounts has no service date.'],
    ['refund-unposted', 'account A', 'Your sheets have no refund register.'],
    ['wrong-account-patient', 'account A', 'Your sheets do not name the patient.'],
    ['wrong-account-payer', 'account A', 'Your sheets have no claim number.'],
    ['exempt', 'account A qmb=Y', 'No row of your sheets is a write-off.'],
    ['bank-return', 'account A', 'No row of your sheets is a bank return.'],
  ])('%s needs sheets that show it', (id, book, why) => expect(kindOf(PLANTS, id).lacks(new Shape(ledgerOf(book)))).toBe(why));
});

describe('other accounts', () => {
  const book = (name: string, cls: string, listed = ''): string =>
    [`payer ${name} class=${cls}`, BOOK.replaceAll('Aetna', name).replace('planType="Case rate"', listed || 'planType="Case rate"')].join('\n');
  it('Medicare paid first, and so did a plan', () => {
    const done = planted('medicare-first', book('Medicare', 'medicare'));
    expect(done.truths).toEqual([payer('C04', 48_000, 'Medicare')]);
    expect(done.lines).toEqual([...[C, W, P].map((line) => line.replace('Aetna', 'Medicare')), '2026-02-11 Payment -600.00 Cigna 0000 CL1']);
  });
  it('a QMB patient was charged', () => {
    const done = planted('exempt', book('Medicare', 'medicare').replace('account B', 'account Q qmb=Y\naccount B'));
    expect(done.truths).toEqual([patient('C24', 12_000)]);
    expect(done.lines.at(-1)).toBe('2026-02-21 WriteOff -120.00 Medicare CL1');
    expect(done.on.texts).toEqual({ qmb: 'Y' });
  });
  it('Medicaid came after the patient had paid: the patient owes nothing', () => {
    const bare = book('Medicaid', 'medicaid').replace('payment 480', 'payment 600').replace(`${PATIENT}\n`, '');
    const done = planted('medicaid-later', bare);
    expect(done.truths).toEqual([patient('C16', 3_001)]);
    // Nobody's payment on this account to be made like: one of B's is.
    expect(done.lines.at(-1)).toBe('2026-01-05 Payment -30.01 Patient CL1');
  });
  it('a payer that pays more than was billed, where the plan allows no fixed price', () => {
    const bare = book('Plan', 'commercial', 'planType=PPO').replace('payment 480', 'payment 600').replace(`${PATIENT}\n`, '');
    const done = planted('above-charges', bare);
    expect(done.truths).toEqual([payer('C07', 1_001, 'Plan')]);
    expect(done.lines).toEqual([C, '2026-02-01 Payment -1010.01 Plan 1001 CL1']);
    expect(done.on.main.stated).toEqual({ allowed: 100_000, share: 0, billed: 100_000, paid: 101_001, contractual: 0, priorPaid: 0 });
    expect(planted('above-charges', bare.replace('planType=PPO', 'planType="DRG plan"')).truths).toBeNull();
  });
  it('the share moved to the patient twice', () => {
    const legs = '2026-02-02 transfer -120 Aetna\n2026-02-02 transfer 120 patient';
    const done = planted('moved-twice', BOOK.replace(PATIENT, `${legs}\n${PATIENT}`));
    expect(done.truths).toEqual([moved('C26', 12_000)]);
    expect(done.lines.slice(-2)).toEqual(['2026-02-11 TransferBucket -120.00 Aetna', '2026-02-11 TransferBucket 120.00 Patient']);
  });
});

describe('a look-alike', () => {
  it.each<[string, string[]]>([
    ['reversed-pair', [...BASE, '2026-02-05 PaymentReversal 480.00 Aetna 1001 CL1', '2026-02-06 Payment -480.00 Aetna 0000 CL1']],
    ['taken-back', [...BASE, '2026-02-09 Payment -480.00 Aetna 0000 CL1', '2026-03-06 Takeback 480.00 Aetna 0000 CL1']],
    ['same-service-one-check', [...BASE, ...BASE]],
    [
      'same-service-two-checks',
      [...BASE, C, W.replace('02-01', '02-10'), '2026-02-10 Payment -480.00 Aetna 0000 CL1', '2026-03-01 Payment -120.00 Patient 0000'],
    ],
    ['bulk-check', [C, W, P.replace('02-01', '02-03'), S]],
    // 70 % of 480 and a cent.
    ['two-parts', [C, W, P.replace('480.00', '336.01'), S, '2026-02-16 Payment -143.99 Aetna 0000 CL1']],
    ['secondary', [C, W, P, '2026-02-21 Payment -120.00 Cigna 0000 CL1']],
    ['instalments', [C, W, P, S.replace('120', '40'), '2026-03-22 Payment -40.00 Patient 0000', '2026-04-21 Payment -40.00 Patient 0000']],
    ['two-cards', [C, W, P, S.replace('120', '60'), '2026-02-20 Payment -60.00 Patient 0000']],
    ['copay-exact', [C, W, P, '2026-01-05 Payment -120.00 Patient 0000 CL1']],
    ['refunded', [...BASE, '2026-03-02 Payment -20.01 Patient 0000 CL1', '2026-03-22 Refund 20.01 Patient CL1']],
    ['returned-paid-again', [...BASE, '2026-02-25 PaymentReversal 120.00 Patient 2001 CL1', '2026-03-07 Payment -120.00 Patient 0000']],
    ['moved-right', [...BASE, '2026-02-22 Payment -90.00 Patient 2003', '2026-02-25 TransferAccount 90.00 Patient']],
    ['write-off-again', [...BASE, '2026-02-03 AdjustmentReversal 400.00 Aetna CL1', W.replace('02-01', '02-03')]],
    ['cents-written-off', [C, W, P, S.replace('120.00', '119.99'), '2026-03-22 SmallBalance -0.01 Patient CL1']],
    ['charity-before', [C, W, P, '2026-02-16 Charity -120.00 Patient CL1']],
  ])('%s leaves nothing owed', (id, lines) => {
    const done = laid(id);
    expect(done.lines).toEqual(lines);
    expect([done.on.balance, done.beside.balance]).toEqual([0, 0]);
  });

  it('the next visit at the same price is another claim on another day', () => {
    const book = BOOK.replace('contractual 400 Aetna claim=CL1', 'contractual 400 Aetna claim=CL1 service=2026-01-05');
    const { lines, on } = laid('next-visit', book);
    expect(lines.slice(4)).toEqual([
      '2026-01-19 Charge 1000.00 CL0',
      '2026-02-15 Contractual -400.00 Aetna CL0',
      '2026-02-15 Payment -480.00 Aetna 0000 CL0',
      '2026-03-06 Payment -120.00 Patient 0000',
    ]);
    expect(on.rows.slice(4).map(({ service }) => (service === 0 ? '' : toIso(service as Day)))).toEqual(['2026-01-19', '2026-01-19', '', '']);
  });
  it('two unequal parts have two remittances', () => {
    const { on } = laid('two-parts');
    expect([on.rows[2]?.stated?.paid, on.rows[4]?.stated?.paid]).toEqual([33_601, 14_399]);
  });
  it('a second payer is told what the first paid', () => {
    expect(laid('secondary').on.rows[3]?.stated).toEqual({ allowed: 60_000, share: 0, billed: 100_000, paid: 12_000, contractual: 0, priorPaid: 48_000 });
  });
  it('money moved leaves the other account too', () => {
    expect(linesOf(laid('moved-right').beside)).toEqual([
      '2026-01-06 Charge 300.00 CLB',
      '2026-02-03 Payment -210.00 Aetna 1003 CLB',
      '2026-02-25 TransferAccount -90.00 Patient',
    ]);
    expect(linesOf(laid('bulk-check').beside)[1]).toBe('2026-02-03 Payment -210.00 Aetna 1001 CLB');
  });
  it.each<[string, string, Partial<Tools>]>([
    ['bulk-check', BOOK, { other: () => null }],
    ['moved-right', BOOK, { other: () => null }],
    ['bulk-check', BOOK.replace(' check=1001', ''), {}],
    ['instalments', BOOK.replace('payment 480', 'payment 597.01').replace('payment 120', 'payment 2.99'), {}],
    // Two weeks after the last posting is after the review.
    ['next-visit', BOOK, { asOf: 46_086 }],
    ['secondary', BOOK.replaceAll('Cigna', 'Aetna'), {}],
  ])('%s will not do here', (id, book, more) => {
    const { on, tools } = prepared(book, more);
    expect(kindOf(TRAPS, id).lay(on, tools)).toBe(false);
  });
});

it('digits are exchanged so that the amount grows by the least; the last two are cents that nobody mistypes alone', () => {
  expect([48_000, 12_345, 98_700, 11_100, 1_234, 90_199, 5].map(exchanged)).toEqual([84_000, 12_435, 98_700, 11_100, 1_324, 90_919, 5]);
});
