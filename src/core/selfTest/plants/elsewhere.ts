/** Money that belongs elsewhere, refunds and returns that are not posted, deposits (domain.md 2.2: C12, C15, C18, C20–C22; 6: P13, P15, P16). */
import { Kind, PATIENT_PARTY } from '../../ledger';
import type { Draft, Row } from '../draft';
import { after, lastDay, more, patientPays } from '../moves';
import { elsewhere, hasPayer, hasShare, needsRows, owedToNobody, owedToPatient } from '../plant';
import type { Plant, Tools } from '../plant';
import type { Shape } from '../shape';

/** A row posted on another account than its own. */
function posted(row: Row, from: Draft, on: Draft): void {
  from.rows.splice(from.rows.indexOf(row), 1);
  on.rows.push({ ...row, added: true, stated: null });
}

const cancelling = (shape: Shape): string => (shape.accountText('status') ? '' : 'Your sheets do not say which visits were cancelled.');

/** Only what the patient paid is left: the visit was not billed. */
function unbilled(draft: Draft): void {
  draft.rows.splice(0, draft.rows.length, ...draft.plain.fromPatient.map((tx) => draft.row(tx)));
}

export const ELSEWHERE_PLANTS: readonly Plant[] = [
  {
    id: 'wrong-account-patient',
    words: 'Patient money on the patient’s other account',
    cause: 'C12',
    lacks: (shape) => (shape.accountText('mrn') || shape.accountText('patient') ? '' : 'Your sheets do not name the patient.'),
    fits: hasShare,
    plant: (draft, tools) => {
      const right = tools.other('patient');
      const paid = right && right.row(Math.max(...right.plain.fromPatient));
      if (!right || !paid || -paid.effect <= tools.small) return null;
      posted(paid, right, draft);
      return [elsewhere('C12', -paid.effect, right.key)];
    },
  },
  {
    id: 'wrong-account-payer',
    words: 'Payer money for another account’s claim',
    cause: 'C12',
    lacks: (shape) => (shape.text('claim') ? '' : 'Your sheets have no claim number.'),
    fits: hasPayer,
    plant: (draft, tools) => {
      const right = tools.other('anyone');
      if (!right || right.text(right.main, 'claim') === draft.text(draft.main, 'claim')) return null;
      const paid = right.main;
      posted(paid, right, draft);
      return [elsewhere('C12', -paid.effect, right.key)];
    },
  },
  {
    id: 'interest',
    words: 'Interest posted as a payment',
    cause: 'C15',
    lacks: needsRows('interest', Kind.Interest),
    fits: hasPayer,
    plant: (draft, tools) => {
      const cents = tools.chance.amount(201, 4_000);
      const { day, party } = draft.main;
      draft.made(draft.shape.like(Kind.Interest), { kind: Kind.Interest, effect: -cents, party, day });
      return [elsewhere('C15', cents)];
    },
  },
  {
    id: 'capitation',
    words: 'Capitation money on a visit',
    cause: 'C18',
    lacks: needsRows('a capitation payment', Kind.Capitation),
    fits: hasPayer,
    plant: (draft, tools) => {
      const cents = more(draft, 5_000, 90_000, tools);
      draft.made(draft.shape.like(Kind.Capitation), {
        kind: Kind.Capitation,
        effect: -cents,
        party: draft.main.party,
        day: after(draft.main.day, 10, tools),
        texts: { claim: '' },
      });
      return [elsewhere('C18', cents)];
    },
  },
  {
    id: 'refund-unposted',
    words: 'Refund sent, not posted',
    cause: 'C20',
    lacks: (shape) => (shape.hasRegister ? '' : 'Your sheets have no refund register.'),
    fits: hasShare,
    plant: (draft, tools) => {
      const cents = more(draft, 2_000, 30_000, tools);
      const paid = patientPays(draft, cents, after(lastDay(draft), 10, tools), tools);
      if (!paid) return null;
      const payee = draft.shape.accountTextOf('patient', draft.account) || 'Patient';
      draft.register.push({ payee, cents, day: after(paid.day, 30, tools), check: String(tools.chance.whole(10_000, 99_999)) });
      return [owedToNobody('C20', cents)];
    },
  },
  {
    id: 'bank-return',
    words: 'Check returned by the bank, not posted',
    cause: 'C21',
    lacks: needsRows('a bank return', Kind.BankReturn),
    fits: hasShare,
    plant: (draft, tools) => {
      const first = draft.row(Math.max(...draft.plain.fromPatient));
      const check = draft.text(first, 'check');
      if (check === '') return null;
      const day = after(lastDay(draft), 6, tools);
      const returned = { kind: Kind.BankReturn, effect: 0, party: PATIENT_PARTY, day, texts: { check }, money: { remitPaid: -first.effect } };
      draft.made(draft.shape.like(Kind.BankReturn), returned);
      draft.again(first, { day: after(day, 14, tools), texts: { check: tools.chance.likeNumber(check) } });
      return [owedToNobody('C21', -first.effect)];
    },
  },
  {
    id: 'cancelled',
    words: 'Deposit kept, visit cancelled',
    cause: 'C22',
    lacks: cancelling,
    fits: hasShare,
    plant: (draft, { small }) => {
      if (draft.plain.share <= small) return null;
      unbilled(draft);
      draft.texts.status = 'Cancelled';
      return [owedToPatient('C22', draft.plain.share)];
    },
  },
  {
    id: 'to-come',
    words: 'Deposit for a visit to come',
    cause: 'C22',
    lacks: (shape) => (shape.accountDay('serviceFrom') ? '' : 'Your list of accounts has no service date.'),
    fits: hasShare,
    plant: (draft, tools) => scheduled(draft, tools),
  },
];

function scheduled(draft: Draft, { asOf, chance }: Tools) {
  unbilled(draft);
  const service = asOf + chance.whole(5, 40);
  Object.assign(draft.days, { serviceFrom: service, serviceTo: service });
  for (const row of draft.rows) Object.assign(row, { day: asOf - chance.whole(1, 20), service });
  return [{ cause: 'C22', class: 'hold', cents: draft.plain.share, owedTo: 'patient', name: '' } as const];
}
