// Stands for src/intake/readSheets in the tests of whole sheets: reading is not what is mutated, so the sheets are read once for all mutants.
const { readSheets } = require('../../src/intake/readSheets');

exports.readSheets = (sheets, ...more) => {
  globalThis.sheetsRead ??= new Map();
  const key = JSON.stringify(sheets);
  if (!globalThis.sheetsRead.has(key)) globalThis.sheetsRead.set(key, readSheets(sheets, ...more));
  return globalThis.sheetsRead.get(key);
};
