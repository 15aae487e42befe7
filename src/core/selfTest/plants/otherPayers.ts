/** A second payer on the account: both as primary, Medicare before a plan that came first, an accident payer, a second write-off (domain.md 2.2: C03, C04, C09, C17; 6: P4, P5). */
import { PATIENT_PARTY } from '../../ledger';
import type { PayerClass } from '../../ledger';
import type { PlainAccount } from '../plainAccounts';
import { more, otherPayer, otherPayerPays, payerName } from '../moves';
import { hasShare, oneParty, owedToNobody, owedToPayer } from '../plant';
import type { Plant } from '../plant';
import type { Shape } from '../shape';

const ACCIDENT: readonly PayerClass[] = ['workers-comp', 'auto', 'liability'];

const named = (plain: PlainAccount): boolean => oneParty(plain) && plain.payer > PATIENT_PARTY && !plain.moved && plain.sequestration === 0;
const commercial = (plain: PlainAccount): boolean => named(plain) && plain.payerClass === 'commercial';
const payersOf =
  (words: string, least: number, ...classes: readonly PayerClass[]) =>
  ({ ledger }: Shape): string =>
    ledger.parties.filter(({ kind, payerClass }) => kind === 'payer' && classes.includes(payerClass)).length >= least ? '' : words;
const twoPlans = payersOf('Your sheets do not name two commercial payers.', 2, 'commercial');

export const OTHER_PAYER_PLANTS: readonly Plant[] = [
  {
    id: 'both-primary',
    words: 'Two payers, both paid as primary',
    cause: 'C03',
    lacks: twoPlans,
    fits: commercial,
    plant: (draft, tools) => {
      const { plain } = draft;
      const second = otherPayer(draft, ['commercial'], tools);
      if (second === 0) return null;
      const over = more(draft, 4_000, Math.max(5_000, plain.paid - plain.share - 100), tools);
      const paid = plain.share + over;
      const own = Math.max(0, Math.min(2_500, plain.charges - paid));
      draft.withoutPatientMoney();
      const stated = { allowed: paid + own, share: own, billed: plain.charges, paid, contractual: plain.charges - paid - own, priorPaid: 0 };
      otherPayerPays(draft, second, stated, tools.chance.whole(5, 40), tools);
      return [owedToPayer('C03', over, draft.shape.ledger.parties[second]?.name ?? '')];
    },
  },
  {
    id: 'medicare-first',
    words: 'Medicare paid first, and so did a plan',
    cause: 'C04',
    lacks: payersOf('Your sheets do not name Medicare.', 1, 'medicare'),
    fits: (plain) => named(plain) && plain.payerClass === 'medicare',
    plant: (draft, tools) => {
      const second = otherPayer(draft, ['commercial'], tools);
      if (second === 0) return null;
      draft.withoutPatientMoney();
      otherPayerPays(draft, second, { ...draft.truth, share: 0, paid: draft.plain.allowed }, tools.chance.whole(10, 60), tools);
      return [owedToPayer('C04', draft.plain.paid, payerName(draft))];
    },
  },
  {
    id: 'accident',
    words: 'Accident payer and health plan both paid',
    cause: 'C17',
    lacks: payersOf('Your sheets name no accident payer.', 1, ...ACCIDENT),
    fits: commercial,
    plant: (draft, tools) => {
      const second = otherPayer(draft, ACCIDENT, tools);
      if (second === 0) return null;
      draft.withoutPatientMoney();
      otherPayerPays(draft, second, { ...draft.truth, share: 0, paid: draft.plain.allowed }, tools.chance.whole(20, 60), tools);
      return [owedToPayer('C17', draft.plain.paid, payerName(draft))];
    },
  },
  {
    id: 'second-write-off',
    words: 'Second payer’s write-off on top',
    cause: 'C09',
    lacks: twoPlans,
    fits: (plain) => commercial(plain) && hasShare(plain) && plain.contractuals.length === 1 && plain.charges - plain.allowed > 2_000,
    plant: (draft, tools) => {
      const { plain } = draft;
      const second = otherPayer(draft, ['commercial'], tools);
      const [first] = plain.contractuals;
      if (second === 0 || first === undefined) return null;
      const over = more(draft, 1_000, plain.charges - plain.allowed - 1, tools);
      draft.withoutPatientMoney();
      const stated = { ...draft.truth, share: 0, paid: plain.share, contractual: over, priorPaid: plain.paid };
      const paid = otherPayerPays(draft, second, stated, tools.chance.whole(15, 40), tools);
      const name = draft.text(draft.row(first), 'payerText') === '' ? '' : draft.text(paid, 'payerText');
      draft.again(draft.row(first), { effect: -over, party: second, day: paid.day, ...(name === '' ? {} : { texts: { payerText: name } }) });
      return [owedToNobody('C09', over)];
    },
  },
];
