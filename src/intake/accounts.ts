/** Accounts of a reading: keys (with the facility where numbers collide), the listing, what joins and what does not (exports.md hazards 10 to 12). */
import { Kind } from '../core/ledger';
import type { LedgerBuilder } from '../core/ledgerBuilder';
import type { Grain } from './contract';
import { keyColumn } from './grain';
import type { Ints } from './grow';
import { Marks } from './grow';
import { keyTwins } from './keyTwins';
import { Listed } from './listed';
import { accountWriter, listedBalance, listsBalances, mayListBalance } from './listing';
import type { AccountWriter } from './listing';
import { multipliersOf } from './signs';
import type { Postings } from './postings';
import type { ProblemLog } from './problemLog';
import type { Stage } from './stage';
import { normaliseWords } from './types';

/** Where the postings of one sheet belong, and how many of its rows are listed. */
interface Joined {
  readonly accounts: Int32Array;
  rows: number;
  matched: number;
  firstUnlisted: number;
}

const NUMBER_ALONE = 'number alone';
const PARTS = 'parts of one balance, by payer';
const AGAIN = 'the same balance again';

export class Accounts {
  readonly listing: Listed;
  private readonly incompleteWhy = new Map<number, string>();
  private readonly byFacility: boolean;
  private readonly bySheet: boolean;
  private readonly keys = new Map<Stage, Ints | null>();
  /** 1 for an account with a posting row. */
  private readonly posted = new Marks();
  private readonly joined = new Map<Stage, Joined>();
  private readonly others = new Map<number, number[]>();
  balanceSign: 'credit negative' | 'credit positive' | 'without sign' = 'credit negative';

  constructor(
    private readonly builder: LedgerBuilder,
    private readonly log: ProblemLog,
    private readonly grain: Grain,
    private readonly listings: readonly Stage[],
    private readonly ledgers: readonly Stage[],
    private readonly corrections: Readonly<Record<string, string>>,
  ) {
    this.listing = new Listed(listings);
    for (const stage of [...listings, ...ledgers]) this.keys.set(stage, keyColumn(stage, grain));
    const collide = this.collisions();
    this.byFacility = collide.facility;
    this.bySheet = collide.sheet;
    for (const stage of listings) this.readListing(stage);
    builder.hasListing = listings.some((stage) => listsBalances(stage));
    this.zeroTwins = this.twins();
  }

  get hasListing(): boolean {
    return this.builder.hasListing;
  }

  /** Account index of each posting row of a sheet; made when new, −1 where a row has no key. */
  of(stage: Stage): Int32Array {
    const known = this.joined.get(stage);
    if (known !== undefined) return known.accounts;
    const join: Joined = { accounts: new Int32Array(stage.count).fill(-1), rows: 0, matched: 0, firstUnlisted: 0 };
    this.joined.set(stage, join);
    const keys = this.keys.get(stage) ?? null;
    if (keys !== null) this.joinRows(stage, keys, join);
    return join.accounts;
  }

  private joinRows(stage: Stage, keys: Ints, join: Joined): void {
    const places = this.byFacility ? stage.ids('facility') : null;
    const place = this.bySheet ? this.builder.text(stage.sheet) : 0;
    const describe = accountWriter(this.builder, stage, true);
    for (let row = 0; row < keys.length; row++) {
      const key = keys.get(row);
      if (key === 0) continue;
      const account = this.builder.accountOf(key, places === null ? place : places.get(row));
      join.accounts[row] = account;
      if (this.posted.get(account) === 0) this.firstPosting(stage, row, key, account, describe);
      join.rows++;
      if (this.listing.has(account)) join.matched++;
      else if (join.firstUnlisted === 0) join.firstUnlisted = stage.rows.get(row);
    }
  }

  private firstPosting(stage: Stage, row: number, key: number, account: number, describe: AccountWriter): void {
    this.posted.set(account, 1);
    if (!this.listing.has(account)) describe(row, account);
    if (stage.damagedKeys.has(key)) this.incomplete(account, 'Its number was damaged by Excel.');
  }

  /** Account a remittance or register row names, −1 when it is not one of ours. Never makes one. */
  find(stage: Stage, row: number): number {
    for (const key of [this.keyOf(stage, row), stage.id('account', row), stage.id('claim', row)]) {
      if (key === 0) continue;
      const found = this.builder.findAccount(this.builder.texts[key] as string, this.byFacility ? stage.text('facility', row) : '');
      if (found >= 0) return found;
    }
    return -1;
  }

  private keyOf(stage: Stage, row: number): number {
    let keys = this.keys.get(stage);
    if (keys === undefined) this.keys.set(stage, (keys = keyColumn(stage, this.grain)));
    return keys?.get(row) ?? 0;
  }

  incomplete(account: number, why: string): void {
    if (!this.incompleteWhy.has(account)) this.incompleteWhy.set(account, why);
  }
  isIncomplete(account: number): boolean {
    return this.incompleteWhy.has(account);
  }
  writeIncomplete(): void {
    for (const [account, why] of this.incompleteWhy) this.builder.setAccountText(account, 'incomplete', why);
  }

  /** Share of a posting sheet's rows that are listed, or of a listing's rows that have postings; null when there is no other side. */
  matchRate(stage: Stage): number | null {
    const round = (n: number): number => Math.round(n * 1e4) / 1e4;
    if (this.listings.includes(stage)) {
      if (this.ledgers.length === 0 || stage.count === 0) return null;
      const { own, posted } = this.postedOf(stage);
      return own === 0 ? 0 : round(posted / own);
    }
    const join = this.joined.get(stage);
    return join === undefined || this.listings.length === 0 || join.rows === 0 ? null : round(join.matched / join.rows);
  }

  /** Accounts that a listing holds, and those of them with postings. */
  private postedOf(stage: Stage): { own: number; posted: number } {
    let [own, posted] = [0, 0];
    for (let account = 0; account < this.listing.size; account++) {
      if (this.listing.stageOf(account) !== stage) continue;
      own++;
      posted += this.posted.get(account);
    }
    return { own, posted };
  }

  /** Posting rows of a sheet whose account is not listed: how many, and the first sheet row. */
  unlisted(stage: Stage): { readonly rows: number; readonly first: number } {
    const join = this.joined.get(stage);
    return join === undefined ? { rows: 0, first: 0 } : { rows: join.rows - join.matched, first: join.firstUnlisted };
  }

  /** Rows of all posting sheets that are listed, 0…1; null without a listing. */
  get joinRate(): number | null {
    if (this.listings.length === 0) return null;
    let rows = 0;
    let matched = 0;
    for (const join of this.joined.values()) {
      rows += join.rows;
      matched += join.matched;
    }
    return rows === 0 ? null : matched / rows;
  }

  /** Whether one number names two accounts, told by facility or by patient (hazard 11). */
  private collisions(): { facility: boolean; sheet: boolean } {
    const stages = [...this.listings, ...this.ledgers];
    const seen = new Map<number, { facility: number; stage: Stage; row: number }>();
    let facility = false;
    let sheet = false;
    const placed = stages.some((stage) => stage.has('facility'));
    const several = this.listings.length === 0 && stages.length > 1;
    for (const stage of placed || several ? stages : []) {
      const listing = this.listings.includes(stage);
      for (let row = 0; row < stage.count; row++) {
        const key = this.keyOf(stage, row);
        if (key === 0) continue;
        const place = stage.id('facility', row);
        const known = seen.get(key);
        if (known === undefined) {
          seen.set(key, { facility: place, stage, row });
          continue;
        }
        const otherPlace = place !== 0 && known.facility !== 0 && place !== known.facility;
        const otherSheet = several && known.stage !== stage;
        if (!otherPlace && !otherSheet) continue;
        const another = differs(who(known.stage, known.row), who(stage, row));
        if (otherPlace && (listing || another)) facility = true;
        if (otherSheet && another) sheet = true;
      }
    }
    const everywhere = stages.every((stage) => stage.count === 0 || stage.has('facility'));
    if (facility && !everywhere)
      this.log.add(
        'same-id',
        stages[0]?.sheet ?? '',
        0,
        'The same number stands for accounts of different facilities, and not every sheet names the facility.',
      );
    const byFacility = facility && everywhere && this.corrections['key:facility'] !== NUMBER_ALONE;
    if (facility && everywhere)
      this.log.assume({
        key: 'key:facility',
        label: 'Key of an account',
        chosen: byFacility ? 'facility and number' : NUMBER_ALONE,
        choices: ['facility and number', NUMBER_ALONE],
        why: 'The same number occurs in more than one facility.',
      });
    const bySheet = sheet && !byFacility && this.corrections['key:sheet'] !== NUMBER_ALONE;
    if (sheet && !byFacility)
      this.log.assume({
        key: 'key:sheet',
        label: 'Key of an account',
        chosen: bySheet ? 'sheet and number' : NUMBER_ALONE,
        choices: ['sheet and number', NUMBER_ALONE],
        why: 'The same number stands for different patients on different sheets.',
      });
    return { facility: byFacility, sheet: bySheet };
  }

  private readListing(stage: Stage): void {
    const sheet = this.builder.sheet(stage.sheet);
    const describe = accountWriter(this.builder, stage, false);
    const places = this.byFacility ? stage.ids('facility') : null;
    for (let row = 0; row < stage.count; row++) {
      const key = this.keyOf(stage, row);
      if (key === 0) {
        this.listedWithoutKey(stage, row);
        continue;
      }
      const place = places?.get(row) ?? 0;
      const before = this.builder.findAccountId(key, place);
      const account = this.builder.accountOf(key, place, sheet, stage.rows.get(row));
      if (stage.damagedKeys.has(key)) this.incomplete(account, 'Its number was damaged by Excel.');
      if (before >= 0) this.listedAgain(stage, row, account, describe);
      else {
        describe(row, account);
        this.listing.push(stage, row, listedBalance(stage, row));
      }
      const bad = stage.bad.get(row);
      if (bad !== undefined) this.incomplete(account, bad);
    }
  }

  private listedWithoutKey(stage: Stage, row: number): void {
    const balance = listedBalance(stage, row);
    if (Number.isNaN(balance)) return;
    this.log.add('no-account', stage.sheet, stage.rows.get(row), `A listed balance of ${(balance / 100).toFixed(2)} has no account number.`);
    stage.dropped.set('rows without an account', (stage.dropped.get('rows without an account') ?? 0) + 1);
  }

  /** The same account twice: split by payer when the payers differ (the parts are added), else a Problem. */
  private listedAgain(stage: Stage, row: number, account: number, describe: AccountWriter): void {
    const again = listedBalance(stage, row);
    const before = this.listing.balanceOf(account);
    if (Number.isNaN(again)) {
      accountWriter(this.builder, stage, true)(row, account);
      return;
    }
    if (Number.isNaN(before)) {
      describe(row, account);
      this.listing.setBalance(account, again);
      return;
    }
    this.others.set(account, [...(this.others.get(account) ?? []), again]);
    const split = this.listing.stageOf(account) === stage && stage.has('payer') && stage.id('payer', row) !== stage.id('payer', this.listing.rowOf(account));
    const parts = this.corrections[`split:${stage.sheet}`] !== AGAIN;
    if (split)
      this.log.assume({
        key: `split:${stage.sheet}`,
        label: `Accounts on several rows of ${stage.sheet}`,
        chosen: parts ? PARTS : AGAIN,
        choices: [PARTS, AGAIN],
        why: 'The rows of an account name different payers.',
      });
    if (split && parts) {
      this.listing.setBalance(account, before + again);
      return;
    }
    if (before === again) return;
    this.log.add('listed-twice', stage.sheet, stage.rows.get(row), 'The account is listed again with another balance.');
    this.incomplete(account, 'It is listed twice with different balances.');
  }

  private twins(): ReadonlySet<string> {
    const sheets = [...this.listings, ...this.ledgers].flatMap((stage) => {
      const keys = this.keys.get(stage) ?? null;
      return keys === null ? [] : [{ stage, keys }];
    });
    return keyTwins(sheets, this.builder.texts, (key) => this.isListed(key), this.log);
  }

  private isListed(key: string): boolean {
    return this.listing.has(this.builder.findAccount(key));
  }
  private readonly zeroTwins: ReadonlySet<string>;

  /** A listing with total charges or adjustments beside sheets that hold payments only: the totals stand for the missing postings. */
  addListedTotals(postings: Postings, ledgers: readonly Stage[]): void {
    for (const text of this.zeroTwins) {
      const account = this.builder.findAccount(text);
      if (account >= 0) this.incomplete(account, 'Another number differs from its number only by leading zeros.');
    }
    if (postings.raw.length === 0 || ledgers.length === 0) return;
    const kinds = new Set(postings.groups.filter((g) => g.count > 0).map((g) => g.kind));
    const has = (...list: Kind[]): boolean => list.some((kind) => kinds.has(kind));
    const charges = !has(Kind.Charge);
    const adjustments = !has(Kind.Contractual, Kind.WriteOff, Kind.Charity, Kind.SelfPayDiscount, Kind.BadDebt, Kind.Sequestration, Kind.SmallBalance);
    const payments = !has(Kind.Payment, Kind.Deposit);
    for (const stage of this.listings) {
      const off = this.corrections[`totals:${stage.sheet}`] === 'not counted';
      const sheet = this.totalsOf(off ? null : postings, stage, charges, adjustments && charges, payments && !charges);
      if (sheet.length > 0)
        this.log.assume({
          key: `totals:${stage.sheet}`,
          label: `Totals on ${stage.sheet}`,
          chosen: off ? 'not counted' : sheet.join(' and '),
          choices: [sheet.join(' and '), 'not counted'],
          why: `No sheet of postings holds ${sheet.join(' or ')}; the listed totals are taken, one posting an account.`,
        });
    }
  }
  /** Listed totals become postings of the listing's own row; negative stage index −1−i marks listing i. */
  private totalsOf(postings: Postings | null, stage: Stage, charges: boolean, adjustments: boolean, payments: boolean): string[] {
    const wanted: readonly (readonly [boolean, string, Kind, 1 | -1, string])[] = [
      [charges, 'charge', Kind.Charge, 1, 'charges'],
      [adjustments, 'adjustment', Kind.WriteOff, -1, 'adjustments'],
      [adjustments, 'contractual', Kind.Contractual, -1, 'contractuals'],
      [payments, 'payment', Kind.Payment, -1, 'payments'],
    ];
    const used: string[] = [];
    for (const [want, field, kind, usual, label] of wanted) {
      if (!want || !stage.has(field) || (field === 'payment' && (stage.has('insPayment') || stage.has('ptPayment')))) continue;
      used.push(label);
      if (postings === null) continue;
      const group =
        postings.groups.push({
          sheet: stage.sheet,
          label: stage.heading(field),
          kind,
          generic: kind === Kind.WriteOff,
          usual,
          fixed: false,
          base: -1,
          why: '',
          count: 0,
          positive: 0,
          negative: 0,
          multiplier: 1,
          proof: '',
        }) - 1;
      const meaning = postings.meanings.push({ kind, party: null, generic: false, direction: 0, source: 'words' }) - 1;
      for (let account = 0; account < this.listing.size; account++) {
        const row = this.listing.rowOf(account);
        const cents = this.listing.stageOf(account) === stage ? stage.cents(field, row) : 0;
        if (!cents) continue;
        const signs = postings.groups[group]!;
        signs.count++;
        if (cents > 0) signs.positive++;
        else signs.negative++;
        postings.push(-1 - this.listings.indexOf(stage), row, account, group, meaning, cents);
      }
    }
    return used;
  }
  listingStage(index: number): Stage {
    return this.listings[-1 - index] as Stage;
  }

  /** Listed balances by account (NaN: none), to prove signs with: of the listing, else of a balance column beside the postings. */
  listed(postings: Postings, ledgers: readonly Stage[]): Float64Array {
    const balances = new Float64Array(this.builder.accountCount).fill(Number.NaN);
    for (let account = 0; account < this.listing.size; account++) balances[account] = this.listing.balanceOf(account);
    if (balances.every(Number.isNaN)) this.besideBalances(postings, ledgers, balances);
    return balances;
  }
  /** True when the balances beside the postings are one an account, so that they are a listing. */
  besideIsListing = false;

  private besideBalances(postings: Postings, ledgers: readonly Stage[], balances: Float64Array): void {
    if (!ledgers.some(mayListBalance)) return;
    const rows = new Map<number, { last: number; constant: boolean; n: number }>();
    for (let i = 0; i < postings.raw.length; i++) {
      const stage = ledgers[postings.stage.get(i)];
      const balance = stage === undefined ? Number.NaN : listedBalance(stage, postings.row.get(i));
      if (Number.isNaN(balance)) continue;
      const seen = rows.get(postings.account.get(i));
      if (seen === undefined) rows.set(postings.account.get(i), { last: balance, constant: true, n: 1 });
      else {
        seen.constant &&= seen.last === balance;
        seen.last = balance;
        seen.n++;
      }
    }
    const several = [...rows.values()].filter((r) => r.n > 1);
    this.besideIsListing = several.length > 0 && several.filter((r) => r.constant).length >= several.length * 0.95 && several.some((r) => r.last !== 0);
    for (const [account, entry] of rows) balances[account] = entry.last;
    if (this.besideIsListing) this.builder.hasListing = true;
  }

  /** Settles how the listing writes a credit (P18) and gives each account its listed balance. */
  settleListingSign(postings: Postings, balances: Float64Array): void {
    const sums = this.sums(postings);
    if (this.listing.size === 0) {
      if (this.besideIsListing)
        balances.forEach((balance, account) => {
          if (!Number.isNaN(balance)) this.builder.setAccountMoney(account, 'balance', balance);
        });
      return;
    }
    const stage = this.listings.find((s) => listsBalances(s));
    if (stage === undefined) return;
    this.chooseBalanceSign(stage, this.countCredits(sums), this.countDebits(sums));
    for (let account = 0; account < this.listing.size; account++) this.settleBalance(account, sums[account] as number);
  }

  private countCredits(sums: Float64Array): CreditCount {
    const count = { negative: 0, positive: 0, credits: 0, below: 0 };
    for (let account = 0; account < this.listing.size; account++) {
      const balance = this.listing.balanceOf(account);
      const sum = sums[account] as number;
      if (balance < 0) count.below++;
      if (Number.isNaN(balance) || !(sum < 0)) continue;
      count.credits++;
      if (balance === sum) count.negative++;
      if (balance === -sum) count.positive++;
    }
    return count;
  }
  private countDebits(sums: Float64Array): DebitCount {
    const count = { same: 0, turned: 0 };
    for (let account = 0; account < this.listing.size; account++) {
      const sum = sums[account] as number;
      if (!(sum > 0)) continue;
      if (this.listing.balanceOf(account) === sum) count.same++;
      if (this.listing.balanceOf(account) === -sum) count.turned++;
    }
    return count;
  }

  private settleBalance(account: number, sum: number): void {
    const listed = this.listing.balanceOf(account);
    if (Number.isNaN(listed)) return;
    const turned = this.balanceSign === 'credit positive' || (this.balanceSign === 'without sign' && sum === -listed);
    const balance = turned ? -listed : listed;
    this.listing.setBalance(account, balance);
    this.builder.setAccountMoney(account, 'balance', balance === 0 ? 0 : balance);
  }

  private chooseBalanceSign(stage: Stage, count: CreditCount, debit: DebitCount): void {
    const key = `balanceSign:${stage.sheet}`;
    const choices = ['credit negative', 'credit positive', 'without sign'] as const;
    const corrected = choices.find((c) => c === this.corrections[key]);
    const words = normaliseWords(`${stage.sheet} ${stage.heading('balance')}`);
    const namedCredit = /\bcredits?\b|\boverpa/.test(words) && count.below === 0 && stage.has('balance');
    if (corrected !== undefined) this.balanceSign = corrected;
    else if (count.positive > count.negative && debit.turned > debit.same) this.balanceSign = 'credit positive';
    else if (count.positive > count.negative && count.below === 0) this.balanceSign = debit.same > 0 ? 'without sign' : 'credit positive';
    else if (count.credits === 0 && namedCredit) this.balanceSign = 'credit positive';
    else return;
    const why =
      corrected !== undefined
        ? 'You chose it.'
        : count.positive > 0
          ? `On ${count.positive} accounts whose postings end in credit the listed balance is the same amount without a minus.`
          : 'The sheet lists credit balances, and no amount is negative.';
    this.log.assume({ key, label: `How ${stage.sheet} writes a credit`, chosen: this.balanceSign, choices, why });
  }

  private summed: Float64Array | null = null;
  /** Sum of effects by account, under the signs as decided; NaN where there is no posting. Call only once they are. */
  sums(postings: Postings): Float64Array {
    return (this.summed ??= sumsByAccount(postings, this.builder.accountCount));
  }

  /** Rows of a posting sheet whose account is listed, and those of them that name another patient than the listing does. */
  strangers(stage: Stage): { readonly joined: number; readonly rows: readonly number[] } {
    const accounts = this.of(stage);
    const rows: number[] = [];
    let joined = 0;
    const mrns = stage.ids('mrn');
    const listedMrns = new Map(this.listings.map((listing) => [listing, listing.ids('mrn')]));
    for (let row = 0; row < accounts.length; row++) {
      const account = accounts[row] as number;
      if (!this.listing.has(account)) continue;
      joined++;
      const listing = this.listing.stageOf(account);
      const [mrn, listed] = [mrns?.get(row) ?? 0, listedMrns.get(listing)?.get(this.listing.rowOf(account)) ?? 0];
      const other = mrn !== 0 && listed !== 0 ? mrn !== listed : otherName(listing, this.listing.rowOf(account), stage, row);
      if (other) rows.push(row);
    }
    return { joined, rows };
  }
}

interface CreditCount {
  readonly negative: number;
  readonly positive: number;
  readonly credits: number;
  readonly below: number;
}
interface DebitCount {
  readonly same: number;
  readonly turned: number;
}

function sumsByAccount({ raw, account, group, groups }: Postings, accounts: number): Float64Array {
  const sums = new Float64Array(accounts).fill(Number.NaN);
  const multipliers = multipliersOf(groups);
  for (let i = 0; i < raw.length; i++) {
    const at = account.get(i);
    const before = sums[at] as number;
    sums[at] = (Number.isNaN(before) ? 0 : before) + raw.get(i) * (multipliers[group.get(i)] as number);
  }
  return sums;
}

const who = (stage: Stage, row: number): string => (stage.id('mrn', row) !== 0 ? `#${stage.text('mrn', row)}` : stage.text('patient', row));

/** Two patients: other numbers, or names without a word in common. */
function differs(a: string, b: string): boolean {
  if (a === '' || b === '' || a === b) return false;
  if (a.startsWith('#') !== b.startsWith('#')) return false;
  if (a.startsWith('#')) return a !== b;
  const words = new Set(
    normaliseWords(a)
      .split(' ')
      .filter((w) => w.length > 1),
  );
  return (
    words.size > 0 &&
    !normaliseWords(b)
      .split(' ')
      .some((w) => words.has(w))
  );
}

const otherName = (listing: Stage, listed: number, stage: Stage, row: number): boolean =>
  listing.id('patient', listed) !== stage.id('patient', row) && differs(listing.text('patient', listed), stage.text('patient', row));
