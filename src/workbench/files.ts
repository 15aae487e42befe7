/** Files in and out of the page. Nothing is sent anywhere: a file is read from disk, a copy is handed to the browser's download. */
const SAMPLE = 'assets/sample/sample.xlsx';

export interface Loaded {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export async function loadSample(): Promise<Loaded> {
  const answer = await fetch(new URL(SAMPLE, document.baseURI));
  if (!answer.ok) throw new Error(`The sample is missing (${answer.status}).`);
  return { name: 'sample.xlsx', bytes: new Uint8Array(await answer.arrayBuffer()) };
}

export const loadFile = async (file: File): Promise<Loaded> => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) });

/** "export.xlsx" → "export reviewed.xlsx"; text files become workbooks. */
export function copyName(name: string): string {
  const dot = name.lastIndexOf('.');
  const stem = dot > 0 ? name.slice(0, dot) : name;
  const kept = name.slice(dot).toLowerCase() === '.xlsm' ? '.xlsm' : '.xlsx';
  return `${stem.replace(/ reviewed$/, '')} reviewed${kept}`;
}

export function download(name: string, bytes: Uint8Array): void {
  const address = URL.createObjectURL(new Blob([bytes.slice().buffer], { type: 'application/octet-stream' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
