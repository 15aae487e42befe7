/** A posting's kind in plain words, for stories where the billing system gave none. */
import { Kind } from './ledger';

const WORDS: Readonly<Record<Kind, string>> = {
  [Kind.Unknown]: 'Unknown posting',
  [Kind.Charge]: 'Charge',
  [Kind.ChargeCredit]: 'Charge credit',
  [Kind.Payment]: 'Payment',
  [Kind.PaymentReversal]: 'Payment reversal',
  [Kind.Takeback]: 'Takeback',
  [Kind.Refund]: 'Refund',
  [Kind.Deposit]: 'Deposit',
  [Kind.Contractual]: 'Contractual',
  [Kind.Sequestration]: 'Sequestration',
  [Kind.WriteOff]: 'Write-off',
  [Kind.Charity]: 'Charity',
  [Kind.SelfPayDiscount]: 'Self-pay discount',
  [Kind.SmallBalance]: 'Small-balance write-off',
  [Kind.BadDebt]: 'Bad-debt write-off',
  [Kind.AdjustmentReversal]: 'Adjustment reversal',
  [Kind.TransferBucket]: 'Transfer between parts',
  [Kind.TransferAccount]: 'Transfer between accounts',
  [Kind.Interest]: 'Interest',
  [Kind.BankReturn]: 'Bank return',
  [Kind.Capitation]: 'Capitation',
  [Kind.Memo]: 'Note',
};

export const kindWords = (kind: Kind): string => WORDS[kind];
