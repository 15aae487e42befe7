/** A sheet as it was understood: its role, its rows, and on request its columns with the reason for each. */
import { Badge, Body1, Body1Strong, Button, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { ChevronDownRegular } from '@fluentui/react-icons/svg/chevron-down';
import { ChevronRightRegular } from '@fluentui/react-icons/svg/chevron-right';
import { DocumentTableRegular } from '@fluentui/react-icons/svg/document-table';
import { TableRegular } from '@fluentui/react-icons/svg/table';
import { useId, useState, type JSX } from 'react';
import type { SheetPlan } from '../../intake/contract';
import { count, counted, fieldWord, ROLE_WORD } from '../words';

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
  table: { width: '100%', borderCollapse: 'collapse', tableLayout: 'fixed' },
  cell: {
    textAlign: 'left',
    verticalAlign: 'top',
    padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalXS} ${tokens.spacingVerticalXXS} 0`,
    fontWeight: tokens.fontWeightRegular,
    fontSize: tokens.fontSizeBase200,
    overflowWrap: 'anywhere',
  },
  head2: { color: tokens.colorNeutralForeground3 },
  reason: { color: tokens.colorNeutralForeground3, display: 'block', margin: 0 },
});

function Columns({ plan }: { readonly plan: SheetPlan }): JSX.Element {
  const styles = useStyles();
  return (
    <table className={styles.table}>
      <thead className={styles.head2}>
        <tr>
          <th scope="col" className={styles.cell}>
            Your heading
          </th>
          <th scope="col" className={styles.cell}>
            Read as
          </th>
        </tr>
      </thead>
      <tbody>
        {plan.columns.map((column) => (
          <tr key={`${column.field}:${column.column}`}>
            <td className={styles.cell}>{column.heading || '(no heading)'}</td>
            <td className={styles.cell}>
              {fieldWord(column.field)}
              {column.confidence !== 'high' && <Caption1 className={styles.reason}>{column.reason}</Caption1>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export function SheetCard({ plan }: { readonly plan: SheetPlan }): JSX.Element {
  const styles = useStyles();
  const [open, setOpen] = useState(false);
  const id = useId();
  const used = plan.columns.length > 0;
  return (
    <section className={styles.card} aria-label={`Sheet ${plan.sheet}`}>
      <div className={styles.head}>
        {plan.role === 'accounts' ? <DocumentTableRegular className={styles.icon} aria-hidden /> : <TableRegular className={styles.icon} aria-hidden />}
        <div>
          <Body1Strong as="h3" className={styles.name} style={{ margin: 0 }}>
            {plan.sheet}
          </Body1Strong>
          <Caption1 className={styles.facts}>{used ? `${counted(plan.dataRows, 'row')}, headings in row ${count(plan.headerRow)}` : plan.why}</Caption1>
        </div>
        <Badge appearance="tint" color={used ? 'brand' : 'informative'} size="medium">
          {ROLE_WORD[plan.role]}
        </Badge>
      </div>
      {used && (
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
            {counted(plan.columns.length, 'column')} used
          </Button>
          {open && (
            <div id={id} className={styles.more}>
              <Columns plan={plan} />
            </div>
          )}
        </>
      )}
    </section>
  );
}

/** Sheets that are not used take one line, not a card each. */
export function UnusedSheets({ plans }: { readonly plans: readonly SheetPlan[] }): JSX.Element | null {
  const styles = useStyles();
  if (plans.length === 0) return null;
  return (
    <Body1 as="p" className={styles.reason}>
      Not used: {plans.map((plan) => plan.sheet).join(', ')}
    </Body1>
  );
}
