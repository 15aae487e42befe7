/** DuckDB, one thread: rows into its tables, sums and the five kinds in SQL, the flags back as arrays. */
import { DuckDBDataChunk, DuckDBInstance, INTEGER, VARCHAR } from '@duckdb/node-api';
import { ACCOUNTS, FLAGS, PARTS, TOTALS } from './sql.mjs';

const CHUNK = 2048;
const cents = (amount) => Math.round(amount * 100);

/** A column is its name, its type and how a row (and its place) gives it. */
const TX = [
  ['i', INTEGER, (row, at) => at],
  ['acct', VARCHAR, (row) => row[0]],
  ['payer', VARCHAR, (row) => row[3]],
  ['typ', VARCHAR, (row) => row[4]],
  ['post', INTEGER, (row) => row[5]],
  ['svc', INTEGER, (row) => row[6]],
  ['c', INTEGER, (row) => cents(row[7])],
  ['chk', VARCHAR, (row) => row[8]],
  ['carc', VARCHAR, (row) => row[9]],
];
const ACC = [
  ['acct', VARCHAR, (row) => row[0]],
  ['guar', VARCHAR, (row) => row[1]],
  ['pat', VARCHAR, (row) => row[2]],
];

async function fill(connection, name, columns, rows) {
  await connection.run(`CREATE TABLE ${name}(${columns.map(([column, type]) => `${column} ${type}`).join()})`);
  const appender = await connection.createAppender(name);
  const types = columns.map(([, type]) => type);
  const chunk = DuckDBDataChunk.create(types, CHUNK);
  for (let from = 0; from < rows.length; from += CHUNK) {
    const part = rows.slice(from, from + CHUNK);
    chunk.reset();
    chunk.setColumns(columns.map(([, , of]) => part.map((row, at) => of(row, from + at))));
    appender.appendDataChunk(chunk);
  }
  appender.closeSync();
}

const rowsOf = async (connection, sql) => (await connection.runAndReadAll(sql)).getRows();

async function work(connection) {
  await connection.run(PARTS);
  await connection.run(ACCOUNTS);
  const [[chg, pay, adj, ref]] = await rowsOf(connection, TOTALS);
  const found = await rowsOf(connection, FLAGS);
  const flags = found.map(([kind, account, other, amount, row]) => [Number(kind), account, other, Number(amount), Number(row)]);
  return { flags, totals: { chg: Number(chg), pay: Number(pay), adj: Number(adj), ref: Number(ref) } };
}

export async function duckdb1(tx, acc) {
  const started = performance.now();
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  const connection = await instance.connect();
  await fill(connection, 't', TX, tx);
  await fill(connection, 'a', ACC, acc);
  const loaded = performance.now();
  const found = await work(connection);
  const compute = performance.now() - loaded;
  connection.closeSync();
  instance.closeSync();
  return { load: loaded - started, compute, ...found };
}
