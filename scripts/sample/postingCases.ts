/** Planted causes about postings, charges, adjustments and misplaced money: C08 to C15, C18 to C21, C26 (domain.md 2.2). Nobody is owed a refund, except C19 b. */
import { adjudicate, postCharges, remit } from './claims';
import { AS_OF, usd } from './ledgerBook';
import { serial } from './people';
import { PAYER } from './plant';
import type { Practice } from './plant';
import { misallocated, postingError, toPatient } from './truth';

export function adjustments(practice: Practice): void {
  const a = practice.account('C08', { payer1: PAYER.blue });
  a.contractual(usd(744), a.facts.dos + 3, { comment: 'Expected contractual at billing' });
  const day = adjudicate(a, { charges: usd(1860), allowed: usd(1116), patientResp: usd(167.4) });
  a.patientPayment(usd(167.4), day + 21);
  practice.expect(a, {
    id: 'C08',
    right: 'Contractual taken at billing and again from the remittance',
    findings: [postingError('C08', usd(744), 'REVERSE_ADJ')],
    instead: ['needs-review'],
  });

  const b = practice.account('C08 patient owes', { payer1: PAYER.northfield });
  const seen = adjudicate(b, { charges: usd(993.3), allowed: usd(662.2), patientResp: usd(118.9) });
  b.contractual(usd(331.1), seen + 2);
  practice.expect(b, {
    id: 'C08',
    right: 'Write-off of 331.10 twice while the patient owes 118.90',
    findings: [postingError('C08', usd(331.1), 'REVERSE_ADJ')],
    shortfall: usd(118.9),
    instead: ['needs-review'],
  });

  const c = practice.account('C09', { payer1: PAYER.summit });
  postCharges(c, usd(1400), 2);
  const bill = { charges: usd(1400), allowed: usd(910), patientResp: usd(182) };
  const remitted = c.facts.dos + 30;
  c.contractual(usd(550), remitted)
    .insurancePayment(usd(728), remitted, remit(bill))
    .transferToPatient(usd(182), remitted)
    .patientPayment(usd(182), remitted + 20);
  practice.expect(c, {
    id: 'C09',
    right: 'Contractual 550.00 posted, the remittance allows 490.00',
    findings: [postingError('C09', usd(60), 'REVERSE_ADJ')],
    instead: ['needs-review'],
  });

  const d = practice.account('C19a', { payer1: PAYER.prairie, badDebt: serial(2026, 6, 30), dos: serial(2026, 1, 14), billingStatus: 'In collections' });
  adjudicate(d, { charges: usd(1310), allowed: usd(780), patientResp: usd(260) });
  d.adjustment('Bad Debt', 'ADJBD', 'Bad debt write-off to agency', usd(260), d.facts.badDebt, 'patient', { payer: 'PATIENT' }).patientPayment(
    usd(260),
    serial(2026, 9, 4),
    { method: 'CHECK', check: '618' },
  );
  practice.expect(d, {
    id: 'C19',
    right: 'Paid after the bad-debt write-off: reverse the write-off',
    findings: [postingError('C19', usd(260), 'REVERSE_ADJ', { variant: 'a' })],
    instead: ['needs-review'],
  });

  const e = practice.account('C19b', { payer1: PAYER.northfield, badDebt: serial(2026, 5, 29), dos: serial(2026, 1, 8), billingStatus: 'In collections' });
  adjudicate(e, { charges: usd(890), allowed: usd(560), patientResp: usd(200) });
  e.adjustment('Bad Debt', 'ADJBD', 'Bad debt write-off to agency', usd(200), e.facts.badDebt, 'patient', { payer: 'PATIENT' });
  e.adjustment('Bad Debt Reversal', 'REVBD', 'Bad debt write-off reversed, agency recovery', -usd(200), serial(2026, 8, 3), 'patient', { payer: 'PATIENT' });
  e.patientPayment(usd(200), serial(2026, 8, 3), { method: 'CHECK', check: 'AG30117', comment: 'Agency remittance' }).patientPayment(
    usd(80),
    serial(2026, 8, 19),
    { method: 'CARD' },
  );
  practice.expect(e, {
    id: 'C19',
    right: 'Agency and patient together paid 80.00 too much',
    findings: [toPatient('C19', usd(80), e.facts.person.guarantorName, { variant: 'b', orCauses: ['C27'] })],
    instead: ['needs-review'],
  });
}

export function charges(practice: Practice): void {
  const a = practice.account('C10', { payer1: PAYER.advantage, finClass: 'Medicare Advantage', planType: 'Case rate' });
  const day = adjudicate(a, { charges: usd(4200), allowed: usd(2600), patientResp: usd(350), lines: 3 });
  a.patientPayment(usd(350), day + 16).chargeCredit(usd(385), '99214', 'Charge removed after audit', day + 40);
  practice.expect(a, {
    id: 'C10',
    right: 'Case rate: the price did not change; 385.00 of contractual must go back',
    findings: [postingError('C10', usd(385), 'REVERSE_ADJ', { orResolutions: ['CORRECT_AND_REBILL'] })],
    instead: ['needs-review'],
  });

  const b = practice.account('C11', { payer1: PAYER.blue });
  const bill = { charges: usd(2310), allowed: usd(1386), patientResp: usd(277.2) };
  postCharges(b, usd(1910), 2);
  const seen = b.facts.dos + 29;
  b.contractual(usd(924), seen)
    .insurancePayment(usd(1108.8), seen, remit(bill))
    .transferToPatient(usd(277.2), seen)
    .patientPayment(usd(277.2), seen + 18);
  practice.expect(b, {
    id: 'C11',
    right: 'Billed 2,310.00, charges posted 1,910.00: a charge of 400.00 is missing',
    findings: [postingError('C11', usd(400), 'POST_CHARGES')],
    instead: ['needs-review'],
  });

  const c = practice.account('C11 hold', { dos: AS_OF - 6, billingStatus: 'Open' });
  c.patientPayment(usd(75), AS_OF - 6, { method: 'CARD', comment: 'Paid at check-in' });
  practice.expect(c, {
    id: 'C11',
    right: 'Seen six days ago, charges not posted yet: hold',
    instead: ['needs-review', 'hold'],
    findings: [
      {
        cause: 'C11',
        orCauses: ['C22'],
        class: 'hold',
        cents: usd(75),
        owedTo: { kind: 'none', name: '' },
        resolution: 'HOLD_UNTIL',
        orResolutions: ['POST_CHARGES'],
      },
    ],
  });
}

export function misplaced(practice: Practice): void {
  const parent = practice.account('C12 right', { payer1: PAYER.prairie, dos: serial(2026, 5, 6) });
  const day = adjudicate(parent, { charges: usd(905), allowed: usd(687), patientResp: usd(137.4) });
  practice.expect(parent, {
    id: 'C12 other side',
    right: 'The open share of 137.40 that was paid on the other account',
    findings: [],
    instead: ['not-listed'],
  });
  const a = practice.account('C12 wrong', { payer1: PAYER.prairie, person: parent.facts.person, dos: serial(2026, 4, 15) });
  const seen = adjudicate(a, { charges: usd(540), allowed: usd(355), patientResp: usd(71) });
  a.patientPayment(usd(71), seen + 14).patientPayment(usd(137.4), day + 22, { method: 'CHECK', check: '3077', comment: `Statement coupon ${parent.no}` });
  practice.expect(a, {
    id: 'C12',
    right: `The check was for account ${parent.no}`,
    findings: [misallocated('C12', usd(137.4), 'TRANSFER_ACCOUNT', parent.no)],
    instead: ['needs-review'],
  });

  const open = practice.account('C12 claim right', { payer1: PAYER.summit, dos: serial(2026, 3, 11), claimStatus: 'Pending' });
  postCharges(open, usd(1115), 2);
  open.contractual(usd(742.85), open.facts.dos + 26);
  practice.expect(open, { id: 'C12 other side', right: 'Its payment of 372.15 stands on the other account', findings: [], instead: ['not-listed'] });
  const b = practice.account('C12 claim wrong', { payer1: PAYER.summit, person: open.facts.person, dos: serial(2026, 3, 4) });
  const paid = adjudicate(b, { charges: usd(690), allowed: usd(433), patientResp: 0 });
  b.insurancePayment(usd(372.15), paid + 3, { claim: open.claim, billed: usd(1115), allowed: usd(372.15), patientResp: 0, codes: '', service: open.facts.dos });
  practice.expect(b, {
    id: 'C12',
    right: `The payment carries the claim of account ${open.no}`,
    findings: [misallocated('C12', usd(372.15), 'TRANSFER_ACCOUNT', open.no)],
    instead: ['needs-review'],
  });

  const c = practice.account('C13', { payer1: PAYER.northfield });
  const bill = { charges: usd(2640), allowed: usd(1567.5), patientResp: usd(313.5), paid: usd(1524), payment: { check: 'EFT6620417', icn: '26155500217788' } };
  const keyed = adjudicate(c, bill);
  c.patientPayment(usd(313.5), keyed + 20);
  practice.remittance(c, {
    day: keyed,
    check: 'EFT6620417',
    icn: '26155500217788',
    status: 1,
    billed: usd(2640),
    paid: usd(1254),
    patientResp: usd(313.5),
    allowed: usd(1567.5),
    contractual: usd(1072.5),
    codes: 'CO-45 PR-2',
  });
  practice.expect(c, {
    id: 'C13',
    right: 'The remittance paid 1,254.00; 1,524.00 was keyed',
    findings: [postingError('C13', usd(270), 'REVERSE_POSTING')],
    instead: ['needs-review'],
  });

  const d = practice.account('C15', { payer1: PAYER.blue });
  const slow = adjudicate(d, { charges: usd(1290), allowed: usd(820), patientResp: usd(164), after: 74 });
  d.patientPayment(usd(164), slow + 17).post(slow, 'Interest', 'INT', 'Interest on late claim', -usd(12.48), 'insurance', 'insPayments', {
    payer: PAYER.blue,
    method: 'EFT',
    claim: d.claim,
  });
  practice.expect(d, {
    id: 'C15',
    right: 'Interest is income, not a payment on the account',
    findings: [misallocated('C15', usd(12.48), 'TRANSFER_GL')],
    instead: ['needs-review'],
  });

  const e = practice.account('C18', { payer1: PAYER.advantage, finClass: 'Medicare Advantage', planType: 'Capitated' });
  postCharges(e, usd(310), 2);
  e.adjustment('Capitation Write-off', 'ADJCAP', 'Capitated service', usd(310), e.facts.dos + 9, 'insurance', {
    payer: PAYER.advantage,
    codes: 'CO-24',
    claim: e.claim,
  });
  e.insurancePayment(usd(185), e.facts.dos + 17, { claim: '', icn: '', comment: 'Monthly capitation' });
  practice.expect(e, {
    id: 'C18',
    right: 'Capitation money posted on a visit',
    findings: [misallocated('C18', usd(185), 'TRANSFER_GL')],
    instead: ['needs-review'],
  });

  const f = practice.account('C26', { payer1: PAYER.northfield });
  const moved = adjudicate(f, { charges: usd(1000), allowed: usd(600), patientResp: usd(120), transfer: false });
  f.transferToPatient(usd(240), moved).patientPayment(usd(120), moved + 20);
  practice.expect(f, {
    id: 'C26',
    right: '240.00 moved to the patient instead of 120.00: payer −120.00, patient +120.00',
    findings: [misallocated('C26', usd(120), 'TRANSFER_BUCKET')],
    shortfall: usd(120),
    instead: ['needs-review', 'not-listed'],
  });
}

export function takebacksAndRefunds(practice: Practice): void {
  const a = practice.account('C14', { payer1: PAYER.summit });
  const bill = { charges: usd(1730), allowed: usd(990), patientResp: usd(198) };
  const day = adjudicate(a, bill);
  a.patientPayment(usd(198), day + 19).insurancePayment(usd(792), day + 9, remit(bill));
  practice.remittance(a, { day: AS_OF - 70, check: 'EFT9031175', plbAmount: usd(792), plb: 'WO', codes: `WO ${a.claim}` });
  practice.expect(a, {
    id: 'C14',
    right: 'The payer already took 792.00 back; post it',
    findings: [postingError('C14', usd(792), 'POST_MISSING_TXN')],
    instead: ['needs-review'],
  });

  const b = practice.account('C20a', { payer1: PAYER.blue });
  const seen = adjudicate(b, { charges: usd(610), allowed: usd(395), patientResp: usd(79) });
  b.patientPayment(usd(79), seen + 14).patientPayment(usd(79), seen + 18, { method: 'CHECK', check: '4410' });
  practice.refundChecks.push({ check: '90117', day: seen + 60, account: b.no, payee: b.facts.person.guarantorName, cents: usd(79), status: 'Cleared' });
  practice.expect(b, {
    id: 'C20',
    right: 'Refund check 90117 went out, the refund was never posted',
    findings: [postingError('C20', usd(79), 'POST_MISSING_TXN', { variant: 'a' })],
    instead: ['needs-review'],
  });

  const c = practice.account('C20b', { payer1: PAYER.prairie });
  const paid = adjudicate(c, { charges: usd(720), allowed: usd(450), patientResp: usd(90) });
  c.patientPayment(usd(90), paid + 14).patientPayment(usd(90), paid + 16, { method: 'CHECK', check: '812' });
  c.refundPatient(usd(90), paid + 50, { check: '90131' }).refundPatient(usd(90), paid + 61, { check: '90138' });
  practice.refundChecks.push({ check: '90131', day: paid + 50, account: c.no, payee: c.facts.person.guarantorName, cents: usd(90), status: 'Cleared' });
  practice.refundChecks.push({ check: '90138', day: paid + 61, account: c.no, payee: c.facts.person.guarantorName, cents: usd(90), status: 'Cleared' });
  practice.expect(c, { id: 'C20 b', right: 'Refunded twice: 90.00 to recover, no credit', findings: [], instead: ['not-listed', 'needs-review'] });

  const d = practice.account('C21', { payer1: PAYER.northfield });
  const sent = adjudicate(d, { charges: usd(1150), allowed: usd(750), patientResp: usd(150) });
  d.patientPayment(usd(150), sent + 20, { method: 'CHECK', check: '5512' });
  d.post(sent + 27, 'Bank Return Notice', 'NSF', 'Check 5512 returned by bank, NSF', 0, 'patient', 'none', {
    payer: 'PATIENT',
    check: '5512',
    comment: 'Reversal not posted',
  });
  d.patientPayment(usd(150), sent + 38, { method: 'CARD', comment: 'Replaces check 5512' });
  practice.expect(d, {
    id: 'C21',
    right: 'Check 5512 bounced; its reversal was never posted',
    findings: [postingError('C21', usd(150), 'POST_MISSING_TXN')],
    instead: ['needs-review'],
  });
}
