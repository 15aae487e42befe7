/** Runs once before the browser tests: a browser that has to be unpacked is unpacked before two test files ask for it at the same time. */
import { findBrowser } from './findBrowser';

export default function prepare(): void {
  findBrowser();
}
