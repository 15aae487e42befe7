/** A class of finding as a shape and a word; colour only supports them (and has the hue of the highlight in the sheet). */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ArrowUndoRegular } from '@fluentui/react-icons/svg/arrow-undo';
import { ArrowSwapRegular } from '@fluentui/react-icons/svg/arrow-swap';
import { ClockRegular } from '@fluentui/react-icons/svg/clock';
import { DocumentErrorRegular } from '@fluentui/react-icons/svg/document-error';
import { PersonQuestionMarkRegular } from '@fluentui/react-icons/svg/person-question-mark';
import type { JSX } from 'react';
import type { FindingClass } from '../../core/credit';
import { CLASS_WORD } from '../words';

const ICON = {
  'true-overpayment': ArrowUndoRegular,
  'posting-error': DocumentErrorRegular,
  misallocated: ArrowSwapRegular,
  hold: ClockRegular,
  'needs-review': PersonQuestionMarkRegular,
} as const;

const useTone = makeStyles({
  'true-overpayment': { color: tokens.colorPaletteDarkOrangeForeground1 },
  'posting-error': { color: tokens.colorPaletteBlueForeground2 },
  misallocated: { color: tokens.colorPalettePurpleForeground2 },
  hold: { color: tokens.colorNeutralForeground2 },
  'needs-review': { color: tokens.colorPaletteMarigoldForeground2 },
});
const useFill = makeStyles({
  'true-overpayment': { backgroundColor: tokens.colorPaletteDarkOrangeBorderActive },
  'posting-error': { backgroundColor: tokens.colorPaletteBlueBorderActive },
  misallocated: { backgroundColor: tokens.colorPalettePurpleBorderActive },
  hold: { backgroundColor: tokens.colorNeutralForeground3 },
  'needs-review': { backgroundColor: tokens.colorPaletteMarigoldBorderActive },
});
const useStyles = makeStyles({
  mark: { display: 'inline-flex', alignItems: 'center', columnGap: tokens.spacingHorizontalXS, whiteSpace: 'nowrap' },
  icon: { fontSize: '16px', flexShrink: 0 },
  bar: { height: '4px', borderRadius: tokens.borderRadiusSmall, forcedColorAdjust: 'none' },
});

export function ClassIcon({ class: name }: { readonly class: FindingClass }): JSX.Element {
  const Icon = ICON[name];
  return <Icon aria-hidden className={mergeClasses(useStyles().icon, useTone()[name])} />;
}

export function ClassMark({ class: name }: { readonly class: FindingClass }): JSX.Element {
  return (
    <span className={useStyles().mark}>
      <ClassIcon class={name} />
      <span>{CLASS_WORD[name]}</span>
    </span>
  );
}

/** A bar beside the amount that it repeats; hidden from the accessibility tree. */
export function ClassBar({ class: name, share }: { readonly class: FindingClass; readonly share: number }): JSX.Element {
  return <div aria-hidden className={mergeClasses(useStyles().bar, useFill()[name])} style={{ width: `${Math.max(1, share * 100)}%` }} />;
}
