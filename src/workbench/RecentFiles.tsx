/** The files opened here before, by name; shown only where the browser grants it and there are some. */
import { Button, Menu, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components';
import { HistoryRegular } from '@fluentui/react-icons/svg/history';
import { useEffect, useState, type JSX } from 'react';
import { openAgain, recentFiles, type RecentFile } from './recent';

export interface RecentFilesProps {
  readonly disabled: boolean;
  readonly onOpen: (file: File) => void;
  readonly onTrouble: (sentence: string) => void;
}

export function RecentFiles({ disabled, onOpen, onTrouble }: RecentFilesProps): JSX.Element | null {
  const [files, setFiles] = useState<readonly RecentFile[]>([]);
  useEffect(() => {
    let here = true;
    void recentFiles().then((found) => {
      if (here) setFiles(found);
    });
    return () => {
      here = false;
    };
  }, [disabled]);
  if (files.length === 0) return null;
  const open = async (recent: RecentFile): Promise<void> => {
    const file = await openAgain(recent);
    if (file) {
      onOpen(file);
      return;
    }
    onTrouble(`${recent.name} was not opened: it was moved, or reading it was not allowed. Choose it with Open.`);
    setFiles(await recentFiles());
  };
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <Button appearance="subtle" icon={<HistoryRegular />} disabled={disabled}>
          Recent
        </Button>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {files.map((recent) => (
            <MenuItem key={recent.name} onClick={() => void open(recent)}>
              {recent.name}
            </MenuItem>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
