/**
 * Default payer names: which classes are federal (domain.md 2.1), the class of common US payers, and other names of one payer. Spellings
 * that differ only in form (BCBS TX, Blue Cross of Texas) are joined by intake without a row (domain.md 6 P20). General knowledge; the
 * plan's own paper decides.
 */
import type { PayerClass } from '../ledger';
import type { PolicyRow } from './policy';
import { normalKey } from './normalise';
import { policyRow } from './rows';

export const FEDERAL_CLASSES: readonly PayerClass[] = ['medicare', 'medicare-advantage', 'medicaid', 'medicaid-managed', 'chip', 'tricare', 'va', 'fehb'];
export const PAYER_CLASSES: readonly PayerClass[] = [...FEDERAL_CLASSES, 'commercial', 'workers-comp', 'auto', 'liability', 'self-pay', 'unknown'];

/**
 * Canonical name, class, other names. Names that tell their class whatever the plan; carriers that sell commercial and federal plans under
 * one name (Aetna, Humana, Blue Cross) are left to the financial class and the plan on the sheet. TRICARE East and West, CHAMPVA and VA,
 * GEHA and FEP are different payees and not joined.
 */
const PAYERS: readonly (readonly [string, PayerClass, readonly string[]])[] = [
  ['Medicare', 'medicare', ['Original Medicare', 'Traditional Medicare', 'Medicare FFS']],
  ['Railroad Medicare', 'medicare', ['RRB Medicare', 'Palmetto GBA Railroad']],
  ['Medicare Advantage', 'medicare-advantage', ['Medicare Part C', 'Medicare Replacement']],
  ['Humana Gold Plus', 'medicare-advantage', []],
  ['AARP Medicare Advantage', 'medicare-advantage', ['AARP MedicareComplete', 'AARP Medicare Complete']],
  ['WellCare', 'medicare-advantage', []],
  ['Medicaid', 'medicaid', ['Title XIX', 'State Medicaid']],
  ['Texas Medicaid', 'medicaid', ['TMHP']],
  ['Medi-Cal', 'medicaid', ['MediCal', 'California Medicaid']],
  ['MassHealth', 'medicaid', []],
  ['Molina Healthcare', 'medicaid-managed', ['Molina']],
  ['Amerigroup', 'medicaid-managed', []],
  ['Superior HealthPlan', 'medicaid-managed', ['Superior Health Plan']],
  ['CHIP', 'chip', ["Children's Health Insurance Program", 'SCHIP']],
  ['TRICARE', 'tricare', ['CHAMPUS']],
  ['TRICARE East', 'tricare', []],
  ['TRICARE West', 'tricare', []],
  ['VA Community Care', 'va', ['VA CCN', 'Veterans Affairs Community Care']],
  ['CHAMPVA', 'va', []],
  ['Federal Employee Program', 'fehb', ['FEP', 'BCBS FEP', 'Blue Cross FEP']],
  ['GEHA', 'fehb', []],
  ['Cigna', 'commercial', ['Connecticut General']],
  ['UMR', 'commercial', ['United Medical Resources']],
  ['Workers Compensation', 'workers-comp', ["Workers' Compensation", 'Work Comp']],
  ['Texas Mutual', 'workers-comp', ['Texas Mutual Insurance']],
  ['State Farm', 'auto', ['State Farm Auto', 'State Farm Insurance']],
  ['GEICO', 'auto', ['Geico Auto', 'Geico Insurance']],
  ['Third Party Liability', 'liability', ['TPL']],
];

const federalRow = (payerClass: PayerClass): PolicyRow =>
  policyRow(`PC-${payerClass}`, 'PAYER_CLASS', payerClass, 'federal', {
    citation: 'domain.md 2.1',
    notes: 'Federal rules: every tolerance one cent, no small balance.',
  });
const classRow = ([name, payerClass]: (typeof PAYERS)[number]): PolicyRow =>
  policyRow(`PN-${normalKey(name).replaceAll(' ', '-')}`, 'PAYER_CLASS', name, payerClass);
const aliasRows = ([name, , spellings]: (typeof PAYERS)[number]): PolicyRow[] =>
  [...new Set(spellings.map(normalKey))]
    .filter((key) => key !== normalKey(name))
    .map((key) => policyRow(`PA-${key.replaceAll(' ', '-')}`, 'PAYER_ALIAS', key, name));

export const PAYER_ROWS: readonly PolicyRow[] = [...FEDERAL_CLASSES.map(federalRow), ...PAYERS.map(classRow), ...PAYERS.flatMap(aliasRows)];
