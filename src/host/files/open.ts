/** Opens a file as a workbook. What the file is, its first bytes say; the name decides only between kinds of text. */
import type { Book } from '../workbook';
import { openText } from './csv';
import { FileProblem, fileProblems } from './fileProblem';
import { readBook, type OnOpenProgress } from './readBook';

/** Longest file taken: a workbook of a million rows has about 200 MB. */
const MAX_FILE = 1_000_000_000;
const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const TEXT_NAMES = /\.(csv|tsv|txt|tab)$/i;

/**
 * An .xlsx, .xlsm, .csv, .tsv or plain .txt file as a workbook. `onProgress` hears the name of each sheet as its reading starts, and each percent read.
 * Throws a FileProblem for everything that is no such file, is damaged or too big.
 */
export function openWorkbook(bytes: Uint8Array, fileName: string, onProgress: OnOpenProgress = () => undefined): Book {
  if (bytes.length === 0) throw fileProblems.empty();
  if (bytes.length > MAX_FILE) throw fileProblems.tooBig();
  if (startsWith(bytes, OLE)) throw oleProblem(bytes);
  if (startsWith(bytes, [0x50, 0x4b])) return openPackage(bytes, fileName, onProgress);
  if (bytes[0] === 0x09 && (bytes[1] === 0x08 || bytes[1] === 0x04 || bytes[1] === 0x02) && bytes[3] === 0) throw fileProblems.xls();
  refuseOtherText(bytes);
  if (!TEXT_NAMES.test(fileName) && !(/\.xls$/i.test(fileName) && isText(bytes))) throw unknown(bytes);
  if (!isText(bytes)) throw fileProblems.notWorkbook('it holds no readable text');
  return openText(bytes, fileName);
}

function openPackage(bytes: Uint8Array, fileName: string, onProgress: OnOpenProgress): Book {
  try {
    return readBook(bytes, fileName, onProgress);
  } catch (error) {
    // A TypeError is a bug of ours and must not be blamed on the file.
    if (error instanceof FileProblem || (error as Error).name === 'TypeError') throw error;
    // What the zip and XML libraries throw says where in the part it went wrong, which may quote cell text: it stays out of the message.
    throw fileProblems.broken('a part of it cannot be read');
  }
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, i) => bytes[i] === byte);
}

/** An OLE file is an encrypted workbook or one of the old format. */
function oleProblem(bytes: Uint8Array): FileProblem {
  if (holdsWide(bytes, 'EncryptedPackage')) return fileProblems.encrypted();
  return holdsWide(bytes, 'Workbook') || holdsWide(bytes, 'Book') ? fileProblems.xls() : fileProblems.notWorkbook('it is another Office file');
}

/** Names in an OLE directory are UTF-16. */
function holdsWide(bytes: Uint8Array, name: string): boolean {
  const pattern = Array.from(name).flatMap((char) => [char.charCodeAt(0), 0]);
  for (let at = bytes.indexOf(pattern[0] as number); at >= 0; at = bytes.indexOf(pattern[0] as number, at + 1)) {
    if (pattern.every((byte, i) => bytes[at + i] === byte)) return true;
  }
  return false;
}

function refuseOtherText(bytes: Uint8Array): void {
  const start = new TextDecoder().decode(bytes.subarray(0, 512)).trimStart().toLowerCase();
  if (start.startsWith('%pdf')) throw fileProblems.notWorkbook('it is a PDF');
  if (/^(<!doctype html|<html|<table|<head|<meta)/.test(start)) throw fileProblems.notWorkbook('it is a web page, whatever its name says');
  if (start.startsWith('<?xml')) throw fileProblems.notWorkbook('it is an XML file');
}

function unknown(bytes: Uint8Array): FileProblem {
  return fileProblems.notWorkbook(isText(bytes) ? 'it is a text file; if it is a table, name it .csv' : 'it is neither a workbook nor a text file');
}

/** No control characters but tabs and line ends in the first 4 KB; UTF-16 has zeros and is told by its mark. */
function isText(bytes: Uint8Array): boolean {
  const wide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff) || (bytes.length > 3 && bytes[1] === 0 && bytes[3] === 0);
  return bytes.subarray(0, 4096).every((byte) => byte >= 32 || (byte >= 9 && byte <= 13) || byte === 26 || (wide && byte === 0));
}
