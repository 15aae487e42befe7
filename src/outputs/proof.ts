/**
 * What a later export proves (design.md 7): a posting of exactly the amount, on the account, since the line was flagged. Each posting proves one
 * line. An account the export does not hold proves nothing.
 */
import { nameOf } from '../core/following';
import type { AccountName, Followed, FollowedPosting } from '../core/following';

/** What was posted on an account that is followed; null when it is not. */
export type Follow = (account: AccountName) => Followed | null;

export class Proofs {
  private readonly left = new Map<string, FollowedPosting[]>();

  constructor(private readonly follow: Follow) {}

  inExport(account: AccountName): boolean {
    return this.follow(account)?.inExport === true;
  }

  /** Takes the first posting that fits, so that it proves nothing else; null when there is none. */
  take(account: AccountName, fits: (posting: FollowedPosting) => boolean): FollowedPosting | null {
    const left = this.postings(account);
    const at = left.findIndex(fits);
    return at < 0 ? null : (left.splice(at, 1)[0] ?? null);
  }

  has(account: AccountName, fits: (posting: FollowedPosting) => boolean): boolean {
    return this.postings(account).some(fits);
  }

  /** How many fit, whatever they have proved. */
  count(account: AccountName, fits: (posting: FollowedPosting) => boolean): number {
    return (this.follow(account)?.postings ?? []).filter(fits).length;
  }

  private postings(account: AccountName): FollowedPosting[] {
    const name = nameOf(account);
    const left = this.left.get(name) ?? [...(this.follow(account)?.postings ?? [])];
    this.left.set(name, left);
    return left;
  }
}
