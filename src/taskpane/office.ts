/**
 * The only place of the pane that touches the Office object: readiness, theme, the address of the sheet's own help. (office-js.md 3)
 * In the workbench the embedded Excel supplies the same few members.
 */
export type Readiness =
  | { readonly state: 'excel' }
  /** The library answered, but the page is not inside Excel. */
  | { readonly state: 'noExcel' }
  /** Office.onReady never settles when part of it is blocked; after 10 s we say so ourselves. */
  | { readonly state: 'silent' }
  /** The library did not load at all: no network, or a proxy blocks it. */
  | { readonly state: 'noLibrary' };

const PATIENCE_MS = 10_000;

/** Resolves once, and always. */
export function officeReady(patience = PATIENCE_MS): Promise<Readiness> {
  if (typeof Office === 'undefined') return Promise.resolve({ state: 'noLibrary' });
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve({ state: 'silent' }), patience);
    void Office.onReady((info) => {
      clearTimeout(timer);
      // Compared as text: the enumeration itself is missing where only part of the library loaded.
      resolve({ state: String(info.host) === 'Excel' ? 'excel' : 'noExcel' });
    });
  });
}

/** "#rrggbb" of the Office theme's background, '' when Excel does not say (Excel on the web often does not). */
export function officeBackground(): string {
  if (typeof Office === 'undefined') return '';
  // Typed as always there, but missing before onReady and in Excel on the web.
  const context = Office.context as Partial<Office.Context> | undefined;
  const theme: unknown = context?.officeTheme;
  const color = theme && typeof theme === 'object' && 'bodyBackgroundColor' in theme ? theme.bodyBackgroundColor : '';
  return typeof color === 'string' && /^#[0-9a-f]{6}/i.test(color) ? color.slice(0, 7) : '';
}
