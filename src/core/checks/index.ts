/** The checks before money leaves, in order (domain.md 3). A test fails when a file of this folder is missing here. */
import type { Check } from '../credit';
import { v01 } from './v01-ledger-reconciles';
import { v02 } from './v02-identity-closes';
import { v03 } from './v03-payer-finality';
import { v04 } from './v04-charges-complete';
import { v05 } from './v05-takeback-in-progress';
import { v06 } from './v06-prior-refund';
import { v07 } from './v07-payment-cleared';
import { v08 } from './v08-other-open-balances';
import { v09 } from './v09-bad-debt-open';
import { v10 } from './v10-right-payee';
import { v11 } from './v11-amount-cap';
import { v12 } from './v12-multi-payee';
import { v13 } from './v13-cob-proven';
import { v14 } from './v14-adjustments-first';
import { v15 } from './v15-bucket-open';
import { v16 } from './v16-payer-accepts-checks';
import { v17 } from './v17-recoupment-limit';
import { v18 } from './v18-address-and-name';
import { v19 } from './v19-legal-flags';
import { v20 } from './v20-approval';
import { v21 } from './v21-deadline';
import { v22 } from './v22-batch-duplicates';
import { v23 } from './v23-federal-payer';
import { v24 } from './v24-remit-foots';

export const checks: readonly Check[] = [
  v01,
  v02,
  v03,
  v04,
  v05,
  v06,
  v07,
  v08,
  v09,
  v10,
  v11,
  v12,
  v13,
  v14,
  v15,
  v16,
  v17,
  v18,
  v19,
  v20,
  v21,
  v22,
  v23,
  v24,
];
