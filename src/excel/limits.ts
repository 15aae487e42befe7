/** Numbers to code against, all from office-js.md 1.1 and 2.2. */

/** What one block of cells should weigh on the wire; the limit on the web is 5 MB. */
export const BLOCK_BYTES = 1_500_000;
export const LEAST_BLOCK_ROWS = 500;
/** One read of more cells may come back as null without an error. */
export const MOST_CELLS_A_READ = 1_000_000;
/** The address limit is 8,192; longer text is cut in silence. */
export const MOST_ADDRESS = 8_000;
export const MOST_CELL_TEXT = 32_767;
export const MOST_SHEET_NAME = 31;
/** design.md 8. */
export const MOST_KEYS_FOR_ROWS = 5_000;
export const MOST_KEYS = 20_000;
export const MOST_KEY_TEXT = 255;
export const SAMPLE_HEAD = 200;
export const SAMPLE_TAIL = 50;
export const SAMPLE_FORMATS = 20;
/** Cells of a sample's head; very wide sheets give fewer rows. */
export const SAMPLE_CELLS = 40_000;
/** Bytes a cell takes on the wire before we have measured (about 116 bytes for 12 mixed columns). */
export const GUESSED_CELL_BYTES = 12;
/**
 * Above this many cells the client cuts one assignment into pieces itself, with three more objects a piece (seen in package 1.1.110): we cut
 * first, with one.
 */
export const MOST_CELLS_ASSIGNED = 1_500;
