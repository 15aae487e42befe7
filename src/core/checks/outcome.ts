/** The three answers of a check. */
import type { CheckOutcome } from '../credit';

export const pass: CheckOutcome = { result: 'pass' };
/** `clears` says what a person must show or do. */
export const fail = (message: string, clears: string): CheckOutcome => ({ result: 'fail', message, clears });
/** A failure milder than the check's own severity. */
export const warn = (message: string, clears: string): CheckOutcome => ({ result: 'fail', message, clears, severity: 'warn' });
/** `missing` names the column or sheet that would tell. */
export const notTestable = (missing: string): CheckOutcome => ({ result: 'notTestable', missing });

/** Of several answers the worst: a failure, else what could not be tested, else pass. */
export const worst = (outcomes: readonly CheckOutcome[]): CheckOutcome =>
  outcomes.find((outcome) => outcome.result === 'fail') ?? outcomes.find((outcome) => outcome.result === 'notTestable') ?? pass;
