/** Amounts that were mis-keyed (domain.md 2.2, C13): digits swapped, or the decimal point slipped. */
import type { AccountView } from './accountView';
import { Kind, PATIENT_PARTY } from './ledger';
import { kindOf, partyOf, sizeOf } from './posting';

const digits = (amount: number): string => Array.from(String(amount)).sort().join('').replaceAll('0', '');
/** Same digits in another order, or the decimal point moved; the difference is then a multiple of nine cents by itself. */
export const isSlip = (posted: number, right: number): boolean => digits(posted) === digits(right);

/** The payer's payment that would be `excess` cents smaller with its digits in another order: then the excess may be nobody's money. */
export const slippedPayment = (account: AccountView, excess: number): number | undefined =>
  account.live.find((tx) => {
    const size = sizeOf(account.ledger, tx);
    return kindOf(account.ledger, tx) === Kind.Payment && partyOf(account.ledger, tx) > PATIENT_PARTY && size > excess && isSlip(size, size - excess);
  });
