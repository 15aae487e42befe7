/** A sheet as it was understood: its role, its rows, and on request its columns with the reason for each. */
import { Badge, Body1Strong, Button, Caption1, Dropdown, Field, Option, makeStyles, tokens } from '@fluentui/react-components';
import { ChevronDownRegular } from '@fluentui/react-icons/svg/chevron-down';
import { ChevronRightRegular } from '@fluentui/react-icons/svg/chevron-right';
import { DocumentTableRegular } from '@fluentui/react-icons/svg/document-table';
import { TableRegular } from '@fluentui/react-icons/svg/table';
import { useId, useState, type JSX } from 'react';
import type { Role, SheetPlan } from '../../intake/contract';
import { count, counted, ROLE_WORD } from '../words';
import { ColumnTable, type ColumnTableProps, type Correct } from './ColumnTable';

const useStyles = makeStyles({
  card: {
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    marginBottom: tokens.spacingVerticalS,
    overflow: 'hidden',
  },
  head: {
    display: 'grid',
    gridTemplateColumns: '24px 1fr auto',
    columnGap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    alignItems: 'start',
  },
  icon: { fontSize: '20px', color: tokens.colorBrandForeground1, marginTop: '1px' },
  name: { overflowWrap: 'anywhere' },
  facts: { color: tokens.colorNeutralForeground3, display: 'block' },
  more: {
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalS}`,
  },
  toggle: {
    justifyContent: 'start',
    width: '100%',
    borderRadius: 0,
    minHeight: '32px',
    paddingLeft: tokens.spacingHorizontalM,
    fontWeight: tokens.fontWeightRegular,
  },
  unused: {
    justifyContent: 'start',
    width: '100%',
    minHeight: '32px',
    fontWeight: tokens.fontWeightRegular,
    textAlign: 'left',
    color: tokens.colorNeutralForeground3,
  },
});

const ROLES: readonly Role[] = ['accounts', 'transactions', 'mixed', 'remittance', 'register', 'ignored'];

function RoleChoice({ plan, disabled, onCorrect }: ColumnTableProps): JSX.Element {
  return (
    <Field label="This sheet holds" size="small">
      <Dropdown
        size="small"
        disabled={disabled}
        value={ROLE_WORD[plan.role]}
        selectedOptions={[plan.role]}
        onOptionSelect={(_event, data) => data.optionValue !== plan.role && onCorrect(`role:${plan.sheet}`, data.optionValue ?? plan.role)}
      >
        {ROLES.map((role) => (
          <Option key={role} value={role}>
            {ROLE_WORD[role]}
          </Option>
        ))}
      </Dropdown>
    </Field>
  );
}

export interface SheetCardProps {
  readonly plan: SheetPlan;
  readonly disabled: boolean;
  readonly onCorrect: Correct;
}

export function SheetCard(props: SheetCardProps): JSX.Element {
  const { plan } = props;
  const styles = useStyles();
  const [open, setOpen] = useState(false);
  const id = useId();
  const used = plan.columns.length > 0;
  const Icon = plan.role === 'accounts' ? DocumentTableRegular : TableRegular;
  return (
    <section className={styles.card} aria-label={`Sheet ${plan.sheet}`}>
      <div className={styles.head}>
        <Icon className={styles.icon} aria-hidden />
        <div>
          <Body1Strong as="h2" className={styles.name} style={{ margin: 0 }}>
            {plan.sheet}
          </Body1Strong>
          <Caption1 className={styles.facts}>{used ? `${counted(plan.dataRows, 'row')}, headings in row ${count(plan.headerRow)}` : plan.why}</Caption1>
        </div>
        <Badge appearance="tint" color={used ? 'brand' : 'informative'} size="medium">
          {ROLE_WORD[plan.role]}
        </Badge>
      </div>
      {(used || (plan.headings ?? []).length > 0) && (
        <>
          <Button
            appearance="subtle"
            size="small"
            className={styles.toggle}
            icon={open ? <ChevronDownRegular /> : <ChevronRightRegular />}
            aria-expanded={open}
            aria-controls={id}
            onClick={() => setOpen(!open)}
          >
            {used ? `${counted(plan.columns.length, 'column')} read` : 'Use this sheet after all'}
          </Button>
          {open && (
            <div id={id} className={styles.more}>
              <RoleChoice {...props} />
              {used && <ColumnTable {...props} />}
            </div>
          )}
        </>
      )}
    </section>
  );
}

/** Sheets that are not used take one line, until someone looks at them. */
export function UnusedSheets({
  plans,
  disabled,
  onCorrect,
}: {
  readonly plans: readonly SheetPlan[];
  readonly disabled: boolean;
  readonly onCorrect: Correct;
}): JSX.Element | null {
  const styles = useStyles();
  const [open, setOpen] = useState(false);
  if (plans.length === 0) return null;
  return (
    <>
      <Button
        appearance="subtle"
        size="small"
        className={styles.unused}
        icon={open ? <ChevronDownRegular /> : <ChevronRightRegular />}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        Not used: {plans.map((plan) => plan.sheet).join(', ')}
      </Button>
      {open && plans.map((plan) => <SheetCard key={`${plan.sheet}:${plan.headerRow}`} plan={plan} disabled={disabled} onCorrect={onCorrect} />)}
    </>
  );
}
