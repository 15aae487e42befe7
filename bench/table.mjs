/** Medians of the runs and how they are printed. */
const SIDES = ['linear', 'tuned', 'duckdb1', 'project'];

function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** Medians of one side at one size. */
function mediansOf(runs, size, side) {
  const own = runs.filter((run) => run.size === size && run.side === side);
  const of = (field) => median(own.map((run) => run[field]));
  const right = own.every((run) => run.agrees === true) ? 'yes' : own.every((run) => run.agrees === null) ? '–' : 'NO';
  return { size, side, runs: own.length, load: of('load'), compute: of('compute'), wall: of('wall'), cpu: of('cpu'), peak: of('peak'), right };
}

const whole = (value) => (Number.isFinite(value) ? Math.round(value).toLocaleString('en-US') : '–');
const ratio = (a, b) => (a / b).toFixed(2);

function line(row, all) {
  const cpuOf = (side) => all.find((other) => other.size === row.size && other.side === side).cpu;
  const times = [row.load, row.compute, row.wall, row.cpu, row.peak].map(whole);
  return `| ${[whole(row.size), row.side, row.runs, ...times, ratio(row.cpu, cpuOf('linear')), ratio(row.cpu, cpuOf('duckdb1')), row.right].join(' | ')} |`;
}

/** How CPU time grows with the rows: 1 is in proportion. */
function exponent(all, side) {
  const own = all.filter((row) => row.side === side);
  const [first, last] = [own[0], own[own.length - 1]];
  return Math.log(last.cpu / first.cpu) / Math.log(last.size / first.size);
}

export function report(runs, sizes) {
  const all = sizes.flatMap((size) => SIDES.map((side) => mediansOf(runs, size, side)));
  const largest = (side) => all.find((row) => row.size === sizes[sizes.length - 1] && row.side === side).cpu;
  console.log('| rows | side | runs | load ms | compute ms | wall ms | CPU ms | peak MB over rows | CPU × linear | CPU × duckdb | agrees |');
  console.log('| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |');
  for (const row of all) console.log(line(row, all));
  console.log('');
  if (sizes.length > 1) console.log(`growth exponent: ${exponent(all, 'project').toFixed(2)}`);
  console.log(`ratio to duckdb: ${ratio(largest('project'), largest('duckdb1'))}`);
  console.log(`ratio to linear pass: ${ratio(largest('project'), largest('linear'))}`);
  return all.every((row) => row.right !== 'NO');
}
export { SIDES };
