/** Starts the analyst's worker; webpack bundles it as a file of its own from this very expression. */
export const startAnalystWorker = (): Worker => new Worker(new URL('./analystWorker.ts', import.meta.url));
