/** Look-alikes on the payer's side: nothing is owed (domain.md 6: P9, P10, P11). */
import { Kind, PATIENT_PARTY } from '../../ledger';
import type { Draft, Row } from '../draft';
import type { PlainAccount } from '../plainAccounts';
import { after, newNumbers, otherPayer, otherPayerPays, payerPaysAgain } from '../moves';
import { anySheets, hasPayer, hasShare, oneParty } from '../plant';
import type { Tools, Trap } from '../plant';
import { takeBack } from '../plants/payers';
import type { Shape } from '../shape';

const undoes = (shape: Shape): string => (shape.undoing === null ? 'No row of your sheets undoes a payment.' : '');
const lines = (plain: PlainAccount): boolean => oneParty(plain) && plain.contractuals.length <= 1 && !plain.moved && plain.remittance === null;

/** Everything on the account once more: the same service given and paid twice. `change` says what differs on each row. */
function twofold(draft: Draft, change: (row: Row) => Partial<Row>): boolean {
  for (const row of [...draft.rows]) draft.again(row, change(row));
  return true;
}

/** Another row number and another line where rows have one. */
const nextLine = (draft: Draft, row: Row, { chance }: Tools): Partial<Row['texts']> => {
  const line = draft.text(row, 'line');
  return line === '' ? {} : { line: /\d/.test(line) ? chance.likeNumber(line) : `${line}2` };
};

export const PAYER_TRAPS: readonly Trap[] = [
  {
    id: 'reversed-pair',
    words: 'Paid, reversed and paid again',
    lacks: undoes,
    fits: hasPayer,
    lay: (draft, tools) => {
      const { main, shape } = draft;
      const kind = shape.undoing;
      if (kind === null) return false;
      const day = after(main.day, 4, tools);
      const texts = { check: draft.text(main, 'check'), icn: draft.text(main, 'icn'), payerText: draft.text(main, 'payerText') };
      draft.made(kind === Kind.Payment ? main.like : shape.like(kind, 'payer'), { kind, effect: -main.effect, party: main.party, day, texts });
      draft.again(main, { day: after(day, 1, tools), texts: newNumbers(draft, main, tools) });
      return true;
    },
  },
  {
    id: 'taken-back',
    words: 'Paid twice, and taken back',
    lacks: (shape) => (shape.takingBack === null ? 'No row of your sheets takes a payment back.' : ''),
    fits: hasPayer,
    lay: (draft, tools) => {
      const again = payerPaysAgain(draft, tools);
      return takeBack(draft, -again.effect, after(again.day, 25, tools), tools) !== null;
    },
  },
  {
    id: 'same-service-one-check',
    words: 'Two equal vaccines, one check',
    lacks: anySheets,
    fits: lines,
    lay: (draft, tools) => twofold(draft, (row) => ({ texts: nextLine(draft, row, tools) })),
  },
  {
    id: 'same-service-two-checks',
    words: 'The same charge twice, each paid',
    lacks: anySheets,
    fits: lines,
    lay: (draft, tools) => {
      const day = (row: Row): number => (row.kind === Kind.Charge ? row.day : after(row.day, 9, tools));
      return twofold(draft, (row) => ({ day: day(row), texts: { ...nextLine(draft, row, tools), ...newNumbers(draft, row, tools) } }));
    },
  },
  {
    id: 'next-visit',
    words: 'Next visit at the same price',
    lacks: (shape) => (shape.text('claim') || shape.ledger.tx.day.serviceDay.length > 0 ? '' : 'Your sheets tell neither claims nor service days apart.'),
    fits: lines,
    lay: (draft, tools) => {
      const later = 14;
      const claim = draft.text(draft.main, 'claim');
      const next = claim === '' ? {} : { claim: tools.chance.likeNumber(claim) };
      const dated = draft.rows.every((row) => row.service > 0);
      if ((claim === '' && !dated) || draft.plain.lastDay + later > tools.asOf) return false;
      const service = (row: Row): number => (row.service > 0 ? row.service + later : 0);
      return twofold(draft, (row) => ({
        day: row.day + later,
        service: service(row),
        texts: { ...newNumbers(draft, row, tools), ...(draft.text(row, 'claim') === '' ? {} : next) },
      }));
    },
  },
  {
    id: 'bulk-check',
    words: 'One bulk check over two accounts',
    lacks: (shape) => (shape.text('check') ? '' : 'Your sheets have no check number.'),
    fits: oneParty,
    lay: (draft, tools) => {
      const beside = tools.other('anyone');
      const check = draft.text(draft.main, 'check');
      if (!beside || check === '' || beside.plain.payer !== draft.plain.payer) return false;
      Object.assign(beside.main, { texts: { ...beside.main.texts, check }, day: Math.max(draft.main.day, beside.main.day) });
      draft.main.day = beside.main.day;
      return true;
    },
  },
  {
    id: 'two-parts',
    words: 'Paid in two unequal parts',
    lacks: anySheets,
    fits: (plain) => oneParty(plain) && plain.paid > 1_000,
    lay: (draft, tools) => {
      const { main } = draft;
      const first = Math.round(draft.plain.paid * 0.7) + 1;
      const [stated, rest] = [main.stated, draft.plain.paid - first];
      main.effect = -first;
      main.stated = stated && { ...stated, paid: first };
      draft.again(main, { effect: -rest, day: after(main.day, 15, tools), texts: newNumbers(draft, main, tools), stated: stated && { ...stated, paid: rest } });
      return true;
    },
  },
  {
    id: 'secondary',
    words: 'Second payer paid the share',
    lacks: ({ ledger }) =>
      ledger.parties.filter(({ payerClass }) => payerClass === 'commercial').length > 1 ? '' : 'Your sheets do not name two commercial payers.',
    fits: (plain) => oneParty(plain) && hasShare(plain) && plain.payer > PATIENT_PARTY && plain.payerClass === 'commercial' && !plain.moved,
    lay: (draft, tools) => {
      const second = otherPayer(draft, ['commercial'], tools);
      if (second === 0) return false;
      draft.withoutPatientMoney();
      const stated = { ...draft.truth, share: 0, paid: draft.plain.share, contractual: 0, priorPaid: draft.plain.paid };
      otherPayerPays(draft, second, stated, 20, tools);
      return true;
    },
  },
];
