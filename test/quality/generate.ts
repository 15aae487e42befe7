/** The ledger of a column set: plants, traps and ordinary accounts with their truth, as sheets of cells. */
import type { CellValue } from '../../src/intake/contract';
import type { WholeSheet } from '../../src/intake/readSheets';
import { World } from './draft';
import type { Account, Field } from './draft';
import { PLANTS } from './plants';
import type { Plant } from './plants';
import { Random } from './random';
import { TRAPS, ordinary } from './traps';

export interface ColumnSet {
  readonly name: 'remittance' | 'references' | 'bare';
  readonly has: readonly Field[];
}
export const COLUMN_SETS: readonly ColumnSet[] = [
  { name: 'remittance', has: ['check', 'allowed', 'patientResp', 'billed', 'remitPaid', 'plb', 'planType', 'coverage', 'qmb', 'register'] },
  { name: 'references', has: ['check', 'planType', 'coverage', 'qmb', 'register'] },
  { name: 'bare', has: [] },
];

export interface Case {
  readonly account: Account;
  readonly label: string;
  readonly kind: 'plant' | 'trap' | 'ordinary';
  /** The review should say nothing about it. */
  readonly silent: boolean;
}
export interface Generated {
  readonly sheets: readonly WholeSheet[];
  readonly cases: readonly Case[];
  /** Plants that this column set cannot show, with the fields it lacks. */
  readonly leftOut: readonly { readonly label: string; readonly lacks: readonly Field[] }[];
}

const lacks = (set: ColumnSet, needs: readonly Field[]): Field[] => needs.filter((field) => !set.has.includes(field));

/** The cases a column set can show. */
const shown = (set: ColumnSet): readonly Plant[] => PLANTS.filter((plant) => lacks(set, plant.needs).length === 0);
const hidden = (set: ColumnSet): readonly Plant[] => PLANTS.filter((plant) => lacks(set, plant.needs).length > 0);
const casesOf = (world: World, plant: Plant): Case[] =>
  plant.make(world).map((account): Case => ({ account, label: plant.label, kind: 'plant', silent: false }));

/** `each` accounts of every plant and trap, filled up with ordinary ones to `total`. */
export function generate(set: ColumnSet, seed: number, asOf: number, total: number, each: number): Generated {
  const world = new World(new Random(seed), asOf);
  const cases: Case[] = [];
  for (const plant of shown(set)) for (let n = 0; n < each; n++) cases.push(...casesOf(world, plant));
  for (const trap of TRAPS) {
    for (let n = 0; n < each; n++) cases.push(...trap.make(world).map((account): Case => ({ account, label: trap.label, kind: 'trap', silent: trap.silent })));
  }
  while (cases.length < total) cases.push({ account: ordinary(world), label: 'ordinary', kind: 'ordinary', silent: true });
  return finished(set, world, cases);
}

/** The cases left out of a column set, alone: what the review says where nobody could know. Not counted, but shown. */
export function generateLeftOut(set: ColumnSet, seed: number, asOf: number, each: number): Generated {
  const world = new World(new Random(seed), asOf);
  const cases = hidden(set).flatMap((plant) => Array.from({ length: each }, () => casesOf(world, plant)).flat());
  for (let n = 0; n < 300; n++) cases.push({ account: ordinary(world), label: 'ordinary', kind: 'ordinary', silent: true });
  return finished(set, world, cases);
}

function finished(set: ColumnSet, world: World, cases: readonly Case[]): Generated {
  const accounts = world.random.shuffle(cases.map(({ account }) => account));
  return { sheets: render(set, accounts, world.random), cases, leftOut: hidden(set).map((plant) => ({ label: plant.label, lacks: lacks(set, plant.needs) })) };
}

const dollars = (cents: number): number => cents / 100;
const day = (serial: number): CellValue => (serial === 0 ? '' : serial);

interface Column<T> {
  readonly heading: string;
  readonly field?: Field;
  readonly cell: (of: T) => CellValue;
}
type Line = { readonly account: Account; readonly row: Account['rows'][number] };

const ACCOUNTS: readonly Column<Account>[] = [
  { heading: 'Account No', cell: (a) => a.key },
  { heading: 'MRN', cell: (a) => a.mrn },
  { heading: 'Patient Name', cell: (a) => a.patient },
  { heading: 'Guarantor ID', cell: (a) => a.guarantor },
  { heading: 'Service Date', cell: (a) => a.service },
  { heading: 'Primary Payer', cell: (a) => a.payers[0] ?? '' },
  { heading: 'Secondary Payer', cell: (a) => a.payers[1] ?? '' },
  { heading: 'Financial Class', cell: (a) => a.finClass },
  { heading: 'Account Status', cell: (a) => a.status },
  { heading: 'Plan Type', field: 'planType', cell: (a) => a.planType },
  { heading: 'QMB Flag', field: 'qmb', cell: (a) => a.qmb },
  { heading: 'Coverage Added', field: 'coverage', cell: (a) => day(a.coverageAdded) },
  { heading: 'Coverage From', field: 'coverage', cell: (a) => day(a.coverageFrom) },
  { heading: 'Accident Date', field: 'coverage', cell: (a) => day(a.accident) },
  { heading: 'Total Charges', cell: (a) => dollars(a.charges) },
  { heading: 'Account Balance', cell: (a) => dollars(a.balance) },
];
const TRANSACTIONS: readonly Column<Line>[] = [
  { heading: 'Account No', cell: ({ account }) => account.key },
  { heading: 'Post Date', cell: ({ row }) => row.day },
  { heading: 'Service Date', cell: ({ row }) => row.service },
  { heading: 'Transaction Type', cell: ({ row }) => row.type },
  { heading: 'Amount', cell: ({ row }) => dollars(row.effect) },
  { heading: 'Payer', cell: ({ row }) => row.payer },
  { heading: 'Check No', field: 'check', cell: ({ row }) => row.check },
  { heading: 'Claim No', field: 'check', cell: ({ row }) => row.claim },
  { heading: 'ICN', field: 'check', cell: ({ row }) => row.icn },
  { heading: 'CPT', field: 'check', cell: ({ row }) => row.cpt },
  { heading: 'Payment Method', field: 'check', cell: ({ row }) => row.method },
  { heading: 'Allowed Amount', field: 'allowed', cell: ({ row }) => (row.remit === null ? '' : dollars(row.remit.allowed)) },
  { heading: 'Patient Responsibility', field: 'patientResp', cell: ({ row }) => (row.remit === null ? '' : dollars(row.remit.pr)) },
  { heading: 'Remit Billed', field: 'billed', cell: ({ row }) => (row.remit === null ? '' : dollars(row.remit.billed)) },
  { heading: 'Remit Paid', field: 'remitPaid', cell: ({ row }) => (row.remit === null ? '' : dollars(row.remit.paid)) },
  { heading: 'Remit Contractual', field: 'allowed', cell: ({ row }) => (row.remit === null ? '' : dollars(row.remit.contractual)) },
  { heading: 'Prior Paid', field: 'allowed', cell: ({ row }) => (row.remit?.priorPaid === undefined ? '' : dollars(row.remit.priorPaid)) },
  { heading: 'CARC', field: 'allowed', cell: ({ row }) => row.remit?.carc ?? '' },
];
interface RemitRow {
  readonly account: Account;
  readonly line: Account['remitLines'][number];
}
const REMITTANCE: readonly Column<RemitRow>[] = [
  { heading: 'Patient Control Number', cell: ({ account }) => account.key },
  { heading: 'Payer Name', cell: ({ line }) => line.payer },
  { heading: 'Check Date', cell: ({ line }) => line.day },
  { heading: 'Check/EFT No', cell: ({ line }) => line.check },
  { heading: 'Claim Number', cell: ({ line }) => line.claim },
  { heading: 'Claim Status Code', cell: () => '' },
  { heading: 'Allowed Amount', cell: () => '' },
  { heading: 'Patient Responsibility', cell: () => '' },
  { heading: 'PLB Code', cell: ({ line }) => line.plb },
  { heading: 'PLB Amount', cell: ({ line }) => dollars(line.cents) },
];
interface RegisterRow {
  readonly account: Account;
  readonly line: Account['register'][number];
}
const REGISTER: readonly Column<RegisterRow>[] = [
  { heading: 'Account No', cell: ({ account }) => account.key },
  { heading: 'Payee', cell: ({ line }) => line.payee },
  { heading: 'Refund Amount', cell: ({ line }) => dollars(line.cents) },
  { heading: 'Check Date', cell: ({ line }) => line.day },
  { heading: 'Check No', cell: ({ line }) => line.check },
  { heading: 'Check Status', cell: () => 'Cleared' },
];

function sheet<T>(name: string, set: ColumnSet, columns: readonly Column<T>[], rows: readonly T[]): WholeSheet {
  const shown = columns.filter((column) => column.field === undefined || set.has.includes(column.field));
  return { name, values: [shown.map((column) => column.heading), ...rows.map((row) => shown.map((column) => column.cell(row)))] };
}

function render(set: ColumnSet, accounts: readonly Account[], random: Random): WholeSheet[] {
  const lines = random.shuffle(accounts.flatMap((account) => account.rows.map((row): Line => ({ account, row })))).sort((a, b) => a.row.day - b.row.day);
  const sheets = [sheet('Accounts', set, ACCOUNTS, accounts), sheet('Transactions', set, TRANSACTIONS, lines)];
  const remits = accounts.flatMap((account) => account.remitLines.map((line): RemitRow => ({ account, line })));
  const register = accounts.flatMap((account) => account.register.map((line): RegisterRow => ({ account, line })));
  if (set.has.includes('plb')) sheets.push(sheet('Remittance', set, REMITTANCE, remits));
  if (set.has.includes('register')) sheets.push(sheet('Refund register', set, REGISTER, register));
  return sheets;
}
