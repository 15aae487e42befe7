/** A ledger with drafts in it is the ledger that would be read from sheets changed in the same way. */
import { Kind } from '../../../src/core/ledger';
import { ledgerWith } from '../../../src/core/selfTest/copied';
import type { Draft } from '../../../src/core/selfTest/draft';
import { FIELDS, NOTHING_ADDED } from '../../../src/core/selfTest/fields';
import type { Added } from '../../../src/core/selfTest/fields';
import { ledgerOf, on } from '../harness';
import { described, draftOf } from './drafting';
import type { Described } from './drafting';

const LISTED = 'payer1=Aetna patient="Doe, Ann" mrn=M1 status=Billed serviceFrom=2026-01-05';
const CHARGE = '2026-01-05 charge 1000 claim=CL1 service=2026-01-05 txnId=T1';
const CONTRACTUAL = '2026-02-01 contractual 400 Aetna claim=CL1 txnId=T2';
const PAID = '2026-02-01 payment 480 Aetna check=1001 claim=CL1 txnId=T3';
const PATIENT = '2026-02-20 payment 120 patient check=2001 txnId=T4';
const OTHERS = `account B payer1=Cigna balance=50 insBalance=50 ptBalance=0 expected=7
2026-01-07 charge 50 Cigna txnId=T5`;
const A = (balances = 'balance=0 insBalance=0 ptBalance=0'): string => `account A ${LISTED} ${balances}`;
const book = (...rows: readonly string[]): string => [A(), CHARGE, CONTRACTUAL, PAID, PATIENT, ...rows, OTHERS].join('\n');
const copyOf = (draft: Draft, added?: Added, only?: Uint8Array): Described => described(ledgerWith(draft.shape.ledger, [draft], added, only));
const read = (...lines: readonly string[]): Described => described(ledgerOf([...lines].join('\n')));

describe('a copy', () => {
  it('without drafts, or with one that changes nothing, says what the ledger says', () => {
    const draft = draftOf(book());
    expect(described(ledgerWith(draft.shape.ledger, []))).toEqual(read(book()));
    expect(copyOf(draft)).toEqual(read(book()));
  });

  it('leaves the ledger alone', () => {
    const draft = draftOf(book());
    draft.again(draft.main, { day: on('2026-03-03'), texts: { check: '1002' } });
    draft.texts.status = 'Cancelled';
    draft.days.serviceFrom = on('2026-07-01');
    draft.secondPayer = 3;
    copyOf(draft);
    expect(described(draft.shape.ledger)).toEqual(read(book()));
  });

  it('has the rows added, changed and taken away, in day order, and a listing that follows them', () => {
    const draft = draftOf(book());
    draft.again(draft.main, { day: on('2026-02-10'), texts: { check: '1002' } });
    draft.main.effect += 5_000;
    draft.withoutPatientMoney();
    draft.texts.status = 'On hold';
    draft.days.serviceFrom = on('2026-01-04');
    // 1000 − 400 − 430 − 480 = −310: the patient's 120 is still to come, so the payers are 430 over.
    expect(copyOf(draft)).toEqual(
      read(
        A('balance=-310 insBalance=-430 ptBalance=120').replace('Billed', '"On hold"').replace('2026-01-05', '2026-01-04'),
        CHARGE,
        CONTRACTUAL,
        PAID.replace('480', '430'),
        '2026-02-10 payment 480 Aetna check=1002 claim=CL1 txnId=T3-T1',
        OTHERS,
      ),
    );
  });

  it('fills in no column that the sheets lack', () => {
    const bare = ['account A', '2026-01-05 charge 100', '2026-01-06 payment 100 patient'];
    const draft = draftOf(bare.join('\n'));
    draft.texts.status = 'Cancelled';
    draft.days.serviceFrom = on('2026-01-04');
    draft.secondPayer = 2;
    draft.again(draft.row(1), { day: on('2026-01-08'), texts: { check: '9' }, money: { allowed: 5 } });
    expect(copyOf(draft)).toEqual(read(...bare, '2026-01-08 payment 100 patient'));
  });

  it('leaves a blank balance blank', () => {
    const listed = `account A ${LISTED}\n${CHARGE}\n${CONTRACTUAL}\n${PAID}\n${PATIENT}`;
    const draft = draftOf(`${listed}\n${OTHERS}`);
    draft.main.effect += 100;
    expect(copyOf(draft)).toEqual(read(listed.replace('480', '479'), OTHERS));
  });

  it('keeps rows of a day in the order of the sheet', () => {
    const draft = draftOf(book());
    draft.again(draft.row(2), { kind: Kind.Memo, effect: 0 });
    const copy = ledgerWith(draft.shape.ledger, [draft]);
    const rows = Array.from(copy.order.subarray(copy.start[0], copy.start[1]), (tx) => [copy.tx.kind[tx], copy.tx.row[tx]]);
    const at = (tx: number): number => draft.shape.ledger.tx.row[tx] as number;
    // The added one has the row of the one it is like, and comes after it.
    expect(rows).toEqual([
      [Kind.Charge, at(0)],
      [Kind.Contractual, at(1)],
      [Kind.Payment, at(2)],
      [Kind.Memo, at(2)],
      [Kind.Payment, at(3)],
    ]);
  });
});

describe('parts', () => {
  it('a share that rows moved to the patient stays with the patient', () => {
    const moved = ['2026-02-02 transfer -120 Aetna txnId=T7', '2026-02-02 transfer 120 patient txnId=T8'];
    const draft = draftOf(book(...moved));
    draft.withoutPatientMoney();
    expect(copyOf(draft)).toEqual(read(A('balance=120 insBalance=0 ptBalance=120'), CHARGE, CONTRACTUAL, PAID, ...moved, OTHERS));
  });
  it('a second payer takes the share over', () => {
    const draft = draftOf(book());
    draft.withoutPatientMoney();
    draft.secondPayer = draft.shape.ledger.parties.findIndex(({ name }) => name === 'Cigna');
    expect(copyOf(draft).accounts[0]).toMatchObject({ payers: ['Aetna', 'Cigna', ''], balance: 12_000, insBalance: 12_000, ptBalance: 0 });
  });
  it('where nothing was billed, what the patient paid is the patient’s', () => {
    const draft = draftOf(book());
    draft.remove([0, 1, 2]);
    const [account] = copyOf(draft).accounts;
    expect(account).toMatchObject({ balance: -12_000, insBalance: 0, ptBalance: -12_000, rows: [{ party: 'Patient', effect: -12_000 }] });
  });
});

describe('remittances', () => {
  const REMIT = 'remit Aetna 480 2026-02-01 claim=CL1 check=1001 icn=I1 billed=1000 allowed=600 pr=120 contractual=400 codes=45';
  const stranger = 'account B\nremit Cigna 5 2026-02-03 claim=CLB check=55';
  const same = `${REMIT} priorPaid=0`;
  it('a payment more is a remittance more, one posted twice is not', () => {
    const draft = draftOf(book(REMIT, stranger));
    draft.again(draft.main, { day: on('2026-02-03') });
    const listed = A('balance=-480 insBalance=-480 ptBalance=0');
    const rows = [CHARGE, CONTRACTUAL, PAID, '2026-02-03 payment 480 Aetna check=1001 claim=CL1 txnId=T3-T1', PATIENT];
    expect(copyOf(draft)).toEqual(read(listed, ...rows, same, stranger, OTHERS));
    const other = draftOf(book(REMIT, stranger));
    other.again(other.main, { day: on('2026-02-03'), texts: { check: '1002' }, stated: { ...other.truth, share: 0, paid: 48_000, priorPaid: 100 } });
    const again = 'remit Aetna 480 2026-02-03 claim=CL1 check=1002 icn=I1 status=2 billed=1000 allowed=600 pr=0 contractual=400 codes=45 priorPaid=1';
    expect(copyOf(other)).toEqual(
      read(listed, ...rows.map((row) => (row.includes('02-03') ? row.replace('1001', '1002') : row)), same, again, stranger, OTHERS),
    );
  });
  it('a takeback line keeps the money, and names claim and check', () => {
    const draft = draftOf(book(REMIT));
    draft.takebacks.push({ party: draft.plain.payer, cents: 20_000, day: on('2026-04-01'), claim: 'CL1', check: '77' });
    expect(copyOf(draft)).toEqual(read(book(same, 'remit Aetna -200 2026-04-01 claim=CL1 check=77 status=0 plb=WO')));
  });
  it('a takeback line stands where the account has no remittance, like any other', () => {
    const draft = draftOf(book(stranger));
    draft.takebacks.push({ party: draft.plain.payer, cents: 20_000, day: on('2026-04-01'), claim: 'CL1', check: '77' });
    expect(copyOf(draft)).toEqual(read(book('remit Aetna -200 2026-04-01 claim=CL1 check=77 status=0 plb=WO', stranger)));
  });
  it('there are none where the sheets have none, and no register line without a register', () => {
    const draft = draftOf(book());
    draft.takebacks.push({ party: 2, cents: 1, day: on('2026-04-01'), claim: '', check: '' });
    draft.register.push({ payee: 'Doe, Ann', cents: 1, day: on('2026-04-01'), check: '' });
    expect(copyOf(draft)).toEqual(read(book()));
  });
  it('the register has a line more', () => {
    const line = 'account B\nregister 3 2026-03-04 payee="Roe, Bo" check=9 status=Cleared';
    const draft = draftOf(book(line));
    draft.register.push({ payee: 'Doe, Ann', cents: 1_250, day: on('2026-04-01'), check: '10' });
    expect(copyOf(draft)).toEqual(read(book('register 12.50 2026-04-01 payee="Doe, Ann" check=10 status=Cleared', line)));
  });
  it('what the payment row says of the remittance is said anew, where it says it', () => {
    const says = 'allowed=600 pr=120 billed=1000 remitPaid=480 remitContractual=400 priorPaid=0 checkTotal=900 interest=1';
    const draft = draftOf([A(), CHARGE, CONTRACTUAL, `${PAID} ${says}`, PATIENT, OTHERS].join('\n'));
    draft.main.stated = { allowed: 1, share: 2, billed: 3, paid: 4, contractual: 5, priorPaid: 6 };
    const anew = 'allowed=0.01 pr=0.02 billed=0.03 remitPaid=0.04 remitContractual=0.05 priorPaid=0.06 checkTotal=900 interest=1';
    expect(copyOf(draft)).toEqual(read(A(), CHARGE, CONTRACTUAL, `${PAID} ${anew}`, PATIENT, OTHERS));
    draft.main.stated = null;
    expect(copyOf(draft)).toEqual(read(A(), CHARGE, CONTRACTUAL, `${PAID} ${says}`, PATIENT, OTHERS));
  });
});

describe('accounts left out', () => {
  it('are empty, at a balance of 0', () => {
    const draft = draftOf(`${book()}\nremit Cigna 5 2026-02-03 claim=CLB check=55`);
    const only = Uint8Array.from([1, 0]);
    const { accounts, remittances, count } = copyOf(draft, NOTHING_ADDED, only);
    expect(accounts[0]).toEqual(read(book()).accounts[0]);
    expect(accounts[1]).toMatchObject({ key: 'B', balance: 0, insBalance: 0, ptBalance: 0, expected: Number.NaN, rows: [] });
    expect([remittances, count]).toEqual([[], 4]);
  });
});

describe('columns filled in', () => {
  const field = (column: string): Added => FIELDS.find((each) => each.column === column)!.added;
  const bare = (check = '', claim = ''): string[] => [
    'account A payer1=Aetna',
    '2026-01-05 charge 1000',
    `2026-02-01 contractual 400 Aetna ${claim}`,
    `2026-02-01 payment 480 Aetna ${check && `check=${check}-2`} ${claim}`,
    `2026-02-20 payment 120 patient ${check && `check=${check}-3`}`,
  ];
  const rest = ['account B', '2026-01-07 charge 50', '2026-01-08 payment 20 patient'];
  const plain = (): Draft => draftOf([...bare(), ...rest].join('\n'));
  it('check numbers of drafted payments, by account and row', () => {
    expect(copyOf(plain(), field('Check number'))).toEqual(read(...bare('T0'), ...rest));
  });
  it('a row posted twice is one check when it was one', () => {
    const draft = plain();
    draft.again(draft.main, { day: on('2026-02-03') });
    const twice = (check: string): Described => read(...bare('T0'), `2026-02-03 payment 480 Aetna check=${check}`, ...rest);
    expect(copyOf(draft, field('Check number'))).toEqual(twice('T0-4'));
    draft.oneCheck = true;
    expect(copyOf(draft, field('Check number'))).toEqual(twice('T0-2'));
  });
  it('plan type and the order of payers', () => {
    expect(copyOf(plain(), field('Plan type')).accounts.map(({ planType }) => planType)).toEqual(['Case rate', '']);
    const unlisted = draftOf([...bare().map((row) => row.replace(' payer1=Aetna', '')), ...rest, 'account C', '2026-01-09 charge 5 Cigna'].join('\n'));
    unlisted.secondPayer = unlisted.shape.ledger.parties.findIndex(({ name }) => name === 'Cigna');
    const payers = (added?: Added): unknown => copyOf(unlisted, added).accounts[0]?.payers;
    // Without a listing nobody says who pays first, unless that column is filled in.
    const none = draftOf(bare().join('\n')).shape.ledger.parties[0]?.name;
    expect([payers(), payers(field('Order of payers'))]).toEqual([
      [none, none, none],
      ['Aetna', 'Cigna', none],
    ]);
  });
  it('what a remittance says', () => {
    const draft = plain();
    const [account, charge, contractual, paid, patient] = bare();
    const states = 'allowed=600 pr=120 remitContractual=400 priorPaid=0';
    expect(copyOf(draft, field('Allowed amount and patient share of the remittance'))).toEqual(
      read(account!, charge!, contractual!, `${paid} ${states}`, patient!, ...rest),
    );
  });
  it('a payer for payments that name none', () => {
    const nameless = ['account A', '2026-01-05 charge 100', '2026-02-01 contractual 20 none', '2026-02-01 payment 80 none'];
    const draft = draftOf([...nameless, ...rest].join('\n'));
    const named = nameless.map((row) => row.replace('none', '"The payer"'));
    expect(copyOf(draft, field('Payer of each payment'))).toEqual(read(...named, ...rest));
  });
});
