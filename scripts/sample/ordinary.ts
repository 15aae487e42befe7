/** Accounts with nothing wrong: paid, pending, owed by the patient, refunded and taken back as they should be. None may be listed. */
import { adjudicate, postCharges, remit } from './claims';
import { AS_OF, usd } from './ledgerBook';
import type { Account, Facts } from './ledgerBook';
import { person, serial } from './people';
import { PAYER } from './plant';
import type { Practice } from './plant';

const COMMERCIAL = [PAYER.northfield, PAYER.summit, PAYER.prairie, PAYER.blue] as const;

/** A bill of a plausible size; cents are whole and the share is part of what is allowed. */
function billOf(account: Account, most = 9000): { charges: number; allowed: number; patientResp: number; lines: number } {
  const charges = account.random.int(28, most / 10) * 1000 + account.random.pick([0, 0, 250, 500, 875]);
  const allowed = Math.round((charges * account.random.int(38, 74)) / 100);
  return {
    charges,
    allowed,
    patientResp: Math.round((allowed * account.random.pick([0, 10, 20, 20, 25])) / 100),
    lines: charges > usd(400) ? account.random.int(3, 5) : 1,
  };
}
const insured = (practice: Practice, label: string, more: Partial<Facts> = {}): Account => {
  const payer1 = COMMERCIAL[label.length % 4 === 0 ? Number(label.replace(/\D/g, '')) % 4 : (Number(label.replace(/\D/g, '')) + 1) % 4] ?? PAYER.blue;
  return practice.account(label, { payer1, ...more });
};
const older = (label: string): Partial<Facts> => ({
  payer1: PAYER.medicare,
  finClass: 'Medicare',
  person: person(400 + Number(label.replace(/\D/g, '')), 1940 + (label.length % 12)),
});

function paidInFull(practice: Practice, label: string): void {
  const account = insured(practice, label);
  const bill = billOf(account, 14000);
  const stated = account.random.int(0, 3) > 0;
  const day = adjudicate(account, { ...bill, stated });
  if (bill.patientResp > 0)
    account.patientPayment(bill.patientResp, day + account.random.int(12, 50), {
      method: account.random.pick(['CARD', 'CHECK']),
      check: account.random.digits(4),
    });
}
function paidInParts(practice: Practice, label: string): void {
  const account = insured(practice, label);
  const bill = billOf(account);
  const day = adjudicate(account, bill);
  const first = Math.floor(bill.patientResp / 2);
  if (first > 0) account.patientPayment(first, day + 20).patientPayment(bill.patientResp - first, day + 51);
}
function medicare(practice: Practice, label: string): void {
  const account = practice.account(label, older(label));
  const bill = { ...billOf(account, 6000) };
  const patientResp = Math.round(bill.allowed * 0.2);
  const cut = Math.round((bill.allowed - patientResp) * 0.02);
  postCharges(account, bill.charges, bill.lines);
  const day = account.facts.dos + 16;
  account.contractual(bill.charges - bill.allowed, day);
  account.adjustment('Sequestration', 'ADJSEQ', 'Sequestration', cut, day, 'insurance', { payer: PAYER.medicare, claim: account.claim, codes: 'CO-253' });
  account
    .insurancePayment(bill.allowed - patientResp - cut, day, { billed: bill.charges, allowed: bill.allowed, patientResp, codes: 'PR-2 CO-253' })
    .transferToPatient(patientResp, day);
  account.patientPayment(patientResp, day + 30, { method: 'CHECK', check: account.random.digits(4) });
}
function secondaryPaid(practice: Practice, label: string): void {
  const account = practice.account(label, { ...older(label), payer2: PAYER.medigap });
  const bill = billOf(account, 5000);
  const patientResp = Math.round(bill.allowed * 0.2);
  const day = adjudicate(account, { ...bill, patientResp, transfer: false });
  account.insurancePayment(patientResp, day + 15, { payer: PAYER.medigap, billed: bill.charges, allowed: bill.allowed, patientResp: 0, codes: 'OA-23' });
}
function selfPay(practice: Practice, label: string): void {
  const account = practice.account(label);
  const charges = account.random.int(9, 160) * 1000;
  const discount = Math.round(charges * 0.3);
  postCharges(account, charges, account.random.int(1, 3));
  account
    .adjustment('Self-Pay Discount', 'ADJSP', 'Self-pay discount', discount, account.facts.dos + 2, 'patient')
    .patientPayment(charges - discount, account.facts.dos + 15, { method: 'CARD' });
}
function medicaidPaid(practice: Practice, label: string): void {
  const account = practice.account(label, { payer1: PAYER.medicaid, finClass: 'Medicaid' });
  adjudicate(account, { ...billOf(account, 3500), patientResp: 0 });
}
function pending(practice: Practice, label: string): void {
  const account = insured(practice, label, { dos: AS_OF - 20 - (label.length % 3) * 9, billingStatus: 'Billed', claimStatus: 'Pending' });
  postCharges(account, billOf(account).charges, account.random.int(1, 4));
}
function patientOwes(practice: Practice, label: string): void {
  const account = insured(practice, label, { dos: serial(2026, 9, 1) + label.length, billingStatus: 'Open' });
  const bill = billOf(account);
  const patientResp = Math.max(bill.patientResp, Math.round(bill.allowed / 10));
  adjudicate(account, { ...bill, patientResp });
}
function denied(practice: Practice, label: string): void {
  const account = insured(practice, label, { claimStatus: 'Denied' });
  const charges = billOf(account, 2500).charges;
  postCharges(account, charges, 2);
  account.insurancePayment(0, account.facts.dos + 30, { billed: charges, codes: 'CO-29', comment: 'Denied: time limit' });
  account.adjustment('Write-off', 'ADJADM', 'Denial write-off, timely filing', charges, account.facts.dos + 75, 'insurance', {
    payer: account.facts.payer1,
    claim: account.claim,
  });
}
function refundedProperly(practice: Practice, label: string): void {
  const account = insured(practice, label);
  const bill = billOf(account, 4000);
  const day = adjudicate(account, bill);
  const paid = bill.allowed - bill.patientResp;
  const check = `901${account.random.digits(2)}`;
  if (bill.patientResp > 0) account.patientPayment(bill.patientResp, day + 22);
  account.insurancePayment(paid, day + 27, remit(bill)).refundPayer(paid, day + 66, { check });
  practice.refundChecks.push({ check, day: day + 66, account: account.no, payee: account.facts.payer1, cents: paid, status: 'Cleared' });
}
function takenBack(practice: Practice, label: string): void {
  const account = insured(practice, label);
  const bill = billOf(account, 4000);
  const day = adjudicate(account, bill);
  const paid = bill.allowed - bill.patientResp;
  if (bill.patientResp > 0) account.patientPayment(bill.patientResp, day + 22);
  account.insurancePayment(paid, day + 19, remit(bill)).takeback(paid, day + 58, { check: account.newCheck(), codes: 'WO' });
}
function bounced(practice: Practice, label: string): void {
  const account = insured(practice, label);
  const bill = billOf(account, 3000);
  const share = Math.max(bill.patientResp, usd(35));
  const day = adjudicate(account, { ...bill, patientResp: share });
  account.patientPayment(share, day + 20, { method: 'CHECK', check: '1190' });
  account
    .post(day + 29, 'NSF Reversal', 'NSFREV', 'Check 1190 returned, NSF', share, 'patient', 'ptPayments', { payer: 'PATIENT', check: '1190' })
    .patientPayment(share, day + 40, { method: 'CARD' });
}
function writtenOff(practice: Practice, label: string): void {
  const small = label.length % 2 === 0;
  const account = insured(practice, label, small ? {} : { badDebt: serial(2026, 8, 31), dos: serial(2026, 3, 2), billingStatus: 'In collections' });
  const bill = billOf(account, 2500);
  const share = small ? usd(4.12) : Math.max(bill.patientResp, usd(60));
  const day = adjudicate(account, { ...bill, patientResp: share });
  if (small) account.adjustment('Small Balance Write-off', 'ADJSB', 'Small balance write-off', share, day + 90, 'patient', { payer: 'PATIENT' });
  else account.adjustment('Bad Debt', 'ADJBD', 'Bad debt write-off to agency', share, account.facts.badDebt, 'patient', { payer: 'PATIENT' });
}

const KINDS: readonly (readonly [(practice: Practice, label: string) => void, number])[] = [
  [paidInFull, 38],
  [paidInParts, 14],
  [medicare, 12],
  [secondaryPaid, 8],
  [selfPay, 7],
  [medicaidPaid, 7],
  [pending, 6],
  [patientOwes, 8],
  [denied, 3],
  [refundedProperly, 4],
  [takenBack, 3],
  [bounced, 2],
  [writtenOff, 4],
];

export function ordinaryAccounts(practice: Practice): void {
  for (const [make, count] of KINDS) for (let n = 1; n <= count; n++) make(practice, `${make.name} ${n}`);
}
