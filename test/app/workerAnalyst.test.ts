/** The analyst behind messages: all that crosses is cloned as a browser would, and a cancel ends the worker. */
import { packBlock, packReading, unpackBlock, unpackReading } from '../../src/app/analystMessages';
import type { Answer, Request } from '../../src/app/analystMessages';
import { answer } from '../../src/app/analystWorker';
import type { Analyst, AnalystOptions, ReadingSummary } from '../../src/app/session';
import { createWorkerAnalyst } from '../../src/app/workerAnalyst';
import type { WorkerLike } from '../../src/app/workerAnalyst';
import { review } from '../outputs/review';
import { AS_OF } from '../outputs/review';

/** A worker of the same thread with a real structured clone between. */
class CloneWorker implements WorkerLike {
  ended = false;
  private hear: (event: MessageEvent<Answer>) => void = () => undefined;
  constructor(private readonly analyst: Analyst) {}
  postMessage(message: unknown, transfer: Transferable[]): void {
    const request = structuredClone(message, { transfer }) as Request;
    setTimeout(() => void answer(this.analyst, request, (reply) => this.say(reply)), 0);
  }
  addEventListener(type: string, listener: (event: never) => void): void {
    if (type === 'message') this.hear = listener as (event: MessageEvent<Answer>) => void;
  }
  terminate(): void {
    this.ended = true;
  }
  private say(reply: Answer): void {
    if (!this.ended) this.hear({ data: structuredClone(reply) } as MessageEvent<Answer>);
  }
}

const OPTIONS: AnalystOptions = { asOf: AS_OF, policyRows: [] };
function analystOf(more: Partial<Analyst>): Analyst {
  const none = (): Promise<never> => Promise.reject(new Error('not asked for'));
  return {
    plan: none,
    accept: none,
    read: none,
    review: none,
    postings: none,
    follow: none,
    flaggedRows: none,
    payments: none,
    story: none,
    selfTest: none,
    tryPolicy: none,
    dispose: () => undefined,
    ...more,
  };
}

describe('the analyst in a worker', () => {
  it('packs a block by columns and unpacks it cell for cell', () => {
    const block = {
      sheet: 'S',
      firstRow: 5,
      columns: [0, 3],
      values: [
        ['A', 1],
        [7, ''],
        ['', true],
        ['', -0.5],
      ],
    };
    const { packed, transfer } = packBlock(block);
    const arrived = structuredClone(packed, { transfer });
    expect(unpackBlock(arrived)).toEqual(block);
    // Transferred, not copied.
    expect(packed.data[0]?.numbers.length).toBe(0);
  });

  it('packs the keys of a reading by columns, and hands them back key for key', () => {
    const keys = [
      { raw: '00123', facility: 'North', account: 4, row: 7 },
      { raw: 123, facility: '', account: 0, row: 2 },
      { raw: 'A-9', facility: 'North', account: 70_000, row: 1_048_576 },
    ];
    const column = { sheet: 'Accounts', role: 'accounts' as const, keyColumn: 2, facilityColumn: -1 };
    const reading = {
      refused: null,
      grain: 'account',
      keyed: [
        { ...column, keys },
        { ...column, sheet: 'None', keys: [] },
      ],
    } as unknown as ReadingSummary;
    const packed = structuredClone(packReading(reading));
    expect(JSON.stringify(packed)).not.toContain('"raw"');
    expect(unpackReading(packed)).toEqual(reading);
  });

  it('answers in order, with progress, and hands on what failed', async () => {
    const seen: unknown[] = [];
    const made = review([]);
    const analyst = createWorkerAnalyst(
      () =>
        new CloneWorker(
          analystOf({
            plan: () => Promise.resolve({ sheets: [], refused: null }),
            accept: (block) => Promise.resolve(void seen.push(block)),
            review: (onProgress) => {
              onProgress({ stage: 'reviewing', done: 1, total: 2, message: 'half' });
              return Promise.resolve(made);
            },
          }),
        ),
    );
    expect(await analyst.plan([], OPTIONS)).toEqual({ sheets: [], refused: null });
    await analyst.accept({ sheet: 'S', firstRow: 1, columns: [0], values: [['x']] });
    expect(seen).toEqual([{ sheet: 'S', firstRow: 1, columns: [0], values: [['x']] }]);
    const said: string[] = [];
    expect(await analyst.review((progress) => said.push(progress.message), new AbortController().signal)).toEqual(made);
    expect(said).toEqual(['half']);
    await expect(analyst.story(3)).rejects.toMatchObject({ name: 'WorkerFault', message: 'not asked for' });
  });

  it('a cancel ends the worker at once; the next call has a fresh one', async () => {
    const workers: CloneWorker[] = [];
    const analyst = createWorkerAnalyst(() => {
      const worker = new CloneWorker(analystOf({ plan: () => Promise.resolve({ sheets: [], refused: null }), review: () => new Promise(() => undefined) }));
      workers.push(worker);
      return worker;
    });
    const stop = new AbortController();
    const reviewing = analyst.review(() => undefined, stop.signal);
    stop.abort();
    await expect(reviewing).rejects.toMatchObject({ name: 'AbortError' });
    expect(workers[0]?.ended).toBe(true);
    expect(await analyst.plan([], OPTIONS)).toEqual({ sheets: [], refused: null });
    expect(workers).toHaveLength(2);
  });

  it('a review that was stopped before it began leaves the worker to the next scan', async () => {
    const analyst = createWorkerAnalyst(() => new CloneWorker(analystOf({ plan: () => Promise.resolve({ sheets: [], refused: null }) })));
    const next = analyst.plan([], OPTIONS);
    await expect(analyst.review(() => undefined, AbortSignal.abort())).rejects.toMatchObject({ name: 'AbortError' });
    expect(await next).toEqual({ sheets: [], refused: null });
  });

  it('a self-test is stopped between its blocks, and the worker with its ledger stays', async () => {
    const workers: CloneWorker[] = [];
    const blocks: number[] = [];
    const analyst = createWorkerAnalyst(() => {
      const worker = new CloneWorker(
        analystOf({
          plan: () => Promise.resolve({ sheets: [], refused: null }),
          selfTest: async (_seed, onProgress, signal) => {
            for (let done = 0; ; done++) {
              blocks.push(done);
              onProgress({ stage: 'reviewing', done, total: 100, message: `block ${done}` });
              await new Promise((resolve) => setTimeout(resolve, 5));
              signal.throwIfAborted();
            }
          },
        }),
      );
      workers.push(worker);
      return worker;
    });
    const stop = new AbortController();
    const testing = analyst.selfTest(1, ({ done }) => done === 2 && stop.abort(), stop.signal);
    await expect(testing).rejects.toMatchObject({ name: 'AbortError' });
    const until = blocks.length;
    await analyst.plan([], OPTIONS);
    expect(blocks.length).toBe(until);
    expect(workers.map(({ ended }) => ended)).toEqual([false]);
  });
});
