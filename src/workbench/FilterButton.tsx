/** Filters the list around the selected cell by the values of its column, as the arrow of a heading does in Excel. */
import { Button, Caption1, Checkbox, Input, Popover, PopoverSurface, PopoverTrigger, Subtitle2, Tooltip, makeStyles, tokens } from '@fluentui/react-components';
import { FilterRegular } from '@fluentui/react-icons/svg/filter';
import { useState, type JSX } from 'react';
import type { CellPlace, ListValues } from '../host/protocol';
import type { Edits } from './useEdits';

const useStyles = makeStyles({
  surface: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS, width: '260px', padding: tokens.spacingHorizontalM },
  values: { display: 'flex', flexDirection: 'column', maxHeight: '240px', overflowY: 'auto', border: `1px solid ${tokens.colorNeutralStroke2}` },
  actions: { display: 'flex', columnGap: tokens.spacingHorizontalS, flexWrap: 'wrap' },
});

/** More boxes than this are not drawn at once: the search narrows them. */
const MOST_DRAWN = 200;

interface ChoiceProps {
  readonly values: ListValues;
  readonly onFilter: (texts: readonly string[] | null) => void;
}

function Choice({ values, onFilter }: ChoiceProps): JSX.Element {
  const styles = useStyles();
  const [search, setSearch] = useState('');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => new Set(values.chosen ?? values.texts.map(({ text }) => text)));
  const found = values.texts.filter(({ text }) => text.toLowerCase().includes(search.trim().toLowerCase()));
  const set = (texts: readonly string[], on: boolean): void => {
    const next = new Set(chosen);
    for (const text of texts)
      if (on) next.add(text);
      else next.delete(text);
    setChosen(next);
  };
  const kept = found.filter(({ text }) => chosen.has(text)).map(({ text }) => text);
  const all = found.length > 0 && kept.length === found.length;
  return (
    <>
      <Subtitle2 as="h2">{values.heading || 'This column'}</Subtitle2>
      <Input aria-label="Search the values" placeholder="Search the values" value={search} onChange={(_event, data) => setSearch(data.value)} />
      <Checkbox
        label="All of these"
        checked={all || (kept.length > 0 && 'mixed')}
        onChange={() =>
          set(
            found.map(({ text }) => text),
            !all,
          )
        }
      />
      <div className={styles.values} role="group" aria-label="Values">
        {found.slice(0, MOST_DRAWN).map(({ text, rows }) => (
          <Checkbox
            key={text}
            label={`${text || '(blank)'} (${rows.toLocaleString('en-US')})`}
            checked={chosen.has(text)}
            onChange={(_event, data) => set([text], data.checked === true)}
          />
        ))}
      </div>
      {(values.more || found.length > MOST_DRAWN) && <Caption1>Not all values are listed. Search to find the others.</Caption1>}
      <div className={styles.actions}>
        <Button appearance="primary" disabled={kept.length === 0} onClick={() => onFilter(kept.length === values.texts.length && !values.more ? null : kept)}>
          Show these rows
        </Button>
        <Button onClick={() => onFilter(null)}>Show all rows</Button>
      </div>
    </>
  );
}

function NoList({ onClose }: { readonly onClose: () => void }): JSX.Element {
  return (
    <>
      <Caption1>There is no list here. Select a cell inside the rows you want to filter.</Caption1>
      <Button onClick={onClose}>Close</Button>
    </>
  );
}

export function FilterButton({ place, edits }: { readonly place: CellPlace; readonly edits: Edits }): JSX.Element {
  const styles = useStyles();
  const [open, setOpen] = useState(false);
  const [values, setValues] = useState<ListValues | null>(null);
  const onOpen = (wanted: boolean): void => {
    if (!wanted) {
      setOpen(false);
      return;
    }
    // Opened with its boxes in place: the focus goes to the first of them.
    void edits.values(place).then((found) => {
      setValues(found);
      setOpen(true);
    });
  };
  const filter = (texts: readonly string[] | null): void => {
    edits.filter(place, texts);
    setOpen(false);
  };
  return (
    <Popover open={open} onOpenChange={(_event, data) => onOpen(data.open)} trapFocus>
      <PopoverTrigger disableButtonEnhancement>
        <Tooltip content="Filter this list by the selected column" relationship="label">
          <Button appearance="subtle" size="small" icon={<FilterRegular />} />
        </Tooltip>
      </PopoverTrigger>
      <PopoverSurface className={styles.surface} aria-label="Filter">
        {values ? <Choice values={values} onFilter={filter} /> : <NoList onClose={() => setOpen(false)} />}
      </PopoverSurface>
    </Popover>
  );
}
