import type { Day } from '#kernel/days.ts';
import type { Language } from '#kernel/localised.ts';

export type Column = {
  readonly label: string;
  /** Numbers stand at the right edge. */
  readonly number?: boolean;
  /** Weight of the width beside the other columns; 1 when absent. */
  readonly width?: number;
};

export type Table = {
  readonly caption: string;
  readonly columns: readonly Column[];
  /** The first cell of a row is its heading. An empty cell is left empty. */
  readonly rows: readonly (readonly string[])[];
  /** The last row is a sum. */
  readonly sum?: boolean;
};

export type Bar = { readonly label: string; readonly value: number; readonly text: string };

export type Block =
  | { readonly kind: 'heading'; readonly level: 2 | 3; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string; readonly quiet?: boolean }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | ({ readonly kind: 'table' } & Table)
  /** Bars with what they say in words, and the same numbers as a table under them. */
  | {
      readonly kind: 'figure-with-table';
      readonly alt: string;
      readonly bars: readonly Bar[];
      readonly table: Table;
    }
  | { readonly kind: 'new-page' };

export type Document = {
  readonly title: string;
  readonly language: Language;
  /** The day the document speaks of; it is also the date inside the files. */
  readonly day: Day;
  /** Under every page: whose document, funder's mark (PLT-06). */
  readonly footer?: string;
  readonly landscape?: boolean;
  readonly blocks: readonly Block[];
};

/** How far the writing is. */
export type Progress = (done: number, of: number) => void;

/** Blocks and rows: what progress is counted in. */
export function sizeOf(document: Document): number {
  return document.blocks.reduce((sum, block) => {
    if (block.kind === 'table') return sum + 1 + block.rows.length;
    if (block.kind === 'figure-with-table') return sum + 1 + block.table.rows.length;
    return sum + 1;
  }, 0);
}
