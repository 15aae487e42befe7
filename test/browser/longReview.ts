/** A long review in the browser, as the pane's thread feels it: its tasks, how soon Cancel answers, and the memory. */
import type { CDPSession, Page } from 'playwright-core';
import { saveWorkbook } from '../../src/host/files/save';
import { newWorkbook } from '../../src/host/workbook';
import { heading, press } from './stage';
import { rounded, workDuring, type Work } from './work';

const HEADINGS = ['Account', 'Post Date', 'Transaction Type', 'Amount', 'Payer', 'Check #', 'Claim #'];
const TYPES = ['Charge', 'Insurance Payment', 'Charge', 'Insurance Payment', 'Charge', 'Contractual Adjustment', 'Charge', 'Patient Payment'];
const FIRST_DAY = 45_900;

type Cell = string | number;
/** Every account is even at its end; every hundredth got its last payment twice over. */
function transaction(n: number): readonly Cell[] {
  const [account, at] = [n >> 3, n & 7];
  const amount = 100 + (account % 900);
  const type = TYPES[at] ?? '';
  const money = type === 'Charge' ? amount : account % 100 === 0 && at === 7 ? -2 * amount : -amount;
  const paid = type.endsWith('Payment');
  return [
    `A${1_000_000 + account}`,
    FIRST_DAY + at * 9,
    type,
    money,
    type === 'Insurance Payment' ? 'Harbor Mutual' : '',
    paid ? `CK${n}` : '',
    `CL${account}`,
  ];
}

/** An .xlsx of so many invented transactions, eight an account. */
export function longWorkbook(rows: number): Uint8Array {
  const book = newWorkbook('long.xlsx');
  const { cells } = book.addSheet('Transactions');
  const set = (row: number, values: readonly Cell[]): void => {
    for (const [column, value] of values.entries()) if (value !== '') cells.set(row, column, value);
  };
  set(0, HEADINGS);
  for (let n = 0; n < rows; n += 1) set(n + 1, transaction(n));
  return saveWorkbook(book);
}

/** From *Find credits* to its results, and back to what was read. */
export async function reviewed(page: Page, cdp: CDPSession): Promise<Work & { readonly seconds: number }> {
  const began = Date.now();
  const work = await workDuring(cdp, async () => {
    await press(page, 'Find credits');
    await heading(page, 'Results');
  });
  const seconds = Math.round((Date.now() - began) / 1_000);
  await press(page, /^Back/);
  return { ...work, seconds };
}

export interface Stopped {
  /** Milliseconds from the click to the pane that offers *Find credits* again. */
  readonly answer: number;
  /** Milliseconds and rows of one block, between two words of progress. */
  readonly block: number;
  readonly rows: number;
}

/** Stops a review while its rows are read, by the page's own clock. No function in the page has a name: tsx would look for its helper there. */
export async function cancelled(page: Page): Promise<Stopped> {
  await page.evaluate(() => {
    const stopped = new Promise<Stopped>((resolve) => {
      const seen: { readonly at: number; readonly rows: number }[] = [];
      let clicked = 0;
      const buttons = document.querySelector('main')?.getElementsByTagName('button') ?? [];
      const watch = new MutationObserver(() => {
        const [, read] = /: ([\d,]+) of [\d,]+ rows/.exec(document.querySelector('main section[aria-label="Progress"]')?.textContent ?? '') ?? [];
        const rows = Number(read?.replaceAll(',', '') ?? 0);
        if (rows > (seen.at(-1)?.rows ?? 0)) seen.push({ at: performance.now(), rows });
        const [first, second] = seen;
        if (!first || !second) return;
        if (clicked === 0) {
          clicked = performance.now();
          [...buttons].find(({ textContent }) => textContent === 'Cancel')?.click();
        } else if ([...buttons].some(({ textContent, disabled }) => textContent === 'Find credits' && !disabled)) {
          watch.disconnect();
          resolve({ answer: Math.round(performance.now() - clicked), block: Math.round(second.at - first.at), rows: second.rows - first.rows });
        }
      });
      watch.observe(document.body, { childList: true, characterData: true, attributes: true, subtree: true });
    });
    Object.assign(globalThis, { stopped });
  });
  await press(page, 'Find credits');
  return await page.evaluate(() => (globalThis as unknown as { stopped: Promise<Stopped> }).stopped);
}

export interface Memory {
  /** Megabytes of the page's own objects and arrays, after a collection. */
  readonly pane: number;
  /** The same of each of its workers that still runs. */
  readonly workers: readonly number[];
}

/** What the browser says; numbers in typed arrays stand beside the heap. */
interface Usage {
  readonly usedSize?: number;
  readonly backingStorageSize?: number;
}
const bytesOf = ({ usedSize = 0, backingStorageSize = 0 }: Usage): number => usedSize + backingStorageSize;

interface Attached {
  readonly sessionId: string;
}
/** Asks every worker of the page over a session of its own. */
export async function memoryOf(cdp: CDPSession): Promise<Memory> {
  const megabytes = (bytes: number): number => rounded(bytes / 1_048_576);
  await cdp.send('HeapProfiler.collectGarbage');
  const pane: Usage = await cdp.send('Runtime.getHeapUsage');
  const sessions: string[] = [];
  const attached = ({ sessionId }: Attached): void => void sessions.push(sessionId);
  cdp.on('Target.attachedToTarget', attached);
  await cdp.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: false, flatten: false });
  const workers: number[] = [];
  for (const session of sessions) {
    await askWorker(cdp, session, 'HeapProfiler.collectGarbage');
    workers.push(megabytes(bytesOf(await askWorker(cdp, session, 'Runtime.getHeapUsage'))));
  }
  cdp.off('Target.attachedToTarget', attached);
  await cdp.send('Target.setAutoAttach', { autoAttach: false, waitForDebuggerOnStart: false, flatten: false });
  return { pane: megabytes(bytesOf(pane)), workers };
}

/** Nothing, from a worker that ends before it answers. */
function askWorker(cdp: CDPSession, sessionId: string, method: string): Promise<Usage> {
  return new Promise((resolve) => {
    const done = (usage: Usage): void => {
      cdp.off('Target.receivedMessageFromTarget', hear);
      cdp.off('Target.detachedFromTarget', gone);
      resolve(usage);
    };
    const hear = ({ sessionId: from, message }: { readonly sessionId: string; readonly message: string }): void => {
      const { id, result } = JSON.parse(message) as { readonly id?: number; readonly result?: Usage };
      if (from === sessionId && id === 1) done(result ?? {});
    };
    const gone = ({ sessionId: from }: Attached): void => {
      if (from === sessionId) done({});
    };
    cdp.on('Target.receivedMessageFromTarget', hear);
    cdp.on('Target.detachedFromTarget', gone);
    cdp.send('Target.sendMessageToTarget', { sessionId, message: JSON.stringify({ id: 1, method }) }).catch(() => done({}));
  });
}
