/**
 * The laws of settlement (design.md 4, domain.md 2.1 steps 4 and 5) with proposals made by hand. Charges 1000, contractual 400, 480 twice and
 * 120 of the patient: the payer is 480 above what it owes. Postings by their place: 0 charge, 1 contractual, 2 and 4 payments, 3 patient.
 */
import { Account } from '../../src/core/accountView';
import type { CauseId, Finding } from '../../src/core/credit';
import { balancesOf, LedgerIndex } from '../../src/core/ledgerIndex';
import { cents, toDecimalText } from '../../src/core/money';
import { proposal } from '../../src/core/proposal';
import { settle } from '../../src/core/settle';
import { dollars, ledgerOf, testPolicy } from './harness';

const rows = (payer: string): string => `
account A1 payer1=${payer}
2026-01-05 charge 1000
2026-02-01 contractual 400 ${payer}
2026-02-01 payment 480 ${payer} check=1001 claim=CL1
2026-02-20 payment 120 patient
2026-03-01 payment 480 ${payer} check=1002 claim=CL1`;

function accountOf(text: string): Account {
  const ledger = ledgerOf(text);
  return new Account(ledger, testPolicy(), new LedgerIndex(ledger, balancesOf(ledger).listed), 0);
}
const aetna = accountOf(rows('Aetna'));
const medicare = accountOf(`payer Medicare class=medicare${rows('Medicare')}`);
const PAYER = 2; // after the unknown party and the patient

const propose = (cause: CauseId, amount: number, more: Partial<Finding> = {}): Finding =>
  proposal(cause, {
    class: 'true-overpayment',
    cents: dollars(amount),
    party: PAYER,
    owedTo: { kind: 'payer', name: 'Aetna' },
    resolution: 'REFUND_PAYER',
    evidence: 'reference',
    because: `because of ${cause}.`,
    claims: [4],
    ...more,
  });
const settled = (account: Account, ...proposals: Finding[]): string[] =>
  settle(account, proposals).map(
    ({ finding, rivals }) =>
      `${finding.cause} ${finding.class} ${toDecimalText(finding.cents)}${rivals.map((rival) => ` not ${rival.cause} ${toDecimalText(rival.cents)}`).join('')}`,
  );
const posting = { class: 'posting-error', resolution: 'REVERSE_POSTING' } as const;

describe('settlement', () => {
  it.each<[string, Finding[], string[]]>([
    [
      'the strongest evidence wins, whatever the class',
      [propose('C02', 480, { ...posting, evidence: 'amounts' }), propose('C01', 480)],
      ['C01 true-overpayment 480.00 not C02 480.00'],
    ],
    [
      'a remittance wins over a reference',
      [propose('C01', 480), propose('C14', 480, { ...posting, evidence: 'remittance' })],
      ['C14 posting-error 480.00 not C01 480.00'],
    ],
    [
      'amounts win over a pattern',
      [propose('C07', 480, { evidence: 'pattern' }), propose('C03', 480, { evidence: 'amounts' })],
      ['C03 true-overpayment 480.00 not C07 480.00'],
    ],
    [
      'of one class and strength the order of domain.md 2.1 decides',
      [propose('C20', 480, posting), propose('C02', 480, posting)],
      ['C02 posting-error 480.00 not C20 480.00'],
    ],
    [
      'C19a stands with the adjustments, C19b with the true ones',
      [propose('C01', 480), propose('C19', 480, { variant: 'b' })],
      ['C01 true-overpayment 480.00 not C19 480.00'],
    ],
    ['C27 comes after the particular causes', [propose('C27', 480), propose('C28', 480)], ['C28 true-overpayment 480.00 not C27 480.00']],
    ['equal strength and different classes are not decided', [propose('C01', 480), propose('C02', 480, posting)], ['C02 needs-review 480.00 not C01 480.00']],
    [
      'a check number of its own outweighs what rests on the liabilities alone',
      [propose('C02', 480, { ...posting, evidence: 'amounts', sign: 'amounts' }), propose('C01', 480, { evidence: 'amounts', sign: 'reference' })],
      ['C01 true-overpayment 480.00 not C02 480.00'],
    ],
    [
      'two signs of equal weight decide nothing',
      [propose('C02', 480, { ...posting, evidence: 'remittance', sign: 'reference' }), propose('C01', 480, { evidence: 'remittance', sign: 'reference' })],
      ['C02 needs-review 480.00 not C01 480.00'],
    ],
    [
      'a weak sign outweighs no weaker one',
      [propose('C02', 480, { ...posting, evidence: 'amounts', sign: 'amounts' }), propose('C01', 480, { evidence: 'amounts', sign: 'pattern' })],
      ['C02 needs-review 480.00 not C01 480.00'],
    ],
    [
      'a small credit contests nobody',
      [propose('C23', 480, { class: 'hold', resolution: 'SMALL_CREDIT_POLICY' }), propose('C01', 480)],
      ['C01 true-overpayment 480.00 not C23 480.00'],
    ],
    [
      'where there is enough for both, both stand: 200 and 280 of 480 on two postings',
      [propose('C01', 200, { claims: [2] }), propose('C02', 280, { ...posting, claims: [4] })],
      ['C02 posting-error 280.00', 'C01 true-overpayment 200.00'],
    ],
    [
      'a cent too much for both: 200.01 and 280 of 480 on two postings',
      [propose('C01', 200.01, { claims: [2] }), propose('C02', 280, { ...posting, claims: [4] })],
      ['C02 needs-review 280.00 not C01 200.01'],
    ],
    [
      'one posting for two classes, though the pot would do for both',
      [propose('C01', 200), propose('C02', 280, posting)],
      ['C02 needs-review 280.00 not C01 200.00'],
    ],
    ['within a dollar of what there is: the rest', [propose('C01', 481, { claims: [2, 4] })], ['C01 true-overpayment 480.00']],
    ['a cent more than that: all or nothing', [propose('C01', 481.01, { claims: [2, 4] })], []],
    ['an excess takes what there is', [propose('C01', 700, { claims: [2, 4], partial: true })], ['C01 true-overpayment 480.00']],
    [
      'each cent once: 300 and the 180 that are left',
      [propose('C01', 300, { claims: [2] }), propose('C03', 300, { claims: [4], partial: true })],
      ['C01 true-overpayment 300.00', 'C03 true-overpayment 180.00'],
    ],
    [
      'a posting serves no more than it has: 480 of claims are used up in their order',
      [propose('C01', 240, { claims: [2, 4] }), propose('C03', 300, { claims: [2], partial: true })],
      ['C01 true-overpayment 240.00', 'C03 true-overpayment 240.00'],
    ],
    [
      'the larger of two equal ones first',
      [propose('C01', 180, { claims: [2] }), propose('C01', 300, { claims: [4] })],
      ['C01 true-overpayment 300.00', 'C01 true-overpayment 180.00'],
    ],
    [
      'another term draws on another pot: no write-off is too high, so it gets nothing and stays visible beside nobody',
      [propose('C09', 480, { ...posting, term: 'adjustment', claims: [1] })],
      [],
    ],
  ])('%s', (_name, proposals, expected) => {
    expect(settled(aetna, ...proposals)).toEqual(expected);
    expect(settled(aetna, ...[...proposals].reverse())).toEqual(expected);
  });

  it('has a cent of tolerance for a federal payer', () => {
    expect(settled(medicare, propose('C01', 480.01, { claims: [2, 4] }))).toEqual(['C01 true-overpayment 480.00']);
    expect(settled(medicare, propose('C01', 480.02, { claims: [2, 4] }))).toEqual([]);
  });

  it('takes the earlier posting first where nothing else differs', () => {
    const found = settle(aetna, [propose('C01', 480, { claims: [4] }), propose('C01', 480, { claims: [2] })]);
    expect(found.map(({ finding }) => finding.claims)).toEqual([[2]]);
  });

  it('says of an undecided one both readings, nobody to pay, and the first fact that is missing', () => {
    const [one] = settle(aetna, [propose('C01', 480, { missing: 'the checks.' }), propose('C02', 480, posting)]);
    expect(one).toEqual({
      finding: expect.objectContaining({
        cause: 'C02',
        class: 'needs-review',
        cents: cents(48000),
        owedTo: { kind: 'none', name: '' },
        resolution: 'ESCALATE',
        confidence: 'low',
        because: 'Two explanations of equal strength. C02: because of C02. Or C01: because of C01.',
        missing: 'the checks.',
      }),
      rivals: [{ cause: 'C01', class: 'true-overpayment', cents: cents(48000), because: 'because of C01.', decidedBy: 'the checks.' }],
    });
  });
});

// Contractual 400 twice beside it (rows 3 and 7; postings 1 and 5): 400 of write-offs too much, 480 of the payer's payments.
const both = accountOf(
  `account A1 payer1=Aetna payer2=Cigna${rows('Aetna').replace('\naccount A1 payer1=Aetna', '').replaceAll('claim=CL1', 'claim=CL1 allowed=600 pr=120')}\n2026-02-02 contractual 400 Aetna`,
);
const writeOff = { ...posting, resolution: 'REVERSE_ADJ', term: 'adjustment' } as const;
const lost = { ...posting, term: 'lost' } as const;

describe('settlement of more than one term', () => {
  it.each<[string, Finding[], string[]]>([
    [
      'what draws on another pot contests nobody',
      [propose('C01', 480), propose('C02', 480, { ...posting, claims: [2] }), propose('C08', 400, { ...writeOff, claims: [5] })],
      ['C02 needs-review 480.00 not C01 480.00', 'C08 posting-error 400.00'],
    ],
    [
      'what asks for more than there is contests nobody',
      [propose('C02', 480, posting), propose('C01', 481.01, { claims: [2, 4] })],
      ['C02 posting-error 480.00 not C01 481.01'],
    ],
    [
      'one posting of two in common is enough to contest',
      [propose('C02', 280, { ...posting, claims: [2, 4] }), propose('C01', 200)],
      ['C02 needs-review 280.00 not C01 200.00'],
    ],
    [
      'who comes too late stands beside who has its pot, not beside the first',
      [propose('C08', 400, { ...writeOff, claims: [5] }), propose('C01', 480), propose('C03', 480, { claims: [2] })],
      ['C08 posting-error 400.00', 'C01 true-overpayment 480.00 not C03 480.00'],
    ],
    [
      'or beside who has its posting',
      [propose('C08', 400, { ...writeOff, claims: [5, 1] }), propose('C01', 480), propose('C27', 400, { class: 'posting-error', term: 'charge', claims: [1] })],
      ['C08 posting-error 400.00 not C27 400.00', 'C01 true-overpayment 480.00'],
    ],
    [
      'a variant without a place of its own has its cause’s',
      [propose('C20', 480, { ...posting, variant: 'a' }), propose('C02', 480, posting)],
      ['C02 posting-error 480.00 not C20 480.00'],
    ],
    [
      'C19a stands before the true ones',
      [propose('C12', 300, { ...lost, claims: [2] }), propose('C19', 300, { ...lost, variant: 'a' })],
      ['C19 posting-error 300.00', 'C12 posting-error 300.00'],
    ],
    [
      'money lost twice has no bound',
      [propose('C20', 480, lost), propose('C20', 470, { ...lost, claims: [2] })],
      ['C20 posting-error 480.00', 'C20 posting-error 470.00'],
    ],
  ])('%s', (_name, proposals, expected) => {
    expect(settled(both, ...proposals)).toEqual(expected);
    expect(settled(both, ...[...proposals].reverse())).toEqual(expected);
  });

  const order = (...proposals: Finding[]): (string | number)[][] =>
    settle(both, proposals).map(({ finding }) => [both.party(finding.party).name, ...finding.claims]);
  it.each<[string, Finding, Finding, (string | number)[][]]>([
    ['that claims no posting', propose('C20', 5, { ...lost, claims: [] }), propose('C20', 5, { ...lost, claims: [2] }), [['Aetna'], ['Aetna', 2]]],
    [
      'whose first posting is the earlier',
      propose('C20', 5, { ...lost, claims: [4, 2] }),
      propose('C20', 5, { ...lost, claims: [3] }),
      [
        ['Aetna', 4, 2],
        ['Aetna', 3],
      ],
    ],
    [
      'whose party comes first by name',
      propose('C20', 5, { ...lost, claims: [] }),
      propose('C20', 5, { ...lost, claims: [], party: 3 }),
      [['Aetna'], ['Cigna']],
    ],
  ])('of two alike the one goes first %s', (_name, first, second, expected) => {
    expect(order(first, second)).toEqual(expected);
    expect(order(second, first)).toEqual(expected);
  });
});
