/** The name a person gives once, kept on this computer only, never in the workbook. Storage may be blocked: then it is asked again. */
const KEY = 'credit-balance-review.user';

export function savedName(): string {
  try {
    return localStorage.getItem(KEY) ?? '';
  } catch (error) {
    return blocked(error, '');
  }
}

export function saveName(name: string): boolean {
  try {
    localStorage.setItem(KEY, name);
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
