/** The ribbon button *Write sheets* opens the page of the pane with this mark; where Excel keeps the pane that is open, only the mark changes, and nothing is lost. */
export const asksToWrite = (hash: string): boolean => /[#&]write(&|$)/.test(hash);
