/** Copies other than the whole workbook: without real data, or with only what the next person needs. */
import { Button, Menu, MenuDivider, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components';
import { CopySelectRegular } from '@fluentui/react-icons/svg/copy-select';
import type { JSX } from 'react';
import { STEP_COPIES, type StepCopy } from '../app/minimumNecessary';

export interface CopiesMenuProps {
  readonly disabled: boolean;
  readonly onTwin: () => void;
  readonly onStepCopy: (copy: StepCopy) => void;
}

export function CopiesMenu({ disabled, onTwin, onStepCopy }: CopiesMenuProps): JSX.Element {
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <Button appearance="subtle" icon={<CopySelectRegular />} disabled={disabled}>
          Other copies
        </Button>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuItem onClick={onTwin}>Synthetic twin: same shape, no real data</MenuItem>
          <MenuDivider />
          {STEP_COPIES.map((copy) => (
            <MenuItem key={copy.key} onClick={() => onStepCopy(copy)}>
              {copy.label}
            </MenuItem>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
