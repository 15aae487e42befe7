/** The checks before money leaves, in order (domain.md 3). A test fails when a file of this folder is missing here. */
import type { Check } from '../credit';
import { v01 } from './v01-ledger-reconciles';
import { v02 } from './v02-identity-closes';
import { v06 } from './v06-prior-refund';

export const checks: readonly Check[] = [v01, v02, v06];
