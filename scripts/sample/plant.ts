/** Where planted accounts, remittance rows and refund checks are gathered. */
import { Account } from './ledgerBook';
import type { Facts } from './ledgerBook';
import type { Expectation } from './truth';

export interface RemittanceRow {
  readonly payer: string;
  readonly check: string;
  readonly day: number;
  readonly account: string;
  readonly claim: string;
  readonly icn: string;
  readonly status: number | null;
  readonly billed: number | null;
  readonly paid: number | null;
  readonly patientResp: number | null;
  readonly allowed: number | null;
  readonly contractual: number | null;
  readonly priorPaid: number | null;
  readonly interest: number | null;
  readonly codes: string;
  readonly plb: string;
  /** With the sign of provider-level lines: positive reduces the payment (domain.md 1.5). */
  readonly plbAmount: number | null;
}
export interface RefundCheck {
  readonly check: string;
  readonly day: number;
  readonly account: string;
  readonly payee: string;
  readonly cents: number;
  readonly status: string;
}
export interface Planted {
  readonly account: Account;
  readonly expectation: Expectation;
}

export class Practice {
  readonly accounts: Account[] = [];
  readonly planted: Planted[] = [];
  readonly remittances: RemittanceRow[] = [];
  readonly refundChecks: RefundCheck[] = [];
  private people = 0;

  /** A new account of a new patient (or of facts.person). */
  account(label: string, facts: Partial<Facts> = {}): Account {
    const account = new Account(label, this.people++, facts);
    this.accounts.push(account);
    return account;
  }
  /** Says what is true about an account. */
  expect(account: Account, expectation: Expectation): void {
    this.planted.push({ account, expectation });
  }
  /** A row of the remittance sheet for the account's claim. */
  remittance(account: Account, row: Partial<RemittanceRow> & Pick<RemittanceRow, 'day'>): void {
    this.remittances.push({
      payer: account.facts.payer1,
      check: '',
      account: account.no,
      claim: account.claim,
      icn: '',
      status: null,
      billed: null,
      paid: null,
      patientResp: null,
      allowed: null,
      contractual: null,
      priorPaid: null,
      interest: null,
      codes: '',
      plb: '',
      plbAmount: null,
      ...row,
    });
  }
}

export const PAYER = {
  medicare: 'Medicare',
  medicaid: 'Texas Medicaid',
  blue: 'Blue Cross of Texas',
  northfield: 'Northfield Health Plan',
  summit: 'Summit Ridge Insurance',
  prairie: 'Prairie Mutual Health',
  advantage: 'Cedar Medicare Advantage',
  workers: 'Granite Workers Comp Fund',
  auto: 'Roadway Auto Insurance',
  medigap: 'Lakeshore Medigap',
} as const;
