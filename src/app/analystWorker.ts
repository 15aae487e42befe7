/** The worker's side: the local analyst behind messages. Loaded as a Web Worker only. */
import { packReading, unpackBlock } from './analystMessages';
import type { Answer, Request } from './analystMessages';
import { sentAhead } from './analystParts';
import { createLocalAnalyst } from './localAnalyst';
import type { Analyst, OnProgress } from './session';

export interface Post {
  (answer: Answer): void;
}

/** Answers one request; used by the worker below and by tests over a message channel. */
export async function answer(analyst: Analyst, request: Request, post: Post): Promise<void> {
  try {
    const answered = await perform(analyst, request, post);
    const value = sentAhead(answered, (part) => post({ id: request.id, kind: 'part', part }));
    post({ id: request.id, kind: 'done', value });
  } catch (error) {
    post({ id: request.id, kind: 'failed', message: error instanceof Error ? error.message : String(error) });
  }
}

/** The self-test that runs, to be stopped. */
const running = new WeakMap<Analyst, AbortController>();

async function selfTest(analyst: Analyst, seed: number, onProgress: OnProgress): Promise<unknown> {
  const stop = new AbortController();
  running.set(analyst, stop);
  return await analyst.selfTest(seed, onProgress, stop.signal);
}

function perform(analyst: Analyst, request: Request, post: Post): Promise<unknown> {
  switch (request.call) {
    case 'plan':
      return analyst.plan(request.samples, request.options);
    case 'accept':
      return analyst.accept(unpackBlock(request.block));
    case 'read':
      return analyst.read().then(packReading);
    case 'review':
      // A cancel ends the whole worker: while the review runs no message could be heard.
      return analyst.review((progress) => post({ id: request.id, kind: 'progress', progress }), new AbortController().signal);
    case 'postings':
      return analyst.postings();
    case 'follow':
      return analyst.follow(request.accounts);
    case 'flaggedRows':
      return analyst.flaggedRows();
    case 'payments':
      return analyst.payments(request.asked);
    case 'story':
      return analyst.story(request.account);
    case 'selfTest':
      return selfTest(analyst, request.seed, (progress) => post({ id: request.id, kind: 'progress', progress }));
    case 'tryPolicy':
      return analyst.tryPolicy(request.policyRows);
    case 'stop':
      running.get(analyst)?.abort();
      return Promise.resolve();
  }
}

function listen(scope: DedicatedWorkerGlobalScope): void {
  const analyst = createLocalAnalyst();
  scope.addEventListener('message', (event: MessageEvent<Request>) => {
    void answer(analyst, event.data, (message) => scope.postMessage(message));
  });
}

if (typeof DedicatedWorkerGlobalScope !== 'undefined' && self instanceof DedicatedWorkerGlobalScope) listen(self);
