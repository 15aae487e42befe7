/** The moves that plantings are made of, where the sheets show more or less than the account of domain.md 6. */
import { Kind, PATIENT_PARTY } from '../../../src/core/ledger';
import { Chance } from '../../../src/core/selfTest/chance';
import type { Draft } from '../../../src/core/selfTest/draft';
import { after, more, newNumbers, otherPayer, otherPayerPays, patientPays, payerName, writesOff } from '../../../src/core/selfTest/moves';
import { on } from '../harness';
import { AS_OF, draftOf, toolsFor } from './drafting';

class Lowest extends Chance {
  override whole(from: number): number {
    return from;
  }
}
const lowest = (draft: Draft, small = 500) => toolsFor(draft, { chance: new Lowest(1), small });
const book = (paid: string, patient: string, ...others: readonly string[]): string =>
  [
    'account A payer1=Aetna',
    '2026-01-05 charge 1000',
    '2026-02-01 contractual 400 Aetna',
    `2026-02-01 payment 480 Aetna ${paid}`,
    `2026-02-20 payment 120 patient ${patient}`,
    ...others,
  ].join('\n');
const OTHER = 'account B\n2026-01-05 payment 5 Cigna check=9 payerText=CIG';

describe('a later payment', () => {
  it('is never of a day after the review', () => {
    const tools = toolsFor(draftOf(book('', '')));
    expect([after(AS_OF - 5, 4, tools), after(AS_OF - 5, 5, tools), after(AS_OF - 5, 6, tools)]).toEqual([AS_OF - 1, AS_OF, AS_OF]);
  });
  it('has new numbers where the row has any; one that cannot be drawn anew gets a tail', () => {
    const numbers = (paid: string): unknown => {
      const draft = draftOf(book(paid, '', OTHER));
      return newNumbers(draft, draft.main, lowest(draft));
    };
    expect(numbers('check=1001 icn=77')).toEqual({ check: '0000', icn: '00' });
    expect(numbers('check=1001')).toEqual({ check: '0000' });
    expect(numbers('')).toEqual({});
    expect(numbers('check=000')).toEqual({ check: '000-2' });
    expect(numbers('check=WIRE')).toEqual({ check: 'WIRE-2' });
  });
});

describe('another payer', () => {
  const BOOK = `payer Medica class=medicare\npayer Self class=self-pay\n${book('check=1 payerText=AET', '', OTHER)}`;
  const draft = (): Draft => draftOf(BOOK);
  it('is one the sheets name, of a fitting class, and not the account’s own; 0 when there is none', () => {
    const made = draft();
    const named = (classes: readonly string[]): string => made.shape.ledger.parties[otherPayer(made, classes, lowest(made))]?.name ?? 'none';
    expect([named(['commercial']), named(['medicare']), named(['auto'])]).toEqual(['Cigna', 'Medica', '']);
    // The patient's party is of class self-pay too, and no payer.
    expect(named(['self-pay'])).toBe('Self');
    expect(otherPayer(made, ['auto'], lowest(made))).toBe(0);
  });
  it('pays under its own name where payments carry one', () => {
    const made = draft();
    const party = made.shape.ledger.parties.findIndex(({ name }) => name === 'Cigna');
    const paid = otherPayerPays(made, party, { ...made.truth, paid: 12_000 }, 20, lowest(made));
    expect([paid.effect, paid.party, paid.day, made.text(paid, 'payerText'), made.secondPayer]).toEqual([-12_000, party, on('2026-02-21'), 'Cigna', party]);
    const nameless = draftOf(book('check=1', '', OTHER));
    expect(nameless.text(otherPayerPays(nameless, party, nameless.truth, 20, lowest(nameless)), 'payerText')).toBe('');
  });
  it('is told by name, and nobody is where no payer is named', () => {
    expect(payerName(draft())).toBe('Aetna');
    expect(payerName(draftOf('account A\n2026-01-05 charge 100\n2026-01-06 payment 100'))).toBe('');
    expect(payerName(draftOf('account A\n2026-01-05 charge 100\n2026-01-06 payment 100 patient'))).toBe('');
  });
});

describe('the patient', () => {
  const paysOn = (text: string, kind?: Kind) => {
    const draft = draftOf(text);
    const row = patientPays(draft, 3_000, on('2026-03-01'), lowest(draft), kind);
    return row && [row.effect, row.party, draft.text(row, 'check'), draft.text(row, 'payerText'), row.like];
  };
  it('pays as on this account: by a new check, under the same name', () => {
    expect(paysOn(book('', 'check=2001 payerText="Doe, Ann"', OTHER))).toEqual([-3_000, PATIENT_PARTY, '0000', 'Doe, Ann', 3]);
    expect(paysOn(book('check=1', ''))).toEqual([-3_000, PATIENT_PARTY, '', '', 3]);
    expect(paysOn(book('', ''))).toEqual([-3_000, PATIENT_PARTY, '', '', 3]);
  });
  it('else like a patient on another account, without that one’s numbers', () => {
    const bare = 'account A\n2026-01-05 charge 480\n2026-02-01 payment 480 Aetna check=1001';
    expect(paysOn(`${bare}\n${OTHER}\n2026-01-06 payment 7 patient check=8 payerText=ROE`)).toEqual([-3_000, PATIENT_PARTY, '', '', 3]);
  });
  it('a deposit is made like a deposit', () => {
    expect(paysOn(book('', 'check=2001', 'account B\n2026-01-05 deposit 5 patient check=9'), Kind.Deposit)).toEqual([-3_000, PATIENT_PARTY, '', '', 4]);
    expect(paysOn(book('', ''), Kind.Deposit)).toBeNull();
  });
  it('not after the review', () => {
    const draft = draftOf(book('', ''));
    expect(patientPays(draft, 1, AS_OF + 3, lowest(draft))?.day).toBe(AS_OF);
    expect(patientPays(draft, 1, AS_OF - 3, lowest(draft))?.day).toBe(AS_OF - 3);
  });
});

describe('a write-off', () => {
  it('is made like one of the same side', () => {
    const text = book('', '', 'account B\n2026-01-05 writeoff 5 Cigna\n2026-01-06 writeoff 6 patient');
    const draft = draftOf(text);
    const likes = [PATIENT_PARTY, 2].map((party) => writesOff(draft, Kind.WriteOff, 100, on('2026-03-01'), party, lowest(draft))?.like);
    expect(likes).toEqual([5, 4]);
    expect(writesOff(draft, Kind.WriteOff, 100, AS_OF + 9, 2, lowest(draft))).toMatchObject({ kind: Kind.WriteOff, effect: -100, party: 2, day: AS_OF });
    expect(writesOff(draft, Kind.Charity, 100, AS_OF, 2, lowest(draft))).toBeNull();
  });
});

describe('an amount too much', () => {
  const over = (from: number, to: number, small: number, paid = '480'): number => {
    const draft = draftOf(
      book('', '')
        .replaceAll('480', paid)
        .replace('1000', String(520 + Number(paid))),
    );
    return more(draft, from, to, lowest(draft, small));
  };
  it('is above what counts as small, no round sum and no amount of the account', () => {
    expect([over(1_001, 2_000, 500), over(1_000, 2_000, 500), over(200, 2_000, 500), over(200, 300, 599)]).toEqual([1_001, 1_001, 501, 601]);
    expect(over(1_001, 2_000, 500, '10.01')).toBe(1_002);
  });
  it('reaches up to what is asked, and past what is small', () => {
    const draft = draftOf(book('', ''));
    const drawn = (to: number): number =>
      Math.max(...Array.from({ length: 300 }, (_, seed) => more(draft, 200, to, toolsFor(draft, { chance: new Chance(seed), small: 500 }))));
    // 5.01 to 10.00 at least, whatever is asked.
    expect([drawn(300) > 900, drawn(300) <= 1_099, drawn(5_000) > 4_500, drawn(5_000) <= 5_099]).toEqual([true, true, true, true]);
  });
});
