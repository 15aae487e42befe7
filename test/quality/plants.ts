/** One planted case a cause, from its rule in domain.md 2.2. Each says which field its rule cannot do without. */
import { errorTruth, misplacedTruth, patientTruth, payerTruth } from './draft';
import type { Account, Field, World } from './draft';

export interface Plant {
  readonly label: string;
  readonly needs: readonly Field[];
  readonly make: (world: World) => readonly Account[];
}
const plant = (label: string, needs: readonly Field[], make: (world: World) => Account | readonly Account[]): Plant => ({
  label,
  needs,
  make: (world) => {
    const made = make(world);
    return 'rows' in made ? [made] : made;
  },
});
const remitOf = (account: Account) => account.rows.find((row) => row.remit !== null)?.remit ?? null;
/** Two neighbouring digits of an amount exchanged so that it grows; 0 when none do. */
function swapped(cents: number): number {
  const digits = Array.from(String(cents));
  for (let at = 0; at + 1 < digits.length; at++) {
    if ((digits[at] as string) < (digits[at + 1] as string) && at > 0) {
      [digits[at], digits[at + 1]] = [digits[at + 1] as string, digits[at] as string];
      return Number(digits.join(''));
    }
  }
  return 0;
}

export const PLANTS: readonly Plant[] = [
  plant('C01 paid twice by two checks', ['check'], (world) => {
    const visit = world.settled();
    const remit = remitOf(visit.account);
    world.insurancePays(visit, visit.paid, visit.remitDay + world.random.whole(8, 200), { remit });
    visit.account.owe(payerTruth('C01', visit.paid, visit.payer));
    return visit.account;
  }),
  plant('C01 the payer in two spellings (P20)', ['check'], (world) => {
    const visit = world.settled({ payer: 'BCBS of Texas' });
    world.insurancePays(visit, visit.paid, visit.remitDay + world.random.whole(8, 90), { payer: 'Blue Cross of Texas', remit: remitOf(visit.account) });
    visit.account.owe(payerTruth('C01', visit.paid, visit.payer));
    return visit.account;
  }),
  plant('C01 and C27: two payees (P3)', ['check'], (world) => {
    const visit = world.settled();
    const more = world.amount(2_000, 9_000);
    world.insurancePays(visit, visit.paid, visit.remitDay + 9, { remit: remitOf(visit.account) });
    world.patientPays(visit, more, visit.patientDay + 20);
    visit.account.owe(payerTruth('C01', visit.paid, visit.payer));
    visit.account.owe(patientTruth('C27', more));
    return visit.account;
  }),
  plant('C02 one check posted twice', ['check'], (world) => {
    const visit = world.settled();
    const first = visit.account.rows.find((row) => row.type === 'Insurance payment')!;
    visit.account.rows.push({ ...first, day: first.day + world.random.whole(0, 3) });
    visit.account.owe(errorTruth('C02', visit.paid));
    return visit.account;
  }),
  plant('C03 two payers paid as primary', [], (world) => {
    const visit = world.visit({ payer: 'Aetna', transfer: false });
    const second = world.random.pick(['Cigna', 'UnitedHealthcare']);
    const paid = visit.pr + world.amount(4_000, Math.max(5_000, visit.paid - 100));
    const remit = { allowed: paid + 2_500, pr: 2_500, billed: visit.charges, paid, contractual: visit.charges - paid - 2_500, carc: 'CO-45 PR-2' };
    world.insurancePays(visit, paid, visit.remitDay + world.random.whole(5, 40), { payer: second, remit });
    visit.account.payers = ['Aetna', second];
    visit.account.owe(payerTruth('C03', paid - visit.pr, second));
    return visit.account;
  }),
  plant('C04 Medicare and a group plan both primary', [], (world) => {
    const visit = world.visit({ payer: 'Medicare', transfer: false });
    const remit = { allowed: visit.allowed, pr: 0, billed: visit.charges, paid: visit.allowed, contractual: visit.contractual, carc: 'CO-45' };
    world.insurancePays(visit, visit.allowed, visit.remitDay + world.random.whole(10, 60), { payer: 'Aetna', remit });
    visit.account.payers = ['Medicare', 'Aetna'];
    visit.account.finClass = 'Medicare';
    visit.account.owe(payerTruth('C04', visit.paid, 'Medicare'));
    return visit.account;
  }),
  plant('C05 patient prepaid too much', [], (world) => {
    const visit = world.visit();
    const more = world.amount(1_500, 30_000);
    visit.account.post(visit.account.service, world.random.pick(['Patient payment', 'Deposit']), -(visit.pr + more), { payer: 'PATIENT', method: 'CARD' });
    visit.account.owe(patientTruth('C05', more));
    return visit.account;
  }),
  plant('C06 patient paid as self-pay, payer came later', ['coverage'], (world) => {
    const visit = world.visit();
    const paid = visit.pr + world.amount(3_000, 40_000);
    visit.account.post(visit.chargeDay + 2, 'Patient payment', -paid, { payer: 'PATIENT', method: 'CHECK', check: world.check() });
    visit.account.coverageAdded = visit.chargeDay + 6;
    visit.account.coverageFrom = visit.account.service - 100;
    visit.account.owe(patientTruth('C06', paid - visit.pr));
    return visit.account;
  }),
  plant('C07 payer paid more than was billed', ['planType'], (world) => {
    const account = world.account();
    const [charges, payer, claim] = [world.amount(20_000, 90_000), 'Cigna', world.claim()];
    const more = world.amount(1_000, 15_000);
    account.payers = [payer];
    world.charge(account, account.service + 2, charges, claim);
    account.post(account.service + 30, 'Insurance payment', -(charges + more), { payer, claim, check: world.check(), icn: world.icn() });
    account.owe(payerTruth('C07', more, payer));
    return account;
  }),
  plant('C08 contractual twice, patient owes (P1)', [], (world) => {
    const visit = world.visit();
    visit.account.post(visit.chargeDay + 1, 'Contractual adjustment', -visit.contractual, { payer: visit.payer, claim: visit.claim });
    visit.account.owe(errorTruth('C08', visit.contractual));
    return visit.account;
  }),
  plant('C08 contractual twice, patient has paid', [], (world) => {
    const visit = world.settled();
    visit.account.post(visit.remitDay + 3, 'Contractual adjustment', -visit.contractual, { payer: visit.payer, claim: visit.claim });
    visit.account.owe(errorTruth('C08', visit.contractual));
    return visit.account;
  }),
  plant("C09 the secondary's write-off on top (P5)", [], (world) => {
    const visit = world.visit({ payer: 'Aetna', transfer: false });
    const second = 'Cigna';
    const more = world.amount(2_000, Math.max(3_000, visit.contractual - 1));
    const day = visit.remitDay + 20;
    const remit = { allowed: visit.allowed, pr: 0, billed: visit.charges, paid: visit.pr, contractual: more, carc: 'CO-45 OA-23', priorPaid: visit.paid };
    world.insurancePays(visit, visit.pr, day, { payer: second, remit });
    visit.account.post(day, 'Contractual adjustment', -more, { payer: second, claim: visit.claim });
    visit.account.payers = ['Aetna', second];
    visit.account.owe(errorTruth('C09', more));
    return visit.account;
  }),
  plant('C09 more written off than the remittance says', ['allowed'], (world) => {
    const visit = world.settled();
    const more = world.amount(Math.max(2_000, Math.round(visit.allowed * 0.03)), Math.max(4_000, Math.round(visit.allowed * 0.2)));
    const at = visit.account.rows.findIndex((row) => row.type === 'Contractual adjustment');
    visit.account.rows[at] = { ...visit.account.rows[at]!, effect: -(visit.contractual + more) };
    visit.account.owe(errorTruth('C09', more));
    return visit.account;
  }),
  plant('C10 charge credit after payment, fixed price', ['planType'], (world) => {
    const visit = world.settled();
    visit.account.planType = 'DRG case rate';
    const credit = world.amount(2_000, Math.max(3_000, Math.round(visit.contractual * 0.5)));
    visit.account.post(visit.patientDay + 5, 'Charge credit', -credit, { claim: visit.claim });
    visit.account.owe(errorTruth('C10', credit));
    return visit.account;
  }),
  plant('C11 fewer charges than billed (P8)', ['billed'], (world) => {
    const account = world.account();
    const visit = world.visit({ account });
    const missing = Math.round(visit.charges * 0.2);
    const at = account.rows.findIndex((row) => row.type === 'Charge' && row.effect > missing);
    account.rows[at] = { ...account.rows[at]!, effect: account.rows[at]!.effect - missing };
    if (visit.pr > 0) world.patientPays(visit, visit.pr);
    account.owe(errorTruth('C11', missing));
    return account;
  }),
  plant('C11 paid and no charge at all', [], (world) => {
    const visit = world.settled();
    const rows = visit.account.rows.filter((row) => row.type !== 'Charge');
    visit.account.rows.length = 0;
    visit.account.rows.push(...rows);
    visit.account.owe(errorTruth('C11', visit.charges));
    return visit.account;
  }),
  plant("C12 patient money on the patient's other account", [], (world) => {
    const visit = world.settled();
    const other = world.visit({ account: world.account(visit.account.service + world.random.whole(1, 60)) });
    other.account.mrn = visit.account.mrn;
    other.account.guarantor = visit.account.guarantor;
    other.account.patient = visit.account.patient;
    world.patientPays(visit, other.pr, other.patientDay);
    visit.account.owe(misplacedTruth('C12', other.pr, other.account.key));
    return [visit.account, other.account];
  }),
  plant('C13 two digits exchanged', ['remitPaid'], (world) => {
    let visit = world.settled();
    while (swapped(visit.paid) === 0) visit = world.settled();
    const at = visit.account.rows.findIndex((row) => row.type === 'Insurance payment');
    visit.account.rows[at] = { ...visit.account.rows[at]!, effect: -swapped(visit.paid) };
    visit.account.owe(errorTruth('C13', swapped(visit.paid) - visit.paid));
    return visit.account;
  }),
  plant('C14 takeback not posted (P12)', ['plb'], (world) => {
    const visit = world.settled();
    world.insurancePays(visit, visit.paid, visit.remitDay + 20, { remit: remitOf(visit.account) });
    visit.account.remitLines.push({ payer: visit.payer, day: visit.remitDay + 60, check: world.check(), claim: visit.claim, plb: 'WO', cents: visit.paid });
    visit.account.owe(errorTruth('C14', visit.paid));
    return visit.account;
  }),
  plant('C15 interest (P13)', [], (world) => {
    const visit = world.settled();
    const interest = world.amount(201, 4_000);
    visit.account.post(visit.remitDay, 'Interest', -interest, { payer: visit.payer, claim: visit.claim });
    visit.account.owe(misplacedTruth('C15', interest));
    return visit.account;
  }),
  plant('C16 Medicaid came later', ['coverage'], (world) => {
    const visit = world.visit({ payer: 'Medicaid', noShare: true });
    const paid = world.amount(3_000, 60_000);
    visit.account.post(visit.chargeDay + 1, 'Patient payment', -paid, { payer: 'PATIENT', method: 'CARD' });
    visit.account.finClass = 'Medicaid';
    visit.account.coverageAdded = visit.chargeDay + 8;
    visit.account.coverageFrom = visit.account.service - 30;
    visit.account.owe(patientTruth('C16', paid));
    return visit.account;
  }),
  plant("C17 workers' compensation and a health plan", [], (world) => {
    const visit = world.visit({ payer: 'Aetna', transfer: false });
    const remit = { allowed: visit.allowed, pr: 0, billed: visit.charges, paid: visit.allowed, contractual: visit.contractual, carc: 'CO-45' };
    world.insurancePays(visit, visit.allowed, visit.remitDay + 50, { payer: 'Texas Mutual Workers Comp', remit });
    visit.account.payers = ['Aetna', 'Texas Mutual Workers Comp'];
    visit.account.accident = visit.account.service - 1;
    visit.account.owe(payerTruth('C17', visit.paid, 'Aetna'));
    return visit.account;
  }),
  plant('C18 capitation check on a visit', ['planType'], (world) => {
    const account = world.account();
    const [charges, claim, cap] = [world.amount(10_000, 60_000), world.claim(), world.amount(30_000, 400_000)];
    account.payers = ['Meridian Health Plan'];
    account.planType = 'Capitated';
    world.charge(account, account.service + 1, charges, claim);
    account.post(account.service + 20, 'Contractual adjustment', -charges, { payer: 'Meridian Health Plan', claim });
    account.post(account.service + 25, 'Insurance payment', -cap, { payer: 'Meridian Health Plan', check: world.check() });
    account.owe(misplacedTruth('C18', cap));
    return account;
  }),
  plant('C19a paid after bad debt (P14)', [], (world) => {
    const visit = world.visit();
    visit.account.post(visit.patientDay + 60, 'Bad debt write-off', -visit.pr, { payer: 'PATIENT' });
    world.patientPays(visit, visit.pr, visit.patientDay + 90);
    visit.account.owe(errorTruth('C19', visit.pr));
    return visit.account;
  }),
  plant('C20a refund check in the register only', ['register'], (world) => {
    const visit = world.settled();
    const more = world.amount(2_000, 30_000);
    world.patientPays(visit, more, visit.patientDay + 10);
    visit.account.register.push({ payee: visit.account.patient, day: visit.patientDay + 40, check: world.check(), cents: more });
    visit.account.owe(errorTruth('C20', more));
    return visit.account;
  }),
  plant('C21 bank return not posted', [], (world) => {
    const visit = world.visit();
    const bad = world.patientPays(visit, visit.pr, visit.patientDay, 'CHECK');
    visit.account.post(visit.patientDay + 6, 'Bank return', visit.pr, { payer: 'PATIENT', method: 'CHECK', check: bad.check });
    world.patientPays(visit, visit.pr, visit.patientDay + 20, 'CARD');
    visit.account.owe(errorTruth('C21', visit.pr));
    return visit.account;
  }),
  plant('C22 deposit, visit cancelled', [], (world) => {
    const account = world.account(world.asOf - world.random.whole(40, 200));
    const paid = world.amount(5_000, 80_000);
    account.post(account.service - 5, 'Deposit', -paid, { payer: 'PATIENT', method: 'CARD' });
    account.payers = ['Aetna'];
    account.status = 'Cancelled';
    account.owe(patientTruth('C22', paid));
    return account;
  }),
  plant('C22 deposit for a visit to come (P16)', [], (world) => {
    const account = world.account(world.asOf + world.random.whole(5, 40));
    const paid = world.amount(5_000, 80_000);
    account.post(world.asOf - world.random.whole(1, 20), 'Deposit', -paid, { payer: 'PATIENT', method: 'CARD' });
    account.payers = ['Aetna'];
    account.status = 'Scheduled';
    account.owe({ cause: 'C22', cls: 'hold', cents: paid, owedTo: 'patient', name: '' });
    return account;
  }),
  plant('C23 small patient credit', [], (world) => {
    const visit = world.settled();
    const small = world.random.whole(2, 499);
    world.patientPays(visit, small, visit.patientDay + 15, 'CASH');
    visit.account.owe({ cause: 'C23', cls: 'hold', cents: small, owedTo: 'patient', name: '' });
    return visit.account;
  }),
  plant('C24 a QMB patient was charged', ['qmb'], (world) => {
    const visit = world.visit({ payer: 'Medicare', sequestration: true, transfer: false });
    visit.account.finClass = 'Medicare';
    visit.account.qmb = 'Y';
    visit.account.payers = ['Medicare', 'Medicaid'];
    visit.account.post(visit.remitDay + 20, 'Write-off', -visit.pr, { payer: 'Medicaid', claim: visit.claim });
    const paid = world.amount(1_000, Math.max(1_500, visit.pr));
    visit.account.post(visit.account.service, 'Patient payment', -paid, { payer: 'PATIENT', method: 'CARD' });
    visit.account.owe(patientTruth('C24', paid));
    return visit.account;
  }),
  plant('C25 charity granted after payment', [], (world) => {
    const visit = world.settled();
    visit.account.post(visit.patientDay + 30, 'Charity care', -visit.pr, { payer: 'PATIENT' });
    visit.account.owe(patientTruth('C25', visit.pr));
    return visit.account;
  }),
  plant('C26 the share transferred twice', ['allowed'], (world) => {
    const visit = world.settled({ transfer: true });
    world.transfer(visit, visit.pr, visit.remitDay + 9);
    visit.account.owe(misplacedTruth('C26', visit.pr));
    return visit.account;
  }),
  plant('C27 the bill paid twice by the patient', [], (world) => {
    const visit = world.settled();
    world.patientPays(visit, visit.pr, visit.patientDay + world.random.whole(3, 40), 'CARD');
    visit.account.owe(patientTruth('C27', visit.pr));
    return visit.account;
  }),
  plant('C27 patient and secondary both paid the share', [], (world) => {
    const visit = world.settled({ payer: 'Medicare', sequestration: true });
    const remit = { allowed: visit.allowed, pr: 0, billed: visit.charges, paid: visit.pr, contractual: 0, carc: 'OA-23', priorPaid: visit.paid };
    world.insurancePays(visit, visit.pr, visit.patientDay + 15, { payer: 'AARP Supplemental', remit });
    visit.account.payers = ['Medicare', 'AARP Supplemental'];
    visit.account.finClass = 'Medicare';
    visit.account.owe(patientTruth('C27', visit.pr));
    return visit.account;
  }),
  plant('C28 reprocessed, the share fell', ['patientResp'], (world) => {
    const visit = world.settled();
    const less = Math.max(200, Math.round(visit.pr * 0.4));
    const remit = {
      allowed: visit.allowed,
      pr: visit.pr - less,
      billed: visit.charges,
      paid: visit.paid + less,
      contractual: visit.contractual,
      carc: 'CO-45 PR-2',
    };
    world.insurancePays(visit, less, visit.patientDay + 30, { remit });
    visit.account.owe(patientTruth('C28', less));
    return visit.account;
  }),
  plant('C08 and C27 together', [], (world) => {
    const visit = world.settled();
    visit.account.post(visit.remitDay + 3, 'Contractual adjustment', -visit.contractual, { payer: visit.payer, claim: visit.claim });
    world.patientPays(visit, visit.pr, visit.patientDay + 9, 'CARD');
    visit.account.owe(errorTruth('C08', visit.contractual));
    visit.account.owe(patientTruth('C27', visit.pr));
    return visit.account;
  }),
  plant('hidden: patient over, payer short (P2)', ['allowed', 'patientResp'], (world) => {
    const visit = world.visit({ transfer: false });
    const short = Math.min(visit.paid - 100, world.amount(1_000, 9_000));
    const at = visit.account.rows.findIndex((row) => row.type === 'Insurance payment');
    const row = visit.account.rows[at]!;
    visit.account.rows[at] = { ...row, effect: -(visit.paid - short), remit: { ...row.remit!, paid: visit.paid - short, carc: 'CO-45 PI-45 PR-2' } };
    visit.account.post(visit.account.service, 'Patient payment', -(visit.pr + short), { payer: 'PATIENT', method: 'CARD' });
    visit.account.owe(patientTruth('C05', short));
    return visit.account;
  }),
];
