import { Drawer } from '@mantine/core';
import type { ReactNode } from 'react';

interface SheetProps {
  opened: boolean;
  onClose: () => void;
  title: string;
  closeLabel: string;
  children: ReactNode;
}

/** What waits at the lower edge of a narrow screen; in a file of its own, so that it is loaded when it is opened. */
export function Sheet({ opened, onClose, title, closeLabel, children }: SheetProps) {
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      position="bottom"
      size="auto"
      title={title}
      closeButtonProps={{ 'aria-label': closeLabel }}
    >
      {children}
    </Drawer>
  );
}
