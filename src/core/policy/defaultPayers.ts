/**
 * Default payer names: which classes are federal (domain.md 2.1), the class of common US payers, and spellings of one payer
 * (domain.md 6 P20). General knowledge; a plan's own paper decides. Spellings that name two payers are left out on purpose.
 */
import type { PayerClass } from '../ledger';
import type { PolicyRow } from './policy';
import { normalKey } from './normalise';
import { policyRow } from './rows';

export const FEDERAL_CLASSES: readonly PayerClass[] = ['medicare', 'medicare-advantage', 'medicaid', 'medicaid-managed', 'chip', 'tricare', 'va', 'fehb'];
export const PAYER_CLASSES: readonly PayerClass[] = [...FEDERAL_CLASSES, 'commercial', 'workers-comp', 'auto', 'liability', 'self-pay', 'unknown'];

const BLUES: readonly (readonly [string, string])[] = [
  ['Texas', 'TX'],
  ['Illinois', 'IL'],
  ['Florida', 'FL'],
  ['Michigan', 'MI'],
  ['North Carolina', 'NC'],
  ['South Carolina', 'SC'],
  ['Massachusetts', 'MA'],
  ['Alabama', 'AL'],
  ['Tennessee', 'TN'],
  ['Arizona', 'AZ'],
  ['Minnesota', 'MN'],
  ['New Mexico', 'NM'],
  ['Oklahoma', 'OK'],
  ['Kansas', 'KS'],
  ['Louisiana', 'LA'],
  ['Mississippi', 'MS'],
  ['Montana', 'MT'],
  ['Nebraska', 'NE'],
  ['North Dakota', 'ND'],
  ['Rhode Island', 'RI'],
  ['Vermont', 'VT'],
  ['Wyoming', 'WY'],
  ['Hawaii', 'HI'],
];
const blueSpellings = ([state, code]: readonly [string, string]): string[] => [
  ...['BCBS', 'BCBS of', 'Blue Cross', 'Blue Cross of', 'Blue Cross Blue Shield of', 'Blue Cross & Blue Shield of'].map((name) => `${name} ${state}`),
  ...[`BCBS ${code}`, `BCBS of ${code}`, `BCBS${code}`, `Blue Cross ${code}`, `${state} BCBS`],
];

/** Canonical name, class, other spellings. */
const PAYERS: readonly (readonly [string, PayerClass, readonly string[]])[] = [
  [
    'Medicare',
    'medicare',
    [
      'Medicare A',
      'Medicare B',
      'Medicare Part A',
      'Medicare Part B',
      'Medicare Part A and B',
      'Traditional Medicare',
      'Original Medicare',
      'MCR',
      'CMS Medicare',
    ],
  ],
  ['Railroad Medicare', 'medicare', ['Medicare Railroad', 'RR Medicare', 'Palmetto Railroad Medicare']],
  ['Medicare DME', 'medicare', ['DME MAC', 'DMERC']],
  ['Medicare Advantage', 'medicare-advantage', ['Medicare HMO', 'Medicare Replacement', 'MCR Advantage', 'Medicare Part C']],
  ['Humana Medicare', 'medicare-advantage', ['Humana Gold Plus', 'Humana Medicare Advantage', 'Humana MA']],
  ['Aetna Medicare', 'medicare-advantage', ['Aetna Medicare Advantage', 'Aetna MA']],
  [
    'UnitedHealthcare Medicare',
    'medicare-advantage',
    [
      'UHC Medicare',
      'UHC Medicare Advantage',
      'AARP Medicare Complete',
      'AARP Medicare Advantage',
      'United Healthcare Medicare Advantage',
      'UHC Dual Complete',
    ],
  ],
  ['WellCare', 'medicare-advantage', ['WellCare Medicare', 'Wellcare Health Plans']],
  ['Medicaid', 'medicaid', ['State Medicaid', 'MCD', 'Medical Assistance', 'Title XIX', 'Medicaid FFS']],
  ['Texas Medicaid', 'medicaid', ['TMHP', 'Medicaid TX', 'TX Medicaid', 'Medicaid of Texas']],
  ['Medi-Cal', 'medicaid', ['MediCal', 'California Medicaid']],
  ['MassHealth', 'medicaid', ['Mass Health', 'Massachusetts Medicaid']],
  ['Medicaid Managed Care', 'medicaid-managed', ['Medicaid HMO', 'Medicaid MCO', 'Managed Medicaid']],
  ['Amerigroup', 'medicaid-managed', ['Amerigroup Medicaid']],
  ['Molina Healthcare', 'medicaid-managed', ['Molina', 'Molina Medicaid']],
  ['Superior HealthPlan', 'medicaid-managed', ['Superior Health Plan', 'Superior Medicaid']],
  ['CHIP', 'chip', ['Childrens Health Insurance Program', "Children's Health Insurance Program", 'SCHIP']],
  ['TRICARE', 'tricare', ['Tricare East', 'Tricare West', 'Tricare for Life', 'Tricare Prime', 'CHAMPUS']],
  ['Veterans Affairs', 'va', ['VA', 'VA CCN', 'VA Community Care', 'Veterans Administration', 'Department of Veterans Affairs', 'CHAMPVA']],
  ['FEHB', 'fehb', ['Federal Employees Health Benefits', 'BCBS FEP', 'FEP', 'Federal Employee Program', 'Blue Cross FEP', 'GEHA']],
  ['Aetna', 'commercial', ['Aetna Inc', 'Aetna PPO', 'Aetna HMO', 'Aetna Commercial', 'Aetna Life Insurance', 'Aetna US Healthcare']],
  ['Cigna', 'commercial', ['Cigna Healthcare', 'Cigna Health', 'Cigna PPO', 'Cigna Commercial', 'Connecticut General']],
  [
    'UnitedHealthcare',
    'commercial',
    ['United Healthcare', 'United Health Care', 'UHC', 'United HC', 'UHC Commercial', 'United Healthcare PPO', 'UnitedHealth'],
  ],
  ['UMR', 'commercial', ['United Medical Resources']],
  ['Humana', 'commercial', ['Humana Inc', 'Humana PPO', 'Humana Commercial']],
  ['Anthem', 'commercial', ['Anthem BCBS', 'Anthem Blue Cross', 'Anthem Blue Cross Blue Shield']],
  ['Kaiser Permanente', 'commercial', ['Kaiser', 'Kaiser Foundation Health Plan']],
  ['Oscar Health', 'commercial', ['Oscar']],
  ['Blue Shield of California', 'commercial', ['Blue Shield CA', 'Blue Shield California', 'Blue Shield of CA']],
  ['BCBS', 'commercial', ['Blue Cross Blue Shield', 'Blue Cross and Blue Shield', 'Blue Cross & Blue Shield', 'BC/BS']],
  ...BLUES.map((place): readonly [string, PayerClass, readonly string[]] => [`BCBS of ${place[0]}`, 'commercial', blueSpellings(place)]),
  ['Workers Compensation', 'workers-comp', ["Workers' Compensation", "Worker's Compensation", 'Workers Comp', 'Work Comp', 'WC']],
  ['Texas Mutual', 'workers-comp', ['Texas Mutual Insurance']],
  ['Auto Insurance', 'auto', ['Auto', 'No Fault', 'No-Fault', 'Motor Vehicle', 'MVA']],
  ['State Farm', 'auto', ['State Farm Auto', 'State Farm Insurance']],
  ['GEICO', 'auto', ['Geico Auto', 'Geico Insurance']],
  ['Third Party Liability', 'liability', ['TPL', 'Liability', 'Third-Party Liability']],
  ['Self-pay', 'self-pay', ['Self Pay', 'Selfpay', 'Private Pay', 'Uninsured']],
];

const federalRow = (payerClass: PayerClass): PolicyRow =>
  policyRow(`PC-${payerClass}`, 'PAYER_CLASS', payerClass, 'federal', {
    citation: 'domain.md 2.1',
    notes: 'Federal rules: every tolerance one cent, no small balance.',
  });
const classRow = ([name, payerClass]: (typeof PAYERS)[number]): PolicyRow =>
  policyRow(`PC-${normalKey(name).replaceAll(' ', '-')}`, 'PAYER_CLASS', name, payerClass);
const aliasRows = ([name, , spellings]: (typeof PAYERS)[number]): PolicyRow[] =>
  [...new Set([name, ...spellings].map(normalKey))].map((key) => policyRow(`PA-${key.replaceAll(' ', '-')}`, 'PAYER_ALIAS', key, name));

export const PAYER_ROWS: readonly PolicyRow[] = [...FEDERAL_CLASSES.map(federalRow), ...PAYERS.map(classRow), ...PAYERS.flatMap(aliasRows)];
