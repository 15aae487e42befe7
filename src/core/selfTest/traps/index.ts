/** All kinds of look-alike, as one list. */
import type { Trap } from '../plant';
import { PATIENT_TRAPS } from './patient';
import { PAYER_TRAPS } from './payers';

export const TRAPS: readonly Trap[] = [...PAYER_TRAPS, ...PATIENT_TRAPS];
