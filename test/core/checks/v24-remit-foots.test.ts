import { v24 } from '../../../src/core/checks/v24-remit-foots';
import { checkTable } from './checkHarness';

const found = ['C01 true-overpayment 480 payer Aetna evidence=remittance'];
const posted = (more: string): string => `2026-02-01 payment 480 Aetna ${more}`;
const remit = (more: string): string => `2026-02-01 payment 480 Aetna\nremit Aetna 480 2026-02-01 claim=X ${more}`;
checkTable(v24, {
  fires: [
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
    { name: 'a rest that may be a reduction without a column', ledger: posted('allowed=680 pr=120'), findings: found, missing: 'coded reductions' },
    { name: 'no responsibility', ledger: remit('allowed=600'), findings: found, missing: 'patient responsibility' },
    { name: 'no values at all', ledger: posted(''), findings: found, missing: 'allowed amount' },
  ],
});
