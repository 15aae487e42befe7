/** Whether a run that was disturbed ended with the right words. */
import { OFFER_STOP, STILL_WAITING } from '../../src/excel/guard';
import { EXCELS, wrongWords } from './sentences';
import type { Stage } from './stage';
import type { Trouble } from './troubles';
import type { Settled } from './virtualTime';

export interface Fault {
  readonly kind: 'lost' | 'words' | 'next';
  readonly text: string;
}

/** Excel is given up after a minute and a half; then it may be asked once more. */
const LONGEST = 200_000;
/** After Stop nothing is waited for. */
const STOPS_WITHIN = 1_000;

export function messageFaults(ended: Settled<unknown>, stage: Stage, trouble: Trouble): Fault[] {
  const found = [...endFaults(ended, stage, trouble), ...waitingFaults(ended, stage, trouble)];
  return found.map((text) => ({ kind: 'words', text }));
}

function endFaults({ value, error, took }: Settled<unknown>, stage: Stage, { ends }: Trouble): string[] {
  if (error === undefined) return genericIn(value, ends);
  // A DOMException is no Error of a test runner's own realm.
  if (!(error instanceof Error || error instanceof DOMException)) return ['something that is no error was thrown'];
  if (error.name === 'AbortError') {
    if (stage.stoppedAt === null) return ['stopped, but nobody pressed Stop'];
    const waited = stage.time.now() - stage.stoppedAt;
    return waited > STOPS_WITHIN ? [`after Stop it went on for ${waited} ms`] : [];
  }
  if (error.name !== 'HostFailure') return [`${error.name}: ${error.message}`];
  const { code, remedy } = error as Error & { readonly code: string; readonly remedy: string };
  if (took > LONGEST) return [`${code} after ${took} ms`];
  if (!ends.includes(code)) return [`ended with ${code}: ${error.message}`];
  const wrong = wrongWords(code, error.message, remedy);
  return wrong === null ? [] : [wrong];
}

/** The run went on: what it says of the trouble must not be the generic sentence, unless the code was. */
function genericIn(value: unknown, ends: readonly string[]): string[] {
  const generic = EXCELS['GeneralException']?.message ?? '';
  if (ends.includes('GeneralException') || !JSON.stringify(value ?? null).includes(generic)) return [];
  return ['the generic sentence, although the code was another'];
}

/** Who waits is told so after fifteen seconds, and offered to stop after a minute. */
function waitingFaults({ error, took }: Settled<unknown>, { said }: Stage, { ends }: Trouble): string[] {
  if (!ends.includes('stopped') || error === undefined) return [];
  const faults = said.includes(STILL_WAITING) ? [] : ['not told that Excel is waited for'];
  const stopped = error instanceof DOMException && error.name === 'AbortError';
  if (stopped && !said.includes(OFFER_STOP)) faults.push('Stop was not offered');
  return took < 15_000 ? [...faults, 'given up too early'] : faults;
}
