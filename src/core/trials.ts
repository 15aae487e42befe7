/**
 * Reviews of one ledger under one policy value after another (design.md 4): what does not depend on the policy is kept, checks and underpayments,
 * which no trial compares, are left out, and an account is asked again only when it read a value that has changed.
 *
 * Example: small_balance_patient goes from 5.00 to 10.00. Only the accounts that came as far as asking for it are settled again.
 */
import { Account } from './accountView';
import { candidatesOf } from './candidates';
import { causes } from './causes/index';
import type { Credit } from './credit';
import type { Ledger } from './ledger';
import { balancesOf, LedgerIndex } from './ledgerIndex';
import { listed } from './listing';
import type { Policy, PolicyParameters } from './policy/policy';
import { largestFirst } from './review';
import { verdictOf } from './verdict';

type Name = keyof PolicyParameters;

interface Verdict {
  readonly account: number;
  readonly credit: Credit | null;
  /** The policy values it depends on. */
  readonly read: ReadonlySet<Name>;
}
interface Known {
  readonly policy: Policy;
  readonly rows: string;
  /** In the order of `review`: what little a value moves is soon sorted again. */
  readonly verdicts: readonly Verdict[];
}

/** Rows that are read through `parameters` and nowhere else. */
const THROUGH_PARAMETERS: readonly string[] = ['PARAMETER', 'SMALL_BALANCE', 'LISTING'];

export class Trials {
  private readonly balances: Float64Array;
  private readonly indexes: LedgerIndex;
  private known: Known | null = null;
  constructor(private readonly ledger: Ledger) {
    this.balances = balancesOf(ledger).listed;
    this.indexes = new LedgerIndex(ledger, this.balances);
  }

  /** The credits `review` lists under the policy, in its order; their checks are empty. */
  credits(policy: Policy): Credit[] {
    this.known = this.verdictsUnder(policy);
    return listed(
      this.ledger,
      policy,
      this.known.verdicts.flatMap(({ credit }) => credit ?? []),
    ).shown;
  }

  private verdictsUnder(policy: Policy): Known {
    const rows = rowsOf(policy);
    const { known } = this;
    const changed = known?.rows === rows && known.policy.asOf === policy.asOf ? changedIn(known.policy, policy) : null;
    // The tolerance decides which accounts get a view at all.
    if (!known || changed === null || changed.includes('centsTol')) return { policy, rows, verdicts: this.all(policy).sort(order) };
    const again = (verdict: Verdict): Verdict => (changed.some((name) => verdict.read.has(name)) ? this.verdict(policy, verdict.account) : verdict);
    return { policy, rows, verdicts: changed.length === 0 ? known.verdicts : known.verdicts.map(again).sort(order) };
  }

  private all(policy: Policy): Verdict[] {
    return candidatesOf(this.ledger, this.balances, policy.parameters.centsTol).map((account) => this.verdict(policy, account));
  }

  private verdict(policy: Policy, account: number): Verdict {
    const read = new Set<Name>();
    const watched = { ...policy, parameters: watch(policy.parameters, read) };
    return { account, credit: verdictOf(new Account(this.ledger, watched, this.indexes, account), causes), read };
  }
}

/** The same values, noting which are asked for. */
function watch(parameters: PolicyParameters, read: Set<Name>): PolicyParameters {
  return new Proxy(parameters, {
    get(target, name): unknown {
      read.add(name as Name);
      return target[name as Name];
    },
  });
}

const order = (a: Verdict, b: Verdict): number => (a.credit && b.credit ? largestFirst(a.credit, b.credit) : Number(!a.credit) - Number(!b.credit));

const rowsOf = ({ rows }: Policy): string => JSON.stringify(rows.filter(({ topic }) => !THROUGH_PARAMETERS.includes(topic)));

const changedIn = ({ parameters: was }: Policy, { parameters: is }: Policy): Name[] => (Object.keys(is) as Name[]).filter((name) => was[name] !== is[name]);
