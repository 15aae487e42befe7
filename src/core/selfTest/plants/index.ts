/** All kinds of planted credit, as one list. */
import type { Plant } from '../plant';
import { ELSEWHERE_PLANTS } from './elsewhere';
import { OTHER_PAYER_PLANTS } from './otherPayers';
import { PATIENT_PLANTS } from './patient';
import { PAYER_PLANTS } from './payers';
import { WRITE_OFF_PLANTS } from './writeOffs';

export const PLANTS: readonly Plant[] = [...PAYER_PLANTS, ...OTHER_PAYER_PLANTS, ...PATIENT_PLANTS, ...WRITE_OFF_PLANTS, ...ELSEWHERE_PLANTS];
