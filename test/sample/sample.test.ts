import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bookOf } from '../../scripts/sample/book';
import { makeSample } from '../../scripts/sample/sample';
import type { Layout } from '../../scripts/sample/layout';
import { saveWorkbook } from '../../src/host/files/save';
import { makePractice } from '../../scripts/sample/practice';

const FOLDER = join(__dirname, '../../assets/sample');
const { sheets, truth } = makeSample();
const sheet = (name: string): Layout => sheets.find((s) => s.name === name) as Layout;
const cents = (amount: string): number => Number(amount.replace('.', ''));

/** Rows below the header as heading → value. */
function records(name: string, headerRow: number): Record<string, string | number>[] {
  const { rows } = sheet(name);
  const headings = (rows[headerRow] ?? []).map((cell) => String(cell?.value));
  return rows.slice(headerRow + 1).map((row) => Object.fromEntries(headings.map((heading, i) => [heading, row[i]?.value ?? ''])));
}

describe('the sample workbook', () => {
  it('is of the promised size', () => {
    expect(truth.accounts).toBe(202);
    expect(truth.transactions).toBeGreaterThan(1400);
    expect(records('Accounts', 4)).toHaveLength(truth.accounts + 1);
    expect(records('Transactions', 3)).toHaveLength(truth.transactions + 1);
  });

  it('shows every cause and every pitfall that one workbook can hold', () => {
    const ids = truth.planted.map((p) => p.id.slice(0, 3).trim());
    for (let n = 1; n <= 28; n++) expect(ids).toContain(`C${String(n).padStart(2, '0')}`);
    // P24 (netting credits against debits) is the whole workbook: accounts owe as well as overpay.
    for (let n = 1; n <= 25; n++) if (n !== 24) expect(ids).toContain(`P${n}`);
  });

  it('has a truth that closes to the cent (domain.md 1.6)', () => {
    for (const planted of truth.planted.filter((p) => p.findings.length > 0)) {
      const found = planted.findings.reduce((sum, finding) => sum + cents(finding.amount), 0);
      expect([planted.account, cents(planted.balance) + found - cents(planted.shortfall)]).toEqual([planted.account, 0]);
    }
  });

  it('lists balances that its own transactions add up to, but for the one account whose older rows are missing', () => {
    const sums = new Map<string, number>();
    for (const row of records('Transactions', 3))
      sums.set(String(row['Account No']), (sums.get(String(row['Account No'])) ?? 0) + Math.round(Number(row['Amount']) * 100));
    const off = makePractice().accounts.filter((account) => sums.get(account.no) !== account.balance);
    expect(off).toEqual([]);
    const differing = records('Accounts', 4).filter(
      (row) => typeof row['Account Balance'] === 'number' && Math.round(row['Account Balance'] * 100) !== (sums.get(String(row['Account No'])) ?? 0),
    );
    expect(differing.map((row) => row['Account No'])).toEqual([truth.planted.find((p) => p.id === 'P23')?.account, 'Grand Total']);
  });

  it('leaves no account in credit that the truth does not name', () => {
    const named = new Set(truth.planted.map((p) => p.account));
    const overpaid = makePractice().accounts.filter((a) => !named.has(a.no) && (a.balance < 0 || a.bucket('insurance') < 0 || a.bucket('patient') < 0));
    expect(overpaid.map((a) => a.no)).toEqual([]);
  });

  it('has no posting after its as-of date', () => {
    const late = makePractice().accounts.flatMap((a) => a.postings.filter((p) => p.post > 46356));
    expect(late).toEqual([]);
  });

  it('is the committed workbook, byte for byte: npm run sample changes nothing', () => {
    const made = Buffer.from(saveWorkbook(bookOf(sheets)));
    expect(made.equals(readFileSync(join(FOLDER, 'sample.xlsx')))).toBe(true);
  });

  it('is the committed truth', () => {
    expect(`${JSON.stringify(truth, null, 2)}\n`).toBe(readFileSync(join(FOLDER, 'truth.json'), 'utf8'));
  });
});
