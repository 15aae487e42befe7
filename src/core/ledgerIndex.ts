/**
 * What one account needs of the others: remittances and register rows by account, and open balances by amount, patient and guarantor
 * (C12, V08). Each index is built once a review, when first asked for. domain.md 6 P25: the same patient goes before the same guarantor.
 */
import type { Ledger, RegisterRow, Remittance } from './ledger';
import { accountMoney, accountText, CHARGES, claimOf, inTimeOrder, isIn, keyOf, reference } from './posting';
import { Kind } from './ledger';

export interface Sibling {
  readonly account: number;
  readonly relation: 'patient' | 'guarantor';
}

/** A guarantor or patient id on more accounts than this is a placeholder, not a family. */
const MOST_RELATED = 200;

export class LedgerIndex {
  readonly inTimeOrder: (x: number, y: number) => number;
  private remittances: Map<number, Remittance[]> | null = null;
  private registers: Map<number, RegisterRow[]> | null = null;
  private claims: Map<string, number> | null = null;
  private patients: Families | null = null;
  private guarantors: Families | null = null;
  /** `balances` in cents, one an account. */
  constructor(
    readonly ledger: Ledger,
    readonly balances: Float64Array,
  ) {
    this.inTimeOrder = inTimeOrder(ledger);
  }

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
    this.claims ??= claimOwners(this.ledger);
    return this.claims.get(claim) ?? -1;
  }

  /** Other accounts of the same patient, else of the same guarantor, that are open at exactly so many cents. */
  openAt(account: number, cents: number): readonly Sibling[] {
    return this.related(account, cents);
  }

  /** Other accounts of the family in credit by exactly so many cents. */
  inCreditBy(account: number, cents: number): readonly Sibling[] {
    return this.related(account, -cents);
  }

  private related(account: number, balance: number): readonly Sibling[] {
    this.patients ??= new Families(this.ledger, patientIds(this.ledger));
    this.guarantors ??= new Families(this.ledger, this.ledger.accounts.text.guarantor);
    const found: Sibling[] = [];
    for (const other of this.patients.of(account)) if (this.balances[other] === balance) found.push({ account: other, relation: 'patient' });
    for (const other of this.guarantors.of(account))
      if (this.balances[other] === balance && !found.some((one) => one.account === other)) found.push({ account: other, relation: 'guarantor' });
    return found.sort((a, b) => (keyOf(this.ledger, a.account) < keyOf(this.ledger, b.account) ? -1 : 1));
  }
}

/** Accounts that share an id (a text id; 0 = none), linked by arrays. */
class Families {
  private readonly head: Int32Array;
  private readonly next: Int32Array;
  constructor(
    private readonly ledger: Ledger,
    private readonly ids: Int32Array,
  ) {
    this.head = new Int32Array(ledger.texts.length).fill(-1);
    this.next = new Int32Array(ids.length);
    for (let account = ids.length - 1; account >= 0; account--) {
      const id = ids[account] as number;
      this.next[account] = this.head[id] as number;
      this.head[id] = account;
    }
  }
  /** The others; none when the id is blank or plainly a placeholder. Facilities are kept apart. */
  of(account: number): number[] {
    const id = this.ids[account] ?? 0;
    const found: number[] = [];
    if (id === 0) return found;
    for (let other = this.head[id] as number; other >= 0; other = this.next[other] as number) {
      if (found.length > MOST_RELATED) return [];
      if (other !== account && sameFacility(this.ledger, account, other)) found.push(other);
    }
    return found;
  }
}

const sameFacility = (ledger: Ledger, a: number, b: number): boolean => ledger.accounts.text.facility[a] === ledger.accounts.text.facility[b];

/** The MRN; where no sheet has one, the patient's name. */
const patientIds = (ledger: Ledger): Int32Array => (ledger.accounts.text.mrn.length > 0 ? ledger.accounts.text.mrn : ledger.accounts.text.patient);

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
