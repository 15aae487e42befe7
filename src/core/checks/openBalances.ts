/**
 * Open balances beside a credit: other accounts of the same patient, then of the same guarantor, that still owe (domain.md 3 V08; 6 P15
 * and P25: patient before guarantor). For the reviewer; nothing is applied here.
 */
import type { Ledger } from '../ledger';
import { cents } from '../money';
import type { Cents } from '../money';
import { accountDay, accountMoney, accountText, effectOf } from './facts';
import { normalKey } from '../policy/normalise';

export interface OpenBalance {
  readonly account: number;
  readonly key: string;
  readonly cents: Cents;
  readonly sameAs: 'patient' | 'guarantor';
  /** patient: the listing says the patient owes it; account: who owes it is not known. */
  readonly owes: 'patient' | 'account';
  /** True when it is exactly the credit. */
  readonly exact: boolean;
}

interface Families {
  readonly byPatient: ReadonlyMap<string, readonly number[]>;
  readonly byGuarantor: ReadonlyMap<string, readonly number[]>;
}
const families = new WeakMap<Ledger, Families>();

/** MRN, else patient name and date of birth together; '' when neither is known. */
export function patientKey(ledger: Ledger, account: number): string {
  const mrn = accountText(ledger, 'mrn', account).trim();
  if (mrn !== '') return `m ${mrn}`;
  const [name, dob] = [normalKey(accountText(ledger, 'patient', account)), accountDay(ledger, 'dob', account)];
  return name === '' || dob === 0 ? '' : `n ${name} ${dob}`;
}
export const guarantorKey = (ledger: Ledger, account: number): string => accountText(ledger, 'guarantor', account).trim();

function collect(ledger: Ledger, keyOf: (ledger: Ledger, account: number) => string): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  for (let account = 0; account < ledger.accounts.count; account++) {
    const key = keyOf(ledger, account);
    if (key === '') continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [account]);
    else group.push(account);
  }
  return groups;
}
function familiesOf(ledger: Ledger): Families {
  const known = families.get(ledger);
  if (known !== undefined) return known;
  const made = { byPatient: collect(ledger, patientKey), byGuarantor: collect(ledger, guarantorKey) };
  families.set(ledger, made);
  return made;
}

/** Accounts of the same patient and of the same guarantor, the account itself left out. */
export function siblingsOf(ledger: Ledger, account: number): { readonly patient: readonly number[]; readonly guarantor: readonly number[] } {
  const { byPatient, byGuarantor } = familiesOf(ledger);
  const patient = (byPatient.get(patientKey(ledger, account)) ?? []).filter((other) => other !== account);
  const guarantor = (byGuarantor.get(guarantorKey(ledger, account)) ?? []).filter((other) => other !== account && !patient.includes(other));
  return { patient, guarantor };
}

function balanceOf(ledger: Ledger, account: number): Cents {
  const listed = accountMoney(ledger, 'balance', account);
  if (listed !== null) return listed;
  let total = 0;
  for (let at = ledger.start[account] ?? 0; at < (ledger.start[account + 1] ?? 0); at++) total += effectOf(ledger, ledger.order[at] ?? 0);
  return cents(total);
}

function openOf(ledger: Ledger, account: number, sameAs: OpenBalance['sameAs'], credit: Cents): OpenBalance[] {
  const listed = accountMoney(ledger, 'ptBalance', account);
  const amount = listed ?? balanceOf(ledger, account);
  if (amount <= 0) return [];
  return [
    {
      account,
      key: ledger.texts[ledger.accounts.key[account] ?? 0] ?? '',
      cents: amount,
      sameAs,
      owes: listed === null ? 'account' : 'patient',
      exact: amount === credit,
    },
  ];
}

/** Open balances of the same patient (first) and of the same guarantor, in account order. `credit` is the amount in credit in cents. */
export function openBalancesBeside(credit: { readonly account: number; readonly credit: Cents }, ledger: Ledger): OpenBalance[] {
  const { patient, guarantor } = siblingsOf(ledger, credit.account);
  return [
    ...patient.flatMap((account) => openOf(ledger, account, 'patient', credit.credit)),
    ...guarantor.flatMap((account) => openOf(ledger, account, 'guarantor', credit.credit)),
  ];
}

/** True when the sheets can say who belongs together. */
export const canFindSiblings = (ledger: Ledger, account: number): boolean => patientKey(ledger, account) !== '' || guarantorKey(ledger, account) !== '';
