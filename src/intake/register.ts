/** Accounts-payable and refund registers beside the ledger (domain.md C20, V06). */
import { cents } from '../core/money';
import type { Day } from '../core/day';
import type { LedgerBuilder } from '../core/ledgerBuilder';
import type { Accounts } from './accounts';
import type { ProblemLog } from './problemLog';
import type { Stage } from './stage';

/** Pushes register rows into the builder; amounts positive, money paid out. */
export function readRegister(builder: LedgerBuilder, stages: readonly Stage[], accounts: Accounts, log: ProblemLog): void {
  for (const stage of stages) {
    const field = ['amount', 'refund', 'payment', 'checkTotal', 'insRefund'].find((f) => stage.has(f));
    if (field === undefined) continue;
    let unmatched = 0;
    for (let row = 0; row < stage.count; row++) {
      const amount = stage.cents(field, row);
      if (Number.isNaN(amount)) continue;
      const account = accounts.find(stage, row);
      if (account < 0) unmatched++;
      builder.register.push({
        account,
        payee: stage.text('payee', row) || stage.text('payer', row) || stage.text('patient', row),
        cents: cents(Math.abs(amount)),
        day: (stage.day('depositDay', row) || stage.day('postDay', row)) as Day,
        check: stage.text('check', row),
        status: stage.text('txStatus', row) || stage.text('status', row),
        sheet: builder.sheet(stage.sheet),
        row: stage.rows.get(row),
      });
    }
    if (unmatched > 0) log.add('remittance-unmatched', stage.sheet, 0, `${unmatched} rows of the register name no account that is known.`);
  }
}
