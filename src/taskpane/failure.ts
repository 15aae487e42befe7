/** What a rejected promise means to the person in front of the pane. Excel's refusals carry a code and plain words; all else is our bug. */
export interface Failure {
  readonly title: string;
  readonly text: string;
  /** For a report to whoever maintains the add-in; holds no cell text. */
  readonly code: string;
}

const textOf = (error: object, key: string): string => {
  const value: unknown = Reflect.get(error, key);
  return typeof value === 'string' ? value : '';
};

export const isAbort = (error: unknown): boolean => error instanceof Error && error.name === 'AbortError';

export function describeFailure(error: unknown): Failure {
  if (typeof error === 'object' && error !== null && textOf(error, 'name') === 'HostFailure') {
    const remedy = textOf(error, 'remedy');
    return { title: 'Excel could not do that', text: [textOf(error, 'message'), remedy].filter(Boolean).join(' '), code: textOf(error, 'code') };
  }
  const name = error instanceof Error ? error.name : 'Unknown';
  return {
    title: 'Something went wrong in the add-in',
    text: 'This is our mistake, not yours, and nothing more was written. Try again; if it comes back, report the code below.',
    code: name,
  };
}
