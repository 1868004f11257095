// Reads one request a line, {"path", "out", "kind"}, writes the cells that SheetJS sees into `out`, and answers {"ok"} or {"error"}.
"use strict";
const fs = require("fs");
const readline = require("readline");
const zlib = require("zlib");
const XLSX = require("xlsx");

const ERRORS = {0: "#NULL!", 7: "#DIV/0!", 15: "#VALUE!", 23: "#REF!", 29: "#NAME?", 36: "#NUM!", 42: "#N/A", 43: "#GETTING_DATA"};
// Raw cell objects: a date stays the number that is stored. Stubs (cells with a format only) are no cells.
const OPTIONS = {type: "buffer", dense: true, sheetStubs: false, cellDates: false, cellText: false, cellHTML: false,
                 cellNF: false, cellStyles: false, cellFormula: true};

function toCell(ref, cell) {
  if (!cell || cell.t === "z" || cell.v === undefined || cell.v === null || cell.v === "") return null;
  if (cell.t === "e") return [ref, "e", ERRORS[cell.v] || (cell.w && String(cell.w)) || "#?" + cell.v];
  if (cell.t === "b") return [ref, "b", Boolean(cell.v)];
  if (cell.t === "n") return [ref, "n", Number(cell.v)];
  if (cell.t === "d") return [ref, "n", (cell.v.getTime() - Date.UTC(1899, 11, 30)) / 86400000];
  return [ref, "s", String(cell.v)];
}

function toRef(row, column) { return XLSX.utils.encode_col(column) + (row + 1); }

function sheetCells(sheet) {
  const cells = [];
  const add = cell => { if (cell) cells.push(cell); };
  if (Array.isArray(sheet)) {
    sheet.forEach((row, r) => row && row.forEach((cell, c) => add(toCell(toRef(r, c), cell))));
  } else {
    for (const ref of Object.keys(sheet)) if (ref[0] !== "!") add(toCell(ref, sheet[ref]));
  }
  return cells;
}

// A sheet at a time: the whole answer as one string would outgrow what a string can hold.
function writeAnswer(book, out) {
  const file = fs.openSync(out, "w");
  const put = text => fs.writeSync(file, zlib.gzipSync(text, {level: 1}));  // members of one gzip file may follow each other
  put('{"sheets":[');
  book.SheetNames.forEach((name, i) => {
    put((i ? "," : "") + '{"name":' + JSON.stringify(name) + ',"cells":[');
    const cells = sheetCells(book.Sheets[name] || {});
    for (let at = 0; at < cells.length; at += 100000) {
      put((at ? "," : "") + JSON.stringify(cells.slice(at, at + 100000)).slice(1, -1));
    }
    put("]}");
  });
  put("]}");
  fs.closeSync(file);
}

// SheetJS takes the bytes of a page as they come; what they mean its caller must say.
function decodePage(bytes) {
  const marks = [["utf-8", [0xEF, 0xBB, 0xBF]], ["utf-16le", [0xFF, 0xFE]], ["utf-16be", [0xFE, 0xFF]]];
  const marked = marks.find(([, mark]) => mark.every((byte, i) => bytes[i] === byte));
  const told = /charset\s*=\s*["']?([\w-]+)/i.exec(bytes.subarray(0, 4096).toString("latin1"));
  return new TextDecoder(marked ? marked[0] : told ? told[1] : "utf-8").decode(bytes);
}

function readFile(request) {
  const bytes = fs.readFileSync(request.path);
  // Shown text is all that a web page holds; taken raw it stays text.
  const isPage = request.kind === "html";
  const book = isPage ? XLSX.read(decodePage(bytes), {...OPTIONS, type: "string", raw: true}) : XLSX.read(bytes, OPTIONS);
  writeAnswer(book, request.out);
}

const note = console.error;
console.log = note;
console.error = () => {};  // SheetJS tells its own troubles there
readline.createInterface({input: process.stdin, terminal: false}).on("line", line => {
  let answer = {ok: true};
  try {
    readFile(JSON.parse(line));
  } catch (error) {
    answer = {error: String((error && error.message) || error).slice(0, 300)};
  }
  process.stdout.write(JSON.stringify(answer) + "\n");
});
