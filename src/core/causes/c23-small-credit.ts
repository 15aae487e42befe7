/**
 * C23, a small credit is left over (domain.md 2.2). It still belongs to whoever paid; the policy says whether it is refunded or held and tracked as
 * unclaimed property. Never for federal payers, and nothing for commercial ones by default. Example: patient paid 123.50 on a share of 120: hold 3.50.
 */
import type { AccountView } from '../accountView';
import type { Cause } from '../credit';
import { PATIENT_PARTY } from '../ledger';
import { cents } from '../money';
import { graded } from '../grade';
import { patientExcess, receiptsFor } from '../patientMoney';
import { money, payeeOf, proposal } from '../proposal';
import { isSmallCredit } from '../smallCredit';

export const c23: Cause = {
  id: 'C23',
  title: 'Small residual credit',
  situation: 'A few dollars are left that no other cause explains.',
  signal: 'The whole credit is a patient excess no larger than the small-balance policy, no federal payer paid, and nothing more particular explains it.',
  example: 'The patient paid $123.50 on a share of $120: hold $3.50 under the small-credit policy.',
  proof: 'The policy row.',
  needs: [],
  find: (account: AccountView) => {
    const excess = patientExcess(account);
    if (!isSmallCredit(account)) return [];
    return [
      proposal('C23', {
        class: 'hold',
        cents: cents(excess),
        party: PATIENT_PARTY,
        owedTo: payeeOf(account, PATIENT_PARTY),
        resolution: 'SMALL_CREDIT_POLICY',
        evidence: graded(account, 'amounts'),
        claims: receiptsFor(account, account.receipts(PATIENT_PARTY), excess),
        because: `${money(excess)} is left of what the patient paid; it is within the small-balance policy of ${money(account.policy.parameters.smallBalancePatient)}.`,
        partial: true,
        sign: 'amounts',
      }),
    ];
  },
};
