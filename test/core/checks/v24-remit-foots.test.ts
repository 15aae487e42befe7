import { v24 } from '../../../src/core/checks/v24-remit-foots';
import { checkTable } from './checkHarness';

const found = ['C01 true-overpayment 480 payer Aetna evidence=remittance'];
const posted = (more: string): string => `2026-02-01 payment 480 Aetna ${more}`;
const remit = (more: string): string => `2026-02-01 payment 480 Aetna\nremit Aetna 480 2026-02-01 claim=X ${more}`;
checkTable(v24, {
  fires: [
    { name: 'the code explains no rest below 0', ledger: remit('allowed=580 pr=120 other=0 codes=PI94'), findings: found, says: '-$20.00' },
    { name: 'a code with those letters inside is none of the payer', ledger: remit('allowed=680 pr=120 other=0 codes=XPI'), findings: found, says: '$80.00' },
    {
      name: 'a share keyed as 20: the rest of 100 is what the patient would get',
      ledger: posted('allowed=600 pr=20'),
      findings: ['C27 true-overpayment 100 patient Doe evidence=remittance'],
      says: '$100.00',
    },
    {
      name: "another payer's sequestration explains nothing",
      ledger: `${posted('allowed=600 pr=121.60')}\n2026-02-01 sequestration 1.60 Cigna`,
      findings: found,
      says: '-$1.60',
    },
    {
      name: 'one finding of two rests on the remittance',
      ledger: posted('allowed=600 pr=210'),
      findings: [...found, 'C27 true-overpayment 1 patient Doe'],
      says: '-$90.00',
    },
    {
      name: 'one party of two is stated',
      ledger: `${posted('allowed=600 pr=210')}\n2026-02-20 payment 120 patient`,
      owes: { Aetna: 480 },
      findings: ['C01 true-overpayment 480 payer Aetna'],
      says: '-$90.00',
    },
    {
      name: 'responsibility mis-keyed as 210',
      ledger: posted('allowed=600 pr=210'),
      findings: found,
      says: '-$90.00 between the allowed amount and its parts',
    },
    { name: 'two cents under', ledger: posted('allowed=600 pr=120.02'), findings: found, says: '-$0.02' },
    { name: 'a remittance that leaves 80 though its reductions are given', ledger: remit('allowed=680 pr=120 other=0'), findings: found, says: '$80.00' },
    { name: 'billed less contractual stands for allowed', ledger: remit('billed=1000 contractual=450 pr=120 other=0'), findings: found, says: '-$50.00' },
    {
      name: 'stated liabilities rest on it too',
      ledger: posted('allowed=600 pr=210'),
      owes: { Aetna: 480 },
      findings: ['C01 true-overpayment 480 payer Aetna'],
      says: '-$90.00',
    },
  ],
  silent: [
    { name: 'a cut of 80 the payer made, named by its group code (P2)', ledger: remit('allowed=680 pr=120 codes=45,PI94'), findings: found },
    { name: 'prior paid and sequestration are parts too', ledger: remit('allowed=620 pr=120 priorPaid=12 sequestration=8 other=0'), findings: found },
    {
      name: 'a provider-level line has no parts',
      ledger: `${remit('allowed=600 pr=120 other=0')}\nremit Aetna -480 2026-03-01 plb=WO allowed=1 pr=1`,
      findings: found,
    },
    { name: 'adds up', ledger: posted('allowed=600 pr=120'), findings: found },
    { name: 'a cent off', ledger: posted('allowed=600 pr=120.01'), findings: found },
    { name: 'secondary with prior paid', ledger: posted('allowed=1100 pr=120 priorPaid=500'), findings: found },
    {
      name: 'sequestration posted (P17)',
      ledger: 'payer Medicare class=medicare\n2026-02-01 payment 78.40 Medicare allowed=100 pr=20\n2026-02-01 sequestration 1.60 Medicare',
      findings: ['C01 true-overpayment 1 payer Medicare evidence=remittance'],
    },
    { name: 'a coded reduction of 80 (P2)', ledger: remit('allowed=680 pr=120 other=80'), findings: found },
    { name: 'no remittance was used', ledger: posted('allowed=600 pr=210'), findings: ['C01 true-overpayment 480 payer Aetna'] },
    {
      name: 'a reversal is not looked at',
      ledger: `${remit('allowed=600 pr=120 other=0')}\nremit Aetna -480 2026-03-01 status=22 allowed=1 pr=1`,
      findings: found,
    },
  ],
  untestable: [
    {
      name: 'a rest of 100 beside refunds that are not it: 99 to the patient, a correction of 100, 100 to the payer',
      ledger: posted('allowed=600 pr=20'),
      findings: ['C27 true-overpayment 99 patient Doe evidence=remittance', 'C08 posting-error 100 none', 'C01 true-overpayment 100 payer Aetna'],
      missing: 'coded reductions',
    },
    { name: 'billed without its contractual is no allowed amount', ledger: remit('billed=1000 pr=120'), findings: found, missing: 'allowed amount' },
    { name: 'a contractual without what was billed neither', ledger: remit('contractual=400 pr=120'), findings: found, missing: 'allowed amount' },
    {
      name: 'a posting with the allowed amount alone',
      ledger: posted('allowed=600'),
      findings: found,
      missing: 'allowed amount and the patient responsibility',
    },
    { name: 'a rest that may be a reduction without a column', ledger: posted('allowed=680 pr=120'), findings: found, missing: 'coded reductions' },
    { name: 'no responsibility', ledger: remit('allowed=600'), findings: found, missing: 'patient responsibility' },
    { name: 'no values at all', ledger: posted(''), findings: found, missing: 'allowed amount' },
  ],
});
