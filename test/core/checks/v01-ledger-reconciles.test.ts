import { v01 } from '../../../src/core/checks/v01-ledger-reconciles';
import { checkTable, DUPLICATE } from './checkHarness';

// 1000 − 400 − 480 − 120 − 480 = −480
checkTable(v01, {
  fires: [
    { name: 'listed a cent away', ledger: `account A1 balance=-480.01${DUPLICATE}`, says: 'listed at -$480.01, its transactions add up to -$480.00' },
    { name: 'listed at zero', ledger: `account A1 balance=0${DUPLICATE}`, says: 'listed at $0.00' },
    { name: 'only the current month exported (P23)', ledger: 'account A1 balance=0\n2026-03-01 payment 480 Aetna', says: 'add up to -$480.00' },
    { name: 'listed with no transaction at all', ledger: 'account A1 balance=-120', says: 'add up to $0.00' },
    { name: 'sign the other way round', ledger: `account A1 balance=480${DUPLICATE}`, says: 'listed at $480.00' },
  ],
  silent: [
    { name: 'a memo counts nothing', ledger: `account A1 balance=-480${DUPLICATE}\n2026-03-05 memo 50 patient` },
    { name: 'listed to the cent', ledger: `account A1 balance=-480${DUPLICATE}` },
    { name: 'a reversed pair changes nothing', ledger: `account A1 balance=-480${DUPLICATE}\n2026-03-05 payment 50 patient\n2026-03-06 reversal 50 patient` },
  ],
  untestable: [
    { name: 'transactions only', ledger: DUPLICATE, missing: 'account balance' },
    { name: 'another account is listed, this one is not', ledger: `${DUPLICATE}\naccount A2 balance=0`, missing: 'account balance' },
  ],
});
