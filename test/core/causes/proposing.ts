/**
 * What a cause proposes by itself, before settlement gives each cent to one finding: the edges that another cause would hide. Rows are counted
 * from 2 (see findings.test.ts). One proposal in words: "true-overpayment 480.00 of Aetna to Aetna reference high by reference claims 6".
 */
import { Account } from '../../../src/core/accountView';
import { causes } from '../../../src/core/causes/index';
import type { Finding } from '../../../src/core/credit';
import type { Ledger } from '../../../src/core/ledger';
import { balancesOf, LedgerIndex } from '../../../src/core/ledgerIndex';
import { toDecimalText } from '../../../src/core/money';
import { ledgerOf, testPolicy } from '../harness';

function inWords(ledger: Ledger, { owedTo, ...finding }: Finding): string {
  const rows = finding.claims.map((tx) => ledger.tx.row[tx] ?? 0).join(',');
  return [
    `${finding.variant ?? ''}${finding.variant === null ? '' : ' '}${finding.class} ${toDecimalText(finding.cents)}`,
    `of ${ledger.parties[finding.party]?.name || 'nobody'}${owedTo.kind === 'none' && owedTo.name === '' ? '' : ` to ${owedTo.name}`}`,
    `${finding.evidence} ${finding.confidence}${finding.sign === undefined ? '' : ` by ${finding.sign}`}${rows === '' ? '' : ` claims ${rows}`}`,
  ].join(' ');
}

export type Proposing = readonly [name: string, ledger: string, ...expected: string[]];

/** Each row: a name, a ledger, and all that the cause proposes for account A1 of it; nothing expected = nothing proposed. */
export function proposes(id: string, rows: readonly Proposing[]): void {
  describe(`${id} proposes`, () => {
    it.each(rows.map((row) => [row[0], row] as const))('%s', (_name, [, text, ...expected]) => {
      const ledger = ledgerOf(text);
      const account = new Account(ledger, testPolicy(), new LedgerIndex(ledger, balancesOf(ledger).listed), 0);
      const found = causes.find((cause) => cause.id === id)?.find(account, ledger, account.policy) ?? [];
      expect(found.map((each) => inWords(ledger, each))).toEqual(expected);
    });
  });
}

/** Charges 1000 and a contractual of 400 (rows 2 and 3): Aetna owes 480 and the patient 120. */
export const BASE = 'account A1 payer1=Aetna payer2=Cigna\n2026-01-05 charge 1000\n2026-02-01 contractual 400 Aetna';
export const STATED = ' allowed=600 pr=120';
/** A payment of 480 for claim CL1. */
export const aetna480 = (check: number | string, day: string, more = ''): string => `\n${day} payment 480 Aetna check=${check} claim=CL1${more}`;
export const PATIENT = '\n2026-02-20 payment 120 patient';
/** Rows 4 and 5: everybody paid what was owed. */
export const SETTLED = `${BASE}${aetna480(1001, '2026-02-01')}${PATIENT}`;
