/** `npm run review -- FILE…`: the product without Excel (design.md 9). */
import { dayOf, NO_DAY } from '../core/day';
import { standing } from './files';
import { run } from './run';

const now = new Date();
const stop = new AbortController();
process.once('SIGINT', () => stop.abort());

void run(process.argv.slice(2), {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  from: standing(process.env, process.cwd()),
  today: dayOf(now.getFullYear(), now.getMonth() + 1, now.getDate()) ?? NO_DAY,
  signal: stop.signal,
}).then((code) => {
  process.exitCode = code;
});
