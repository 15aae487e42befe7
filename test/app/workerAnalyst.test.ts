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

  it('packs the keys of a reading by columns in pieces, and hands them back key for key', async () => {
    const keys = [
      { raw: '00123', facility: 'North', account: 4, row: 7 },
      { raw: 123, facility: '', account: 0, row: 2 },
      { raw: 'A-9', facility: 'North', account: 70_000, row: 1_048_576 },
    ];
    const column = { sheet: 'Accounts', role: 'accounts' as const, keyColumn: 2, facilityColumn: -1 };
    const many = Array.from({ length: 20_001 }, (_, n) => ({ raw: n, facility: n % 2 === 0 ? 'North' : 'South', account: n, row: n + 2 }));
    const reading = {
      refused: null,
      grain: 'account',
      keyed: [
        { ...column, keys },
        { ...column, sheet: 'None', keys: [] },
        { ...column, keys: many },
      ],
    } as unknown as ReadingSummary;
    const packed = structuredClone(packReading(reading));
    expect(JSON.stringify(packed)).not.toContain('"raw"');
    const rested = jest.fn(() => Promise.resolve());
    expect(await unpackReading(packed, rested)).toEqual(reading);
    // 20,001 keys are three pieces of at most 10,000: two rests between them.
    expect(rested).toHaveBeenCalledTimes(2);
  });

  it('sends a long answer in parts, none of more than its share, and the pane has it whole', async () => {
    // 5,000 values each: itself, its account, its findings, the finding, its rows, 4,994 rows, and a note that is not there.
    const credit = (account: number): object => ({ account, findings: [{ rows: Array.from({ length: 4_994 }, (_, row) => row) }], note: null });
    const credits = [0, 1, 2, 3, 4, 5, 6, 7, 8].map(credit);
    const scope = { what: 'facility North', leftOut: { accounts: 5 }, credits: credits.slice(0, 5) };
    const made = { ...review([]), credits, scope, underpayments: [credit(9)] };
    const said: Answer[] = [];
    const analyst = analystOf({ review: () => Promise.resolve(made as never), postings: () => Promise.resolve(credits as never) });
    await answer(analyst, { id: 1, call: 'review' }, (reply) => said.push(reply));
    // 20,000 values a message.
    const parts = said.flatMap((reply) => (reply.kind === 'part' ? [`${reply.part.place.join('.')} ${reply.part.items.length}`] : []));
    expect(parts).toEqual(['credits 4', 'credits 4', 'credits 1', 'scope.credits 4', 'scope.credits 1']);
    expect(said.at(-1)).toEqual({ id: 1, kind: 'done', value: { ...made, credits: [], scope: { ...scope, credits: [] } } });

    const pane = createWorkerAnalyst(() => new CloneWorker(analyst));
    expect(await pane.review(() => undefined, new AbortController().signal)).toEqual(made);
    expect(await pane.postings()).toEqual(credits);
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
