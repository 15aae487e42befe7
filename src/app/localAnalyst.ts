/** The analyst in place: plan, reader and review in this very thread (Node, the worker, small workbooks). */
import type { Review } from '../core/credit';
import type { Ledger } from '../core/ledger';
import { answerPayments } from '../core/payments';
import type { PaymentAnswer, PaymentAsked } from '../core/payments';
import { policyFrom } from '../core/policy/load';
import type { LoadedPolicy } from '../core/policy/load';
import { followed } from '../core/following';
import type { AccountName, Followed } from '../core/following';
import { claimedPostings } from '../core/postings';
import type { Posting } from '../core/postings';
import { review, reviewInSteps, ReviewCancelled } from '../core/review';
import { triedOf } from '../core/ruleLab';
import type { TriedCredit } from '../core/ruleLab';
import type { SelfTest } from '../core/selfTest/result';
import { selfTest } from '../core/selfTest/selfTest';
import { storyOf } from '../core/story';
import { Trials } from '../core/trials';
import { CAUSE_WORDS } from '../core/words';
import type { Block, Plan, Problem, Reader, Reading, SheetSample } from '../intake/contract';
import { plan } from '../intake/plan';
import { createReader } from '../intake/reader';
import { listedTotals } from './listedTotals';
import { RawKeys } from './rawKeys';
import { scoped, wholeOf } from './scope';
import type { Scope } from './scope';
import type { Analyst, AnalystOptions, FlaggedRow, OnProgress, ReadingSummary, Story } from './session';

/** A fault of ours inside the analyst, for example a call out of turn; never the user's data. */
export class AnalystFault extends Error {
  override readonly name = 'AnalystFault';
}

/** Milliseconds of work after which messages are heard. */
const REST_EVERY = 100;

class LocalAnalyst implements Analyst {
  /** Of the plan; those of the ledger are `loaded`. */
  private planned: LoadedPolicy | null = null;
  private loaded: LoadedPolicy | null = null;
  private scope: Scope | undefined;
  /** For the facilities of accounts. */
  private keyed: ReadingSummary['keyed'] = [];
  private reader: Reader | null = null;
  private keys: RawKeys | null = null;
  private ledger: Ledger | null = null;
  private last: Review | null = null;
  /** Of the rule lab, from its first trial on. */
  private trials: Trials | null = null;

  plan(samples: readonly SheetSample[], options: AnalystOptions): Promise<Plan> {
    return promised(() => {
      this.scope = options.scope;
      this.planned = policyFrom(options.policyRows, options.asOf);
      const readOptions = {
        policy: this.planned.policy,
        ...(options.grain ? { grain: options.grain } : {}),
        ...(options.corrections ? { corrections: options.corrections } : {}),
      };
      const planned = plan(samples, readOptions);
      this.reader = createReader(planned, samples, readOptions);
      this.keys = new RawKeys(planned);
      return planned;
    });
  }

  accept(block: Block): Promise<void> {
    return promised(() => {
      this.forget();
      this.keys?.accept(block);
      need(this.reader, 'plan').accept(block);
    });
  }

  read(): Promise<ReadingSummary> {
    return promised(() => {
      this.forget();
      const { ledger, ...reading } = need(this.reader, 'plan').finish();
      this.reader = null;
      this.loaded = this.planned;
      this.ledger = ledger;
      const keyed = this.keys?.keyed(reading.grain, ledger) ?? [];
      this.keyed = keyed;
      this.keys = null;
      return summary(reading, ledger, keyed, need(this.loaded, 'plan'));
    });
  }

  review(onProgress: OnProgress, signal: AbortSignal): Promise<Review> {
    return promised(() => {
      const { policy } = need(this.loaded, 'plan');
      const ledger = need(this.ledger, 'read');
      const whole = reviewed(() =>
        review(ledger, policy, {
          onProgress: (done, total) =>
            onProgress({ stage: 'reviewing', done, total, message: `Reviewing: ${done.toLocaleString('en-US')} of ${total.toLocaleString('en-US')} accounts` }),
          isCancelled: () => signal.aborted,
        }),
      );
      this.last = scoped(whole, ledger, this.keyed, this.scope);
      return this.last;
    });
  }

  postings(): Promise<readonly Posting[]> {
    return promised(() => claimedPostings(need(this.ledger, 'read'), wholeOf(need(this.last, 'review'))));
  }

  follow(accounts: readonly AccountName[]): Promise<readonly Followed[]> {
    return promised(() => followed(need(this.ledger, 'read'), accounts));
  }

  flaggedRows(): Promise<readonly FlaggedRow[]> {
    return promised(() => {
      const { start, order, tx } = need(this.ledger, 'read');
      return need(this.last, 'review').credits.flatMap(({ account }) =>
        Array.from(order.subarray(start[account], start[account + 1]), (at) => ({ account, sheet: tx.sheet[at] ?? 0, row: tx.row[at] ?? 0 })),
      );
    });
  }

  payments(asked: readonly PaymentAsked[]): Promise<readonly PaymentAnswer[]> {
    return promised(() => answerPayments(need(this.ledger, 'read'), need(this.loaded, 'plan').policy, wholeOf(need(this.last, 'review')), asked));
  }

  story(account: number): Promise<Story> {
    return promised(() => {
      const credit = need(this.last, 'review').credits.find((entry) => entry.account === account);
      if (!credit) throw new AnalystFault('a story is told of a listed credit only');
      return storyOf(need(this.ledger, 'read'), need(this.loaded, 'plan').policy, credit);
    });
  }

  async selfTest(seed: number, onProgress: OnProgress, signal: AbortSignal): Promise<SelfTest> {
    const titles: Readonly<Record<string, string>> = CAUSE_WORDS;
    const asked = { seed, review: reviewInSteps, causeTitle: (cause: string) => titles[cause] ?? cause };
    const steps = selfTest(need(this.ledger, 'read'), need(this.loaded, 'plan').policy, asked);
    let rested = Date.now();
    for (let step = steps.next(); ; step = steps.next()) {
      if (step.done === true) return step.value;
      if (Date.now() - rested < REST_EVERY) continue;
      onProgress({ stage: 'reviewing', ...step.value, message: `Testing on a copy of your accounts: ${step.value.done} %` });
      await new Promise((resolve) => setTimeout(resolve, 0));
      signal.throwIfAborted();
      rested = Date.now();
    }
  }

  tryPolicy(policyRows: AnalystOptions['policyRows']): Promise<readonly TriedCredit[]> {
    return promised(() => {
      const ledger = need(this.ledger, 'read');
      const { policy } = policyFrom(policyRows, need(this.loaded, 'plan').policy.asOf);
      this.trials ??= new Trials(ledger);
      return triedOf(scoped({ ...wholeOf(need(this.last, 'review')), credits: this.trials.credits(policy) }, ledger, this.keyed, this.scope));
    });
  }

  dispose(): void {
    this.forget();
    this.planned = null;
    this.reader = null;
    this.keys = null;
  }

  /** Two ledgers at once could be too much for a large workbook: the old one goes when the first block of the new one comes. */
  private forget(): void {
    this.loaded = null;
    this.ledger = null;
    this.keyed = [];
    this.last = null;
    this.trials = null;
  }
}

export function createLocalAnalyst(): Analyst {
  return new LocalAnalyst();
}

/** Runs now; a throw becomes a rejection. */
function promised<T>(work: () => T): Promise<T> {
  return new Promise((resolve) => resolve(work()));
}

function reviewed(work: () => Review): Review {
  try {
    return work();
  } catch (error) {
    if (error instanceof ReviewCancelled) throw new DOMException('Stopped.', 'AbortError');
    throw error;
  }
}

function need<T>(value: T | null, call: string): T {
  if (value === null) throw new AnalystFault(`${call}() comes first`);
  return value;
}

function summary(reading: Omit<Reading, 'ledger'>, ledger: Ledger, keyed: ReadingSummary['keyed'], loaded: LoadedPolicy): ReadingSummary {
  return {
    ...reading,
    sheetNames: ledger.sheets,
    accounts: ledger.accounts.count,
    transactions: ledger.tx.count,
    keyed,
    control: listedTotals(ledger),
    policyProblems: loaded.problems.map((problem): Problem => ({ ...problem, sheet: 'Credit policy' })),
  };
}
