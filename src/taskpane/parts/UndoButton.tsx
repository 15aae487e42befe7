/** Takes the last decision back, as long as the sheet still shows it. */
import { Button } from '@fluentui/react-components';
import { ArrowHookUpLeftRegular } from '@fluentui/react-icons/svg/arrow-hook-up-left';
import type { JSX } from 'react';
import type { PaneState } from '../paneState';
import type { Intentions } from '../usePane';

export function UndoButton({
  state,
  pane,
  size = 'medium',
}: {
  readonly state: PaneState;
  readonly pane: Intentions;
  readonly size?: 'small' | 'medium';
}): JSX.Element | null {
  if (!state.undo) return null;
  return (
    <Button
      size={size}
      icon={<ArrowHookUpLeftRegular />}
      disabled={state.job !== null}
      title={`Undo ${state.undo.label}`}
      aria-label={`Undo ${state.undo.label}`}
      onClick={pane.undo}
    >
      {size === 'small' ? `Undo ${state.undo.label}` : 'Undo'}
    </Button>
  );
}
