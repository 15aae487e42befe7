/** Write-offs and charges: posted twice, too large, granted late, charges missing or taken back (domain.md 2.2: C08–C11, C19, C24–C26; 6: P1, P7, P8, P14). */
import { Kind, PATIENT_PARTY } from '../../ledger';
import type { Draft } from '../draft';
import type { PlainAccount } from '../plainAccounts';
import { after, lastDay, more, patientPays, writesOff } from '../moves';
import { anySheets, elsewhere, hasPayer, hasShare, needsRows, oneParty, owedToNobody, owedToPatient } from '../plant';
import type { Plant } from '../plant';

const oneContractual = (plain: PlainAccount): boolean => hasPayer(plain) && plain.contractuals.length === 1;
const contractualOf = (draft: Draft) => draft.row(draft.plain.contractuals[0] ?? -1);
/** The patient paid before the payer and nothing states the share: a smaller share then looks just like money prepaid in excess (C05). */
function looksPrepaid({ plain, shape, main }: Draft): boolean {
  const isStated = plain.remittance !== null || Number.isFinite(shape.ledger.tx.money.patientResp[plain.main] ?? Number.NaN);
  return !isStated && plain.fromPatient.some((tx) => shape.dayOf(tx) <= main.day);
}
const isContractual = needsRows('a contractual write-off', Kind.Contractual);

export const WRITE_OFF_PLANTS: readonly Plant[] = [
  {
    id: 'write-off-twice',
    words: 'Contractual posted twice',
    cause: 'C08',
    lacks: isContractual,
    fits: oneContractual,
    plant: (draft, tools) => {
      const first = contractualOf(draft);
      draft.again(first, { day: after(first.day, tools.chance.whole(1, 5), tools) });
      return [owedToNobody('C08', -first.effect)];
    },
  },
  {
    id: 'write-off-large',
    words: 'Contractual larger than allowed',
    cause: 'C09',
    lacks: isContractual,
    fits: (plain) => oneContractual(plain) && hasShare(plain),
    plant: (draft, tools) => {
      if (looksPrepaid(draft)) return null;
      const { allowed } = draft.plain;
      const over = more(draft, Math.max(2_000, Math.round(allowed * 0.03)), Math.max(4_000, Math.round(allowed * 0.2)), tools);
      contractualOf(draft).effect -= over;
      return [owedToNobody('C09', over)];
    },
  },
  {
    id: 'charge-credit',
    words: 'Charge taken back after payment',
    cause: 'C10',
    lacks: needsRows('a charge taken back', Kind.ChargeCredit),
    fits: (plain) => oneContractual(plain) && plain.charges - plain.allowed > 4_500,
    plant: (draft, tools) => {
      const plan = draft.shape.accountTextOf('planType', draft.account);
      if (draft.shape.accountText('planType') && !/drg|case|diem|fixed/i.test(plan)) return null;
      const over = more(draft, 2_000, Math.round((draft.plain.charges - draft.plain.allowed) / 2), tools);
      const like = draft.shape.like(Kind.ChargeCredit);
      draft.made(like, { kind: Kind.ChargeCredit, effect: -over, party: 0, day: after(lastDay(draft), 5, tools) });
      return [owedToNobody('C10', over)];
    },
  },
  {
    id: 'charge-missing',
    words: 'A charge is missing',
    cause: 'C11',
    lacks: anySheets,
    fits: (plain) => oneParty(plain) && plain.charges > 4_000,
    plant: (draft, tools) => {
      if (looksPrepaid(draft)) return null;
      const charges = draft.plain.chargeRows.map((tx) => draft.row(tx)).sort((a, b) => b.effect - a.effect);
      const [largest] = charges;
      if (!largest) return null;
      const missing = more(draft, 1_000, Math.round(largest.effect / 3), tools);
      if (missing >= largest.effect) return null;
      largest.effect -= missing;
      return [owedToNobody('C11', missing)];
    },
  },
  {
    id: 'no-charge',
    words: 'Paid, and no charge is posted',
    cause: 'C11',
    lacks: anySheets,
    fits: oneParty,
    plant: (draft) => {
      draft.remove(draft.plain.chargeRows);
      return [owedToNobody('C11', draft.plain.charges)];
    },
  },
  {
    id: 'bad-debt',
    words: 'Paid after it was written off as bad debt',
    cause: 'C19',
    lacks: needsRows('a bad-debt write-off', Kind.BadDebt),
    fits: (plain) => hasPayer(plain) && hasShare(plain),
    plant: (draft, tools) => {
      const { share } = draft.plain;
      const day = after(lastDay(draft), 30, tools);
      const paid = patientPays(draft, share, after(day, 30, tools), tools);
      const written = writesOff(draft, Kind.BadDebt, share, day, PATIENT_PARTY, tools);
      if (!paid || !written || paid.day <= day) return null;
      draft.withoutPatientMoney();
      return [owedToNobody('C19', share)];
    },
  },
  {
    id: 'charity',
    words: 'Charity granted after the patient paid',
    cause: 'C25',
    lacks: needsRows('a charity write-off', Kind.Charity),
    fits: (plain) => hasPayer(plain) && hasShare(plain),
    plant: (draft, tools) => {
      const day = after(lastDay(draft), 30, tools);
      if (day === lastDay(draft) || draft.plain.share <= tools.small) return null;
      return writesOff(draft, Kind.Charity, draft.plain.share, day, PATIENT_PARTY, tools) ? [owedToPatient('C25', draft.plain.share)] : null;
    },
  },
  {
    id: 'exempt',
    words: 'A QMB patient was charged',
    cause: 'C24',
    lacks: (shape) => (shape.accountText('qmb') ? needsRows('a write-off', Kind.WriteOff)(shape) : 'Your sheets do not mark QMB patients.'),
    fits: (plain) => hasPayer(plain) && hasShare(plain) && plain.payerClass === 'medicare' && !plain.moved,
    plant: (draft, tools) => {
      draft.texts.qmb = 'Y';
      const written = writesOff(draft, Kind.WriteOff, draft.plain.share, after(draft.main.day, 20, tools), draft.plain.payer, tools);
      return written && draft.plain.share > tools.small ? [owedToPatient('C24', draft.plain.share)] : null;
    },
  },
  {
    id: 'moved-twice',
    words: 'The share moved to the patient twice',
    cause: 'C26',
    lacks: needsRows('a transfer of responsibility', Kind.TransferBucket),
    fits: (plain) => oneParty(plain) && plain.payer > PATIENT_PARTY && plain.moved,
    plant: (draft, tools) => {
      for (const leg of draft.rows.filter(({ kind }) => kind === Kind.TransferBucket)) draft.again(leg, { day: after(leg.day, 9, tools) });
      return [elsewhere('C26', draft.plain.share)];
    },
  },
];
