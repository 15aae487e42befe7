/** All causes, in order of their numbers (domain.md 2.2). A test fails when a file of this folder is missing here. */
import type { Cause } from '../credit';
import { c01 } from './c01-duplicate-payment';
import { c02 } from './c02-posted-twice';
import { c03 } from './c03-both-paid-as-primary';
import { c04 } from './c04-medicare-secondary';
import { c05 } from './c05-patient-prepaid';
import { c06 } from './c06-insurance-after-self-pay';
import { c07 } from './c07-above-contract';
import { c08 } from './c08-duplicate-contractual';
import { c09 } from './c09-contractual-over-posted';
import { c10 } from './c10-charge-credit-after-payment';
import { c11 } from './c11-charges-not-posted';
import { c12 } from './c12-wrong-account';
import { c13 } from './c13-mis-keyed-amount';
import { c14 } from './c14-takeback-not-posted';
import { c15 } from './c15-interest';
import { c16 } from './c16-retroactive-coverage';
import { c17 } from './c17-accident-payer';
import { c18 } from './c18-capitation';
import { c19 } from './c19-bad-debt';
import { c20 } from './c20-refund-errors';
import { c21 } from './c21-returned-payment';
import { c22 } from './c22-deposit';
import { c23 } from './c23-small-credit';
import { c24 } from './c24-exempt-patient';
import { c25 } from './c25-assistance-after-payment';
import { c26 } from './c26-bucket-transfer';
import { c27 } from './c27-patient-overpaid';
import { c28 } from './c28-share-reduced';

export const causes: readonly Cause[] = [
  c01,
  c02,
  c03,
  c04,
  c05,
  c06,
  c07,
  c08,
  c09,
  c10,
  c11,
  c12,
  c13,
  c14,
  c15,
  c16,
  c17,
  c18,
  c19,
  c20,
  c21,
  c22,
  c23,
  c24,
  c25,
  c26,
  c27,
  c28,
];
