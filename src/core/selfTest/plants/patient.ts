/** The patient's money: paid twice, prepaid, copay above the share, a few dollars, a hidden credit (domain.md 2.2: C02, C05, C06, C16, C23, C27, C28; 6: P2). */
import { Kind } from '../../ledger';
import type { Draft } from '../draft';
import type { PlainAccount } from '../plainAccounts';
import { after, lastDay, more, newNumbers, patientPays } from '../moves';
import { hasPayer, hasShare, oneParty, owedToNobody, owedToPatient } from '../plant';
import type { Plant, Tools, Truth } from '../plant';
import type { Shape } from '../shape';

/** Somebody is insured here: the patient did not pay as self-pay. */
const insured = (draft: Draft): boolean => !/self|cash/i.test(draft.shape.accountTextOf('finClass', draft.account));
const patientsPay = (shape: Shape): string => (shape.like(Kind.Payment, 'patient') < 0 ? 'No row of your sheets is a payment of a patient.' : '');

/** All the patient pays is taken at the desk, on the day of service, before the payer spoke. */
function takenAtTheDesk(draft: Draft, over: number, tools: Tools, kind: Kind): Truth[] | null {
  const { plain } = draft;
  if (plain.service === 0 || plain.service >= draft.main.day || !insured(draft)) return null;
  if (patientPays(draft, plain.share + over, plain.service, tools, kind) === null) return null;
  draft.withoutPatientMoney();
  return [owedToPatient('C05', over)];
}

const coverage = (shape: Shape): string =>
  shape.accountDay('coverageAdded') && shape.accountDay('coverageFrom') ? patientsPay(shape) : 'Your sheets do not say when coverage was added.';

/** Coverage was added after the patient had paid at the desk, and reaches back. */
function coverageCame(draft: Draft): void {
  draft.days.coverageAdded = draft.plain.service + 3;
  draft.days.coverageFrom = draft.plain.service - 60;
}

export const PATIENT_PLANTS: readonly Plant[] = [
  {
    id: 'patient-paid-twice',
    words: 'Patient paid the bill twice',
    cause: 'C27',
    lacks: patientsPay,
    fits: hasShare,
    plant: (draft, tools) => {
      const paid = draft.row(Math.max(...draft.plain.fromPatient));
      if (-paid.effect <= tools.small) return null;
      const day = after(lastDay(draft), tools.chance.whole(3, 40), tools);
      draft.again(paid, { day, texts: newNumbers(draft, paid, tools) });
      return [owedToPatient('C27', -paid.effect)];
    },
  },
  {
    id: 'patient-check-twice',
    words: 'One patient check posted twice',
    cause: 'C02',
    lacks: (shape) => (shape.text('check') ? patientsPay(shape) : 'Your sheets have no check number.'),
    fits: hasShare,
    plant: (draft, tools) => {
      const paid = draft.row(Math.max(...draft.plain.fromPatient));
      if (draft.text(paid, 'check') === '') return null;
      draft.again(paid, { day: after(paid.day, tools.chance.whole(0, 3), tools) });
      draft.oneCheck = true;
      return [owedToNobody('C02', -paid.effect)];
    },
  },
  {
    id: 'patient-more',
    words: 'Patient paid more than the bill',
    cause: 'C27',
    lacks: patientsPay,
    fits: hasShare,
    plant: (draft, tools) => {
      const over = more(draft, 1_000, 20_000, tools);
      return patientPays(draft, over, after(lastDay(draft), tools.chance.whole(5, 30), tools), tools) ? [owedToPatient('C27', over)] : null;
    },
  },
  {
    id: 'prepaid',
    words: 'Patient prepaid more than the share',
    cause: 'C05',
    lacks: patientsPay,
    fits: hasPayer,
    plant: (draft, tools) => takenAtTheDesk(draft, more(draft, 5_000, 30_000, tools), tools, draft.shape.has(Kind.Deposit) ? Kind.Deposit : Kind.Payment),
  },
  {
    id: 'copay',
    words: 'Copay above the share',
    cause: 'C05',
    lacks: patientsPay,
    fits: (plain) => hasPayer(plain) && plain.share <= 15_000,
    plant: (draft, tools) => takenAtTheDesk(draft, more(draft, 501, 4_500, tools), tools, Kind.Payment),
  },
  {
    id: 'small',
    words: 'A few dollars too much',
    cause: 'C23',
    lacks: patientsPay,
    fits: hasShare,
    plant: (draft, tools) => {
      if (tools.small < 2 || draft.shape.ledger.parties[draft.plain.payer]?.federal === true) return null;
      const cents = tools.chance.whole(2, tools.small);
      const paid = patientPays(draft, cents, after(lastDay(draft), tools.chance.whole(5, 30), tools), tools);
      return paid ? [{ cause: 'C23', class: 'hold', cents, owedTo: 'patient', name: '' }] : null;
    },
  },
  {
    id: 'hidden',
    words: 'Patient over, payer short: balance 0',
    cause: 'C05',
    lacks: patientsPay,
    fits: (plain) => oneParty(plain) && hasShare(plain) && plain.paid > 4_000,
    plant: (draft, tools) => {
      const short = more(draft, 1_000, Math.min(9_000, draft.plain.paid - 1_000), tools);
      draft.main.effect += short;
      if (draft.main.stated) draft.main.stated = { ...draft.main.stated, paid: -draft.main.effect };
      return takenAtTheDesk(draft, short, tools, Kind.Payment);
    },
  },
  {
    id: 'share-lowered',
    words: 'Share lowered by a later remittance',
    cause: 'C28',
    lacks: patientsPay,
    fits: (plain) => oneParty(plain) && plain.share > 2_500,
    plant: (draft, tools) => {
      const less = Math.max(tools.small + 1, Math.round(draft.plain.share * 0.4));
      const { main } = draft;
      const day = after(lastDay(draft), tools.chance.whole(10, 40), tools);
      const stated = { ...draft.truth, share: draft.plain.share - less, paid: draft.plain.paid + less };
      draft.again(main, { effect: -less, day, texts: newNumbers(draft, main, tools), stated });
      return less < draft.plain.share ? [owedToPatient('C28', less)] : null;
    },
  },
  {
    id: 'insured-later',
    words: 'Patient paid, insurance came later',
    cause: 'C06',
    lacks: coverage,
    fits: (plain: PlainAccount) => hasPayer(plain) && plain.payerClass === 'commercial',
    plant: (draft, tools) => {
      const over = more(draft, 3_000, 40_000, tools);
      if (takenAtTheDesk(draft, over, tools, Kind.Payment) === null) return null;
      coverageCame(draft);
      return [owedToPatient('C06', over)];
    },
  },
  {
    id: 'medicaid-later',
    words: 'Patient paid, Medicaid came later',
    cause: 'C16',
    lacks: coverage,
    fits: (plain) => hasPayer(plain) && plain.payerClass.startsWith('medicaid') && plain.share === 0,
    plant: (draft, tools) => {
      const over = more(draft, 3_000, 40_000, tools);
      if (takenAtTheDesk(draft, over, tools, Kind.Payment) === null) return null;
      coverageCame(draft);
      return [owedToPatient('C16', over)];
    },
  },
];
