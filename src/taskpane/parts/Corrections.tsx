/** What a person changed in the reading, now or earlier: each can be taken back. */
import { Body1Strong, Button, Caption1 } from '@fluentui/react-components';
import type { JSX } from 'react';
import type { Correction } from '../../app/session';
import type { SheetPlan } from '../../intake/contract';
import { fieldWord, ROLE_WORD } from '../words';
import { useRowStyles } from './rowStyles';
import { Section } from './Section';

const LABELS: Readonly<Record<string, (rest: string, sheet: string) => string>> = {
  role: (_rest, sheet) => `What ${sheet} holds`,
  column: (field, sheet) => `${fieldWord(field)} on ${sheet}`,
  type: (label, sheet) => `${named(label)} on ${sheet}`,
  sign: (label, sheet) => `Sign of ${named(label)} on ${sheet}`,
  dayfirst: (heading, sheet) => `Dates of ${heading} on ${sheet}`,
  decimals: (heading, sheet) => `Decimal mark of ${heading} on ${sheet}`,
  balanceSign: (_rest, sheet) => `How ${sheet} writes a credit`,
  century: (heading, sheet) => `Two-digit years of ${heading} on ${sheet}`,
  fill: (_rest, sheet) => `Rows without an account on ${sheet}`,
  paid: (_rest, sheet) => `Paid amounts on ${sheet}`,
  party: (_rest, sheet) => `Insurance payments without a payer on ${sheet}`,
  repeat: (_rest, sheet) => `Claim amounts on several lines of ${sheet}`,
  split: (_rest, sheet) => `Accounts listed more than once on ${sheet}`,
  totals: (_rest, sheet) => `Totals on ${sheet}`,
  units: (_rest, sheet) => `Amounts on ${sheet}`,
};
/** A label the workbook remembers by its hash has no name until it is met. */
const named = (label: string): string => (/^#[0-9a-f]{16}$/.test(label) ? 'a type' : `"${label.slice(0, 60)}"`);

const WHOLE: Readonly<Record<string, string>> = {
  grain: 'Level of the balances',
  'key:facility': 'What tells accounts apart',
  'key:sheet': 'What tells accounts apart',
};
/** What concerns the whole workbook; null for a sheet's own. */
function wholeLabel(key: string): string | null {
  if (!key.startsWith('payer:')) return WHOLE[key] ?? null;
  const name = key.slice('payer:'.length);
  return /^#[0-9a-f]{16}$/.test(name) ? 'Spellings of a payer' : `Payer ${name.slice(0, 60)}`;
}

/** "column:Sheet:field" in words. */
export function correctionLabel(key: string, sheets: readonly SheetPlan[]): string {
  const whole = wholeLabel(key);
  if (whole !== null) return whole;
  const [kind = ''] = key.split(':', 1);
  const sheet = sheets.find((plan) => key === `${kind}:${plan.sheet}` || key.startsWith(`${kind}:${plan.sheet}:`))?.sheet ?? key.split(':')[1] ?? '';
  const rest = key.slice(kind.length + sheet.length + 2);
  return LABELS[kind]?.(rest, sheet) ?? `${fieldWord(kind)} on ${sheet}`;
}

function valueWord({ key, value }: Correction): string {
  if (key.startsWith('role:')) return Object.entries(ROLE_WORD).find(([role]) => role === value)?.[1] ?? value;
  return key.startsWith('column:') && value === 'none' ? 'No column' : value;
}

export interface CorrectionsProps {
  readonly corrections: readonly Correction[];
  readonly sheets: readonly SheetPlan[];
  readonly disabled: boolean;
  readonly onForget: (keys: readonly string[]) => void;
}

export function Corrections({ corrections, sheets, disabled, onForget }: CorrectionsProps): JSX.Element | null {
  const styles = useRowStyles();
  if (corrections.length === 0) return null;
  const all = corrections.map(({ key }) => key);
  return (
    <Section
      title="What you changed"
      aside={
        corrections.length > 1 && (
          <Button size="small" appearance="transparent" disabled={disabled} onClick={() => onForget(all)}>
            Forget all
          </Button>
        )
      }
    >
      <ul className={styles.list}>
        {corrections.map((correction) => {
          const label = correctionLabel(correction.key, sheets);
          return (
            <li key={correction.key} className={styles.row}>
              <div>
                <Caption1 className={styles.words}>{label}</Caption1>
                <Body1Strong className={styles.value}>{valueWord(correction)}</Body1Strong>
                {correction.from === 'workbook' && <Caption1 className={styles.words}>Remembered in this workbook</Caption1>}
              </div>
              <Button size="small" appearance="subtle" disabled={disabled} aria-label={`Forget: ${label}`} onClick={() => onForget([correction.key])}>
                Forget
              </Button>
            </li>
          );
        })}
      </ul>
      <Caption1 className={styles.words}>Find credits keeps them in this workbook: column positions and words of ours, no text of your cells.</Caption1>
    </Section>
  );
}
