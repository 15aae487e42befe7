/** Accounts of a reading: keys (with the facility where numbers collide), the listing, what joins and what does not (exports.md hazards 10 to 12). */
import { Kind } from '../core/ledger';
import type { LedgerBuilder } from '../core/ledgerBuilder';
import type { Grain } from './contract';
import { keyReader } from './grain';
import { describeAccount, listedBalance, listsBalances } from './listing';
import { multiplierOf } from './signs';
import type { Postings } from './postings';
import type { ProblemLog } from './problemLog';
import type { Stage } from './stage';
import { normaliseWords } from './types';

interface ListedAccount {
  readonly stage: Stage;
  readonly row: number;
  /** Signed cents; NaN when not listed. */
  balance: number;
}

const NUMBER_ALONE = 'number alone';
const PARTS = 'parts of one balance, by payer';
const AGAIN = 'the same balance again';

export class Accounts {
  /** By account index. */
  readonly listing = new Map<number, ListedAccount>();
  private readonly incompleteWhy = new Map<number, string>();
  private readonly byFacility: boolean;
  private readonly bySheet: boolean;
  private readonly keyReaders = new Map<Stage, (row: number) => number>();
  private readonly cache = new Map<number, number>();
  private readonly joined = new Map<Stage, { rows: number; matched: number; firstUnlisted: number }>();
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
    const collide = this.collisions();
    this.byFacility = collide.facility;
    this.bySheet = collide.sheet;
    for (const stage of listings) this.readListing(stage);
    builder.hasListing = listings.some((stage) => listsBalances(stage));
    this.lostZeros();
  }

  get hasListing(): boolean {
    return this.builder.hasListing;
  }

  /** Account index of a posting row; made when new, −1 when the row has no key. */
  of(stage: Stage, row: number): number {
    const key = this.keyOf(stage, row);
    if (key === 0) return -1;
    const facility = this.byFacility ? stage.id('facility', row) : this.bySheet ? this.builder.text(stage.sheet) : 0;
    const cacheKey = facility * 4_194_304 + key;
    let account = this.cache.get(cacheKey);
    if (account === undefined) {
      account = this.builder.account(this.builder.texts[key] as string, this.builder.texts[facility]);
      this.cache.set(cacheKey, account);
      if (!this.listing.has(account)) describeAccount(this.builder, stage, row, account, true);
      if (stage.damagedKeys.has(key)) this.incomplete(account, 'Its number was damaged by Excel.');
    }
    this.countJoin(stage, account, row);
    return account;
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
    let reader = this.keyReaders.get(stage);
    if (reader === undefined) this.keyReaders.set(stage, (reader = keyReader(stage, this.grain)));
    return reader(row);
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

  private countJoin(stage: Stage, account: number, row: number): void {
    let join = this.joined.get(stage);
    if (join === undefined) this.joined.set(stage, (join = { rows: 0, matched: 0, firstUnlisted: 0 }));
    join.rows++;
    if (this.listing.has(account)) join.matched++;
    else if (join.firstUnlisted === 0) join.firstUnlisted = stage.rows.get(row);
  }

  /** Share of a posting sheet's rows that are listed, or of a listing's rows that have postings; null when there is no other side. */
  matchRate(stage: Stage): number | null {
    const round = (n: number): number => Math.round(n * 1e4) / 1e4;
    if (this.listings.includes(stage)) {
      if (this.ledgers.length === 0 || stage.count === 0) return null;
      const posted = new Set(this.cache.values());
      const own = [...this.listing].filter(([, entry]) => entry.stage === stage);
      return own.length === 0 ? 0 : round(own.filter(([account]) => posted.has(account)).length / own.length);
    }
    const join = this.joined.get(stage);
    return join === undefined || this.listings.length === 0 || join.rows === 0 ? null : round(join.matched / join.rows);
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
    for (let row = 0; row < stage.count; row++) {
      const key = this.keyOf(stage, row);
      if (key === 0) {
        this.listedWithoutKey(stage, row);
        continue;
      }
      const facility = this.byFacility ? stage.text('facility', row) : '';
      const text = this.builder.texts[key] as string;
      const before = this.builder.findAccount(text, facility);
      const account = this.builder.account(text, facility, sheet, stage.rows.get(row));
      if (stage.damagedKeys.has(key)) this.incomplete(account, 'Its number was damaged by Excel.');
      if (before >= 0) this.listedAgain(stage, row, account);
      else {
        describeAccount(this.builder, stage, row, account, false);
        this.listing.set(account, { stage, row, balance: listedBalance(stage, row) });
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
  private listedAgain(stage: Stage, row: number, account: number): void {
    const first = this.listing.get(account);
    if (first === undefined) return;
    const again = listedBalance(stage, row);
    if (Number.isNaN(again)) {
      describeAccount(this.builder, stage, row, account, true);
      return;
    }
    if (Number.isNaN(first.balance)) {
      describeAccount(this.builder, stage, row, account, false);
      first.balance = again;
      return;
    }
    this.others.set(account, [...(this.others.get(account) ?? []), again]);
    const split = first.stage === stage && stage.has('payer') && stage.id('payer', row) !== stage.id('payer', first.row);
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
      first.balance += again;
      return;
    }
    if (first.balance === again) return;
    this.log.add('listed-twice', stage.sheet, stage.rows.get(row), 'The account is listed again with another balance.');
    this.incomplete(account, 'It is listed twice with different balances.');
  }

  /** Keys that differ only by leading zeros: Excel has taken zeros off one of them (P19). */
  private lostZeros(): void {
    const twins = new Map<string, { text: string; stage: Stage; row: number }>();
    const cases = new Map<string, string>();
    for (const stage of [...this.listings, ...this.ledgers]) {
      const seen = new Set<number>();
      for (let row = 0; row < stage.count; row++) {
        const key = this.keyOf(stage, row);
        if (key === 0 || seen.has(key)) continue;
        seen.add(key);
        const text = this.builder.texts[key] as string;
        if (!/^\d+$/.test(text)) {
          this.caseTwin(cases, text, stage, row);
          continue;
        }
        const bare = text.replace(/^0+(?=\d)/, '');
        const twin = twins.get(bare);
        if (twin === undefined) twins.set(bare, { text, stage, row });
        else if (twin.text !== text && !(this.isListed(text) && this.isListed(twin.text))) {
          this.log.add(
            'zeros-lost',
            stage.sheet,
            stage.rows.get(row),
            `"${text}" and "${twin.text}" (row ${twin.stage.rows.get(twin.row)} of ${twin.stage.sheet}) differ only by leading zeros.`,
          );
          for (const t of [text, twin.text]) this.zeroTwins.add(t);
        }
      }
    }
  }
  private caseTwin(cases: Map<string, string>, text: string, stage: Stage, row: number): void {
    const twin = cases.get(text.toLowerCase());
    if (twin === undefined) cases.set(text.toLowerCase(), text);
    else if (twin !== text) this.log.add('case-differs', stage.sheet, stage.rows.get(row), `"${text}" and "${twin}" differ only in capital letters.`);
  }

  private isListed(key: string): boolean {
    return this.listing.has(this.builder.findAccount(key));
  }
  private readonly zeroTwins = new Set<string>();

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
      for (const [account, entry] of this.listing) {
        const cents = entry.stage === stage ? stage.cents(field, entry.row) : 0;
        if (!cents) continue;
        const signs = postings.groups[group]!;
        signs.count++;
        if (cents > 0) signs.positive++;
        else signs.negative++;
        postings.stage.push(-1 - this.listings.indexOf(stage));
        postings.row.push(entry.row);
        postings.account.push(account);
        postings.group.push(group);
        postings.meaning.push(meaning);
        postings.raw.push(cents);
      }
    }
    return used;
  }
  listingStage(index: number): Stage {
    return this.listings[-1 - index] as Stage;
  }

  /** Listed balances by account, to prove signs with: of the listing, else of a balance column beside the postings. */
  listed(postings: Postings, ledgers: readonly Stage[]): Map<number, number> {
    const balances = new Map<number, number>();
    for (const [account, entry] of this.listing) if (!Number.isNaN(entry.balance)) balances.set(account, entry.balance);
    if (balances.size === 0) this.besideBalances(postings, ledgers, balances);
    return balances;
  }
  /** True when the balances beside the postings are one an account, so that they are a listing. */
  besideIsListing = false;

  private besideBalances(postings: Postings, ledgers: readonly Stage[], balances: Map<number, number>): void {
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
    for (const [account, entry] of rows) balances.set(account, entry.last);
    if (this.besideIsListing) this.builder.hasListing = true;
  }

  /** Settles how the listing writes a credit (P18) and gives each account its listed balance. */
  settleListingSign(postings: Postings, balances: ReadonlyMap<number, number>): void {
    const sums = this.sums(postings);
    if (this.listing.size === 0) {
      if (this.besideIsListing) for (const [account, balance] of balances) this.builder.setAccountMoney(account, 'balance', balance);
      return;
    }
    const stage = this.listings.find((s) => listsBalances(s));
    if (stage === undefined) return;
    const count = { negative: 0, positive: 0, unsigned: 0, credits: 0, below: 0 };
    for (const [account, entry] of this.listing) {
      if (entry.balance < 0) count.below++;
      const sum = sums.get(account);
      if (sum === undefined || Number.isNaN(entry.balance) || sum >= 0) continue;
      count.credits++;
      if (entry.balance === sum) count.negative++;
      if (entry.balance === -sum) count.positive++;
    }
    const debit = { same: 0, turned: 0 };
    for (const [account, entry] of this.listing) {
      const sum = sums.get(account) ?? 0;
      if (sum <= 0) continue;
      if (entry.balance === sum) debit.same++;
      if (entry.balance === -sum) debit.turned++;
    }
    this.chooseBalanceSign(stage, count, debit);
    for (const [account, entry] of this.listing) {
      if (Number.isNaN(entry.balance)) continue;
      const sum = sums.get(account);
      if (this.balanceSign === 'credit positive') entry.balance = -entry.balance;
      else if (this.balanceSign === 'without sign' && sum !== undefined && sum === -entry.balance) entry.balance = sum;
      this.builder.setAccountMoney(account, 'balance', entry.balance === 0 ? 0 : entry.balance);
    }
  }

  private chooseBalanceSign(
    stage: Stage,
    count: { negative: number; positive: number; credits: number; below: number },
    debit: { same: number; turned: number },
  ): void {
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

  private summed: Map<number, number> | null = null;
  /** Sum of effects by account, under the signs as decided. Call only once they are. */
  sums(postings: Postings): ReadonlyMap<number, number> {
    if (this.summed !== null) return this.summed;
    const sums = new Map<number, number>();
    this.summed = sums;
    for (let i = 0; i < postings.raw.length; i++) {
      const account = postings.account.get(i);
      sums.set(account, (sums.get(account) ?? 0) + postings.raw.get(i) * multiplierOf(postings.groups, postings.group.get(i)));
    }
    return sums;
  }

  /** Posting rows that name another patient than the listing does, by row. */
  *strangers(stage: Stage): Generator<{ row: number; joined: boolean; other: boolean }> {
    for (let row = 0; row < stage.count; row++) {
      const key = this.keyOf(stage, row);
      if (key === 0) continue;
      const account = this.builder.findAccount(this.builder.texts[key] as string, this.byFacility ? stage.text('facility', row) : '');
      const entry = this.listing.get(account);
      if (entry === undefined) continue;
      yield { row, joined: true, other: otherPatient(entry.stage, entry.row, stage, row) };
    }
  }
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

function otherPatient(listing: Stage, listed: number, stage: Stage, row: number): boolean {
  if (listing.id('mrn', listed) !== 0 && stage.id('mrn', row) !== 0) return listing.id('mrn', listed) !== stage.id('mrn', row);
  return differs(listing.text('patient', listed), stage.text('patient', row));
}
