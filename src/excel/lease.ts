/**
 * One lease in a hidden workbook name keeps the pane and a ribbon command from writing at once (design.md 2). It goes stale after six minutes,
 * a little longer than the longest life of a ribbon command; a longer write renews it. Each request of a write first asks for the name, so that
 * nothing is written any more once the lease is gone: another run took it over, or another workbook stands in this one's place.
 */
import { codeOf, HostFailure } from './failure';
import type { Guard, Hold, RunOptions } from './guard';

export const LEASE_NAME = 'crb_lease';
export const STALE_AFTER = 6 * 60_000;
export const RENEW_AFTER = 2 * 60_000;

const formulaOf = (run: string, now: number): string => `="${run}|${Math.round(now)}"`;

function parse(formula: string): { run: string; time: number } | null {
  const match = /^="([^|"]*)\|(\d+)"$/.exec(formula);
  return match ? { run: match[1] ?? '', time: Number(match[2]) } : null;
}

/** Who works under a guard's lease: the second of two at once shares it, the last one gives it back. */
interface Holders {
  count: number;
  taken: Promise<void>;
}
const holders = new WeakMap<Guard, Holders>();

/**
 * Runs `work` while holding the lease. What is looked at before, to be written by, is looked at in `work`: only then is it certain that no other
 * workbook took this one's place in between. Rejects with HostFailure "Busy" when another run holds a fresh one, with "ReadOnly" where none can be had.
 */
export async function withLease<T>(guard: Guard, run: string, options: RunOptions, work: () => Promise<T>): Promise<T> {
  const shared = holders.get(guard) ?? { count: 0, taken: taken(guard, run, options) };
  shared.count++;
  holders.set(guard, shared);
  let stopped = false;
  try {
    await shared.taken;
    return await work();
  } catch (error) {
    stopped = error instanceof DOMException && error.name === 'AbortError';
    throw error;
  } finally {
    shared.count--;
    // Also after a cancel, without its signal, which would refuse the request; then nobody waits for an Excel that may not answer.
    if (shared.count === 0) {
      const left = leave(guard, run);
      if (!stopped) await left;
    }
  }
}

async function taken(guard: Guard, run: string, options: RunOptions): Promise<void> {
  const now = guard.clock.now();
  await guard.run((context) => take(context, run, now), { ...options, probe: true });
  guard.hold(holdOf(guard, run, now));
}

async function leave(guard: Guard, run: string): Promise<void> {
  holders.delete(guard);
  guard.hold(null);
  await release(guard, run);
}

async function take(context: Excel.RequestContext, run: string, now: number): Promise<void> {
  const item = context.workbook.names.getItemOrNullObject(LEASE_NAME);
  item.load('formula');
  context.workbook.load('readOnly');
  await context.sync();
  if (context.workbook.readOnly) throw new HostFailure('ReadOnly');
  const held = item.isNullObject ? null : parse(String(item.formula));
  if (held && held.run !== run && now - held.time < STALE_AFTER && held.time <= now + STALE_AFTER) throw new HostFailure('Busy');
  await write(context, run, now, item.isNullObject ? '' : String(item.formula));
}

/**
 * `read` is what stood there a moment ago, '' for nothing. Another run may take the lease at the same moment: then the name exists already, or what
 * is deleted is no longer what was read, and is put back.
 */
async function write(context: Excel.RequestContext, run: string, now: number, read: string): Promise<void> {
  const standing = context.workbook.names.getItemOrNullObject(LEASE_NAME);
  standing.load('formula');
  if (read !== '') standing.delete();
  context.workbook.names.add(LEASE_NAME, formulaOf(run, now)).visible = false;
  const check = context.workbook.names.getItem(LEASE_NAME);
  check.load('formula');
  try {
    await context.sync();
  } catch (error) {
    throw codeOf(error) === 'ItemAlreadyExists' ? new HostFailure('Busy') : error;
  }
  if (!standing.isNullObject && String(standing.formula) !== read) await putBack(context, String(standing.formula));
  const held = parse(String(check.formula));
  if (held?.run !== run) throw new HostFailure('Busy');
}

async function putBack(context: Excel.RequestContext, formula: string): Promise<never> {
  context.workbook.names.getItem(LEASE_NAME).delete();
  context.workbook.names.add(LEASE_NAME, formula).visible = false;
  await context.sync();
  throw new HostFailure('Busy');
}

function holdOf(guard: Guard, run: string, since: number): Hold {
  let at = since;
  const renew = async (): Promise<void> => {
    const now = guard.clock.now();
    if (now - at < RENEW_AFTER) return;
    // At once, so that the renewal does not renew itself.
    at = now;
    await guard.run((context) => renewed(context, run, now));
  };
  return { renew, queue: (context) => void context.workbook.names.getItem(LEASE_NAME).load('name') };
}

async function renewed(context: Excel.RequestContext, run: string, now: number): Promise<void> {
  const item = context.workbook.names.getItem(LEASE_NAME);
  item.load('formula');
  await context.sync();
  const held = parse(String(item.formula));
  if (held?.run !== run) throw new HostFailure('Busy');
  await write(context, run, now, String(item.formula));
}

/** Gives the lease back if it is still ours; a lease that cannot be given back goes stale by itself. */
async function release(guard: Guard, run: string): Promise<void> {
  try {
    await guard.run(async (context) => {
      const item = context.workbook.names.getItemOrNullObject(LEASE_NAME);
      item.load('formula');
      await context.sync();
      if (item.isNullObject || parse(String(item.formula))?.run !== run) return;
      item.delete();
      await context.sync();
    });
  } catch (error) {
    if (codeOf(error) === '') throw error;
  }
}
