/**
 * What one account needs of the others: remittances and register rows by account, and open balances by amount, patient and guarantor
 * (C12, V08). Each index is built once a review, when first asked for. domain.md 6 P25: the same patient goes before the same guarantor.
 */
import type { Ledger, RegisterRow, Remittance } from './ledger';
import { accountMoney, accountText, CHARGES, claimOf, isIn, MONEY, reference } from './posting';
import { Kind, PATIENT_PARTY } from './ledger';

export interface Sibling {
  readonly account: number;
  readonly relation: 'patient' | 'guarantor';
}

export class LedgerIndex {
  private remittances: Map<number, Remittance[]> | null = null;
  private registers: Map<number, RegisterRow[]> | null = null;
  private open: Map<string, number[]> | null = null;
  private credits: Map<string, number[]> | null = null;
  private claims: Map<string, number> | null = null;
  /** `balances` in cents, one an account. */
  constructor(
    readonly ledger: Ledger,
    readonly balances: Float64Array,
  ) {}

  remittancesOf(account: number): readonly Remittance[] {
    if (this.ledger.remittances.length === 0) return [];
    this.remittances ??= byAccount(this.ledger.remittances);
    return this.remittances.get(account) ?? [];
  }

  registerOf(account: number): readonly RegisterRow[] {
    if (this.ledger.register.length === 0) return [];
    this.registers ??= byAccount(this.ledger.register);
    return this.registers.get(account) ?? [];
  }

  /** The account a claim number belongs to: by the listing, by charges and write-offs, by remittances. −1 when none or more than one. */
  accountOfClaim(claim: string): number {
    if (claim === '') return -1;
    this.claims ??= claimOwners(this.ledger);
    return this.claims.get(claim) ?? -1;
  }

  /** Other accounts of the same patient, else of the same guarantor, that are open at exactly so many cents. */
  openAt(account: number, cents: number): readonly Sibling[] {
    this.open ??= this.index((balance) => balance > 0);
    return this.related(this.open, account, cents);
  }

  /** Other accounts of the family in credit by exactly so many cents. */
  inCreditBy(account: number, cents: number): readonly Sibling[] {
    this.credits ??= this.index((balance) => balance < 0);
    return this.related(this.credits, account, cents);
  }

  private related(index: ReadonlyMap<string, number[]>, account: number, cents: number): readonly Sibling[] {
    const found = new Map<number, Sibling>();
    for (const relation of ['patient', 'guarantor'] as const)
      for (const key of this.keys(account, relation))
        for (const other of index.get(`${cents}|${key}`) ?? []) if (other !== account && !found.has(other)) found.set(other, { account: other, relation });
    return [...found.values()];
  }

  private index(wanted: (balance: number) => boolean): Map<string, number[]> {
    const found = new Map<string, number[]>();
    for (let account = 0; account < this.balances.length; account++) {
      const balance = this.balances[account] as number;
      if (!wanted(balance)) continue;
      for (const relation of ['patient', 'guarantor'] as const)
        for (const key of this.keys(account, relation)) {
          const at = `${Math.abs(balance)}|${key}`;
          const list = found.get(at);
          if (list) list.push(account);
          else found.set(at, [account]);
        }
    }
    return found;
  }

  /** What identifies the patient or the guarantor; none when the sheet is silent. */
  private keys(account: number, relation: 'patient' | 'guarantor'): readonly string[] {
    const { ledger } = this;
    const facility = accountText(ledger, 'facility', account);
    const id = relation === 'patient' ? accountText(ledger, 'mrn', account) || patientKey(ledger, account) : accountText(ledger, 'guarantor', account);
    return id === '' ? [] : [`${relation}|${facility}|${id}`];
  }
}

/** −1 marks a claim number that two accounts share. */
function claimOwners(ledger: Ledger): Map<string, number> {
  const owners = new Map<string, number>();
  const own = (claim: string, account: number): void => {
    if (claim === '' || account < 0) return;
    const owner = owners.get(claim);
    if (owner === undefined) owners.set(claim, account);
    else if (owner !== account) owners.set(claim, -1);
  };
  if (ledger.accounts.text.claim.length > 0)
    for (let account = 0; account < ledger.accounts.count; account++) own(reference(accountText(ledger, 'claim', account)), account);
  if (ledger.tx.text.claim.length > 0)
    for (let tx = 0; tx < ledger.tx.count; tx++)
      if (isIn(CHARGES, ledger.tx.kind[tx] as number) || ledger.tx.kind[tx] === Kind.Contractual) own(claimOf(ledger, tx), ledger.tx.account[tx] as number);
  for (const row of ledger.remittances) if (row.plb === '') own(reference(row.claim), row.account);
  return owners;
}

/** Name with the date of birth where it is given. A name alone is no identity unless the sheet has nothing better. */
function patientKey(ledger: Ledger, account: number): string {
  const name = accountText(ledger, 'patient', account).toUpperCase();
  return name === '' ? '' : `${name}|${ledger.accounts.day.dob[account] ?? 0}`;
}

function byAccount<T extends { readonly account: number }>(rows: readonly T[]): Map<number, T[]> {
  const found = new Map<number, T[]>();
  for (const row of rows) {
    if (row.account < 0) continue;
    const list = found.get(row.account);
    if (list) list.push(row);
    else found.set(row.account, [row]);
  }
  return found;
}

/** Balance of every account in cents: as listed where the listing gives one, else the sum of its postings. */
export function balancesOf(ledger: Ledger): { listed: Float64Array; posted: Float64Array } {
  const { count, account, effect } = ledger.tx;
  const posted = new Float64Array(ledger.accounts.count);
  for (let tx = 0; tx < count; tx++) posted[account[tx] as number]! += effect[tx] as number;
  if (ledger.accounts.money.balance.length === 0) return { listed: posted, posted };
  const listed = posted.map((sum, at) => {
    const balance = accountMoney(ledger, 'balance', at);
    return Number.isFinite(balance) ? balance : sum;
  });
  return { listed, posted };
}

/** Net patient money on an account, in cents. */
export function patientMoney(ledger: Ledger, account: number): number {
  let paid = 0;
  for (let at = ledger.start[account] as number; at < (ledger.start[account + 1] as number); at++) {
    const tx = ledger.order[at] as number;
    if (ledger.tx.party[tx] === PATIENT_PARTY && isIn(MONEY, ledger.tx.kind[tx] as number)) paid -= ledger.tx.effect[tx] as number;
  }
  return paid;
}
