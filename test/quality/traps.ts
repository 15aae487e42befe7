/** Look-alikes with nothing owed (domain.md 6) and ordinary accounts. */
import type { Account, Field, World } from './draft';

export interface Trap {
  readonly label: string;
  readonly needs: readonly Field[];
  /** False: the review may say something about it, but never refund. */
  readonly silent: boolean;
  readonly make: (world: World) => readonly Account[];
}
const trap = (label: string, make: (world: World) => Account | readonly Account[], silent = true): Trap => ({
  label,
  needs: [],
  silent,
  make: (world) => {
    const made = make(world);
    return 'rows' in made ? [made] : made;
  },
});

export const TRAPS: readonly Trap[] = [
  trap('P9 paid, reversed, paid', (world) => {
    const visit = world.settled();
    const first = visit.account.rows.find((row) => row.type === 'Insurance payment')!;
    visit.account.post(first.day + 4, 'Payment reversal', visit.paid, { payer: visit.payer, claim: visit.claim, check: first.check });
    world.insurancePays(visit, visit.paid, first.day + 5, { remit: first.remit });
    return visit.account;
  }),
  trap('P10 payment plan', (world) => {
    const visit = world.visit();
    const part = Math.floor(visit.pr / 4);
    for (let n = 0; n < 4; n++) world.patientPays(visit, n === 3 ? visit.pr - 3 * part : part, visit.patientDay + 30 * n, 'CARD');
    return visit.account;
  }),
  trap('P10 three equal visits on one account', (world) => {
    const account = world.account();
    const [charge, allowed, pr] = [18_000, world.amount(9_000, 12_000), 2_500];
    account.payers = ['Aetna'];
    for (let n = 0; n < 3; n++) {
      const [service, claim] = [account.service + 7 * n, world.claim()];
      const more = { claim, service };
      account.post(service + 1, 'Charge', charge, { ...more, cpt: '97110' });
      account.post(service, 'Patient payment', -pr, { payer: 'PATIENT', method: 'CARD', service });
      account.post(service + 20, 'Contractual adjustment', -(charge - allowed), { payer: 'Aetna', ...more });
      const remit = { allowed, pr, billed: charge, paid: allowed - pr, contractual: charge - allowed, carc: 'CO-45 PR-3' };
      account.post(service + 20, 'Insurance payment', -(allowed - pr), {
        payer: 'Aetna',
        check: world.check(),
        icn: world.icn(),
        method: 'EFT',
        remit,
        ...more,
      });
    }
    return account;
  }),
  trap('P11 one check, two lines', (world) => {
    const account = world.account();
    const [charge, allowed] = [40_000, world.amount(20_000, 30_000)];
    const [claim, check, icn, day] = [world.claim(), world.check(), world.icn(), account.service + 25];
    account.payers = ['Cigna'];
    for (const cpt of ['73030', '73060']) {
      account.post(account.service + 1, 'Charge', charge, { claim, cpt });
      account.post(day, 'Contractual adjustment', -(charge - allowed), { payer: 'Cigna', claim, cpt });
      const remit = { allowed, pr: 0, billed: charge, paid: allowed, contractual: charge - allowed, carc: 'CO-45' };
      account.post(day, 'Insurance payment', -allowed, { payer: 'Cigna', claim, check, icn, method: 'EFT', cpt, remit });
    }
    return account;
  }),
  trap('P17 sequestration', (world) => {
    const visit = world.settled({ payer: 'Medicare', sequestration: true });
    visit.account.finClass = 'Medicare';
    return visit.account;
  }),
  trap(
    'P6 DRG paid above charges, contractual not posted',
    (world) => {
      const account = world.account();
      const [charges, claim, paid, pr] = [world.amount(600_000, 900_000), world.claim(), world.amount(1_000_000, 1_300_000), 150_000];
      account.payers = ['Medicare'];
      account.finClass = 'Medicare';
      account.planType = 'DRG';
      world.charge(account, account.service + 3, charges, claim);
      const remit = { allowed: paid + pr, pr, billed: charges, paid, contractual: charges - paid - pr, carc: 'PR-1' };
      account.post(account.service + 30, 'Insurance payment', -paid, {
        payer: 'Medicare',
        claim,
        check: world.check(),
        icn: world.icn(),
        method: 'EFT',
        remit,
      });
      account.post(account.service + 60, 'Patient payment', -pr, { payer: 'PATIENT', method: 'CHECK', check: world.check() });
      return account;
    },
    false,
  ),
  trap('duplicate, taken back', (world) => {
    const visit = world.settled();
    const again = world.insurancePays(visit, visit.paid, visit.remitDay + 12, { remit: visit.account.rows.find((row) => row.remit !== null)!.remit });
    visit.account.post(visit.remitDay + 40, 'Takeback', visit.paid, { payer: visit.payer, claim: visit.claim, check: world.check(), icn: again.icn });
    return visit.account;
  }),
  trap('overpaid and refunded', (world) => {
    const visit = world.settled();
    const more = world.amount(2_000, 20_000);
    world.patientPays(visit, more, visit.patientDay + 10);
    visit.account.post(visit.patientDay + 50, 'Refund', more, { payer: 'PATIENT', check: world.check() });
    return visit.account;
  }),
  trap('secondary paid the share', (world) => {
    const visit = world.visit({ payer: 'Aetna', transfer: false });
    const remit = { allowed: visit.allowed, pr: 0, billed: visit.charges, paid: visit.pr, contractual: 0, carc: 'OA-23', priorPaid: visit.paid };
    world.insurancePays(visit, visit.pr, visit.remitDay + 30, { payer: 'Cigna', remit });
    visit.account.payers = ['Aetna', 'Cigna'];
    return visit.account;
  }),
  trap('bad check, posted as returned, paid again', (world) => {
    const visit = world.visit();
    const first = world.patientPays(visit, visit.pr, visit.patientDay, 'CHECK');
    visit.account.post(visit.patientDay + 5, 'NSF', visit.pr, { payer: 'PATIENT', check: first.check, method: 'CHECK' });
    world.patientPays(visit, visit.pr, visit.patientDay + 15, 'CARD');
    return visit.account;
  }),
  trap('bad debt, recalled, paid', (world) => {
    const visit = world.visit();
    visit.account.post(visit.patientDay + 60, 'Bad debt write-off', -visit.pr, { payer: 'PATIENT' });
    visit.account.post(visit.patientDay + 80, 'Bad debt recall', visit.pr, { payer: 'PATIENT' });
    world.patientPays(visit, visit.pr, visit.patientDay + 81);
    return visit.account;
  }),
  trap('copay at the desk, exactly the share', (world) => {
    const visit = world.visit();
    visit.account.post(visit.account.service, 'Patient payment', -visit.pr, { payer: 'PATIENT', method: 'CARD' });
    return visit.account;
  }),
  trap('two equal lines of one claim paid by two checks (P10)', (world) => {
    const account = world.account();
    const [charge, allowed, claim] = [world.amount(20_000, 60_000), world.amount(9_000, 18_000), world.claim()];
    account.payers = ['Cigna'];
    for (const [at, cpt] of ['20610', '73562'].entries()) {
      const day = account.service + 25 + 9 * at;
      account.post(account.service + 1, 'Charge', charge, { claim, cpt });
      account.post(day, 'Contractual adjustment', -(charge - allowed), { payer: 'Cigna', claim, cpt });
      const remit = { allowed, pr: 0, billed: charge, paid: allowed, contractual: charge - allowed, carc: 'CO-45' };
      account.post(day, 'Insurance payment', -allowed, { payer: 'Cigna', claim, check: world.check(), icn: world.icn(), method: 'EFT', cpt, remit });
    }
    return account;
  }),
  trap('payer paid in two unequal parts', (world) => {
    const visit = world.visit();
    const at = visit.account.rows.findIndex((row) => row.type === 'Insurance payment');
    const first = visit.account.rows[at]!;
    const part = Math.round(visit.paid * 0.7);
    visit.account.rows[at] = { ...first, effect: -part, remit: { ...first.remit!, paid: part, carc: 'CO-45 PI-96 PR-2' } };
    world.insurancePays(visit, visit.paid - part, visit.remitDay + 30, { remit: first.remit });
    world.patientPays(visit, visit.pr, visit.patientDay + 30);
    return visit.account;
  }),
  trap('contractual taken back and posted again', (world) => {
    const visit = world.settled();
    visit.account.post(visit.remitDay + 2, 'Contractual reversal', visit.contractual, { payer: visit.payer, claim: visit.claim });
    visit.account.post(visit.remitDay + 2, 'Contractual adjustment', -visit.contractual, { payer: visit.payer, claim: visit.claim });
    return visit.account;
  }),
  trap('patient money moved to the right account', (world) => {
    const visit = world.settled();
    const other = world.visit({ account: world.account(visit.account.service + 10) });
    other.account.mrn = visit.account.mrn;
    other.account.guarantor = visit.account.guarantor;
    other.account.patient = visit.account.patient;
    world.patientPays(visit, other.pr, other.patientDay);
    visit.account.post(other.patientDay + 3, 'Account transfer', other.pr, { payer: 'PATIENT' });
    other.account.post(other.patientDay + 3, 'Account transfer', -other.pr, { payer: 'PATIENT' });
    return [visit.account, other.account];
  }),
  trap('a few cents written off', (world) => {
    const visit = world.visit();
    const small = Math.min(visit.pr - 1, world.random.whole(1, 499));
    world.patientPays(visit, visit.pr - small);
    visit.account.post(visit.patientDay + 60, 'Small balance write-off', -small, { payer: 'PATIENT' });
    return visit.account;
  }),
  trap('two visits, the same payer paid the same amount (P10)', (world) => {
    const first = world.visit({ noShare: true });
    const { account } = first;
    const service = account.service + 14;
    const claim = world.claim();
    account.post(service + 1, 'Charge', first.charges, { claim, service });
    account.post(service + 21, 'Contractual adjustment', -first.contractual, { payer: first.payer, claim, service });
    const remit = account.rows.find((row) => row.remit !== null)!.remit;
    account.post(service + 21, 'Insurance payment', -first.paid, {
      payer: first.payer,
      claim,
      service,
      check: world.check(),
      icn: world.icn(),
      method: 'EFT',
      remit,
    });
    return account;
  }),
  trap('family on one guarantor, one owes and nobody is over (P25)', (world) => {
    const visit = world.settled();
    const other = world.visit();
    other.account.guarantor = visit.account.guarantor;
    return [visit.account, other.account];
  }),
  trap('capitated, written off', (world) => {
    const account = world.account();
    const [charges, claim] = [world.amount(10_000, 40_000), world.claim()];
    account.payers = ['Meridian Health Plan'];
    account.planType = 'Capitated';
    world.charge(account, account.service + 1, charges, claim);
    account.post(account.service + 20, 'Contractual adjustment', -charges, { payer: 'Meridian Health Plan', claim });
    return account;
  }),
  trap('charity before any payment', (world) => {
    const visit = world.visit();
    visit.account.post(visit.patientDay, 'Charity care', -visit.pr, { payer: 'PATIENT' });
    return visit.account;
  }),
];

/** Ordinary accounts: settled, open at the patient, open at the payer, self-pay. */
export function ordinary(world: World): Account {
  const kind = world.random.next();
  if (kind < 0.6) return world.settled().account;
  if (kind < 0.8) return world.visit().account;
  const account = world.account();
  const charges = world.amount(8_000, 300_000);
  account.payers = kind < 0.9 ? ['Aetna'] : [];
  if (kind >= 0.9) account.finClass = 'Self-pay';
  world.charge(account, account.service + 1, charges, world.claim());
  if (kind >= 0.95) account.post(account.service + 30, 'Patient payment', -charges, { payer: 'PATIENT', method: 'CARD' });
  return account;
}
