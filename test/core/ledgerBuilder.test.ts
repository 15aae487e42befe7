/** The ledger as columns (design.md 5): what is not given stays blank, and transactions are grouped by account. */
import { Kind, PATIENT_PARTY, UNKNOWN_PARTY, hasTx } from '../../src/core/ledger';
import type { Ledger } from '../../src/core/ledger';
import { LedgerBuilder } from '../../src/core/ledgerBuilder';
import { inTimeOrder } from '../../src/core/posting';
import { on } from './harness';

const pay = (builder: LedgerBuilder, account: number, day: string, row: number, sheet = 0, effect = -100): number => {
  const tx = builder.transaction(account, Kind.Payment, effect, PATIENT_PARTY, sheet, row);
  builder.setTxDay(tx, 'postDay', day === '' ? 0 : on(day));
  return tx;
};
const rowsOf = (ledger: Ledger, account: number): number[] =>
  Array.from(ledger.order.subarray(ledger.start[account], ledger.start[account + 1]), (tx) => ledger.tx.row[tx] as number);

describe('sheets, texts and parties', () => {
  it('are numbered once', () => {
    const builder = new LedgerBuilder();
    expect([builder.sheet('T'), builder.sheet('A'), builder.sheet('T')]).toEqual([0, 1, 0]);
    expect([builder.text(''), builder.text('x'), builder.text('y'), builder.text('x')]).toEqual([0, 1, 2, 1]);
    expect(builder.build().texts).toEqual(['', 'x', 'y']);
  });
  it('255 sheets fit, one more does not; one of the 255 is found again', () => {
    const builder = new LedgerBuilder();
    for (let at = 0; at < 255; at++) builder.sheet(`S${at}`);
    expect(builder.sheet('S254')).toBe(254);
    expect(() => builder.sheet('S255')).toThrow(RangeError);
  });
  it('the patient is party 1 on every account, a payer gets the next number', () => {
    const builder = new LedgerBuilder();
    const payer = { kind: 'payer', name: 'Aetna', aliases: [], payerClass: 'commercial', federal: false } as const;
    expect([builder.party({ ...payer, kind: 'patient' }), builder.party(payer), builder.party({ ...payer, name: 'Cigna' })]).toEqual([1, 2, 3]);
    const { parties } = builder.build();
    expect(parties.map(({ kind, name, payerClass, federal }) => [kind, name, payerClass, federal])).toEqual([
      ['unknown', '', 'unknown', false],
      ['patient', 'Patient', 'self-pay', false],
      ['payer', 'Aetna', 'commercial', false],
      ['payer', 'Cigna', 'commercial', false],
    ]);
  });
});

describe('accounts', () => {
  const builder = new LedgerBuilder();
  const plain = builder.account('007');
  const north = builder.account('007', 'North', 1, 5);
  builder.account('007', '', 2, 9);
  builder.account('007', '', 3, 11);
  builder.account('007', 'North', 1, 6);
  const south = builder.account('007', 'South');
  it('are one for each facility and key', () => {
    expect([plain, north, south, builder.accountCount]).toEqual([0, 1, 2, 3]);
    expect([builder.findAccount('007'), builder.findAccount('007', 'North'), builder.findAccount('007', 'East'), builder.findAccount('7')]).toEqual([
      0, 1, -1, -1,
    ]);
  });
  it('have the sheet and row of their first listing; 0 when they are known from postings only', () => {
    const { accounts, texts } = builder.build();
    expect([...accounts.row]).toEqual([9, 5, 0]);
    expect([...accounts.sheet]).toEqual([2, 1, 0]);
    expect([...accounts.key].map((id) => texts[id])).toEqual(['007', '007', '007']);
    expect([...accounts.text.facility].map((id) => texts[id])).toEqual(['', 'North', 'South']);
  });
});

it('a builder that was given nothing builds a ledger of nothing', () => {
  const { sheets, texts, remittances, register, hasListing, accounts, tx, start, order } = new LedgerBuilder().build();
  expect([sheets, [...texts], remittances, register, hasListing, accounts.count, tx.count]).toEqual([[], [''], [], [], false, 0, 0]);
  expect([[...start], order.length, accounts.row.length, tx.account.length, tx.row.length]).toEqual([[0], 0, 0, 0, 0]);
});

it('accounts known from nothing but their key have blank places, and one may have a blank key', () => {
  const builder = new LedgerBuilder();
  expect([builder.account('', '', 3), builder.findAccount(''), builder.findAccount('', 'North'), builder.account('')]).toEqual([0, 0, -1, 0]);
  const { accounts } = builder.build();
  expect([[...accounts.key], [...accounts.sheet], [...accounts.row], accounts.payerParty.map((column) => [...column])]).toEqual([
    [0],
    [0],
    [0],
    [[0], [0], [0]],
  ]);
});

it('fifteen hundred rows and accounts keep their cells while the columns grow', () => {
  const builder = new LedgerBuilder();
  for (let at = 0; at < 1_537; at++) {
    const account = builder.account(`A${at}`);
    if (at % 512 === 0) builder.setAccountMoney(account, 'balance', at);
    builder.setTxMoney(pay(builder, account, '2026-02-01', at + 2), 'allowed', at);
  }
  const { accounts, tx } = builder.build();
  expect([accounts.money.balance.length, tx.money.allowed.length, tx.row.length]).toEqual([1_537, 1_537, 1_537]);
  expect([...accounts.money.balance].flatMap((cents, at) => (Number.isNaN(cents) ? [] : [[at, cents]]))).toEqual([
    [0, 0],
    [512, 512],
    [1_024, 1_024],
    [1_536, 1_536],
  ]);
  expect([...tx.money.allowed]).toEqual(Array.from({ length: 1_537 }, (_, at) => at));
});

it('a posting without a post day stands by its day of service, among those that have one', () => {
  const builder = new LedgerBuilder();
  const account = builder.account('A1');
  const served = (day: string, row: number, iso: string): void => builder.setTxDay(pay(builder, account, day, row), 'serviceDay', on(iso));
  served('2026-02-01', 2, '2026-03-01');
  served('', 3, '2026-01-15');
  served('2026-02-02', 4, '2026-01-01');
  served('', 5, '2026-02-03');
  expect(rowsOf(builder.build(), account)).toEqual([3, 2, 4, 5]);
  const undated = new LedgerBuilder();
  const only = undated.account('A1');
  for (const [row, iso] of [
    [2, '2026-02-02'],
    [3, '2026-02-01'],
  ] as const)
    undated.setTxDay(pay(undated, only, '', row), 'serviceDay', on(iso));
  expect(rowsOf(undated.build(), only)).toEqual([3, 2]);
});

describe('by the numbers of texts', () => {
  const builder = new LedgerBuilder();
  const [key, north, south] = [builder.text('007'), builder.text('North'), builder.text('South')];
  const [plain, placed] = [builder.accountOf(key), builder.accountOf(key, north, 1, 5)];
  builder.accountOf(key, 0, 2, 9);
  it('accounts are the same as by the texts', () => {
    expect([plain, placed, builder.account('007'), builder.account('007', 'North'), builder.accountCount]).toEqual([0, 1, 0, 1, 2]);
    expect([builder.findAccountId(key), builder.findAccountId(key, north), builder.findAccountId(key, south), builder.findAccountId(north)]).toEqual([
      0, 1, -1, -1,
    ]);
  });
  it('a text that was never seen names no account, and is not added by the search', () => {
    expect([builder.findAccount('008'), builder.findAccount('007', 'East'), builder.findAccount('North')]).toEqual([-1, -1, -1]);
    expect(builder.texts).toEqual(['', '007', 'North', 'South']);
  });
  it('texts of accounts are set by number too; 0 is blank', () => {
    builder.setAccountTextId(placed, 'patient', south);
    builder.setAccountTextId(placed, 'mrn', 0);
    const { accounts } = builder.build();
    expect([[...accounts.text.patient], accounts.text.mrn.length, [...accounts.row], [...accounts.sheet]]).toEqual([[0, south], 0, [9, 5], [2, 1]]);
  });
});

describe('transactions as whole columns', () => {
  const columns = {
    account: Int32Array.of(1, 0, 1),
    kind: Uint8Array.of(Kind.Charge, Kind.Payment, Kind.Refund),
    effect: Float64Array.of(500, -200, 30),
    party: Uint16Array.of(0, 1, 2),
    sheet: Uint8Array.of(0, 1, 0),
    row: Int32Array.of(9, 3, 2),
  };
  const builder = new LedgerBuilder();
  const [one, two] = [builder.account('A1'), builder.account('A2')];
  builder.adoptTransactions(columns);
  builder.adoptTxText('user', Int32Array.of(0, 1, 0));
  builder.adoptTxText('batch', Int32Array.of(0, 0, 0));
  builder.adoptTxDay('postDay', Int32Array.of(0, 0, on('2026-02-01')));
  builder.adoptTxDay('serviceDay', Int32Array.of(0, 0, 0));
  const later = pay(builder, one, '2026-02-01', 4, 0, -7);
  const ledger = builder.build();
  it('are what was given, with later ones behind them', () => {
    const { tx } = ledger;
    expect([later, tx.count]).toEqual([3, 4]);
    expect([tx.account, tx.kind, tx.effect, tx.party, tx.sheet, tx.row].map((column) => [...column])).toEqual([
      [1, 0, 1, 0],
      [Kind.Charge, Kind.Payment, Kind.Refund, Kind.Payment],
      [500, -200, 30, -7],
      [0, 1, 2, 1],
      [0, 1, 0, 0],
      [9, 3, 2, 4],
    ]);
    expect([rowsOf(ledger, one), rowsOf(ledger, two)]).toEqual([
      [3, 4],
      [9, 2],
    ]);
  });
  it('with their optional columns; one that is blank all through does not exist', () => {
    const { tx } = ledger;
    expect([[...tx.text.user], tx.text.batch.length, [...tx.day.postDay], tx.day.serviceDay.length]).toEqual([
      [0, 1, 0, 0],
      0,
      [0, 0, on('2026-02-01'), on('2026-02-01')],
      0,
    ]);
  });
  it('are taken before any other, or not at all', () => {
    const other = new LedgerBuilder();
    pay(other, other.account('A1'), '2026-02-01', 2);
    expect(() => other.adoptTransactions(columns)).toThrow('transactions are adopted before any is added');
  });
});

describe('optional columns', () => {
  const builder = new LedgerBuilder();
  const [one, two] = [builder.account('A1'), builder.account('A2')];
  builder.setAccountText(one, 'mrn', '');
  builder.setAccountDay(one, 'dob', 0);
  builder.setAccountText(two, 'patient', 'Doe, Ann');
  builder.setAccountMoney(two, 'balance', 0);
  builder.setAccountDay(two, 'serviceFrom', on('2026-01-05'));
  builder.setAccountPayer(two, 1, 2);
  const first = pay(builder, two, '2026-02-01', 2);
  const second = pay(builder, two, '', 3);
  builder.setTxText(first, 'user', '');
  builder.setTxTextId(first, 'batch', 0);
  builder.setTxTextId(second, 'cpt', builder.text('99213'));
  builder.setTxMoney(first, 'allowed', 60000);
  const { accounts, tx, texts } = builder.build();

  it('exist only where a value was given that is not blank', () => {
    const lengths = [accounts.text.mrn, accounts.day.dob, accounts.money.charges, tx.text.user, tx.text.batch, tx.money.billed, tx.day.serviceDay];
    expect(lengths.map(({ length }) => length)).toEqual([0, 0, 0, 0, 0, 0, 0]);
  });
  it('are as long as there are rows, blank where nothing was given', () => {
    expect([...accounts.text.patient].map((id) => texts[id])).toEqual(['', 'Doe, Ann']);
    expect([...accounts.money.balance]).toEqual([Number.NaN, 0]);
    expect([...accounts.day.serviceFrom]).toEqual([0, on('2026-01-05')]);
    expect(accounts.payerParty.map((column) => [...column])).toEqual([
      [0, 0],
      [0, 2],
      [0, 0],
    ]);
    expect([...tx.text.cpt].map((id) => texts[id])).toEqual(['', '99213']);
    expect([...tx.money.allowed]).toEqual([60000, Number.NaN]);
    expect([...tx.day.postDay]).toEqual([on('2026-02-01'), 0]);
  });
  it('are known by name', () => {
    const ledger = builder.build();
    expect([hasTx(ledger, 'cpt'), hasTx(ledger, 'allowed'), hasTx(ledger, 'postDay')]).toEqual([true, true, true]);
    expect([hasTx(ledger, 'user'), hasTx(ledger, 'billed'), hasTx(ledger, 'serviceDay'), hasTx(ledger, 'none' as 'user')]).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });
});

describe('transactions', () => {
  it('hold kind, effect, party, sheet, row and account', () => {
    const builder = new LedgerBuilder();
    builder.account('A0');
    const account = builder.account('A1');
    builder.transaction(account, Kind.Charge, 10_005, UNKNOWN_PARTY, 3, 7);
    const { tx } = builder.build();
    expect([tx.count, tx.account[0], tx.kind[0], tx.effect[0], tx.party[0], tx.sheet[0], tx.row[0]]).toEqual([1, 1, Kind.Charge, 10_005, 0, 3, 7]);
  });
  it('refuse half a cent and no number', () => {
    const builder = new LedgerBuilder();
    for (const effect of [0.5, Number.NaN, 2 ** 53]) expect(() => builder.transaction(0, Kind.Charge, effect, 0, 0, 1)).toThrow('whole cents');
    expect(builder.txCount).toBe(0);
  });
  it('are grouped by account, then by day, sheet and row', () => {
    const builder = new LedgerBuilder();
    const [one, empty, two] = [builder.account('A1'), builder.account('A2'), builder.account('A3')];
    pay(builder, two, '2026-02-02', 10);
    pay(builder, one, '2026-02-01', 4);
    pay(builder, two, '2026-02-01', 12);
    pay(builder, one, '2026-02-01', 2);
    pay(builder, one, '2026-02-01', 9, 1);
    pay(builder, one, '2026-02-01', 5);
    pay(builder, one, '', 8);
    const ledger = builder.build();
    expect([rowsOf(ledger, one), rowsOf(ledger, empty), rowsOf(ledger, two)]).toEqual([[8, 2, 4, 5, 9], [], [12, 10]]);
    expect([...ledger.start]).toEqual([0, 5, 5, 7]);
  });
  it('of rows that are already in order keep it; a service day stands in for the post day', () => {
    const builder = new LedgerBuilder();
    const account = builder.account('A1');
    pay(builder, account, '2026-02-01', 2);
    const tx = pay(builder, account, '', 3);
    builder.setTxDay(tx, 'serviceDay', on('2026-02-02'));
    pay(builder, account, '2026-02-03', 4);
    pay(builder, account, '2026-02-03', 4);
    const ledger = builder.build();
    expect([rowsOf(ledger, account), [...ledger.order]]).toEqual([
      [2, 3, 4, 4],
      [0, 1, 2, 3],
    ]);
  });
  it('grow past the first room of 1,024 rows, with blanks kept blank', () => {
    const builder = new LedgerBuilder();
    const account = builder.account('A1');
    const first = pay(builder, account, '2026-02-01', 1);
    builder.setTxMoney(first, 'allowed', 5);
    for (let row = 2; row <= 1700; row++) pay(builder, account, '2026-02-01', row, 0, -row);
    builder.setTxMoney(1600, 'allowed', 7);
    const { tx } = builder.build();
    expect([tx.effect.length, tx.effect[0], tx.effect[1023], tx.effect[1024], tx.effect[1699]]).toEqual([1700, -100, -1024, -1025, -1700]);
    expect([tx.money.allowed.length, tx.money.allowed[0], tx.money.allowed[1], tx.money.allowed[1600], tx.money.allowed[1699]]).toEqual([
      1700,
      5,
      Number.NaN,
      7,
      Number.NaN,
    ]);
  });
  it('with a column filled only at the start: the rest is blank', () => {
    const builder = new LedgerBuilder();
    const account = builder.account('A1');
    builder.setTxText(pay(builder, account, '2026-02-01', 1), 'user', 'jb');
    for (let row = 2; row <= 1100; row++) pay(builder, account, '2026-02-01', row);
    const { tx, texts } = builder.build();
    expect([tx.text.user.length, texts[tx.text.user[0] ?? 0], tx.text.user[1099]]).toEqual([1100, 'jb', 0]);
  });
  it('an empty ledger has empty columns', () => {
    const { accounts, tx, start, order } = new LedgerBuilder().build();
    expect([accounts.key.length, accounts.payerParty[2].length, tx.effect.length, start.length, order.length]).toEqual([0, 0, 0, 1, 0]);
  });
});

it('rows of one day go by sheet, then by row, in whatever order they came', () => {
  const builder = new LedgerBuilder();
  const account = builder.account('A1');
  for (const [sheet, row] of [
    [3, 1],
    [1, 8],
    [2, 5],
    [1, 7],
  ] as const)
    pay(builder, account, '2026-02-01', row, sheet);
  expect(rowsOf(builder.build(), account)).toEqual([7, 8, 5, 1]);
});

describe('of two rows alike', () => {
  const order = (...places: readonly (readonly [number, number])[]): number[][] => {
    const builder = new LedgerBuilder();
    const account = builder.account('A1');
    for (const [sheet, row] of places) pay(builder, account, '2026-02-01', row, sheet);
    const before = inTimeOrder(builder.build());
    return [[0, 1].sort(before), [1, 0].sort(before)];
  };
  it.each([
    ['the one on the first sheet', order([1, 2], [0, 9])],
    ['then the upper one', order([1, 9], [1, 2])],
  ])('%s goes first, whatever the order of rows', (_name, found) =>
    expect(found).toEqual([
      [1, 0],
      [1, 0],
    ]),
  );
});
