/** Accounts of one patient or guarantor, as the listing tells them. */
import type { Draft } from './draft';
import type { PlainAccount } from './plainAccounts';
import type { Shape } from './shape';

/** What an account shares with its family; [] when the sheets do not say. */
function keysOf(shape: Shape, account: number): string[] {
  const patient = shape.accountTextOf(shape.accountText('mrn') ? 'mrn' : 'patient', account);
  const guarantor = shape.accountTextOf('guarantor', account);
  return [...(patient === '' ? [] : [`p${patient}`]), ...(guarantor === '' ? [] : [`g${guarantor}`])];
}

/** Marks the drafted accounts and their families: all that a verdict on them can depend on, claim numbers of strangers apart. */
export function familiesOf(shape: Shape, drafts: readonly Draft[]): Uint8Array {
  const marks = new Uint8Array(shape.ledger.accounts.count);
  const keys = new Set(drafts.flatMap(({ account }) => keysOf(shape, account)));
  for (let account = 0; account < marks.length; account++) if (keysOf(shape, account).some((key) => keys.has(key))) marks[account] = 1;
  for (const { account } of drafts) marks[account] = 1;
  return marks;
}

/** A planted credit must not by chance be exactly what another account of the family is open at: that would be a truth of its own (C12). */
export class Families {
  private readonly plainAccounts = new Map<string, PlainAccount[]>();
  private readonly balances = new Map<string, Set<number>>();

  constructor(
    private readonly shape: Shape,
    plainAccounts: readonly PlainAccount[],
  ) {
    for (const plain of plainAccounts) {
      const [patient] = keysOf(this.shape, plain.account);
      if (patient !== undefined) this.plainAccounts.set(patient, [...(this.plainAccounts.get(patient) ?? []), plain]);
    }
    const { accounts, start, order, tx } = shape.ledger;
    for (let account = 0; account < accounts.count; account++) {
      let balance = 0;
      for (let at = start[account] as number; at < (start[account + 1] as number); at++) balance += tx.effect[order[at] as number] as number;
      if (balance !== 0) this.add(account, balance);
    }
  }

  /** Accounts of the same patient that are settled and plain. */
  plainWith({ account }: PlainAccount): readonly PlainAccount[] {
    return this.plainAccounts.get(keysOf(this.shape, account)[0] ?? '') ?? [];
  }

  wouldMatch([first, ...beside]: readonly [Draft, ...Draft[]]): boolean {
    const credit = first.balance;
    return beside.length === 0 && credit !== 0 && keysOf(this.shape, first.account).some((key) => this.balances.get(key)?.has(Math.abs(credit)));
  }

  note(drafts: readonly Draft[]): void {
    for (const draft of drafts) if (draft.balance !== 0) this.add(draft.account, draft.balance);
  }

  private add(account: number, balance: number): void {
    for (const key of keysOf(this.shape, account)) {
      const known = this.balances.get(key);
      if (known) known.add(Math.abs(balance));
      else this.balances.set(key, new Set([Math.abs(balance)]));
    }
  }
}
