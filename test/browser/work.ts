/** What the page's own thread does, traced: its time on the processor, so that a loaded machine counts little. */
import type { CDPSession } from 'playwright-core';

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args: { readonly name?: string };
}
export const rounded = (value: number): number => Math.round(value * 10) / 10;

/** Milliseconds of the page's thread, by its own clock. */
export interface Work {
  readonly longest: number;
  readonly all: number;
  /** Tasks longer than 50 ms: a person feels them. */
  readonly long: readonly number[];
  /** The longest task by the clock on the wall, and how many were longer than 50 ms by it: with it what others had of the processor meanwhile. */
  readonly longestOnTheWall: number;
  readonly longOnTheWall: number;
}
const FELT = 50;

/** What the page's thread worked: the longest single task, all of them, and the long ones. */
export async function workDuring(cdp: CDPSession, act: () => Promise<void>): Promise<Work> {
  const events: TraceEvent[] = [];
  const keep = ({ value }: { readonly value: unknown[] }): void => void events.push(...(value as TraceEvent[]));
  cdp.on('Tracing.dataCollected', keep);
  await cdp.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['disabled-by-default-devtools.timeline'], excludedCategories: ['*'] },
  });
  await act();
  const complete = new Promise((resolve) => cdp.once('Tracing.tracingComplete', resolve));
  await cdp.send('Tracing.end');
  await complete;
  cdp.off('Tracing.dataCollected', keep);
  const main = events.find(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain');
  const tasks = events.filter(({ name, ph, pid, tid }) => name === 'RunTask' && ph === 'X' && pid === main?.pid && tid === main.tid);
  const times = tasks.map(({ tdur = 0 }) => tdur / 1_000);
  const onTheWall = tasks.map(({ dur = 0 }) => dur / 1_000);
  return {
    long: times.filter((time) => time > FELT).map(rounded),
    longest: longestOf(times),
    all: rounded(times.reduce((total, time) => total + time, 0)),
    longestOnTheWall: longestOf(onTheWall),
    longOnTheWall: onTheWall.filter((time) => time > FELT).length,
  };
}
const longestOf = (times: readonly number[]): number => rounded(times.reduce((most, time) => Math.max(most, time), 0));
