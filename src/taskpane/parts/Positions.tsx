/** What each party paid and what it owes. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { JSX } from 'react';
import type { PartyPosition } from '../../core/credit';
import { toDollars } from '../../core/money';
import { SOURCE_WORD } from '../words';

const useStyles = makeStyles({
  table: { width: '100%', borderCollapse: 'collapse', fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  head: { color: tokens.colorNeutralForeground3, fontWeight: tokens.fontWeightRegular, textAlign: 'left', padding: `0 0 ${tokens.spacingVerticalXS}` },
  cell: {
    verticalAlign: 'top',
    padding: `${tokens.spacingVerticalXS} 0`,
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
    fontWeight: tokens.fontWeightRegular,
    textAlign: 'left',
    overflowWrap: 'anywhere',
  },
  number: { textAlign: 'right', fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap', paddingLeft: tokens.spacingHorizontalS },
  small: { color: tokens.colorNeutralForeground3, display: 'block' },
});

export function Positions({ parties }: { readonly parties: readonly PartyPosition[] }): JSX.Element {
  const styles = useStyles();
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col" className={styles.head}>
            Party
          </th>
          <th scope="col" className={mergeClasses(styles.head, styles.number)}>
            Paid
          </th>
          <th scope="col" className={mergeClasses(styles.head, styles.number)}>
            Owes
          </th>
        </tr>
      </thead>
      <tbody>
        {parties.map((party) => (
          <tr key={party.party}>
            <th scope="row" className={styles.cell}>
              {party.name}
            </th>
            <td className={mergeClasses(styles.cell, styles.number)}>{toDollars(party.paid)}</td>
            <td className={mergeClasses(styles.cell, styles.number)}>
              {party.liability === null ? 'not known' : toDollars(party.liability)}
              {party.liability !== null && <span className={styles.small}>{SOURCE_WORD[party.source]}</span>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
