/** Look-alikes on the patient's side and among write-offs: nothing is owed (domain.md 6: P10, P14, P15). */
import { Kind, PATIENT_PARTY } from '../../ledger';
import type { Draft } from '../draft';
import { after, lastDay, more, newNumbers, patientPays, writesOff } from '../moves';
import { hasPayer, hasShare, needsRows } from '../plant';
import type { Tools, Trap } from '../plant';

const always = (): string => '';

/** The share in so many parts, the last one with what is left over; `days` apart. */
function inParts(draft: Draft, parts: number, days: number, tools: Tools): boolean {
  const { share } = draft.plain;
  const part = Math.floor(share / parts);
  if (part < 100) return false;
  const first = draft.row(Math.max(...draft.plain.fromPatient));
  draft.remove(draft.plain.fromPatient.filter((tx) => tx !== first.like));
  first.effect = -part;
  for (let nth = 1; nth < parts; nth++) {
    const effect = nth === parts - 1 ? -(share - part * nth) : -part;
    draft.again(first, { effect, day: after(first.day, days * nth, tools), texts: newNumbers(draft, first, tools) });
  }
  return true;
}

export const PATIENT_TRAPS: readonly Trap[] = [
  {
    id: 'instalments',
    words: 'Instalments of equal amount',
    lacks: always,
    fits: hasShare,
    lay: (draft, tools) => inParts(draft, tools.chance.whole(3, 5), 30, tools),
  },
  {
    id: 'two-cards',
    words: 'The share paid half and half, one day',
    lacks: always,
    fits: (plain) => hasShare(plain) && plain.share % 2 === 0,
    lay: (draft, tools) => inParts(draft, 2, 0, tools),
  },
  {
    id: 'copay-exact',
    words: 'Copay at the desk, exactly the share',
    lacks: always,
    fits: (plain) => hasPayer(plain) && hasShare(plain),
    lay: (draft, tools) => {
      const { service, share } = draft.plain;
      if (service === 0 || service > draft.main.day || patientPays(draft, share, service, tools) === null) return false;
      draft.withoutPatientMoney();
      return true;
    },
  },
  {
    id: 'refunded',
    words: 'Overpaid, and refunded',
    lacks: needsRows('a refund', Kind.Refund),
    fits: hasShare,
    lay: (draft, tools) => {
      const over = more(draft, 2_000, 20_000, tools);
      const paid = patientPays(draft, over, after(lastDay(draft), 10, tools), tools);
      const refund = { kind: Kind.Refund, effect: over, party: PATIENT_PARTY, day: after(paid?.day ?? 0, 20, tools), texts: { payerText: '' } };
      return paid !== null && draft.made(draft.shape.like(Kind.Refund, 'patient'), refund) !== null;
    },
  },
  {
    id: 'returned-paid-again',
    words: 'Bad check reversed, paid again',
    lacks: (shape) => (shape.undoing === null ? 'No row of your sheets undoes a payment.' : ''),
    fits: hasShare,
    lay: (draft, tools) => {
      const { shape } = draft;
      const paid = draft.row(Math.max(...draft.plain.fromPatient));
      const kind = shape.undoing;
      if (kind === null) return false;
      const day = after(paid.day, 5, tools);
      const like = kind === Kind.Payment ? paid.like : shape.like(kind, 'patient');
      draft.made(like, {
        kind,
        effect: -paid.effect,
        party: PATIENT_PARTY,
        day,
        texts: { check: draft.text(paid, 'check'), payerText: draft.text(paid, 'payerText') },
      });
      draft.again(paid, { day: after(day, 10, tools), texts: newNumbers(draft, paid, tools) });
      return true;
    },
  },
  {
    id: 'moved-right',
    words: 'Paid on the wrong account, moved',
    lacks: needsRows('a transfer between accounts', Kind.TransferAccount),
    fits: hasShare,
    lay: (draft, tools) => {
      const right = tools.other('patient');
      if (!right) return false;
      const paid = right.row(Math.max(...right.plain.fromPatient));
      right.rows.splice(right.rows.indexOf(paid), 1);
      draft.rows.push({ ...paid, added: true });
      const day = after(paid.day, 3, tools);
      const like = draft.shape.like(Kind.TransferAccount, 'patient');
      const leg = { kind: Kind.TransferAccount, party: PATIENT_PARTY, day, texts: { claim: '', payerText: '' } };
      draft.made(like, { ...leg, effect: -paid.effect });
      right.made(like, { ...leg, effect: paid.effect });
      return true;
    },
  },
  {
    id: 'write-off-again',
    words: 'Contractual reversed and posted again',
    lacks: needsRows('a write-off reversed', Kind.AdjustmentReversal, Kind.Contractual),
    fits: (plain) => hasPayer(plain) && plain.contractuals.length === 1,
    lay: (draft, tools) => {
      const first = draft.row(draft.plain.contractuals[0] ?? -1);
      const day = after(first.day, 2, tools);
      const texts = { claim: draft.text(first, 'claim'), payerText: draft.text(first, 'payerText') };
      draft.made(draft.shape.like(Kind.AdjustmentReversal), { kind: Kind.AdjustmentReversal, effect: -first.effect, party: first.party, day, texts });
      draft.again(first, { day });
      return true;
    },
  },
  {
    id: 'cents-written-off',
    words: 'A few cents written off',
    lacks: needsRows('a small-balance write-off', Kind.SmallBalance),
    fits: (plain) => hasShare(plain) && plain.share > 2_000,
    lay: (draft, tools) => {
      const paid = draft.row(Math.max(...draft.plain.fromPatient));
      const cents = tools.chance.whole(1, 99);
      paid.effect += cents;
      return writesOff(draft, Kind.SmallBalance, cents, after(lastDay(draft), 30, tools), PATIENT_PARTY, tools) !== null;
    },
  },
  {
    id: 'charity-before',
    words: 'Charity instead of payment',
    lacks: needsRows('a charity write-off', Kind.Charity),
    fits: (plain) => hasPayer(plain) && hasShare(plain),
    lay: (draft, tools) => {
      draft.withoutPatientMoney();
      return writesOff(draft, Kind.Charity, draft.plain.share, after(draft.main.day, 15, tools), PATIENT_PARTY, tools) !== null;
    },
  },
];
