/**
 * V19: nothing on the account calls for the legal desk (domain.md 3): payment plan, trust, employee, litigation, bankruptcy, lien. A
 * refund to somebody in bankruptcy may belong to the trustee.
 */
import type { Check } from '../credit';
import { accountText, hasAccountText, targetsOf } from './facts';
import { fail, notTestable, pass } from './outcome';

const LEGAL = /payment plan|pay plan|trust|employee|litigation|lawsuit|attorney|legal|bankrupt|\bbk\b|chapter (7|11|13)|\blien\b|estate|subpoena/i;

export const v19: Check = {
  id: 'V19',
  title: 'No legal flag',
  stage: 'review',
  severity: 'block',
  test(credit, account, ledger) {
    if (targetsOf(credit).length === 0) return pass;
    const marks = [accountText(ledger, 'flags', account.index), accountText(ledger, 'status', account.index)];
    const found = marks.find((mark) => LEGAL.test(mark));
    if (found !== undefined) return fail(`The account is marked "${found}".`, 'Have the legal desk or a supervisor decide.');
    return hasAccountText(ledger, 'flags') ? pass : notTestable('a column of account flags (payment plan, trust, employee, litigation, bankruptcy, lien)');
  },
};
