/** The ribbon button *Write sheets* opens the pane's page with this mark; when the pane is open already only the mark changes, and nothing is lost. */
export const asksToWrite = (hash: string): boolean => /[#&]write(&|$)/.test(hash);
