/** Planted causes about payments: C01 to C07, C16, C17, C24, C25, C27, C28 (domain.md 2.2). All true overpayments except C02. */
import { adjudicate, postCharges, remit, remitDay } from './claims';
import { AS_OF, usd } from './ledgerBook';
import { childOf, person, serial } from './people';
import { PAYER } from './plant';
import type { Practice } from './plant';
import { postingError, toPatient, toPayer } from './truth';

export function duplicatePayments(practice: Practice): void {
  const a = practice.account('C01 stated', { payer1: PAYER.northfield });
  const bill = { charges: usd(1860), allowed: usd(1116), patientResp: usd(223.2) };
  const day = adjudicate(a, bill);
  a.patientPayment(usd(223.2), day + 21).insurancePayment(usd(892.8), day + 17, remit(bill));
  practice.expect(a, {
    id: 'C01',
    right: 'The payer paid the claim twice, with two EFTs',
    findings: [toPayer('C01', usd(892.8), PAYER.northfield)],
    instead: [],
  });

  const b = practice.account('C01 ledger only', { payer1: PAYER.medicare, finClass: 'Medicare', person: person(301, 1949) });
  const plain = { charges: usd(2450), allowed: usd(1180), patientResp: usd(236), stated: false };
  const paid = adjudicate(b, plain);
  b.patientPayment(usd(236), paid + 30, { method: 'CHECK', check: '1187' }).insurancePayment(usd(944), paid + 44);
  practice.expect(b, {
    id: 'C01',
    right: 'Paid twice; the liability is derived from contractual and transfer',
    findings: [toPayer('C01', usd(944), PAYER.medicare)],
    instead: [],
  });

  const c = practice.account('C01 same ICN', { payer1: PAYER.blue });
  const imaging = { charges: usd(3120.5), allowed: usd(1404.22), patientResp: usd(0), payment: { icn: '26041190734458' } };
  const first = adjudicate(c, imaging);
  c.insurancePayment(usd(1404.22), first + 63, { ...remit(imaging), icn: '26041190734458', method: 'CHECK', check: '0048812' });
  practice.expect(c, { id: 'C01', right: 'One ICN paid by EFT and again by check', findings: [toPayer('C01', usd(1404.22), PAYER.blue)], instead: [] });
}

export function postedTwice(practice: Practice): void {
  const a = practice.account('C02 payer', { payer1: PAYER.summit });
  const bill = { charges: usd(1240), allowed: usd(806), patientResp: usd(161.2), payment: { check: 'EFT4471902', icn: '26117730552981', batch: 'B6141E' } };
  const day = adjudicate(a, bill);
  a.patientPayment(usd(161.2), day + 25);
  a.insurancePayment(usd(644.8), day + 3, { ...remit(bill), check: 'EFT4471902', icn: '26117730552981', user: 'TVEGA', batch: 'B6144M' });
  practice.expect(a, {
    id: 'C02',
    right: 'One EFT posted by the ERA run and again by hand',
    findings: [postingError('C02', usd(644.8), 'REVERSE_POSTING')],
    instead: [],
  });

  const b = practice.account('C02 patient', { payer1: PAYER.prairie });
  const visit = { charges: usd(415), allowed: usd(270), patientResp: usd(54) };
  const remitted = adjudicate(b, visit);
  b.patientPayment(usd(54), remitted + 20, { method: 'CHECK', check: '2206', batch: 'B6190M' }).patientPayment(usd(54), remitted + 20, {
    method: 'CHECK',
    check: '2206',
    batch: 'B6191M',
  });
  practice.expect(b, {
    id: 'C02',
    right: "The patient's check 2206 was posted in two batches",
    findings: [postingError('C02', usd(54), 'REVERSE_POSTING')],
    instead: [],
  });

  const c = practice.account('C02 ledger only', { payer1: PAYER.advantage, finClass: 'Medicare Advantage', person: person(302, 1951) });
  const plain = { charges: usd(5230), allowed: usd(2615), patientResp: usd(300), stated: false, payment: { check: '00771843' } };
  const paid = adjudicate(c, plain);
  c.patientPayment(usd(300), paid + 18).insurancePayment(usd(2315), paid + 1, { check: '00771843' });
  practice.expect(c, { id: 'C02', right: 'Check 00771843 posted on two days', findings: [postingError('C02', usd(2315), 'REVERSE_POSTING')], instead: [] });
}

export function prepaidTooMuch(practice: Practice): void {
  const a = practice.account('C05 prepaid', { payer1: PAYER.northfield });
  a.patientPayment(usd(300), a.facts.dos);
  adjudicate(a, { charges: usd(2200), allowed: usd(1210), patientResp: usd(181.5) });
  practice.expect(a, { id: 'C05', right: 'Prepaid 300.00, share 181.50', findings: [toPatient('C05', usd(118.5), a.facts.person.guarantorName)], instead: [] });

  const parent = person(303, 1986);
  const b = practice.account('C05 child', { payer1: PAYER.blue, person: childOf(parent, 304) });
  b.patientPayment(usd(40), b.facts.dos, { method: 'CARD', comment: 'Copay at check-in' });
  adjudicate(b, { charges: usd(265), allowed: usd(148), patientResp: 0, transfer: false });
  practice.expect(b, {
    id: 'C05',
    right: 'Copay taken for a preventive visit: no share; the guarantor paid',
    findings: [toPatient('C05', usd(40), parent.name)],
    instead: [],
  });

  const c = practice.account('C05 derived', { payer1: PAYER.summit });
  c.patientPayment(usd(250), c.facts.dos - 3, { method: 'CHECK', check: '906' });
  adjudicate(c, { charges: usd(3480), allowed: usd(1914), patientResp: usd(191.4), stated: false });
  practice.expect(c, {
    id: 'C05',
    right: 'Estimate 250.00, transferred share 191.40',
    findings: [toPatient('C05', usd(58.6), c.facts.person.guarantorName)],
    instead: [],
  });
}

export function paidTwiceByPatient(practice: Practice): void {
  const a = practice.account('C27 two channels', { payer1: PAYER.prairie });
  const day = adjudicate(a, { charges: usd(980), allowed: usd(640), patientResp: usd(128) });
  a.patientPayment(usd(128), day + 20, { method: 'CARD', comment: 'Web portal' }).patientPayment(usd(128), day + 24, { method: 'LOCKBOX', check: '3391' });
  practice.expect(a, {
    id: 'C27',
    right: 'The statement paid on the portal and by mail',
    findings: [toPatient('C27', usd(128), a.facts.person.guarantorName)],
    instead: [],
  });

  const b = practice.account('C27 medigap', { payer1: PAYER.medicare, payer2: PAYER.medigap, finClass: 'Medicare', person: person(305, 1947) });
  const seen = adjudicate(b, { charges: usd(760), allowed: usd(410), patientResp: usd(82) });
  b.patientPayment(usd(82), seen + 15, { method: 'CHECK', check: '5120' });
  b.insurancePayment(usd(82), seen + 33, { payer: PAYER.medigap, billed: usd(760), allowed: usd(410), patientResp: 0, codes: 'OA-23' });
  practice.expect(b, {
    id: 'C27',
    right: 'The patient paid the share, then the supplement paid it too',
    findings: [toPatient('C27', usd(82), b.facts.person.guarantorName)],
    instead: [],
  });

  const c = practice.account('C27 self-pay');
  postCharges(c, usd(420), 2);
  c.adjustment('Self-Pay Discount', 'ADJSP', 'Self-pay discount', usd(105), c.facts.dos + 2, 'patient')
    .patientPayment(usd(315), c.facts.dos + 12)
    .patientPayment(usd(45), c.facts.dos + 40);
  practice.expect(c, {
    id: 'C27',
    right: 'Self-pay, discounted bill 315.00, paid 360.00',
    findings: [toPatient('C27', usd(45), c.facts.person.guarantorName)],
    instead: [],
  });

  const d = practice.account('C27 after statement', { payer1: PAYER.blue });
  const posted = adjudicate(d, { charges: usd(1510), allowed: usd(905), patientResp: usd(181) });
  d.patientPayment(usd(200), posted + 28, { method: 'CHECK', check: '7745' });
  practice.expect(d, { id: 'C27', right: 'Share 181.00, check for 200.00', findings: [toPatient('C27', usd(19), d.facts.person.guarantorName)], instead: [] });
}

export function coordination(practice: Practice): void {
  const a = practice.account('C03', { payer1: PAYER.northfield, payer2: PAYER.summit });
  const day = adjudicate(a, { charges: usd(1750), allowed: usd(1050), patientResp: usd(210), transfer: false });
  a.insurancePayment(usd(840), day + 12, { payer: PAYER.summit, billed: usd(1750), allowed: usd(1050), patientResp: usd(210) });
  practice.expect(a, {
    id: 'C03',
    right: 'The second payer paid as primary; it owed 210.00',
    findings: [toPayer('C03', usd(630), PAYER.summit)],
    instead: ['needs-review'],
  });

  const b = practice.account('C04', { payer1: PAYER.medicare, payer2: PAYER.prairie, finClass: 'Medicare', person: person(306, 1957) });
  const seen = adjudicate(b, { charges: usd(1000), allowed: usd(600), patientResp: usd(120), transfer: false });
  b.insurancePayment(usd(600), seen + 31, { payer: PAYER.prairie, billed: usd(1000), allowed: usd(600), patientResp: 0, comment: 'Employer group plan' });
  practice.expect(b, {
    id: 'C04',
    right: 'The employer plan was primary and paid in full; Medicare is owed all it paid',
    findings: [toPayer('C04', usd(480), PAYER.medicare, { orCauses: ['C03'] })],
    instead: ['needs-review'],
  });

  const c = practice.account('C17', {
    payer1: PAYER.workers,
    payer2: PAYER.blue,
    finClass: 'Workers Comp',
    accident: serial(2026, 3, 2),
    dos: serial(2026, 3, 4),
  });
  const paid = adjudicate(c, { charges: usd(1000), allowed: usd(600), patientResp: 0, transfer: false });
  c.insurancePayment(usd(480), paid + 14, { payer: PAYER.blue, billed: usd(1000), allowed: usd(600), patientResp: usd(120), codes: 'PR-2' });
  practice.expect(c, {
    id: 'C17',
    right: 'Work injury: comp paid in full, the health plan is owed',
    findings: [toPayer('C17', usd(480), PAYER.blue, { orCauses: ['C03'] })],
    instead: ['needs-review'],
  });
}

export function coverageCameLate(practice: Practice): void {
  const a = practice.account('C06', { payer1: PAYER.summit, dos: serial(2026, 2, 10), coverageAdded: serial(2026, 4, 1) });
  postCharges(a, usd(1000), 2);
  a.patientPayment(usd(300), a.facts.dos + 20, { method: 'CHECK', check: '411', comment: 'Self-pay instalment' });
  const bill = { charges: usd(1000), allowed: usd(600), patientResp: usd(120), after: 80 };
  a.contractual(usd(400), remitDay(a, bill)).insurancePayment(usd(480), remitDay(a, bill), remit(bill)).transferToPatient(usd(120), remitDay(a, bill));
  practice.expect(a, {
    id: 'C06',
    right: 'Paid as self-pay, then insurance paid',
    findings: [toPatient('C06', usd(180), a.facts.person.guarantorName, { orCauses: ['C05'] })],
    instead: [],
  });

  const b = practice.account('C06 discount', { payer1: PAYER.prairie, dos: serial(2026, 3, 16), coverageAdded: serial(2026, 5, 4) });
  postCharges(b, usd(1000), 1);
  b.adjustment('Self-Pay Discount', 'ADJSP', 'Self-pay discount', usd(200), b.facts.dos + 3, 'patient').patientPayment(usd(300), b.facts.dos + 18);
  b.contractual(usd(400), remitDay(b, bill)).insurancePayment(usd(480), remitDay(b, bill), remit(bill)).transferToPatient(usd(120), remitDay(b, bill));
  practice.expect(b, {
    id: 'C06',
    right: 'The self-pay discount must be reversed first (200.00); then 180.00 is the patient’s',
    findings: [
      postingError('C06', usd(200), 'REVERSE_ADJ', { orCauses: ['C09'] }),
      toPatient('C06', usd(180), b.facts.person.guarantorName, { orCauses: ['C05'] }),
    ],
    instead: ['needs-review'],
  });

  const c = practice.account('C16', {
    payer1: PAYER.medicaid,
    finClass: 'Medicaid',
    dos: serial(2026, 4, 7),
    coverageFrom: serial(2026, 4, 1),
    coverageAdded: serial(2026, 6, 22),
  });
  postCharges(c, usd(1000), 2);
  c.patientPayment(usd(250), c.facts.dos + 6, { method: 'CHECK', check: '1002' });
  const full = { charges: usd(1000), allowed: usd(310), patientResp: 0, after: 95 };
  c.contractual(usd(690), remitDay(c, full)).insurancePayment(usd(310), remitDay(c, full), remit(full));
  practice.expect(c, {
    id: 'C16',
    right: 'Medicaid became effective back in time: the money collected is the patient’s',
    findings: [toPatient('C16', usd(250), c.facts.person.guarantorName, { orCauses: ['C24', 'C06', 'C05'] })],
    instead: [],
  });
}

export function shareWentDown(practice: Practice): void {
  const a = practice.account('C24', { payer1: PAYER.medicare, payer2: PAYER.medicaid, finClass: 'Medicare', qmb: 'Y', person: person(307, 1946) });
  const day = adjudicate(a, { charges: usd(840), allowed: usd(400), patientResp: usd(80), transfer: false, payment: { codes: 'PR-2 N781' } });
  a.patientPayment(usd(80), a.facts.dos, { method: 'CASH' }).adjustment('QMB Write-off', 'ADJQMB', 'QMB cost share write-off', usd(80), day + 2, 'insurance');
  practice.expect(a, {
    id: 'C24',
    right: 'A QMB patient may not be charged',
    findings: [toPatient('C24', usd(80), a.facts.person.guarantorName, { orCauses: ['C05'] })],
    instead: ['needs-review'],
  });

  const b = practice.account('C25', { dos: serial(2026, 1, 19), charity: serial(2026, 5, 11) });
  postCharges(b, usd(2000), 3);
  b.patientPayment(usd(500), b.facts.dos + 30, { method: 'CHECK', check: '830' }).adjustment(
    'Charity',
    'ADJCHA',
    'Financial assistance 100%',
    usd(2000),
    b.facts.charity,
    'patient',
  );
  practice.expect(b, {
    id: 'C25',
    right: 'Assistance granted after the patient paid',
    findings: [toPatient('C25', usd(500), b.facts.person.guarantorName, { orCauses: ['C27'] })],
    instead: ['needs-review'],
  });

  const c = practice.account('C28', { payer1: PAYER.northfield });
  const first = adjudicate(c, { charges: usd(1000), allowed: usd(600), patientResp: usd(120), payment: { icn: '26070011223344', check: 'EFT5512077' } });
  c.patientPayment(usd(120), first + 19).paymentReversal(usd(480), first + 60, { icn: '26070011223344', check: 'EFT5512077', codes: 'MA67' });
  c.insurancePayment(usd(540), first + 60, { icn: '26070011223355', billed: usd(1000), allowed: usd(600), patientResp: usd(60), codes: 'PR-2 MA67' });
  practice.expect(c, {
    id: 'C28',
    right: 'Reprocessed: the share fell from 120.00 to 60.00',
    findings: [toPatient('C28', usd(60), c.facts.person.guarantorName, { orCauses: ['C27'] })],
    instead: [],
  });

  const d = practice.account('C07', { payer1: PAYER.blue, expected: usd(600) });
  const priced = adjudicate(d, { charges: usd(1000), allowed: usd(600), patientResp: usd(120), paid: usd(580), stated: false });
  d.patientPayment(usd(120), priced + 22);
  practice.expect(d, {
    id: 'C07',
    right: '100.00 above the contract, once pricing is confirmed',
    findings: [toPayer('C07', usd(100), PAYER.blue, { orResolutions: ['ESCALATE', 'AWAIT_TAKEBACK'] })],
    instead: ['needs-review'],
  });
}

export function noAnswerYet(practice: Practice): void {
  const a = practice.account('no clue', { payer1: PAYER.summit });
  const day = adjudicate(a, { charges: usd(1430), allowed: usd(901.4), patientResp: usd(180.28) });
  a.patientPayment(usd(180.28), day + 19).insurancePayment(usd(212.37), day + 51, {
    icn: '',
    claim: '',
    method: 'CHECK',
    check: '0098113',
    comment: 'No remittance received',
  });
  practice.expect(a, { id: 'unexplained', right: 'A second payer check without remittance: nobody can say yet', findings: [], instead: ['needs-review'] });

  const b = practice.account('small federal', { payer1: PAYER.medicare, finClass: 'Medicare', person: person(308, 1950) });
  const seen = adjudicate(b, { charges: usd(340), allowed: usd(205), patientResp: usd(41), paid: usd(166.18), stated: false });
  b.patientPayment(usd(41), seen + 24);
  practice.expect(b, {
    id: 'small federal credit',
    right: 'Medicare 2.18 over: never a small balance',
    findings: [toPayer('C07', usd(2.18), PAYER.medicare, { orResolutions: ['ESCALATE'] })],
    instead: ['needs-review'],
  });

  const c = practice.account('C23', { payer1: PAYER.northfield });
  const paid = adjudicate(c, { charges: usd(505), allowed: usd(322.4), patientResp: usd(64.48) });
  c.patientPayment(usd(67.75), paid + 29, { method: 'CHECK', check: '1448' });
  const small = {
    cause: 'C23',
    orCauses: ['C27', 'C05'],
    class: 'hold' as const,
    cents: usd(3.27),
    owedTo: { kind: 'patient' as const, name: c.facts.person.guarantorName },
    resolution: 'SMALL_CREDIT_POLICY',
  };
  practice.expect(c, {
    id: 'C23',
    right: 'Patient 3.27 over: the small-balance policy decides',
    findings: [{ ...small, orResolutions: ['REFUND_PATIENT', 'ESCHEAT_TRACK'] }],
    instead: [],
  });

  const d = practice.account('C22 future', { dos: serial(2027, 2, 17), billingStatus: 'Scheduled' });
  d.deposit(usd(500), AS_OF - 12, { comment: 'Deposit for surgery 02/17/2027' });
  practice.expect(d, {
    id: 'C22',
    right: 'Deposit for a visit to come: hold',
    findings: [{ cause: 'C22', class: 'hold', cents: usd(500), owedTo: { kind: 'patient', name: d.facts.person.guarantorName }, resolution: 'HOLD_UNTIL' }],
    instead: ['needs-review', 'hold'],
  });

  const e = practice.account('C22 cancelled', { dos: serial(2026, 8, 24), billingStatus: 'Cancelled' });
  e.deposit(usd(400), serial(2026, 8, 3), { method: 'CHECK', check: '2960' });
  practice.expect(e, {
    id: 'C22',
    right: 'Visit cancelled, deposit never returned',
    findings: [toPatient('C22', usd(400), e.facts.person.guarantorName)],
    instead: ['needs-review'],
  });
}
