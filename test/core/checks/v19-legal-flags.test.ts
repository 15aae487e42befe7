import { v19 } from '../../../src/core/checks/v19-legal-flags';
import { checkTable, DUPLICATE, DUPLICATE_FOUND } from './checkHarness';

const flagged = (flags: string): string => `account A1 flags="${flags}"${DUPLICATE}`;
checkTable(v19, {
  fires: [
    { name: 'bankruptcy', ledger: flagged('Bankruptcy'), findings: DUPLICATE_FOUND, says: 'Bankruptcy' },
    { name: 'payment plan', ledger: flagged('PMT; Payment Plan'), findings: DUPLICATE_FOUND, says: 'Payment Plan' },
    { name: 'litigation in the status', ledger: `account A1 status=Litigation${DUPLICATE}`, findings: DUPLICATE_FOUND, says: 'Litigation' },
    { name: 'an employee', ledger: flagged('employee'), findings: DUPLICATE_FOUND, says: 'employee' },
    { name: 'a lien', ledger: flagged('hospital lien'), findings: DUPLICATE_FOUND, says: 'lien' },
  ],
  silent: [
    { name: 'another flag', ledger: flagged('VIP'), findings: DUPLICATE_FOUND },
    { name: 'blank, where other accounts have flags', ledger: `${DUPLICATE}\naccount A2 flags=Lien`, findings: DUPLICATE_FOUND },
    { name: 'a client is no lien', ledger: flagged('client bill'), findings: DUPLICATE_FOUND },
    { name: 'nothing leaves', ledger: flagged('Bankruptcy'), findings: ['C02 posting-error 480 none'] },
  ],
  untestable: [{ name: 'no flag column', ledger: DUPLICATE, findings: DUPLICATE_FOUND, missing: 'column of account flags' }],
});
