/** The whole invented practice: planted causes, traps and ordinary accounts. */
import * as payments from './paymentCases';
import * as postings from './postingCases';
import * as traps from './traps';
import { ordinaryAccounts } from './ordinary';
import { Practice } from './plant';

export function makePractice(): Practice {
  const practice = new Practice();
  for (const add of [
    payments.duplicatePayments,
    payments.postedTwice,
    payments.prepaidTooMuch,
    payments.paidTwiceByPatient,
    payments.coordination,
    payments.coverageCameLate,
    payments.shareWentDown,
    payments.noAnswerYet,
    postings.adjustments,
    postings.charges,
    postings.misplaced,
    postings.takebacksAndRefunds,
    traps.wrongRefunds,
    traps.chargesAndPostings,
    traps.lookalikes,
    traps.twiceOut,
    traps.families,
    traps.unreadable,
    traps.files,
    ordinaryAccounts,
  ])
    add(practice);
  return practice;
}
