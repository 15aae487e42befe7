/** The far side of the wire: takes a request as text, holds it to Excel's limits, carries it out, and counts (design.md 2). */
import type { Workbook } from '../model';
import type { RichApiEvent } from '../protocol';
import { Recalculation } from '../formulas/recalculation';
import { faultAtStart, runBatch } from './batch';
import { sentenceFor } from './errors';
import { eventsOf } from './events';
import { Faults, spoiled, type Fault } from './faults';
import { Flag, answered, refused, type WireBody, type WireReply } from './message';
import { platformWith, type PlatformOverrides, type PlatformSettings } from './settings';
import { ExcelState } from './state';

/** What tests hold a budget against. Clean-up requests are left out. */
export interface Counters {
  requests: number;
  bytesIn: number;
  bytesOut: number;
  /** Object paths sent. */
  objects: number;
  /** Requests that only let go of references. */
  cleanups: number;
}

/** Errors that refuse a request as a whole, with their HTTP status (wire.md 9). */
const WHOLE: Readonly<Record<string, number>> = {
  RequestPayloadSizeLimitExceeded: 400,
  ResponsePayloadSizeLimitExceeded: 400,
  InvalidOrTimedOutSession: 408,
  ActivityLimitReached: 429,
};

export class ExcelHost {
  readonly state: ExcelState;
  readonly faults = new Faults();
  readonly counters: Counters = { requests: 0, bytesIn: 0, bytesOut: 0, objects: 0, cleanups: 0 };
  private readonly waiting: (() => void)[] = [];
  private events: RichApiEvent[] = [];
  private eventSink: (events: readonly RichApiEvent[]) => void = () => undefined;
  private underWay = 0;

  constructor(workbook: Workbook, overrides: PlatformOverrides = {}) {
    this.state = new ExcelState(workbook, platformWith(overrides), new Recalculation(workbook));
    this.state.onHappening((happening, actor) => {
      const fresh = eventsOf(happening, actor, this.state);
      if (fresh.length > 0 && this.events.push(...fresh) === fresh.length) setTimeout(() => this.sendEvents(), 0);
    });
  }

  get platform(): PlatformSettings {
    return this.state.platform;
  }
  /** Changes how strict or hostile the host is, from now on. */
  configure(overrides: PlatformOverrides): void {
    this.state.platform = platformWith(overrides, this.state.platform);
  }
  onEvents(sink: (events: readonly RichApiEvent[]) => void): void {
    this.eventSink = sink;
  }
  private sendEvents(): void {
    const events = this.events;
    this.events = [];
    this.eventSink(events);
  }

  /** The user starts or ends editing a cell; what waited is carried out (office-js.md 1.3). */
  setEditing(editing: boolean): void {
    this.state.editing = editing;
    if (!editing) for (const resume of this.waiting.splice(0)) resume();
  }
  /** Does something as the user would; events say so. */
  asUser<T>(act: () => T): T {
    this.state.actor = 'user';
    this.state.journal.begin();
    try {
      return act();
    } finally {
      this.state.journal.end(true);
      this.state.actor = 'add-in';
    }
  }

  resetCounters(): void {
    Object.assign(this.counters, { requests: 0, bytesIn: 0, bytesOut: 0, objects: 0, cleanups: 0 });
  }

  /** Answers one request; may never settle, or reject, when a fault says so. */
  async answer(flags: number, text: string): Promise<WireReply> {
    const body = JSON.parse(text) as WireBody;
    if (isCleanup(body)) {
      this.counters.cleanups += 1;
      return this.carryOut(body, {});
    }
    this.counters.requests += 1;
    this.counters.bytesIn += byteLength(text);
    this.counters.objects += Object.keys(body.ObjectPaths).length;
    const fault = this.faults.next();
    this.underWay += 1;
    try {
      return await this.withFault(flags, text, body, fault);
    } finally {
      this.underWay -= 1;
    }
  }

  private async withFault(flags: number, text: string, body: WireBody, fault: Fault): Promise<WireReply> {
    if (fault.delayMs !== undefined) await new Promise((resolve) => setTimeout(resolve, fault.delayMs));
    fault.before?.();
    if (fault.reject !== undefined) throw new Error(fault.reject);
    if (fault.silent === 'before') return never();
    const early = this.refusedEarly(text) ?? (await this.editMode(flags));
    if (early) return early;
    const whole = fault.code === undefined ? undefined : WHOLE[fault.code];
    if (fault.code !== undefined && whole !== undefined) return refused(whole, fault.code, sentenceFor(fault.code));
    const reply = this.carryOut(body, fault);
    return fault.silent === 'after' ? never() : reply;
  }

  /** Limits that are checked before anything is done. */
  private refusedEarly(text: string): WireReply | null {
    const { platform, limits } = this.platform;
    if (this.underWay > limits.concurrentRequests) return refused(429, 'ActivityLimitReached', sentenceFor('ActivityLimitReached'));
    const tooLarge = platform === 'web' && byteLength(text) > limits.requestBytes;
    return tooLarge ? refused(400, 'RequestPayloadSizeLimitExceeded', sentenceFor('RequestPayloadSizeLimitExceeded')) : null;
  }
  /** While a cell is edited a request fails, or waits when it was sent with delayForCellEdit. */
  private async editMode(flags: number): Promise<WireReply | null> {
    while (this.state.editing) {
      if ((flags & Flag.delayForCellEdit) === 0) return answered([], faultAtStart('InvalidOperationInCellEditMode'));
      await new Promise<void>((resume) => this.waiting.push(resume));
    }
    return null;
  }

  private carryOut(body: WireBody, fault: Fault): WireReply {
    this.state.journal.begin();
    const failAt = fault.code === undefined ? null : { action: fault.atAction ?? 0, code: fault.code };
    const { results, fault: error, traces } = runBatch(this.state, body, failAt);
    this.state.journal.end(false);
    this.state.calculationSuspended = false;
    const spoil = fault.nullValues === true || fault.shortBlock === true;
    const shown = spoil ? results.map((result) => ({ ...result, Value: spoiled(result.Value, fault) })) : results;
    return this.measured(answered(shown, error, traces), isCleanup(body));
  }
  /** Counts the answer; on the web it may be too large although everything was done. */
  private measured(reply: WireReply, cleanup: boolean): WireReply {
    const text = JSON.stringify(reply);
    const bytes = byteLength(text);
    if (!cleanup) this.counters.bytesOut += bytes;
    const { platform, limits } = this.platform;
    if (platform === 'web' && bytes > limits.responseBytes)
      return refused(400, 'ResponsePayloadSizeLimitExceeded', sentenceFor('ResponsePayloadSizeLimitExceeded'));
    return JSON.parse(text) as WireReply;
  }
}

function never(): Promise<never> {
  return new Promise<never>(() => undefined);
}
/** True for requests that only let go of references. */
function isCleanup(body: WireBody): boolean {
  const acting = body.Actions.filter((action) => action.ActionType !== 1);
  return acting.length > 0 && acting.every((action) => action.Name === '_RemoveReference');
}
const encoder = new TextEncoder();
/** Bytes in UTF-8. */
export function byteLength(text: string): number {
  return /^[\x20-\x7e]*$/.test(text) ? text.length : encoder.encode(text).length;
}
