/** The analyst in a Web Worker, so that no review holds up the page's thread (design.md 5). */
import type { Review } from '../core/credit';
import type { PaymentAnswer, PaymentAsked } from '../core/payments';
import type { AccountName, Followed } from '../core/following';
import type { Posting } from '../core/postings';
import type { TriedCredit } from '../core/ruleLab';
import type { SelfTest } from '../core/selfTest/result';
import type { Block, Plan, SheetSample } from '../intake/contract';
import { packBlock, unpackReading } from './analystMessages';
import type { Answer, Call, PackedReading } from './analystMessages';
import { Pieces } from './analystParts';
import type { Analyst, AnalystOptions, FlaggedRow, OnProgress, ReadingSummary, Story } from './session';

/** The part of Worker that is used. */
export interface WorkerLike {
  postMessage(message: unknown, transfer: Transferable[]): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<Answer>) => void): void;
  addEventListener(type: 'error', listener: (event: ErrorEvent) => void): void;
  terminate(): void;
}

/** The worker failed or was ended; not Excel and not the user's data. */
export class WorkerFault extends Error {
  override readonly name = 'WorkerFault';
}

interface Waiting {
  resolve(value: unknown): void;
  reject(error: Error): void;
  readonly onProgress: OnProgress | undefined;
  readonly pieces: Pieces;
}

/** `makeWorker` starts a worker of analystWorker.ts; it is called again after a cancel, which ends the old one. */
export function createWorkerAnalyst(makeWorker: () => WorkerLike): Analyst {
  return new WorkerAnalyst(makeWorker);
}

class WorkerAnalyst implements Analyst {
  private worker: WorkerLike | null = null;
  private readonly waiting = new Map<number, Waiting>();
  private nextId = 1;

  constructor(private readonly makeWorker: () => WorkerLike) {}

  plan(samples: readonly SheetSample[], options: AnalystOptions): Promise<Plan> {
    return this.ask<Plan>({ call: 'plan', samples, options });
  }
  accept(block: Block): Promise<void> {
    const { packed, transfer } = packBlock(block);
    return this.ask({ call: 'accept', block: packed }, undefined, transfer);
  }
  async read(): Promise<ReadingSummary> {
    return await unpackReading(await this.ask<PackedReading>({ call: 'read' }), () => new Promise((resolve) => setTimeout(resolve, 0)));
  }
  async review(onProgress: OnProgress, signal: AbortSignal): Promise<Review> {
    // Stopped before it began: by now the worker may be at work for the next scan.
    signal.throwIfAborted();
    const stop = (): void => this.end(new DOMException('Stopped.', 'AbortError'));
    signal.addEventListener('abort', stop, { once: true });
    try {
      return await this.ask<Review>({ call: 'review' }, onProgress);
    } finally {
      signal.removeEventListener('abort', stop);
    }
  }
  postings(): Promise<readonly Posting[]> {
    return this.ask<readonly Posting[]>({ call: 'postings' });
  }
  follow(accounts: readonly AccountName[]): Promise<readonly Followed[]> {
    return this.ask<readonly Followed[]>({ call: 'follow', accounts });
  }
  flaggedRows(): Promise<readonly FlaggedRow[]> {
    return this.ask<readonly FlaggedRow[]>({ call: 'flaggedRows' });
  }
  payments(asked: readonly PaymentAsked[]): Promise<readonly PaymentAnswer[]> {
    return this.ask<readonly PaymentAnswer[]>({ call: 'payments', asked });
  }
  story(account: number): Promise<Story> {
    return this.ask<Story>({ call: 'story', account });
  }
  /** The worker rests between blocks and hears *stop* then: the ledger stays with it. */
  async selfTest(seed: number, onProgress: OnProgress, signal: AbortSignal): Promise<SelfTest> {
    signal.throwIfAborted();
    const stop = (): void => void this.ask({ call: 'stop' });
    signal.addEventListener('abort', stop, { once: true });
    try {
      return await this.ask<SelfTest>({ call: 'selfTest', seed }, onProgress);
    } catch (error) {
      signal.throwIfAborted();
      throw error;
    } finally {
      signal.removeEventListener('abort', stop);
    }
  }
  tryPolicy(policyRows: AnalystOptions['policyRows']): Promise<readonly TriedCredit[]> {
    return this.ask<readonly TriedCredit[]>({ call: 'tryPolicy', policyRows });
  }
  dispose(): void {
    this.end(new WorkerFault('The analyst was closed.'));
  }

  /** Ends the worker and all that waits for it; the next call starts a fresh one. */
  private end(reason: Error): void {
    this.worker?.terminate();
    this.worker = null;
    const waiting = [...this.waiting.values()];
    this.waiting.clear();
    for (const entry of waiting) entry.reject(reason);
  }

  private ask<T>(call: Call, onProgress?: OnProgress, transfer: Transferable[] = []): Promise<T> {
    const worker = (this.worker ??= this.start());
    const id = this.nextId++;
    return new Promise<T>((resolve, reject) => {
      this.waiting.set(id, { resolve: (value) => resolve(value as T), reject, onProgress, pieces: new Pieces() });
      worker.postMessage({ ...call, id }, transfer);
    });
  }

  private start(): WorkerLike {
    const worker = this.makeWorker();
    worker.addEventListener('message', (event) => this.hear(event.data));
    worker.addEventListener('error', (event) => this.end(new WorkerFault(event.message)));
    return worker;
  }

  private hear(answer: Answer): void {
    const entry = this.waiting.get(answer.id);
    if (!entry) return;
    if (answer.kind === 'progress') {
      entry.onProgress?.(answer.progress);
      return;
    }
    if (answer.kind === 'part') {
      entry.pieces.take(answer.part);
      return;
    }
    this.waiting.delete(answer.id);
    if (answer.kind === 'done') entry.resolve(entry.pieces.whole(answer.value));
    else entry.reject(new WorkerFault(answer.message));
  }
}
