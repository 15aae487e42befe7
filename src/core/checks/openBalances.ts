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
  readonly byMrn: Groups;
  readonly byName: Groups;
  readonly byGuarantor: Groups;
}
const families = new WeakMap<Ledger, Families>();

const mrnOf = (ledger: Ledger, account: number): string => accountText(ledger, 'mrn', account).trim();
const guarantorOf = (ledger: Ledger, account: number): string => accountText(ledger, 'guarantor', account).trim();
/** Patient name and date of birth together; '' when one is not known, or there is an MRN to go by. */
function nameAndBirth(ledger: Ledger, account: number): string {
  const dob = accountDay(ledger, 'dob', account);
  const name = dob === 0 || mrnOf(ledger, account) !== '' ? '' : normalKey(accountText(ledger, 'patient', account));
  return name === '' ? '' : `${name} ${dob}`;
}

/** Accounts that share a key, linked by number: most stand alone and need no list. */
class Groups {
  private readonly first = new Map<string, number>();
  private readonly next: Int32Array;
  constructor(
    private readonly ledger: Ledger,
    private readonly keyOf: (ledger: Ledger, account: number) => string,
  ) {
    this.next = new Int32Array(ledger.accounts.count).fill(-1);
    // From the last one back, so that each chain runs in account order.
    for (let account = this.next.length - 1; account >= 0; account--) {
      const key = keyOf(ledger, account);
      if (key === '') continue;
      this.next[account] = this.first.get(key) ?? -1;
      this.first.set(key, account);
    }
  }
  others(account: number): number[] {
    const found: number[] = [];
    const key = this.keyOf(this.ledger, account);
    if (key === '') return found;
    for (let other = this.first.get(key) ?? -1; other >= 0; other = this.next[other] as number) if (other !== account) found.push(other);
    return found;
  }
}
function familiesOf(ledger: Ledger): Families {
  const known = families.get(ledger);
  if (known !== undefined) return known;
  const made = { byMrn: new Groups(ledger, mrnOf), byName: new Groups(ledger, nameAndBirth), byGuarantor: new Groups(ledger, guarantorOf) };
  families.set(ledger, made);
  return made;
}

/** Accounts of the same patient (by MRN, else by name and date of birth) and of the same guarantor, the account itself left out. */
export function siblingsOf(ledger: Ledger, account: number): { readonly patient: readonly number[]; readonly guarantor: readonly number[] } {
  const { byMrn, byName, byGuarantor } = familiesOf(ledger);
  const patient = (mrnOf(ledger, account) === '' ? byName : byMrn).others(account);
  const guarantor = byGuarantor.others(account);
  return { patient, guarantor: patient.length === 0 ? guarantor : guarantor.filter((other) => !patient.includes(other)) };
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
export const canFindSiblings = (ledger: Ledger, account: number): boolean =>
  mrnOf(ledger, account) !== '' || guarantorOf(ledger, account) !== '' || nameAndBirth(ledger, account) !== '';
