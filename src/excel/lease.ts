/**
 * One lease in a hidden workbook name keeps the pane and a ribbon command from writing at once (design.md 2). It goes stale after six minutes,
 * a little longer than the longest life of a ribbon command.
 */
import { codeOf, HostFailure } from './failure';
import type { Guard, RunOptions } from './guard';

export const LEASE_NAME = 'crb_lease';
export const STALE_AFTER = 6 * 60_000;

const formulaOf = (run: string, now: number): string => `="${run}|${Math.round(now)}"`;

function parse(formula: string): { run: string; time: number } | null {
  const match = /^="([^|"]*)\|(\d+)"$/.exec(formula);
  return match ? { run: match[1] ?? '', time: Number(match[2]) } : null;
}

/** Runs `work` while holding the lease. Rejects with HostFailure "Busy" when another run holds a fresh one. */
export async function withLease<T>(guard: Guard, run: string, options: RunOptions, work: () => Promise<T>): Promise<T> {
  await guard.run((context) => take(context, run, guard.clock.now()), { ...options, probe: true });
  try {
    return await work();
  } finally {
    // Also after a cancel: the signal would refuse the request that gives the lease back.
    await release(guard, run);
  }
}

async function take(context: Excel.RequestContext, run: string, now: number): Promise<void> {
  const item = context.workbook.names.getItemOrNullObject(LEASE_NAME);
  item.load('formula');
  await context.sync();
  const held = item.isNullObject ? null : parse(String(item.formula));
  if (held && held.run !== run && now - held.time < STALE_AFTER && held.time <= now + STALE_AFTER) throw new HostFailure('Busy');
  if (!item.isNullObject) item.delete();
  context.workbook.names.add(LEASE_NAME, formulaOf(run, now)).visible = false;
  const check = context.workbook.names.getItem(LEASE_NAME);
  check.load('formula');
  await context.sync();
  const taken = parse(String(check.formula));
  if (taken?.run !== run) throw new HostFailure('Busy');
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
