/** What is kept on this computer only, never in the workbook: the name a person gives once, and whether names are hidden. Storage may be blocked. */
const NAME = 'credit-balance-review.user';
const MASKED = 'credit-balance-review.masked';

export const savedName = (): string => kept(NAME);
export const saveName = (name: string): boolean => keep(NAME, name);
export const savedMask = (): boolean => kept(MASKED) === 'yes';
export const saveMask = (masked: boolean): boolean => keep(MASKED, masked ? 'yes' : '');

function kept(key: string): string {
  try {
    return localStorage.getItem(key) ?? '';
  } catch (error) {
    return blocked(error, '');
  }
}

function keep(key: string, value: string): boolean {
  try {
    localStorage.setItem(key, value);
    return true;
  } catch (error) {
    return blocked(error, false);
  }
}

/** A browser that blocks or fills storage throws a DOMException; anything else is our bug. */
function blocked<T>(error: unknown, instead: T): T {
  if (error instanceof DOMException) return instead;
  throw error;
}
