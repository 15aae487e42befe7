/** Which kinds of planting fit a plain account: what a change of one fact takes away, and what it brings, on the account of domain.md 6. */
import type { Remittance } from '../../../src/core/ledger';
import type { PlainAccount } from '../../../src/core/selfTest/plainAccounts';
import { PLANTS } from '../../../src/core/selfTest/plants/index';
import { TRAPS } from '../../../src/core/selfTest/traps/index';
import { plainOf } from './drafting';

const BASE = plainOf(
  'account A payer1=Aetna\n2026-01-05 charge 1000\n2026-02-01 contractual 400 Aetna\n2026-02-01 payment 480 Aetna\n2026-02-20 payment 120 patient',
).get('A')!;
const fitting = (change: Partial<PlainAccount>): string[] => [...PLANTS, ...TRAPS].filter((kind) => kind.fits({ ...BASE, ...change })).map(({ id }) => id);
const ALL = fitting({});
const gone = (change: Partial<PlainAccount>): string[] => ALL.filter((id) => !fitting(change).includes(id)).sort();
const come = (change: Partial<PlainAccount>): string[] => fitting(change).filter((id) => !ALL.includes(id));
const words = (text: string): string[] =>
  text
    .split(' ')
    .filter((id) => id !== '')
    .sort();

const ONE_PAYMENT =
  'digits both-primary accident second-write-off hidden share-lowered charge-missing no-charge same-service-one-check same-service-two-checks next-visit bulk-check two-parts secondary';
const A_PAYER =
  'payer-paid-twice check-posted-twice part-back takeback prepaid copay insured-later write-off-twice write-off-large charge-credit bad-debt charity wrong-account-payer interest capitation reversed-pair taken-back copay-exact write-off-again charity-before';
const A_SHARE =
  'second-write-off patient-paid-twice patient-check-twice patient-more small hidden share-lowered write-off-large bad-debt charity wrong-account-patient refund-unposted bank-return cancelled to-come secondary instalments two-cards copay-exact refunded returned-paid-again moved-right cents-written-off charity-before';
const NAMED = 'both-primary accident second-write-off';

it('all kinds fit but those for another payer, for no share, and for a share that was moved', () => {
  const others = [...PLANTS, ...TRAPS].map(({ id }) => id).filter((id) => !ALL.includes(id));
  expect(others.sort()).toEqual(words('above-charges medicare-first medicaid-later exempt moved-twice'));
});

it.each<[string, Partial<PlainAccount>, string, string]>([
  ['two payments of the payer', { payments: [2, 3] }, ONE_PAYMENT, ''],
  ['no payer', { payments: [], payer: -1, payerClass: 'unknown' }, `${ONE_PAYMENT} ${A_PAYER}`, ''],
  ['no share', { share: 0, fromPatient: [] }, A_SHARE, 'above-charges'],
  ['no share, sequestration', { share: 0, fromPatient: [], sequestration: 960 }, `${A_SHARE} ${NAMED}`.replace('second-write-off ', ''), ''],
  ['sequestration', { sequestration: 960 }, NAMED, ''],
  ['a payer that the sheets do not name', { payer: 0 }, `${NAMED} secondary`, ''],
  ['the share was moved to the patient', { moved: true }, `${NAMED} same-service-one-check same-service-two-checks next-visit secondary`, 'moved-twice'],
  ['Medicare', { payerClass: 'medicare' }, `${NAMED} insured-later secondary`, 'medicare-first exempt'],
  [
    'Medicare, and the share was moved',
    { payerClass: 'medicare', moved: true },
    `${NAMED} insured-later same-service-one-check same-service-two-checks next-visit secondary`,
    'moved-twice',
  ],
  ['Medicaid', { payerClass: 'medicaid' }, `${NAMED} insured-later secondary`, ''],
  ['Medicaid and no share', { payerClass: 'medicaid-managed', share: 0 }, `${A_SHARE} both-primary accident insured-later`, 'above-charges medicaid-later'],
  ['no contractual', { contractuals: [] }, 'second-write-off write-off-twice write-off-large charge-credit write-off-again', ''],
  [
    'two contractuals',
    { contractuals: [1, 5] },
    'second-write-off write-off-twice write-off-large charge-credit write-off-again same-service-one-check same-service-two-checks next-visit',
    '',
  ],
  ['a remittance', { remittance: {} as Remittance }, 'same-service-one-check same-service-two-checks next-visit', ''],
  ['45.00 written off', { allowed: 95_500 }, 'charge-credit', ''],
  ['45.01 written off', { allowed: 95_499 }, '', ''],
  ['20.00 written off', { allowed: 98_000 }, 'charge-credit second-write-off', ''],
  ['20.01 written off', { allowed: 97_999 }, 'charge-credit', ''],
  ['charges of 40.00', { charges: 4_000, allowed: -60_000 }, 'charge-missing', ''],
  ['charges of 40.01', { charges: 4_001, allowed: -60_000 }, '', ''],
  ['40.00 paid', { paid: 4_000 }, 'hidden', ''],
  ['40.01 paid', { paid: 4_001 }, '', ''],
  ['10.00 paid', { paid: 1_000 }, 'hidden two-parts', ''],
  ['10.01 paid', { paid: 1_001 }, 'hidden', ''],
  ['a share of 150.00', { share: 15_000 }, '', ''],
  ['a share of 150.02', { share: 15_002 }, 'copay', ''],
  ['an odd share', { share: 11_999 }, 'two-cards', ''],
  ['a share of 25.00', { share: 2_500 }, 'share-lowered', ''],
  ['a share of 25.02', { share: 2_502 }, '', ''],
  ['a share of 20.00', { share: 2_000 }, 'share-lowered cents-written-off', ''],
  ['a share of 20.02', { share: 2_002 }, 'share-lowered', ''],
])('%s', (_name, change, away, more) => {
  expect(gone(change)).toEqual([...new Set(words(away))]);
  expect(come(change)).toEqual(words(more).sort((a, b) => PLANTS.findIndex(({ id }) => id === a) - PLANTS.findIndex(({ id }) => id === b)));
});
