/**
 * What a finding says beside its cents: the resolution, the strength of its proof, the postings it uses up and those that support it, the term of
 * the identity (domain.md 1.6) when it is not a payment, and what is missing. Rows are counted from 2, as on a sheet, one for each posting,
 * remittance line and register line; an account takes a row only when its balance is listed.
 */
import { toIso } from '../../../src/core/day';
import type { SettledFinding } from '../../../src/core/credit';
import type { Ledger } from '../../../src/core/ledger';
import { creditOf, reviewOf } from '../harness';

interface Whole {
  readonly name: string;
  readonly ledger: string;
  /** Cause with its variant; with "#2" the second finding of that cause. */
  readonly cause: string;
  readonly is: string;
  /** Part of the sentence. */
  readonly says?: string;
  /** Part of what is missing. Not given: nothing where it is certain, else the amounts that no remittance states. */
  readonly missing?: string;
}

function wordsOf(ledger: Ledger, finding: SettledFinding): string {
  const rows = (word: string, txs: readonly number[]): string => (txs.length === 0 ? '' : ` ${word} ${txs.map((tx) => ledger.tx.row[tx] ?? 0).join(',')}`);
  const until = finding.until === 0 ? '' : ` until ${toIso(finding.until) ?? ''}`;
  const parts = [
    finding.term === undefined ? '' : ` ${finding.term}`,
    finding.partial === true ? ' partial' : '',
    finding.sign === undefined ? '' : ` by ${finding.sign}`,
  ];
  return `${finding.resolution} ${finding.evidence}${parts.join('')}${rows('claims', finding.claims)}${rows('supports', finding.supports)}${until}`;
}

const base = 'account A1 payer1=Aetna payer2=Cigna\n2026-01-05 charge 1000\n2026-02-01 contractual 400 Aetna'; // rows 2 and 3
const claim = (check: number, day: string, more = ''): string => `\n${day} payment 480 Aetna check=${check} claim=CL1${more}`;
const stated = ' allowed=600 pr=120';
const paid = `${base}${claim(1001, '2026-02-01')}`; // row 4
const settled = `${paid}\n2026-02-20 payment 120 patient`; // row 5
const statedBase = `${base}${claim(1001, '2026-02-01', stated)}\n2026-02-20 payment 120 patient`;
const medicaid = `payer Medicaid class=medicaid
account A1 payer1=Medicaid coverageAdded=2026-03-01 coverageFrom=2026-01-01 serviceFrom=2026-01-05
2026-01-05 charge 500
2026-01-20 payment 200 patient
2026-03-10 contractual 300 Medicaid
2026-03-10 payment 200 Medicaid check=1`;

const cases: readonly Whole[] = [
  {
    name: 'a second check for one claim',
    ledger: `${settled}${claim(1002, '2026-03-01')}`,
    cause: 'C01',
    is: 'REFUND_PAYER reference by reference claims 6 supports 4',
    says: 'Aetna paid $480.00 twice (checks 1001 and 1002): $960.00 paid in all, $480.00 owed.',
  },
  {
    name: 'the same with what is owed stated',
    ledger: `${statedBase}${claim(1002, '2026-03-01', stated)}`,
    cause: 'C01',
    is: 'REFUND_PAYER remittance by reference claims 6 supports 4',
  },
  {
    name: 'no claim number, one service day',
    ledger: `${base}\n2026-02-01 payment 480 Aetna check=1 service=2026-01-05\n2026-02-20 payment 120 patient\n2026-03-01 payment 480 Aetna check=2 service=2026-01-05`,
    cause: 'C01',
    is: 'REFUND_PAYER reference by reference claims 6 supports 4',
    missing: 'claim number of both payments',
  },
  {
    name: 'no check numbers, but two control numbers of the payer: two payments',
    ledger: `${base}\n2026-02-01 payment 480 Aetna claim=CL1 icn=I1\n2026-02-20 payment 120 patient\n2026-03-01 payment 480 Aetna claim=CL1 icn=I2`,
    cause: 'C01',
    is: 'REFUND_PAYER reference by reference claims 6 supports 4',
    says: 'Aetna paid $480.00 twice: ',
    missing: 'check numbers of both payments',
  },
  {
    name: 'one check posted twice',
    ledger: `${settled}${claim(1001, '2026-03-01')}`,
    cause: 'C02',
    is: 'REVERSE_POSTING reference claims 6 supports 4',
    says: '$480.00 from Aetna, check 1001, stands twice: $960.00 paid in all, $480.00 owed.',
  },
  {
    name: 'the deposit proves it',
    ledger: `${base}${claim(1001, '2026-02-01', ' checkTotal=480')}\n2026-02-20 payment 120 patient${claim(1001, '2026-03-01', ' checkTotal=480')}`,
    cause: 'C02',
    is: 'REVERSE_POSTING remittance claims 6 supports 4',
    says: 'stands twice; the deposit for it is $480.00: ',
  },
  {
    name: 'a deposit of both proves nothing',
    ledger: `${base}${claim(1001, '2026-02-01', ' checkTotal=960')}\n2026-02-20 payment 120 patient${claim(1001, '2026-03-01', ' checkTotal=960')}`,
    cause: 'C02',
    is: 'REVERSE_POSTING reference claims 6 supports 4',
  },
  {
    name: "a patient's check posted twice",
    ledger: `${paid}\n2026-02-20 payment 120 patient check=77\n2026-02-21 payment 120 patient check=77`,
    cause: 'C02',
    is: 'REVERSE_POSTING reference claims 6 supports 5',
    says: '$120.00 from the patient, check 77, stands twice',
  },
  {
    name: 'each took itself for the primary',
    ledger: `${paid}\n2026-03-01 payment 540 Cigna check=2`,
    cause: 'C03',
    is: 'REFUND_PAYER amounts partial claims 5 supports 4',
    says: 'Aetna paid $480.00 and Cigna $540.00 on $600.00 allowed; if Aetna is primary, Cigna owes $120.00.',
    missing: 'order of benefits',
  },
  {
    name: 'the payer order is not listed: a pattern only',
    ledger: '2026-01-05 charge 1000\n2026-02-01 contractual 400 Aetna\n2026-02-01 payment 480 Aetna check=1\n2026-03-01 payment 540 Cigna check=2',
    cause: 'C03',
    is: 'REFUND_PAYER pattern partial claims 5 supports 4',
    missing: 'order of benefits',
  },
  {
    name: 'Medicare as secondary',
    ledger: `payer Medicare class=medicare\naccount A1 payer1=Blue payer2=Medicare\n2026-01-05 charge 1000\n2026-02-01 contractual 400 Blue\n2026-02-01 payment 480 Blue check=1\n2026-03-01 payment 300 Medicare check=2`,
    cause: 'C04',
    is: 'REFUND_PAYER amounts partial claims 5 supports 4',
    says: 'Blue paid $480.00 first; as secondary Medicare owes $120.00 and paid $300.00.',
    missing: 'remittance and proof',
  },
  {
    name: 'Medicare as secondary, payer order not listed',
    ledger:
      'payer Medicare class=medicare\n2026-01-05 charge 1000\n2026-02-01 contractual 400 Blue\n2026-02-01 payment 480 Blue check=1\n2026-03-01 payment 300 Medicare check=2',
    cause: 'C04',
    is: 'REFUND_PAYER pattern partial claims 5 supports 4',
    missing: 'remittance and proof',
  },
  {
    name: 'prepaid 200 of a share of 120',
    ledger:
      'account A1 payer1=Aetna\n2026-01-05 charge 1000\n2026-01-05 payment 200 patient\n2026-02-01 contractual 400 Aetna\n2026-02-01 payment 480 Aetna check=1',
    cause: 'C05',
    is: 'REFUND_PATIENT amounts partial by amounts claims 3',
    says: 'The patient paid $200.00 before the payer settled; the share is $120.00.',
    missing: 'patient share on the remittance',
  },
  {
    name: 'prepaid, and the share is stated',
    ledger: `account A1 payer1=Aetna\n2026-01-05 charge 1000\n2026-01-05 payment 200 patient\n2026-02-01 contractual 400 Aetna\n2026-02-01 payment 480 Aetna check=1${stated}`,
    cause: 'C05',
    is: 'REFUND_PATIENT remittance partial by amounts claims 3',
  },
  {
    name: 'coverage added after the patient paid',
    ledger:
      'account A1 payer1=Aetna coverageAdded=2026-01-20\n2026-01-05 charge 1000\n2026-01-06 payment 1000 patient\n2026-02-01 contractual 400 Aetna\n2026-02-01 payment 480 Aetna check=1',
    cause: 'C06',
    is: 'REFUND_PATIENT amounts partial by amounts claims 3',
    says: 'The patient paid $1,000.00 as self-pay, then insurance paid; the share is $120.00.',
  },
  {
    name: 'a self-pay class says less than the day coverage was added',
    ledger:
      'account A1 payer1=Aetna finClass="Self-pay"\n2026-01-05 charge 1000\n2026-01-06 payment 300 patient\n2026-02-01 contractual 400 Aetna\n2026-02-01 payment 480 Aetna check=1',
    cause: 'C06',
    is: 'REFUND_PATIENT amounts partial by amounts claims 3',
    missing: 'day coverage was added',
  },
  {
    name: 'the self-pay discount still stands',
    ledger:
      'account A1 payer1=Aetna\n2026-01-05 charge 1000\n2026-01-05 discount 200 patient\n2026-01-06 payment 120 patient\n2026-02-01 contractual 400 Aetna\n2026-02-01 payment 480 Aetna check=1',
    cause: 'C06',
    is: 'REVERSE_ADJ amounts adjustment claims 3',
    says: 'The self-pay discount of $200.00 still stands',
  },
  {
    name: 'allowed 600, share 120, Aetna paid 530',
    ledger: `${base}\n2026-02-01 payment 530 Aetna check=1${stated}\n2026-02-20 payment 120 patient`,
    cause: 'C07',
    is: 'REFUND_PAYER remittance partial by amounts claims 4',
    says: 'Aetna paid $530.00; with the patient share of $120.00 that is above the allowed $600.00.',
    missing: 'contract rate',
  },
  {
    name: 'paid 1,100 on charges of 1,000 that nothing prices',
    ledger:
      'account A1 payer1=Aetna planType="percent of charge"\n2026-01-05 charge 1000\n2026-01-20 chargecredit 1000\n2026-01-21 charge 1000\n2026-02-01 payment 1100 Aetna check=1',
    cause: 'C07',
    is: 'REFUND_PAYER pattern partial by amounts claims 5',
    missing: 'contract rate',
  },
  {
    name: 'the contractual stands twice',
    ledger: `${base}\n2026-02-03 contractual 400 Aetna\n2026-02-03 payment 480 Aetna check=1\n2026-02-20 payment 120 patient`,
    cause: 'C08',
    is: 'REVERSE_ADJ amounts adjustment claims 4 supports 3',
    says: 'The contractual of Aetna of $400.00 stands twice; write-offs are $400.00 above the correct ones.',
    missing: 'write-off on the remittance',
  },
  {
    name: 'twice for one claim',
    ledger: `account A1 payer1=Aetna\n2026-01-05 charge 1000\n2026-02-01 contractual 400 Aetna claim=CL1\n2026-02-03 contractual 400 Aetna claim=CL1${claim(1, '2026-02-03')}\n2026-02-20 payment 120 patient`,
    cause: 'C08',
    is: 'REVERSE_ADJ reference adjustment claims 4 supports 3',
    missing: 'write-off on the remittance',
  },
  {
    name: 'twice, with the allowed amount stated',
    ledger: `${base}\n2026-02-03 contractual 400 Aetna\n2026-02-03 payment 480 Aetna check=1${stated}\n2026-02-20 payment 120 patient`,
    cause: 'C08',
    is: 'REVERSE_ADJ remittance adjustment claims 4 supports 3',
  },
  {
    name: "the secondary's write-off on top (P5)",
    ledger: `${paid}\n2026-03-01 contractual 350 Cigna\n2026-03-01 payment 120 Cigna check=2`,
    cause: 'C09',
    is: 'REVERSE_ADJ amounts adjustment partial claims 5',
    says: 'Write-offs of $750.00 stand where $400.00 are correct.',
    missing: 'allowed amount on the remittance',
  },
  {
    name: 'above the stated allowed amount',
    ledger: `account A1 payer1=Aetna\n2026-01-05 charge 1000\n2026-02-01 contractual 450 Aetna${claim(1, '2026-02-01', stated)}\n2026-02-20 payment 120 patient`,
    cause: 'C09',
    is: 'REVERSE_ADJ remittance adjustment partial claims 3',
    says: 'Write-offs of $450.00 stand where $400.00 are correct.',
  },
  {
    name: 'a DRG above the charges: a debit is missing (P6)',
    ledger:
      'account A1 payer1=Aetna drg=470\n2026-01-05 charge 8000\n2026-02-01 payment 11000 Aetna check=1 allowed=12500 pr=1500\n2026-02-20 payment 1500 patient',
    cause: 'C09',
    is: 'REVERSE_ADJ remittance adjustment partial',
    says: 'The plan allows $12,500.00 on charges of $8,000.00: a contractual debit of $4,500.00 is missing',
  },
  {
    name: 'a case rate, charges credited after payment',
    ledger: `${settled.replace('payer2=Cigna', 'planType="case rate"')}\n2026-03-01 chargecredit 200`,
    cause: 'C10',
    is: 'REVERSE_ADJ amounts adjustment partial by amounts claims 6',
    says: 'Charges of $200.00 were credited after payment; the contractual is now $200.00 too high.',
  },
  {
    name: 'percent of charge: the payer is owed 96 of its 480',
    ledger: `${settled.replace('payer2=Cigna', 'planType="percent of charge"')}\n2026-03-01 chargecredit 200`,
    cause: 'C10',
    is: 'REFUND_PAYER amounts partial by amounts claims 4',
    says: 'After the charge credit Aetna owes $384.00 and paid $480.00.',
    missing: 'remittance of the corrected claim',
  },
  {
    name: 'percent of charge: the patient is owed 24 of 120',
    ledger: `${settled.replace('payer2=Cigna', 'planType="percent of charge"')}\n2026-03-01 chargecredit 200`,
    cause: 'C10#3',
    is: 'REFUND_PATIENT amounts partial by amounts claims 5',
    says: 'After the charge credit the patient owes $96.00 and paid $120.00.',
    missing: 'remittance of the corrected claim',
  },
  {
    name: 'the plan is not known',
    ledger: `${settled}\n2026-03-01 chargecredit 200`,
    cause: 'C10',
    is: 'CORRECT_AND_REBILL amounts partial by amounts claims 6',
    says: 'Charges of $200.00 were credited after payment',
    missing: 'plan type',
  },
  {
    name: 'billed 1,000, posted 700 (P8)',
    ledger: `account A1 payer1=Aetna\n2026-01-05 charge 700\n2026-02-01 contractual 400 Aetna${claim(1, '2026-02-01', `${stated} billed=1000`)}\n2026-02-20 payment 120 patient`,
    cause: 'C11',
    is: 'POST_CHARGES remittance charge partial',
    says: 'billed at $1,000.00, the ledger has $700.00: $300.00 of charges are missing.',
  },
  {
    name: 'no charge at all',
    ledger: 'account A1 payer1=Aetna serviceFrom=2026-01-05\n2026-02-01 payment 480 Aetna check=1',
    cause: 'C11',
    is: 'POST_CHARGES pattern charge',
    says: 'A payer paid $480.00 and no charge is posted.',
    missing: 'billed amount on the remittance',
  },
  {
    name: 'no charge yet: served on 20 June, until 4 July',
    ledger: 'account A1 payer1=Aetna serviceFrom=2026-06-20\n2026-06-28 payment 480 Aetna check=1',
    cause: 'C11',
    is: 'HOLD_UNTIL pattern charge until 2026-07-04',
    missing: 'billed amount on the remittance',
  },
  {
    name: 'no charge, the lag ends today: no hold',
    ledger: 'account A1 payer1=Aetna serviceFrom=2026-06-16\n2026-06-28 payment 480 Aetna check=1',
    cause: 'C11',
    is: 'POST_CHARGES pattern charge',
    missing: 'billed amount on the remittance',
  },
  {
    name: 'the claim number is that of another account',
    ledger: `account A1 payer1=Aetna
2026-01-05 charge 1000 claim=CL1
2026-02-01 contractual 400 Aetna claim=CL1
2026-02-01 payment 480 Aetna check=1 claim=CL1
2026-02-20 payment 120 patient
2026-03-01 payment 310 Aetna check=2 claim=CL9
account A2
2026-01-20 charge 500 claim=CL9`,
    cause: 'C12',
    is: 'TRANSFER_ACCOUNT reference by reference claims 6',
    says: 'Aetna paid $310.00 for claim CL9, which is account A2.',
  },
  {
    name: 'another visit of the patient is open at the excess',
    ledger: `${settled.replace('A1', 'A1 mrn=M1')}\n2026-02-22 payment 76 patient\naccount A2 mrn=M1\n2026-01-20 charge 76`,
    cause: 'C12',
    is: 'TRANSFER_ACCOUNT amounts by amounts claims 6',
    says: 'The excess of $76.00 is exactly what account A2 of the same patient is open at.',
    missing: 'names the account',
  },
  {
    name: 'two such visits: neither is named as the right one',
    ledger: `${settled.replace('A1', 'A1 mrn=M1')}\n2026-02-22 payment 76 patient\naccount A2 mrn=M1\n2026-01-20 charge 76\naccount A3 mrn=M1\n2026-01-25 charge 76`,
    cause: 'C12',
    is: 'ESCALATE pattern by amounts claims 6',
    says: '(2 equally good matches)',
    missing: 'names the account',
  },
  {
    name: '480 keyed as 840',
    ledger: `${base}\n2026-02-01 payment 840 Aetna check=1${stated} remitPaid=480\n2026-02-20 payment 120 patient`,
    cause: 'C13',
    is: 'REVERSE_POSTING remittance by remittance claims 4',
    says: '$840.00 was posted, the remittance pays $480.00',
  },
  {
    name: 'a refund of 50 posted as money in: the credit is 100, which the patient may have overpaid as well',
    ledger: `${settled}\n2026-03-01 payment 50 patient\n2026-03-05 refund -50 patient`,
    cause: 'C13',
    is: 'ESCALATE pattern supports 7',
    says: 'Money out of $50.00 was posted as money in; the credit is exactly twice that.',
    missing: 'which way the money went',
  },
  {
    name: 'a recovery (WO) that is not posted',
    ledger: `${settled}${claim(1002, '2026-03-01')}\nremit Aetna -480 2026-04-01 plb=WO`,
    cause: 'C14',
    is: 'POST_MISSING_TXN remittance partial claims 6',
    says: 'Aetna took back $480.00',
  },
  {
    name: 'a recovery of a part: no payment is equal, the last ones stand for it',
    ledger: `${settled}${claim(1002, '2026-03-01')}\nremit Aetna -100 2026-04-01 plb=WO`,
    cause: 'C14',
    is: 'POST_MISSING_TXN remittance partial claims 6,4',
    says: 'Aetna took back $100.00',
  },
  {
    name: 'an interest row',
    ledger: `${settled}\n2026-02-01 interest 6.31 Aetna check=1001`,
    cause: 'C15',
    is: 'TRANSFER_GL reference claims 6',
    says: 'Aetna paid $6.31 of interest',
  },
  {
    name: 'interest on the remittance (P13)',
    ledger: `${base}\n2026-02-01 payment 486.31 Aetna check=1${stated} interest=6.31\n2026-02-20 payment 120 patient`,
    cause: 'C15',
    is: 'TRANSFER_GL remittance claims 4',
  },
  {
    name: 'Medicaid added back to the service',
    ledger: medicaid,
    cause: 'C16',
    is: 'REFUND_PATIENT reference partial claims 3',
    says: 'Coverage was added after the patient paid and holds from before the service; the share is $0.00.',
    missing: 'Proof of eligibility',
  },
  {
    name: 'coverage had ended (reason 27)',
    ledger: `account A1 payer1=Old payer2=New
2026-01-05 charge 1000
2026-02-01 contractual 400 New
2026-02-01 payment 480 Old check=1
2026-03-01 payment 480 New check=2
2026-03-20 payment 120 patient
2026-04-01 memo 0 Old carc=27`,
    cause: 'C16',
    is: 'REFUND_PAYER reference partial claims 4',
    says: 'Old says that its coverage did not reach the service (reason 26 or 27) and has paid $480.00.',
    missing: 'Proof of eligibility',
  },
  {
    name: 'before coverage, by a remittance line',
    ledger: `account A1 payer1=Old payer2=New
2026-01-05 charge 1000
2026-02-01 contractual 400 New
2026-02-01 payment 480 Old check=1 claim=C1
2026-03-01 payment 480 New check=2
2026-03-20 payment 120 patient
remit Old 0 2026-04-01 claim=C1 codes=26`,
    cause: 'C16',
    is: 'REFUND_PAYER remittance partial claims 4',
    missing: 'Proof of eligibility',
  },
  {
    name: 'workers’ compensation comes first',
    ledger: `payer Comp class=workers-comp
account A1 payer1=Aetna payer2=Comp
2026-01-05 charge 1000
2026-02-01 contractual 400 Comp
2026-02-01 payment 480 Aetna check=1
2026-03-01 payment 600 Comp check=2`,
    cause: 'C17',
    is: 'REFUND_PAYER amounts partial claims 4 supports 5',
    says: 'Comp paid $600.00 and comes first; Aetna paid $480.00 and owes $0.00.',
    missing: 'subrogation or lien',
  },
  {
    name: 'capitation on a visit',
    ledger: 'account A1 payer1=Capco planType=capitated\n2026-01-05 charge 150\n2026-02-01 contractual 150 Capco\n2026-02-01 capitation 90 Capco check=1',
    cause: 'C18',
    is: 'TRANSFER_GL reference partial claims 4',
    says: '$90.00 of capitation from Capco stands on a visit.',
  },
  {
    name: 'a lump sum on a capitated plan',
    ledger: 'account A1 payer1=Capco planType=capitated\n2026-01-05 charge 150\n2026-02-01 contractual 150 Capco\n2026-02-01 payment 90 Capco check=1',
    cause: 'C18',
    is: 'TRANSFER_GL amounts partial claims 4',
  },
  {
    name: 'paid by fee although capitated',
    ledger:
      'account A1 payer1=Capco planType=capitated\n2026-01-05 charge 150\n2026-02-01 contractual 150 Capco\n2026-02-01 payment 90 Capco check=1 claim=CL1',
    cause: 'C18',
    is: 'REFUND_PAYER amounts partial claims 4',
    says: 'Capco paid $90.00 by fee for claim CL1',
    missing: 'capitated services',
  },
  {
    name: 'paid after the write-off (P14)',
    ledger: `${paid}\n2026-04-01 baddebt 120 patient\n2026-05-01 payment 120 patient`,
    cause: 'C19a',
    is: 'REVERSE_ADJ amounts adjustment partial claims 5',
    says: '$120.00 was written off as bad debt, then $120.00 was paid',
  },
  {
    name: 'the agency and the patient both paid',
    ledger: `${paid}\n2026-04-01 baddebt 120 patient\n2026-05-01 payment 120 patient\n2026-05-20 payment 70 patient`,
    cause: 'C19b',
    is: 'REFUND_PATIENT amounts partial claims 7',
    says: '$190.00 was paid on a debt of $120.00 after it was written off.',
    missing: 'agency statement',
  },
  {
    name: 'a check of the register is not posted',
    ledger: `${settled}${claim(1002, '2026-03-01')}\nregister 480 2026-03-20 payee=aetna check=900`,
    cause: 'C20a',
    is: 'POST_MISSING_TXN remittance claims 6,4',
    says: 'The register shows a refund of $480.00 (check 900) that is not posted.',
  },
  {
    name: 'refunded twice',
    ledger: `${settled}${claim(1002, '2026-03-01')}\n2026-03-10 refund 30 patient\n2026-03-12 refund 30 patient\n2026-03-20 payment 30 patient`,
    cause: 'C20b',
    is: 'ESCALATE reference lost claims 8 supports 7',
    says: '$30.00 was refunded to Patient twice',
  },
  {
    name: 'refunded and taken back (P12)',
    ledger: `${settled}${claim(1002, '2026-03-01')}\n2026-04-10 refund 480 Aetna\nremit Aetna -480 2026-04-01 plb=WO`,
    cause: 'C20c',
    is: 'ESCALATE remittance lost claims 7',
    says: 'and was refunded $480.00 too: it owes that back.',
  },
  {
    name: 'the bank returned check 77',
    ledger: `${paid}\n2026-02-20 payment 120 patient check=77\n2026-03-01 bankreturn 120 patient check=77\n2026-03-09 payment 120 patient`,
    cause: 'C21',
    is: 'POST_MISSING_TXN remittance claims 5 supports 6',
    says: 'The bank returned $120.00 from the patient (check 77)',
  },
  {
    name: 'surgery on 20 July: hold until 3 August',
    ledger: 'account A1 serviceFrom=2026-07-20\n2026-06-20 deposit 300 patient',
    cause: 'C22',
    is: 'HOLD_UNTIL amounts partial claims 2 until 2026-08-03',
    says: 'The patient paid $300.00 and nothing is billed yet',
  },
  {
    name: 'paid on 20 June for a service that is long past: 14 days after the payment',
    ledger: 'account A1 serviceFrom=2026-05-01\n2026-06-20 deposit 300 patient',
    cause: 'C22',
    is: 'HOLD_UNTIL amounts partial claims 2 until 2026-07-04',
  },
  {
    name: 'the visit was cancelled; the last payment goes back first',
    ledger: 'account A1 serviceFrom=2026-03-01 status=Cancelled\n2026-02-20 deposit 300 patient\n2026-02-21 deposit 50 patient',
    cause: 'C22',
    is: 'REFUND_PATIENT reference partial claims 3,2',
    says: 'The patient paid $350.00 for a visit that was cancelled.',
  },
  {
    name: 'nothing was ever charged',
    ledger: 'account A1 serviceFrom=2026-03-01\n2026-02-20 deposit 300 patient',
    cause: 'C22',
    is: 'ESCALATE pattern partial claims 2',
    missing: 'status of the visit',
  },
  {
    name: 'cash from nobody named',
    ledger: 'account A1\n2026-01-05 charge 100\n2026-01-20 payment 100 patient\n2026-05-01 payment 60 none',
    cause: 'C22',
    is: 'TRANSFER_ACCOUNT pattern partial claims 4',
    says: '$60.00 came from nobody named',
    missing: 'whose money it is',
  },
  {
    name: 'a small rest',
    ledger: `${paid}\n2026-02-20 payment 123.50 patient`,
    cause: 'C23',
    is: 'SMALL_CREDIT_POLICY amounts partial by amounts claims 5',
    says: '$3.50 is left of what the patient paid; it is within the small-balance policy of $5.00.',
  },
  {
    name: 'a remark says that the patient must not pay',
    ledger: `payer Medicare class=medicare\naccount A1 payer1=Medicare\n2026-01-05 charge 1000\n2026-02-01 contractual 400 Medicare\n2026-02-01 payment 480 Medicare check=1${stated} remark=N781\n2026-02-20 payment 120 patient`,
    cause: 'C24',
    is: 'REFUND_PATIENT remittance partial claims 5',
    says: 'The remittance says that the patient must not pay: the patient owes $0.00 and paid $120.00.',
  },
  {
    name: 'a QMB flag',
    ledger: `payer Medicare class=medicare\naccount A1 payer1=Medicare qmb=Y\n2026-01-05 charge 1000\n2026-02-01 contractual 400 Medicare\n2026-02-01 payment 480 Medicare check=1\n2026-02-01 writeoff 120 patient\n2026-02-20 payment 120 patient`,
    cause: 'C24',
    is: 'REFUND_PATIENT reference partial claims 6',
    says: 'The patient is marked QMB',
    missing: 'eligibility on the day',
  },
  {
    name: 'assistance after the share was paid',
    ledger: `${settled}\n2026-03-01 charity 60 patient`,
    cause: 'C25',
    is: 'REFUND_PATIENT amounts partial by amounts claims 5 supports 6',
    says: 'Assistance of $60.00 was granted after the patient paid $120.00; the share is now $60.00.',
    missing: 'approval letter',
  },
  {
    name: 'the share was never moved',
    ledger: `account A1 payer1=Aetna balance=0 insBalance=120 ptBalance=-120\n2026-01-05 charge 1000\n2026-02-01 contractual 400 Aetna${claim(1, '2026-02-01', stated)}\n2026-02-20 payment 120 patient`,
    cause: 'C26',
    is: 'TRANSFER_BUCKET remittance bucket supports 6',
    says: 'The part of the patient is $120.00 in credit, that of Aetna as much open',
  },
  {
    name: 'the same bill paid twice: the later payment goes back',
    ledger: `${settled}\n2026-03-20 payment 120 patient`,
    cause: 'C27',
    is: 'REFUND_PATIENT amounts partial by amounts claims 6',
    says: 'The patient paid $240.00; the share after the last payer is $120.00.',
    missing: 'patient share on the last remittance',
  },
  {
    name: 'paid too much, share stated',
    ledger: `${statedBase}\n2026-03-20 payment 45 patient`,
    cause: 'C27',
    is: 'REFUND_PATIENT remittance partial by amounts claims 6',
  },
  {
    name: 'paid too much and nothing shows the share: a pattern',
    ledger: `${settled}\n2026-03-20 payment 45 patient`,
    cause: 'C27',
    is: 'REFUND_PATIENT pattern partial by amounts claims 6',
    missing: 'patient share on the last remittance',
  },
  {
    name: 'the secondary paid the share too',
    ledger: `${settled}\n2026-03-20 payment 120 Cigna check=9`,
    cause: 'C27',
    is: 'REFUND_PATIENT amounts partial by amounts claims 5',
    missing: 'patient share on the last remittance',
  },
  {
    name: 'reprocessed: the share was 120 and is 80',
    ledger: `${statedBase}\n2026-03-01 payment 40 Aetna check=2 claim=CL1 allowed=600 pr=80`,
    cause: 'C28',
    is: 'REFUND_PATIENT remittance partial claims 5',
    says: 'Reprocessing lowered the patient share by $40.00 to $80.00; the patient had paid $120.00.',
  },
  {
    name: 'a part of the share moved back',
    ledger: `${paid}\n2026-02-01 transfer -120 Aetna\n2026-02-01 transfer 120 patient\n2026-02-20 payment 120 patient\n2026-03-01 payment 40 Aetna check=2 claim=CL1\n2026-03-01 transfer 40 Aetna\n2026-03-01 transfer -40 patient`,
    cause: 'C28',
    is: 'REFUND_PATIENT amounts partial claims 7',
    says: 'Reprocessing lowered the patient share by $40.00 to $80.00',
  },
];

const UNSTATED = 'The allowed amount and the patient share on the remittance would make it certain.';

describe('what a finding says', () => {
  it.each(cases)('$cause: $name', ({ ledger: text, cause, is, says = '', missing }) => {
    const reviewed = reviewOf(text);
    const [id, nth] = cause.split('#');
    const found = (creditOf(reviewed)?.findings ?? []).filter((finding) => `${finding.cause}${finding.variant ?? ''}` === id)[Number(nth ?? 1) - 1];
    if (found === undefined)
      throw new Error(
        `no such finding; there are ${
          creditOf(reviewed)
            ?.findings.map((each) => each.cause)
            .join(' ') ?? 'none'
        }`,
      );
    expect({ is: wordsOf(reviewed.ledger, found), because: found.because, missing: found.missing }).toEqual({
      is,
      because: expect.stringContaining(says),
      missing: missing !== undefined ? expect.stringContaining(missing) : found.confidence === 'high' ? '' : UNSTATED,
    });
  });
});
