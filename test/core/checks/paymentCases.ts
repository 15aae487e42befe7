/** A refund as it stands on Refunds, for the payment-stage checks. */
import type { PayeeAddress, PaymentContext, PaymentRefund } from '../../../src/core/checks/payment';
import { dollars, on } from '../harness';

export const refund = (more: Partial<Omit<PaymentRefund, 'cents' | 'approvedOn'>> & { amount?: number; approvedOn?: string } = {}): PaymentRefund => {
  const { amount, approvedOn, ...rest } = more;
  return {
    id: 'R1',
    facility: '',
    account: 'A1',
    payeeKind: 'payer',
    payee: 'Aetna',
    federal: false,
    preparedBy: 'Ann Lee',
    approvedBy: 'Bea Moss',
    issuedBy: '',
    cents: dollars(amount ?? 480),
    approvedOn: on(approvedOn ?? '2026-06-20'),
    ...rest,
  };
};
export const ADDRESS: PayeeAddress = { name: 'Aetna', line1: '1 Main St', city: 'Austin', state: 'TX', zip: '78701', flags: '' };
export const paying =
  (more: Partial<PaymentContext> = {}) =>
  (): PaymentContext => {
    const own = more.refund ?? refund();
    return { refund: own, run: [own], earlier: [], address: ADDRESS, ...more };
  };
export const approver = (name: string, level: string): Record<string, unknown> => ({
  policy_id: `AP-${name}`,
  topic: 'APPROVAL',
  key: `approver:${name}`,
  jurisdiction: 'US',
  value: level,
  status: 'ACTIVE',
});
