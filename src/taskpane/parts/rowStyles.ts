/** The look of a list whose rows hold words on the left and one control on the right. */
import { makeStyles, tokens } from '@fluentui/react-components';

export const useRowStyles = makeStyles({
  row: {
    display: 'grid',
    gridTemplateColumns: '1fr auto',
    columnGap: tokens.spacingHorizontalS,
    alignItems: 'start',
    padding: `${tokens.spacingVerticalS} 0`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  words: { display: 'block', color: tokens.colorNeutralForeground3, overflowWrap: 'anywhere' },
  value: { display: 'block', overflowWrap: 'anywhere' },
});
