/** A row of a CSV file. `line` is the line of the file where it begins (a quoted cell may hold several lines). */
export type CsvRow = { readonly line: number; readonly cells: readonly string[] };

/** What is wrong in the file's form, with its place; columns are counted from 1. */
export type CsvFault = { readonly line: number; readonly column: number; readonly code: CsvFaultCode };
export type CsvFaultCode = 'text-after-quote' | 'quote-in-cell' | 'quote-not-closed';

type State = 'start' | 'plain' | 'quoted' | 'after-quote';

export interface CsvOptions {
  /** What parts the cells; a comma unless said. */
  readonly separator?: string;
  /** An empty line is a row with one empty cell, as in a sheet; otherwise it is no row. */
  readonly keepEmpty?: boolean;
}

/**
 * Reads CSV as RFC 4180 has it, piece by piece: commas or another separator, CRLF or LF, quoted cells with doubled quotes, commas and
 * line breaks in them. A byte order mark at the beginning is passed over, empty lines are no rows. Faults are
 * collected, and the reading goes on so that one run tells them all; a file with faults must not be used.
 */
export class CsvReader {
  readonly faults: CsvFault[] = [];
  #state: State = 'start';
  #cells: string[] = [];
  #cell = '';
  #line = 1;
  #rowLine = 1;
  #first = true;
  #afterReturn = false;
  readonly #separator: number;
  readonly #keepEmpty: boolean;

  constructor({ separator = ',', keepEmpty = false }: CsvOptions = {}) {
    this.#separator = separator.charCodeAt(0);
    this.#keepEmpty = keepEmpty;
  }

  /** The rows that are whole after this piece of text. */
  write(text: string): CsvRow[] {
    const rows: CsvRow[] = [];
    let at = 0;
    if (this.#first && text.length > 0) {
      this.#first = false;
      if (text.charCodeAt(0) === 0xfeff) at = 1;
    }
    let from = at;
    for (; at < text.length; at += 1) {
      const letter = text.charCodeAt(at);
      const afterReturn = this.#afterReturn;
      this.#afterReturn = letter === 13;
      if (this.#state === 'quoted') {
        if (letter === 34) {
          this.#cell += text.slice(from, at);
          this.#state = 'after-quote';
        } else if (letter === 10) this.#line += 1;
        continue;
      }
      if (letter === this.#separator) this.#endCell(text.slice(from, at));
      else if (letter === 10) {
        // The second half of a CRLF ends nothing.
        if (!afterReturn) this.#endRow(rows, text.slice(from, at));
        this.#line += 1;
        this.#rowLine = this.#line;
      } else if (letter === 13) {
        this.#endRow(rows, text.slice(from, at));
      } else if (letter === 34) {
        if (this.#state === 'plain') {
          if ((this.#cell + text.slice(from, at)).trim() === '') this.#cell = '';
          else {
            this.#fault('quote-in-cell');
            continue;
          }
        }
        if (this.#state === 'after-quote') this.#cell += '"';
        this.#state = 'quoted';
      } else if (this.#state === 'start') {
        this.#state = 'plain';
        from = at;
        continue;
      } else if (this.#state === 'after-quote') {
        this.#fault('text-after-quote');
        this.#state = 'plain';
        from = at;
        continue;
      } else continue;
      from = at + 1;
    }
    if (this.#state === 'plain' || this.#state === 'quoted') this.#cell += text.slice(from);
    return rows;
  }

  /** The last row, when the file does not end with a line break. */
  end(): CsvRow[] {
    const rows: CsvRow[] = [];
    if (this.#state === 'quoted') this.#fault('quote-not-closed', this.#rowLine);
    if (this.#state !== 'start' || this.#cells.length > 0) this.#endRow(rows, '');
    return rows;
  }

  #endCell(rest: string): void {
    this.#cells.push(this.#state === 'plain' ? this.#cell + rest : this.#cell);
    this.#cell = '';
    this.#state = 'start';
  }

  #endRow(rows: CsvRow[], rest: string): void {
    const empty = this.#state === 'start' && this.#cells.length === 0;
    if (!empty || this.#keepEmpty) {
      this.#endCell(rest);
      rows.push({ line: this.#rowLine, cells: this.#cells });
    }
    this.#cells = [];
  }

  #fault(code: CsvFaultCode, line = this.#line): void {
    this.faults.push({ line, column: this.#cells.length + 1, code });
  }
}

/** All rows of a text, with the faults of its form. */
export function readCsv(text: string, options: CsvOptions = {}): { rows: CsvRow[]; faults: CsvFault[] } {
  const reader = new CsvReader(options);
  const rows = reader.write(text);
  rows.push(...reader.end());
  return { rows, faults: reader.faults };
}
