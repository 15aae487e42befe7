/** The pitfalls of domain.md 6, P1 to P25, as far as one workbook can hold them. Amounts are the domain's own where it gives them. */
import { adjudicate, postCharges, remit } from './claims';
import { AS_OF, usd } from './ledgerBook';
import type { Account, Facts } from './ledgerBook';
import { childOf, person, serial } from './people';
import { PAYER } from './plant';
import type { Practice } from './plant';
import { misallocated, postingError, toPatient, toPayer } from './truth';

/** Charges 1000, allowed 600, patient 120 (payer 480): the base of every pitfall. */
const BASE = { charges: usd(1000), allowed: usd(600), patientResp: usd(120) };
const commercial: Partial<Facts> = { payer1: PAYER.northfield };
const guarantor = (account: Account): string => account.facts.person.guarantorName;
const fine = (practice: Practice, account: Account, id: string, right: string): void =>
  practice.expect(account, { id, right, findings: [], instead: ['not-listed'] });

export function wrongRefunds(practice: Practice): void {
  const p1 = practice.account('P1', commercial);
  const day = adjudicate(p1, BASE);
  p1.contractual(usd(400), day + 1);
  practice.expect(p1, {
    id: 'P1',
    right: 'Duplicate contractual 400.00: reverse; the patient owes 120.00',
    findings: [postingError('C08', usd(400), 'REVERSE_ADJ')],
    shortfall: usd(120),
    instead: ['needs-review'],
  });

  const p2 = practice.account('P2', commercial);
  p2.patientPayment(usd(200), p2.facts.dos);
  adjudicate(p2, { ...BASE, paid: usd(400), payment: { codes: 'PR-2 120.00 PI-45 80.00' } });
  practice.expect(p2, {
    id: 'P2',
    right: 'Balance 0.00, yet the patient is owed 80.00 and the payer is short 80.00',
    findings: [toPatient('C05', usd(80), guarantor(p2))],
    shortfall: usd(80),
    instead: [],
  });

  const p3 = practice.account('P3', { payer1: PAYER.summit });
  const seen = adjudicate(p3, BASE);
  p3.patientPayment(usd(150), seen + 20, { method: 'CHECK', check: '2230' }).insurancePayment(usd(480), seen + 33, remit(BASE));
  practice.expect(p3, {
    id: 'P3',
    right: 'Two payees: payer 480.00 and patient 30.00',
    findings: [toPayer('C01', usd(480), PAYER.summit), toPatient('C27', usd(30), guarantor(p3))],
    instead: [],
  });

  const p4 = practice.account('P4', { payer1: PAYER.blue, payer2: PAYER.prairie });
  const both = adjudicate(p4, { ...BASE, transfer: false });
  p4.insurancePayment(usd(540), both + 8, { payer: PAYER.prairie, billed: usd(1000), allowed: usd(660), patientResp: usd(120) });
  practice.expect(p4, {
    id: 'P4',
    right: 'The second payer is owed 420.00 if the first is primary',
    findings: [toPayer('C03', usd(420), PAYER.prairie)],
    instead: ['needs-review'],
  });

  const p5 = practice.account('P5', { payer1: PAYER.blue, payer2: PAYER.summit });
  const two = adjudicate(p5, { ...BASE, transfer: false });
  p5.contractual(usd(350), two + 24, { payer: PAYER.summit }).insurancePayment(usd(120), two + 24, {
    payer: PAYER.summit,
    billed: usd(1000),
    patientResp: 0,
    codes: 'OA-23',
  });
  practice.expect(p5, {
    id: 'P5',
    right: 'The secondary’s contractual of 350.00 was posted on top: reverse',
    findings: [postingError('C09', usd(350), 'REVERSE_ADJ')],
    instead: ['needs-review'],
  });

  const p6 = practice.account('P6', {
    payer1: PAYER.medicare,
    finClass: 'Medicare',
    planType: 'DRG',
    patientType: 'IP',
    person: person(309, 1944),
    dos: serial(2026, 3, 9),
    dosTo: serial(2026, 3, 14),
  });
  postCharges(p6, usd(8000), 4);
  const drg = { charges: usd(8000), allowed: usd(12500), patientResp: usd(1500) };
  p6.insurancePayment(usd(11000), p6.facts.dos + 26, remit(drg))
    .transferToPatient(usd(1500), p6.facts.dos + 26)
    .patientPayment(usd(1500), p6.facts.dos + 50, { method: 'CHECK', check: '610' });
  practice.expect(p6, {
    id: 'P6',
    right: 'DRG price above charges: a contractual of −4,500.00 is missing; not a credit balance',
    findings: [postingError('C09', usd(4500), 'POST_MISSING_TXN', { orResolutions: ['REVERSE_ADJ'] })],
    instead: ['needs-review', 'not-listed'],
  });
}

export function chargesAndPostings(practice: Practice): void {
  const p7 = practice.account('P7 case rate', { payer1: PAYER.prairie, planType: 'Case rate' });
  const day = adjudicate(p7, BASE);
  p7.patientPayment(usd(120), day + 20).chargeCredit(usd(200), '36415', 'Charge removed', day + 35);
  practice.expect(p7, {
    id: 'P7',
    right: 'Case rate: reverse 200.00 of contractual',
    findings: [postingError('C10', usd(200), 'REVERSE_ADJ', { orResolutions: ['CORRECT_AND_REBILL'] })],
    instead: ['needs-review'],
  });

  const percent = practice.account('P7 percent', { payer1: PAYER.summit, planType: '60% of charges' });
  const seen = adjudicate(percent, BASE);
  percent.patientPayment(usd(120), seen + 20).chargeCredit(usd(200), '36415', 'Charge removed', seen + 35);
  practice.expect(percent, {
    id: 'P7',
    right: 'Percent of charges: adjustment 80.00 too high, payer over 96.00, patient over 24.00',
    instead: ['needs-review'],
    findings: [
      postingError('C10', usd(80), 'REVERSE_ADJ', { orResolutions: ['CORRECT_AND_REBILL'] }),
      toPayer('C10', usd(96), PAYER.summit),
      toPatient('C10', usd(24), guarantor(percent), { orResolutions: ['CORRECT_AND_REBILL'] }),
    ],
  });

  const p8 = practice.account('P8', commercial);
  postCharges(p8, usd(700), 2);
  const billed = p8.facts.dos + 27;
  p8.contractual(usd(400), billed)
    .insurancePayment(usd(480), billed, remit(BASE))
    .transferToPatient(usd(120), billed)
    .patientPayment(usd(120), billed + 20);
  practice.expect(p8, {
    id: 'P8',
    right: 'A charge of 300.00 is missing',
    findings: [postingError('C11', usd(300), 'POST_CHARGES')],
    instead: ['needs-review'],
  });

  const p9 = practice.account('P9', { payer1: PAYER.blue });
  const check = { check: 'EFT3345120', icn: '26099940012345' };
  const posted = adjudicate(p9, { ...BASE, payment: check });
  p9.paymentReversal(usd(480), posted + 4, check)
    .insurancePayment(usd(480), posted + 4, { ...remit(BASE), ...check })
    .patientPayment(usd(120), posted + 25);
  fine(practice, p9, 'P9', 'A reversal pair and one live payment');
}

export function lookalikes(practice: Practice): void {
  const plan = practice.account('P10 plan', { payer1: PAYER.prairie });
  const day = adjudicate(plan, { charges: usd(640), allowed: usd(400), patientResp: usd(150) });
  for (let month = 1; month <= 3; month++) plan.patientPayment(usd(50), day + 30 * month, { comment: `Payment plan ${month} of 3` });
  fine(practice, plan, 'P10', 'A payment plan of three equal payments');

  const visits = practice.account('P10 copays', { payer1: PAYER.blue });
  for (const cpt of ['99213', '92014']) {
    visits.charge(usd(180), cpt, cpt === '99213' ? 'Office visit, established' : 'Eye exam');
    visits.patientPayment(usd(25), visits.facts.dos, { method: 'CARD', cpt, comment: `Copay ${cpt}` });
    visits.contractual(usd(70), visits.facts.dos + 20, { cpt });
    visits.insurancePayment(usd(85), visits.facts.dos + 20, {
      cpt,
      check: 'EFT7120034',
      icn: '26130000771200',
      billed: usd(180),
      allowed: usd(110),
      patientResp: usd(25),
      codes: 'PR-3',
    });
  }
  visits.transferToPatient(usd(50), visits.facts.dos + 20);
  fine(practice, visits, 'P10', 'Two copays of 25.00 on one day for two visits');

  const therapy = practice.account('P10 therapy', { payer1: PAYER.summit, patientType: 'Series' });
  for (let week = 0; week < 4; week++) {
    const service = therapy.facts.dos + week * 7;
    const claim = `CLM77120${therapy.random.digits(2)}${week}`;
    therapy.charge(usd(145), '97110', 'Therapeutic exercise', service + 1, { service, claim });
    therapy
      .contractual(usd(55), service + 21, { service, claim })
      .insurancePayment(usd(90), service + 21, { service, claim, billed: usd(145), allowed: usd(90), patientResp: 0 });
  }
  fine(practice, therapy, 'P10', 'Weekly therapy, equal payments, different dates of service');

  const p11 = practice.account('P11', commercial);
  const remitted = p11.facts.dos + 26;
  for (const cpt of ['73721', '73723']) {
    p11.charge(usd(1000), cpt, cpt === '73721' ? 'MRI lower joint' : 'MRI lower joint with contrast').contractual(usd(400), remitted, { cpt });
    p11.insurancePayment(usd(480), remitted, { cpt, check: '00960960', method: 'CHECK', icn: '26188800960960', ...remit(BASE) });
  }
  p11.transferToPatient(usd(240), remitted).patientPayment(usd(240), remitted + 22);
  fine(practice, p11, 'P11', 'One check of 960.00 for two lines of 480.00');

  const p17 = practice.account('P17', { payer1: PAYER.medicare, finClass: 'Medicare', person: person(310, 1948) });
  postCharges(p17, usd(250));
  const paid = p17.facts.dos + 18;
  p17
    .contractual(usd(150), paid)
    .adjustment('Sequestration', 'ADJSEQ', 'Sequestration', usd(1.6), paid, 'insurance', { payer: PAYER.medicare, claim: p17.claim, codes: 'CO-253' });
  p17
    .insurancePayment(usd(78.4), paid, { billed: usd(250), allowed: usd(100), patientResp: usd(20), codes: 'PR-2 CO-253' })
    .transferToPatient(usd(20), paid)
    .patientPayment(usd(20), paid + 24);
  fine(practice, p17, 'P17', 'Sequestration 1.60: no variance');
}

export function twiceOut(practice: Practice): void {
  const p12 = practice.account('P12', { payer1: PAYER.northfield });
  const day = adjudicate(p12, BASE);
  p12
    .patientPayment(usd(120), day + 18)
    .insurancePayment(usd(480), day + 12, remit(BASE))
    .refundPayer(usd(480), day + 70, { check: '90122' });
  practice.remittance(p12, { day: day + 45, check: 'EFT9030021', plbAmount: usd(480), plb: 'WO', codes: `WO ${p12.claim}`, allowed: null });
  practice.refundChecks.push({ check: '90122', day: day + 70, account: p12.no, payee: PAYER.northfield, cents: usd(480), status: 'Cleared' });
  practice.expect(p12, {
    id: 'P12',
    right: 'The payer took 480.00 back and was refunded 480.00: recover it, refund nothing',
    findings: [postingError('C20', usd(480), 'ESCALATE', { variant: 'c', orResolutions: ['POST_MISSING_TXN'] })],
    shortfall: usd(480),
    instead: ['not-listed', 'needs-review'],
  });

  const p13 = practice.account('P13', { payer1: PAYER.blue });
  const slow = { ...BASE, paid: usd(486.31), after: 66, payment: { check: 'EFT4820613', icn: '26120048631001' } };
  const paid = adjudicate(p13, slow);
  p13.patientPayment(usd(120), paid + 20);
  practice.remittance(p13, {
    day: paid,
    check: 'EFT4820613',
    icn: '26120048631001',
    status: 1,
    billed: usd(1000),
    paid: usd(480),
    patientResp: usd(120),
    allowed: usd(600),
    contractual: usd(400),
    interest: usd(6.31),
    codes: 'CO-45 PR-2',
  });
  practice.expect(p13, {
    id: 'P13',
    right: '6.31 of the payment is interest',
    findings: [misallocated('C15', usd(6.31), 'TRANSFER_GL')],
    instead: ['needs-review'],
  });

  const p14 = practice.account('P14', { payer1: PAYER.summit, badDebt: serial(2026, 7, 31), dos: serial(2026, 2, 3), billingStatus: 'In collections' });
  adjudicate(p14, BASE);
  p14
    .adjustment('Bad Debt', 'ADJBD', 'Bad debt write-off to agency', usd(120), p14.facts.badDebt, 'patient', { payer: 'PATIENT' })
    .patientPayment(usd(120), serial(2026, 9, 22), { method: 'CHECK', check: '1551' });
  practice.expect(p14, {
    id: 'P14',
    right: 'Reverse the bad-debt write-off',
    findings: [postingError('C19', usd(120), 'REVERSE_ADJ', { variant: 'a' })],
    instead: ['needs-review'],
  });

  const p16 = practice.account('P16', { ...commercial, dos: serial(2026, 11, 4), billingStatus: 'Open', claimStatus: 'Pending' });
  postCharges(p16, usd(1000), 2);
  p16.deposit(usd(300), serial(2026, 11, 2));
  practice.expect(p16, {
    id: 'P16',
    right: 'Prepaid 300.00 on a claim not yet answered: watch, refund nothing',
    findings: [],
    instead: ['not-listed', 'hold', 'needs-review'],
  });
}

export function families(practice: Practice): void {
  const parent = person(311, 1982);
  const dos = serial(2026, 6, 3);
  const owed = practice.account('P15 debit', { payer1: PAYER.prairie, person: childOf(parent, 312), dos: dos + 9 });
  adjudicate(owed, { charges: usd(910), allowed: usd(560), patientResp: usd(150) });
  fine(practice, owed, 'P15 other side', 'The guarantor still owes 150.00 here');
  const p15 = practice.account('P15', { payer1: PAYER.prairie, person: { ...parent, name: parent.name }, dos });
  const day = adjudicate(p15, { charges: usd(730), allowed: usd(455), patientResp: usd(91) });
  p15.patientPayment(usd(91), day + 20).patientPayment(usd(150), day + 34, { method: 'CHECK', check: '2018' });
  practice.expect(p15, {
    id: 'P15',
    right: 'Same guarantor owes 150.00 on another account: transfer, do not refund',
    findings: [misallocated('C12', usd(150), 'TRANSFER_ACCOUNT', owed.no)],
    instead: ['needs-review'],
  });

  const other = person(313, 1979);
  const debit = practice.account('P15 payer debit', { payer1: PAYER.blue, person: childOf(other, 314), dos: dos + 4 });
  adjudicate(debit, { charges: usd(620), allowed: usd(390), patientResp: usd(150) });
  fine(practice, debit, 'P15 other side', 'The guarantor owes 150.00; a payer’s money may not fund it');
  const payer = practice.account('P15 payer credit', { payer1: PAYER.summit, person: other, dos, expected: usd(600) });
  const priced = adjudicate(payer, { ...BASE, paid: usd(630), stated: false });
  payer.patientPayment(usd(120), priced + 22);
  practice.expect(payer, {
    id: 'P15',
    right: 'The payer’s 150.00 may not pay the family’s debt',
    findings: [toPayer('C07', usd(150), PAYER.summit, { orResolutions: ['ESCALATE', 'AWAIT_TAKEBACK'] })],
    instead: ['needs-review'],
  });

  const mother = person(315, 1984);
  const sibling = practice.account('P25 sibling', { payer1: PAYER.northfield, person: childOf(mother, 316), dos: dos + 2 });
  adjudicate(sibling, { charges: usd(480), allowed: usd(310), patientResp: usd(75) });
  fine(practice, sibling, 'P25 other side', 'A sister’s open 75.00, not the one that was paid');
  const child = childOf(mother, 317, 2014);
  const own = practice.account('P25 own', { payer1: PAYER.northfield, person: child, dos: dos + 14 });
  adjudicate(own, { charges: usd(495), allowed: usd(300), patientResp: usd(75) });
  fine(practice, own, 'P25 other side', 'The patient’s own open 75.00');
  const p25 = practice.account('P25', { payer1: PAYER.northfield, person: child, dos });
  const seen = adjudicate(p25, { charges: usd(530), allowed: usd(320), patientResp: usd(64) });
  p25.patientPayment(usd(64), seen + 19).patientPayment(usd(75), seen + 41, { method: 'CHECK', check: '737' });
  practice.expect(p25, {
    id: 'P25',
    right: 'The patient’s own account comes before the sister’s',
    findings: [misallocated('C12', usd(75), 'TRANSFER_ACCOUNT', own.no)],
    instead: ['needs-review'],
  });
}

export function unreadable(practice: Practice): void {
  for (const [balanceAs, over] of [
    ['trailing minus', 120],
    ['parentheses', 36.5],
    ['CR', 84.25],
  ] as const) {
    const p18 = practice.account(`P18 ${balanceAs}`, { payer1: PAYER.blue, balanceAs });
    const day = adjudicate(p18, BASE);
    p18.patientPayment(usd(120), day + 16).patientPayment(usd(over), day + 33, { method: 'CHECK', check: p18.random.digits(4) });
    practice.expect(p18, {
      id: 'P18',
      right: `The balance is typed as text (${balanceAs}); it is a credit`,
      findings: [toPatient('C27', usd(over), guarantor(p18))],
      instead: [],
    });
  }
  const long = practice.account('P19 zeros', { payer1: PAYER.summit, accountNo: '00123' });
  const day = adjudicate(long, BASE);
  long.insurancePayment(usd(480), day + 38, remit(BASE)).patientPayment(usd(120), day + 20);
  practice.expect(long, { id: 'P19', right: 'Account 00123, paid twice by the payer', findings: [toPayer('C01', usd(480), PAYER.summit)], instead: [] });
  const short = practice.account('P19 no zeros', { payer1: PAYER.summit, accountNo: '123' });
  const seen = adjudicate(short, BASE);
  short.patientPayment(usd(120), seen + 20);
  fine(practice, short, 'P19', 'Account 123 is another account than 00123');

  const bent = practice.account('P19 bent check', { payer1: PAYER.prairie });
  const posted = adjudicate(bent, { ...BASE, stated: false, payment: { check: '1.23457E+11', icn: '', method: 'CHECK' } });
  bent.patientPayment(usd(120), posted + 20).insurancePayment(usd(480), posted + 6, { check: '1.23457E+11', icn: '', method: 'CHECK' });
  practice.expect(bent, { id: 'P19', right: 'The check numbers are bent by Excel: one check or two, nobody can say', findings: [], instead: ['needs-review'] });

  const serials = practice.account('P19 serials', { payer1: PAYER.northfield });
  adjudicate(serials, { ...BASE, payment: { dateAsNumber: true } });
  serials.patientPayment(usd(120), serials.facts.dos + 60, { dateAsNumber: true });
  fine(practice, serials, 'P19', 'Dates that stand as plain serial numbers');
  const blanks = practice.account('P19 blanks', { payer1: PAYER.blue });
  const remitted = adjudicate(blanks, { ...BASE, payment: { patientResp: null, codes: '' } });
  blanks.patientPayment(usd(120), remitted + 20);
  fine(practice, blanks, 'P19', 'A blank patient share is not a share of 0.00');
}

export function files(practice: Practice): void {
  const p20 = practice.account('P20', { payer1: PAYER.blue });
  const day = adjudicate(p20, BASE);
  p20.patientPayment(usd(120), day + 18).insurancePayment(usd(480), day + 30, { ...remit(BASE), payer: 'BCBS TX' });
  practice.expect(p20, {
    id: 'P20',
    right: 'BCBS TX is Blue Cross of Texas: a duplicate, not two payers',
    findings: [toPayer('C01', usd(480), PAYER.blue)],
    instead: ['needs-review'],
  });

  const p21 = practice.account('P21', { payer1: PAYER.summit });
  for (const [cents, cpt] of [
    [3010, '36415'],
    [3020, '85025'],
    [12030, '80053'],
  ] as const)
    p21.charge(cents, cpt, 'Laboratory', p21.facts.dos + 1, { noisy: true });
  p21
    .contractual(6020, p21.facts.dos + 20, { noisy: true })
    .insurancePayment(12040, p21.facts.dos + 20, { noisy: true, billed: 18060, allowed: 12040, patientResp: 0, codes: '' });
  fine(practice, p21, 'P21', 'Binary noise in the amounts: the balance is 0.00 to the cent');

  const p22 = practice.account('P22', { payer1: PAYER.prairie });
  const link = { check: 'EFT8810276', icn: '26140088102760' };
  const posted = adjudicate(p22, { ...BASE, payment: link });
  p22
    .insurancePayment(usd(480), posted + 2, { ...remit(BASE), ...link, hidden: true })
    .paymentReversal(usd(480), posted + 5, { ...link, hidden: true })
    .patientPayment(usd(120), posted + 21);
  fine(practice, p22, 'P22', 'Hidden rows are data too; total rows are not');

  const p23 = practice.account('P23', { payer1: PAYER.medicaid, finClass: 'Medicaid', dos: serial(2025, 8, 12) });
  p23.insurancePayment(usd(480), AS_OF - 90, { allowed: null, patientResp: null, codes: '' });
  p23.listed = { charges: usd(1000), insPayments: usd(-480), ptPayments: usd(0), adjustments: usd(-520), refunds: 0, insurance: 0, patient: 0 };
  practice.expect(p23, { id: 'P23', right: 'Older rows were not exported: the listing says 0.00', findings: [], instead: ['not-listed', 'needs-review'] });
}
