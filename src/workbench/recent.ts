/**
 * Recent files, where the browser can hand out file handles: the handle and the name stay in this browser's own store, never a cell. Opening one
 * again asks the person for permission. Elsewhere the plain file input is used and nothing is remembered.
 */
export interface RecentFile {
  readonly name: string;
  readonly handle: FileSystemFileHandle;
}
interface Picker {
  showOpenFilePicker?(options: unknown): Promise<FileSystemFileHandle[]>;
}
interface Permitted extends FileSystemFileHandle {
  requestPermission?(descriptor: { readonly mode: 'read' }): Promise<PermissionState>;
}

const STORE = 'files';
const MOST = 8;
const TYPES = [
  {
    description: 'Workbooks and exports',
    accept: {
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['.xlsx'],
      'application/vnd.ms-excel.sheet.macroEnabled.12': ['.xlsm'],
      'text/plain': ['.csv', '.tsv', '.txt'],
    },
  },
];

/** The chosen file, null when the person closed the dialog, 'cannot' where this browser has no such dialog. */
export async function chooseFile(): Promise<File | null | 'cannot'> {
  const picker = window as unknown as Picker;
  if (!picker.showOpenFilePicker) return 'cannot';
  try {
    const [handle] = await picker.showOpenFilePicker({ types: TYPES });
    if (!handle) return null;
    await remember(handle);
    return await handle.getFile();
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return null;
    return 'cannot';
  }
}

/** null when the person did not allow it or the file is gone; it is then forgotten. */
export async function openAgain({ name, handle }: RecentFile): Promise<File | null> {
  try {
    const allowed = await (handle as Permitted).requestPermission?.({ mode: 'read' });
    if (allowed === 'denied') return null;
    return await handle.getFile();
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    await write((store) => store.delete(name));
    return null;
  }
}

/** Newest first; none where the browser keeps nothing. */
export async function recentFiles(): Promise<readonly RecentFile[]> {
  const found = await read<{ name: string; handle: FileSystemFileHandle; at: number }>();
  return found.toSorted((a, b) => b.at - a.at).slice(0, MOST);
}

async function remember(handle: FileSystemFileHandle): Promise<void> {
  await write((store) => store.put({ name: handle.name, handle, at: Date.now() }));
}

function database(): Promise<IDBDatabase | null> {
  return new Promise((resolve) => {
    const opening = indexedDB.open('credit-balance-workbench', 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore(STORE, { keyPath: 'name' });
    opening.onsuccess = () => resolve(opening.result);
    // A browser that keeps nothing (private windows) has no recent files: that is no fault.
    opening.onerror = () => resolve(null);
  });
}

async function write(change: (store: IDBObjectStore) => IDBRequest): Promise<void> {
  const open = await database();
  if (!open) return;
  await new Promise<void>((resolve) => {
    const transaction = open.transaction(STORE, 'readwrite');
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => resolve();
    change(transaction.objectStore(STORE));
  });
  open.close();
}

async function read<T>(): Promise<readonly T[]> {
  const open = await database();
  if (!open) return [];
  const rows = await new Promise<readonly T[]>((resolve) => {
    const asked = open.transaction(STORE).objectStore(STORE).getAll() as IDBRequest<T[]>;
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => resolve([]);
  });
  open.close();
  return rows;
}
