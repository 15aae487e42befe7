/** The sheet tabs under the grid, in the workbook's order; hidden sheets are left out, as in Excel. */
import { Button, Tab, TabList, makeStyles, tokens } from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons/svg/add';
import type { JSX } from 'react';
import type { SheetTab } from '../host/protocol';

const useStyles = makeStyles({
  bar: {
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
    display: 'flex',
    alignItems: 'center',
    overflowX: 'auto',
    flexShrink: 0,
    scrollbarWidth: 'thin',
  },
  mark: {
    display: 'inline-block',
    width: '8px',
    height: '8px',
    borderRadius: tokens.borderRadiusSmall,
    marginRight: tokens.spacingHorizontalXS,
    forcedColorAdjust: 'none',
  },
  name: { whiteSpace: 'nowrap' },
});

export interface SheetTabsProps {
  readonly sheets: readonly SheetTab[];
  readonly active: string;
  readonly onActivate: (sheetId: string) => void;
  readonly onAdd: () => void;
}

export function SheetTabs({ sheets, active, onActivate, onAdd }: SheetTabsProps): JSX.Element {
  const styles = useStyles();
  return (
    <div className={styles.bar}>
      <TabList size="small" selectedValue={active} aria-label="Sheets" onTabSelect={(_event, data) => onActivate(String(data.value))}>
        {sheets
          .filter((sheet) => sheet.visibility === 'Visible')
          .map((sheet) => (
            <Tab key={sheet.id} value={sheet.id} className={styles.name}>
              {sheet.tabColor && <span className={styles.mark} style={{ backgroundColor: sheet.tabColor }} aria-hidden />}
              {sheet.name}
            </Tab>
          ))}
      </TabList>
      <Button appearance="subtle" size="small" aria-label="Add a sheet" title="Add a sheet" icon={<AddRegular />} onClick={onAdd} />
    </div>
  );
}
