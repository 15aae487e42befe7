/**
 * What a cause proposes by itself, before settlement gives each cent to one finding: the edges that another cause would hide. Rows are counted
 * from 2 (see findings.test.ts). "480.00 reference high claims 6" is one proposal; none is an empty list.
 */
import { Account } from '../../../src/core/accountView';
import { causes } from '../../../src/core/causes/index';
import { balancesOf, LedgerIndex } from '../../../src/core/ledgerIndex';
import { toDecimalText } from '../../../src/core/money';
import { ledgerOf, testPolicy } from '../harness';

function proposals(id: string, text: string): string[] {
  const ledger = ledgerOf(text);
  const account = new Account(ledger, testPolicy(), new LedgerIndex(ledger, balancesOf(ledger).listed), 0);
  const found = causes.find((cause) => cause.id === id)?.find(account, ledger, account.policy) ?? [];
  return found.map((each) => {
    const claims = each.claims.map((tx) => ledger.tx.row[tx] ?? 0).join(',');
    return `${each.variant ?? ''} ${toDecimalText(each.cents)} ${each.evidence} ${each.confidence}${claims === '' ? '' : ` claims ${claims}`}`.trim();
  });
}

const base = 'account A1 payer1=Aetna payer2=Cigna\n2026-01-05 charge 1000\n2026-02-01 contractual 400 Aetna'; // rows 2 and 3
const claim = (check: number | string, day: string, more = ''): string => `\n${day} payment 480 Aetna check=${check} claim=CL1${more}`;
const stated = ' allowed=600 pr=120';
const patient = '\n2026-02-20 payment 120 patient';
const settled = `${base}${claim(1001, '2026-02-01')}${patient}`; // rows 4 and 5
const keyed = (amount: number, more = ''): string => `${base}\n2026-02-01 payment ${amount} Aetna check=1 claim=CL1${more}${patient}`;
const remit = (more: string, who = 'Aetna', paid = 480): string => `\nremit ${who} ${paid} 2026-02-01 ${more} allowed=600 pr=120`;
const moved = '\n2026-02-01 transfer -120 Aetna\n2026-02-01 transfer 120 patient'; // proves the share

type Row = readonly [cause: string, name: string, ledger: string, expected: readonly string[]];
const rows: readonly Row[] = [
  // C13: 480 keyed as 840, 4,800 or 4,080; another number is no slip
  ['C13', '840 for 480, on a line of the claim', `${keyed(840)}${remit('claim=CL1 check=1')}`, ['360.00 remittance high claims 4']],
  ['C13', 'ten times', `${keyed(4800)}${remit('claim=CL1 check=1')}`, ['4320.00 remittance high claims 4']],
  ['C13', 'a hundred times', `${keyed(48000)}${remit('claim=CL1 check=1')}`, ['47520.00 remittance high claims 4']],
  ['C13', 'a nought too many', `${keyed(4080)}${remit('claim=CL1 check=1')}`, ['3600.00 remittance high claims 4']],
  ['C13', '849 has another digit', `${keyed(849)}${remit('claim=CL1 check=1')}`, []],
  ['C13', '489 differs by 9.00 and has another digit', `${keyed(489)}${remit('claim=CL1 check=1')}`, []],
  ['C13', 'the same amount', `${keyed(480)}${remit('claim=CL1 check=1')}`, []],
  ['C13', 'too little posted is no credit', `${keyed(408)}${remit('claim=CL1 check=1')}`, []],
  ['C13', 'the line of another payer', `${keyed(840)}${remit('claim=CL1 check=1', 'Cigna')}`, []],
  ['C13', 'the line of another claim', `${keyed(840)}${remit('claim=CL2 check=1')}`, ['360.00 remittance low claims 4']],
  ['C13', 'the line of another check', `${keyed(840)}${remit('claim=CL1 check=2')}`, ['360.00 remittance low claims 4']],
  ['C13', 'a line without a check number', `${keyed(840)}${remit('claim=CL1')}`, ['360.00 remittance high claims 4']],
  ['C13', 'another control number of the payer', `${keyed(840, ' icn=I1')}${remit('claim=CL1 check=1 icn=I2')}`, ['360.00 remittance low claims 4']],
  ['C13', 'two lines: which one is not known', `${keyed(840)}${remit('claim=CL1 check=1')}${remit('claim=CL1 check=1')}`, ['360.00 remittance low claims 4']],
  [
    'C13',
    'a reversal beside the line',
    `${keyed(840)}${remit('claim=CL1 check=1')}\nremit Aetna -1 2026-03-01 claim=CL1 check=1 status=22`,
    ['360.00 remittance high claims 4'],
  ],
  [
    'C13',
    'a provider-level line beside it',
    `${keyed(840)}${remit('claim=CL1 check=1')}\nremit Aetna -1 2026-03-01 claim=CL1 check=1 plb=L6`,
    ['360.00 remittance high claims 4'],
  ],
  ['C13', 'only a payment is keyed', `${base}${claim(1, '2026-02-01')}\n2026-02-03 takeback -840 Aetna remitPaid=480`, []],
  [
    'C13',
    'a hint where the share is proved',
    `${base}\n2026-02-01 payment 480 Aetna check=1${moved}\n2026-02-20 payment 210 patient`,
    ['90.00 amounts low claims 7'],
  ],
  [
    'C13',
    'no hint with two payments',
    `${base}\n2026-02-01 payment 480 Aetna check=1${moved}\n2026-02-20 payment 200 patient\n2026-02-21 payment 10 patient`,
    [],
  ],
  [
    'C13',
    'no hint where a part went back',
    `${base}\n2026-02-01 payment 480 Aetna check=1${moved}\n2026-02-20 payment 210 patient\n2026-02-22 refund 5 patient`,
    [],
  ],
  ['C13', 'no hint where it paid less than it owes', `${base}\n2026-02-01 payment 480 Aetna check=1${moved}\n2026-02-20 payment 12 patient`, []],
  ['C13', 'no hint while what it owes is not known', 'account A1 payer1=Aetna\n2026-01-05 charge 100\n2026-02-20 payment 1000 patient', []],
  ['C13', 'money out posted as money in', `${settled}\n2026-03-01 payment 50 patient\n2026-03-05 refund -50 patient`, ['100.00 pattern low']],
  ['C13', 'money in of another amount', `${settled}\n2026-03-01 payment 60 patient\n2026-03-05 refund -50 patient`, []],
  ['C13', 'money out is as it should be', `${settled}\n2026-03-01 payment 150 patient\n2026-03-05 refund 50 patient`, []],
  ['C13', 'two of them: which one is not known', `${settled}\n2026-03-05 refund -50 patient\n2026-03-06 takeback -50 Aetna`, []],
  // C20: the register against what is posted
  [
    'C20',
    'one of two equal checks is posted',
    `${settled}${claim(1002, '2026-03-01')}\n2026-03-20 refund 480 Aetna\nregister 480 2026-03-20 payee=Aetna\nregister 480 2026-03-25 payee=Aetna`,
    ['a 480.00 remittance high claims 6,4'],
  ],
  ['C20', 'posted', `${settled}${claim(1002, '2026-03-01')}\n2026-03-20 refund 480 Aetna\nregister 480 2026-03-20 payee=Aetna`, []],
  [
    'C20',
    'a cent apart is another check',
    `${settled}${claim(1002, '2026-03-01')}\n2026-03-20 refund 480.01 Aetna\nregister 480 2026-03-20 payee=Aetna`,
    ['a 480.00 remittance high claims 6,4'],
  ],
  ['C20', 'void', `${settled}${claim(1002, '2026-03-01')}\nregister 480 2026-03-20 payee=Aetna status=Void`, []],
  [
    'C20',
    'to somebody who is no payer here: the patient',
    `${settled}${claim(1002, '2026-03-01')}\nregister 20 2026-03-20 payee="Doe, Ann"`,
    ['a 20.00 remittance high claims 5'],
  ],
  ['C20', 'refunded twice within the year', `${settled}\n2025-03-11 refund 30 patient\n2026-03-11 refund 30 patient`, ['b 30.00 reference high claims 7']],
  ['C20', 'a day more than a year apart', `${settled}\n2025-03-10 refund 30 patient\n2026-03-11 refund 30 patient`, []],
  ['C20', 'the second of two amounts', `${settled}\n2026-03-10 refund 30 patient\n2026-03-11 refund 30.01 patient`, []],
  [
    'C20',
    'twice, and the second was owed: 59.99 are missing only with a cent of it',
    `${settled}\n2026-03-10 refund 30 patient\n2026-03-11 refund 30 patient\n2026-03-12 payment 30.01 patient`,
    [],
  ],
  ['C20', 'to two payees', `${settled}\n2026-03-10 refund 30 patient\n2026-03-11 refund 30 Aetna`, []],
  [
    'C20',
    'taken back and refunded another amount',
    `${settled}${claim(1002, '2026-03-01')}\n2026-04-10 refund 470 Aetna\nremit Aetna -480 2026-04-01 plb=WO`,
    [],
  ],
  [
    'C20',
    'taken back, and somebody else refunded as much',
    `${settled}${claim(1002, '2026-03-01')}\n2026-04-10 refund 480 Cigna\nremit Aetna -480 2026-04-01 plb=WO`,
    [],
  ],
  [
    'C20',
    'taken back, refunded, and a third payment stands',
    `${settled}${claim(1002, '2026-03-01')}${claim(1003, '2026-03-02')}\n2026-04-10 refund 480 Aetna\nremit Aetna -480 2026-04-01 plb=WO`,
    [],
  ],
  // C21: which payment came back
  [
    'C21',
    'by its check',
    `${base}${claim(1, '2026-02-01')}${patient} check=77\n2026-03-01 bankreturn 120 patient check=77`,
    ['120.00 remittance high claims 5'],
  ],
  ['C21', 'another check', `${base}${claim(1, '2026-02-01')}${patient} check=77\n2026-03-01 bankreturn 120 patient check=78`, []],
  [
    'C21',
    'one check for two payments: which one is not known',
    `${base}${claim(1, '2026-02-01')}\n2026-02-20 payment 60 patient check=77\n2026-02-21 payment 60 patient check=77\n2026-03-01 bankreturn 60 patient check=77`,
    [],
  ],
  ['C21', 'the only payment of the amount', `${settled}\n2026-03-01 bankreturn 120 patient`, ['120.00 remittance high claims 5']],
  ['C21', 'two of the amount', `${settled}\n2026-02-21 payment 120 patient\n2026-03-01 bankreturn 120 patient`, []],
  ['C21', 'none of the amount', `${settled}\n2026-03-01 bankreturn 119.99 patient`, []],
  ['C21', 'a payment after the return', `${base}${claim(1, '2026-02-01')}\n2026-02-20 bankreturn 120 patient\n2026-02-21 payment 120 patient`, []],
  [
    'C21',
    'no amount and no check: the payment that is too much',
    `${settled}\n2026-02-25 payment 33 patient\n2026-03-01 reversal 0 patient`,
    ['33.00 remittance high claims 6'],
  ],
  ['C21', 'no amount, nothing is too much', `${settled}\n2026-03-01 reversal 0 patient`, []],
  ['C21', 'a reversal with its amount is posted', `${settled}\n2026-02-25 payment 33 patient\n2026-03-01 reversal 33 patient`, []],
  // C01 and C02: second payment or second posting
  ['C01', 'another check', `${settled}${claim(1002, '2026-03-01')}`, ['480.00 reference high claims 6']],
  ['C01', 'the same check', `${settled}${claim(1001, '2026-03-01')}`, []],
  [
    'C01',
    'no check numbers: amounts only',
    `${base}\n2026-02-01 payment 480 Aetna claim=CL1${patient}\n2026-03-01 payment 480 Aetna claim=CL1`,
    ['480.00 amounts low claims 6'],
  ],
  [
    'C01',
    'no check numbers, two control numbers',
    `${base}\n2026-02-01 payment 480 Aetna claim=CL1 icn=I1${patient}\n2026-03-01 payment 480 Aetna claim=CL1 icn=I2`,
    ['480.00 reference high claims 6'],
  ],
  [
    'C01',
    'no check numbers, one control number',
    `${base}\n2026-02-01 payment 480 Aetna claim=CL1 icn=I1${patient}\n2026-03-01 payment 480 Aetna claim=CL1 icn=I1`,
    ['480.00 amounts low claims 6'],
  ],
  [
    'C01',
    'no check numbers, a control number on one of them',
    `${base}\n2026-02-01 payment 480 Aetna claim=CL1 icn=I1${patient}\n2026-03-01 payment 480 Aetna claim=CL1`,
    ['480.00 amounts low claims 6'],
  ],
  [
    'C01',
    'neither claim nor service day: amounts only',
    `${base}\n2026-02-01 payment 480 Aetna check=1${patient}\n2026-03-01 payment 480 Aetna check=2`,
    ['480.00 amounts high claims 6'],
  ],
  [
    'C01',
    'what each owes is not known: review',
    'account A1 payer1=Aetna\n2026-01-05 charge 1000\n2026-02-01 chargecredit 1\n2026-01-20 payment 480 Aetna check=1 claim=C\n2026-01-21 payment 480 Aetna check=2 claim=C\n2026-03-01 payment 300 patient',
    ['480.00 reference low claims 5'],
  ],
  ['C02', 'the same check', `${settled}${claim(1001, '2026-03-01')}`, ['480.00 reference high claims 6']],
  ['C02', 'another check', `${settled}${claim(1002, '2026-03-01')}`, []],
  [
    'C02',
    'no check numbers',
    `${base}\n2026-02-01 payment 480 Aetna claim=CL1${patient}\n2026-03-01 payment 480 Aetna claim=CL1`,
    ['480.00 amounts low claims 6'],
  ],
  ['C02', "the patient's check twice", `${settled} check=77\n2026-02-21 payment 120 patient check=77`, ['120.00 reference high claims 6']],
  ['C02', "the patient's check twice, a cent apart", `${settled} check=77\n2026-02-21 payment 120.01 patient check=77`, []],
  ['C02', 'the patient twice without a check', `${settled}\n2026-02-21 payment 120 patient`, []],
  [
    'C02',
    'a deposit of the sum of the check',
    `${base}${claim(1, '2026-02-01', ' checkTotal=960')}${patient}${claim(1, '2026-03-01', ' checkTotal=960')}`,
    ['480.00 reference high claims 6'],
  ],
  [
    'C02',
    'a deposit a cent below it',
    `${base}${claim(1, '2026-02-01', ' checkTotal=959.99')}${patient}${claim(1, '2026-03-01', ' checkTotal=959.99')}`,
    ['480.00 remittance high claims 6'],
  ],
  [
    'C02',
    'another check does not count towards the deposit',
    `${base}${claim(1, '2026-02-01', ' checkTotal=960')}${patient}${claim(1, '2026-03-01', ' checkTotal=960')}${claim(2, '2026-03-02')}`,
    ['480.00 reference high claims 6'],
  ],
  // C07: above the contract, tolerance max($5.00, 2 % of 600 = $12.00)
  ['C07', 'a cent above the tolerance', keyed(492.01, stated), ['12.01 remittance low claims 4']],
  ['C07', 'exactly the tolerance', keyed(492, stated), []],
  [
    'C07',
    'in two payments it is not the price',
    `${base}\n2026-02-01 payment 480 Aetna check=1 claim=CL1${stated}${patient}\n2026-03-01 payment 50 Aetna check=2`,
    [],
  ],
  ['C07', 'derived, with the share proved', `${base}\n2026-02-01 payment 530 Aetna check=1${moved}${patient}`, ['50.00 amounts low claims 4']],
  ['C07', 'a capitated plan is C18', keyed(530, stated).replace('payer2=Cigna', 'planType=capitated'), []],
  ['C07', 'a charge taken back is C10', `${keyed(530, stated).replace('payer2=Cigna', 'planType=percent')}\n2026-03-01 chargecredit 100`, []],
];

describe('what a cause proposes', () => {
  it.each(rows.map((row) => [`${row[0]}: ${row[1]}`, row] as const))('%s', (_name, [cause, , ledger, expected]) => {
    expect(proposals(cause, ledger)).toEqual(expected);
  });
});
