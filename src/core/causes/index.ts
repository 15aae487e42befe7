/** All causes, in order of their numbers (domain.md 2.2). A test fails when a file of this folder is missing here. */
import type { Cause } from '../credit';
import { c01 } from './c01-duplicate-payment';
import { c02 } from './c02-posted-twice';
import { c05 } from './c05-patient-prepaid';
import { c27 } from './c27-patient-overpaid';

export const causes: readonly Cause[] = [c01, c02, c05, c27];
