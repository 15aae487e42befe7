/** The payer's own money: paid twice, posted twice, taken back, mis-keyed (domain.md 2.2: C01, C02, C07, C13, C14; 6: P12). */
import { PATIENT_PARTY } from '../../ledger';
import type { Draft } from '../draft';
import { after, more, newNumbers, payerName, payerPaysAgain } from '../moves';
import { anySheets, hasPayer, oneParty, owedToNobody, owedToPayer } from '../plant';
import type { Plant } from '../plant';

const FIXED_PRICE = /drg|case|diem|fixed|capit/i;

export const PAYER_PLANTS: readonly Plant[] = [
  {
    id: 'payer-paid-twice',
    words: 'Payer paid twice, on two checks',
    cause: 'C01',
    lacks: anySheets,
    fits: hasPayer,
    plant: (draft, tools) => {
      const again = payerPaysAgain(draft, tools);
      return [owedToPayer('C01', -again.effect, payerName(draft))];
    },
  },
  {
    id: 'check-posted-twice',
    words: 'One payer check posted twice',
    cause: 'C02',
    lacks: anySheets,
    fits: hasPayer,
    plant: (draft, tools) => {
      const again = draft.again(draft.main, { day: after(draft.main.day, tools.chance.whole(0, 3), tools) });
      draft.oneCheck = true;
      return [owedToNobody('C02', -again.effect)];
    },
  },
  {
    id: 'part-back',
    words: 'Payer paid twice, part taken back',
    cause: 'C01',
    lacks: (shape) => (shape.takingBack === null ? 'No row of your sheets takes a payment back.' : ''),
    fits: hasPayer,
    plant: (draft, tools) => {
      const again = payerPaysAgain(draft, tools);
      const part = Math.round((-again.effect * tools.chance.whole(30, 70)) / 100);
      const left = -again.effect - part;
      const back = takeBack(draft, part, after(again.day, 20, tools), tools);
      return back && left > tools.small ? [owedToPayer('C01', left, payerName(draft))] : null;
    },
  },
  {
    id: 'takeback',
    words: 'Paid twice, taken back, not posted',
    cause: 'C14',
    lacks: (shape) => (shape.hasTakebackLines ? '' : 'Your sheets have no remittance with takeback lines.'),
    fits: hasPayer,
    plant: (draft, tools) => {
      const again = payerPaysAgain(draft, tools);
      const claim = draft.text(again, 'claim');
      if (claim === '') return null;
      const check = draft.text(again, 'check');
      draft.takebacks.push({ party: again.party, cents: -again.effect, day: after(again.day, 30, tools), claim, check: tools.chance.likeNumber(check) });
      return [owedToNobody('C14', -again.effect)];
    },
  },
  {
    id: 'digits',
    words: 'Two digits of a payment exchanged',
    cause: 'C13',
    lacks: anySheets,
    fits: oneParty,
    plant: (draft, { small }) => {
      const right = -draft.main.effect;
      const wrong = exchanged(right);
      if (wrong - right <= small) return null;
      draft.main.effect = -wrong;
      return [owedToNobody('C13', wrong - right)];
    },
  },
  {
    id: 'above-charges',
    words: 'Payer paid more than was billed',
    cause: 'C07',
    lacks: (shape) => (shape.accountText('planType') ? '' : 'Your sheets have no plan type, so a payer may rightly pay more than was billed.'),
    fits: (plain) => oneParty(plain) && plain.payer > PATIENT_PARTY && plain.share === 0 && plain.sequestration === 0,
    plant: (draft, tools) => {
      const plan = draft.shape.accountTextOf('planType', draft.account);
      if (plan === '' || FIXED_PRICE.test(plan)) return null;
      draft.remove(draft.plain.contractuals);
      const over = more(draft, 1_000, 15_000, tools);
      draft.main.effect = -(draft.plain.charges + over);
      draft.main.stated = {
        allowed: draft.plain.charges,
        share: 0,
        billed: draft.plain.charges,
        paid: draft.plain.charges + over,
        contractual: 0,
        priorPaid: 0,
      };
      return [owedToPayer('C07', over, payerName(draft))];
    },
  },
];

/** Money the payer took back, as these sheets show such a thing; null when they do not. */
export function takeBack(draft: Draft, cents: number, day: number, tools: Parameters<Plant['plant']>[1]) {
  const { shape, main } = draft;
  const kind = shape.takingBack;
  if (kind === null) return null;
  const texts = {
    ...newNumbers(draft, main, tools, ['check']),
    claim: draft.text(main, 'claim'),
    icn: draft.text(main, 'icn'),
    payerText: draft.text(main, 'payerText'),
  };
  return draft.made(shape.like(kind, 'payer'), { kind, effect: cents, party: main.party, day, texts });
}

/** The amount with two neighbouring digits exchanged (not the last two) so that it grows by the least; the same when none do. */
export function exchanged(cents: number): number {
  const digits = Array.from(String(cents));
  for (let at = digits.length - 3; at >= 0; at--) {
    const [left, right] = [digits[at] as string, digits[at + 1] as string];
    if (left < right) return Number([...digits.slice(0, at), right, left, ...digits.slice(at + 2)].join(''));
  }
  return cents;
}
