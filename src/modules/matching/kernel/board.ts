import { Arena, type KernelExports, kernelModule, openKernel } from './kernel.ts';
import type { Row, RowStore } from './rows.ts';
import { annexRows, type Laying, listRoom, ranges, Side } from './side.ts';
import { ready, type Space, Workers, work } from './workers.ts';

/** Who may be looked among: people of a group stand in cells of their own. */
export const cellOfGroup = (group: number, place: number) => group * 512 + place;

/** Cells of a side that are looked at, and of people the group whose faces are. */
export interface Cells {
  readonly group: number;
  readonly in: readonly number[];
}

export interface BoardOptions {
  /** How many numbers of concepts there are; 0 is none. */
  readonly concepts: number;
  /** Of each concept: 1 a skill, 2 what makes work near or wished, 0 the rest. */
  readonly kinds: Uint8Array;
  /** How many places there are; 0 is anywhere. */
  readonly places: number;
  /** The largest vector and gate that will be asked about, beyond those of the rows. */
  readonly largest?: { readonly vector: number; readonly gate: number };
  /** Without it every pair is spoken of, however unlike and whatever the conditions. */
  readonly gated?: boolean;
  /** Keys in a kept list: those promised, and some in reserve for what is taken away; at most `listRoom`. */
  readonly depth?: number;
  /** Keeps the list of every person and every need (or of people only), and repairs them with each change. */
  readonly lists?: boolean | 'people';
}

/** What was found: keys as the kernel has them. */
export const scoreOfKey = (key: bigint) => Number(key >> 48n);
export const missingOfKey = (key: bigint) => 0xffff - Number((key >> 32n) & 0xffffn);
export const labelOfKey = (key: bigint) => 0xffff_ffff - Number(key & 0xffff_ffffn);

/** A list that is shorter than this is made anew: so many are promised. */
export const promised = 20;

/**
 * People and needs laid in one memory, each side an index of the other's queries; see this folder's README for the drawing.
 * Rows are added, changed and taken away by slots of the two stores.
 */
export class Board {
  readonly people: Side;
  readonly needs: Side;
  readonly arena = new Arena();
  readonly kernel: KernelExports;
  readonly #options: BoardOptions;
  readonly #space: Space;
  readonly #spaces: Space[];

  private constructor(people: RowStore, needs: RowStore, options: BoardOptions, threads = 0) {
    const module = kernelModule();
    if (!module) throw new Error('This machine has no kernel');
    this.#options = options;
    this.kernel = openKernel(module, this.arena.memory);
    this.people = new Side(this.arena, people, people.size + annexRows);
    this.needs = new Side(this.arena, needs, needs.size + annexRows);
    for (const store of [people, needs]) {
      store.longest = Math.max(store.longest, options.largest?.vector ?? 0);
      store.longestGate = Math.max(store.longestGate, options.largest?.gate ?? 0);
    }
    this.people.place(options.concepts);
    this.needs.place(options.concepts);
    const kindOf = this.arena.take(options.concepts + 1);
    this.arena.u8(kindOf, options.concepts).set(options.kinds.subarray(0, options.concepts));
    const take = (): Space => {
      const rows = Math.max(this.people.imaginedRow, this.needs.imaginedRow) + 8;
      return {
        bounds: this.arena.take(16 * (Math.max(this.people.supers, this.needs.supers) + 1)),
        weightOf: this.arena.take(2 * options.concepts + 2),
        markOf: this.arena.take(options.concepts + 1),
        placeOf: this.arena.take(4 * options.concepts + 4),
        out: this.arena.take(64 + 8 * Math.max(rows, listRoom)) + 64,
        cells: this.arena.take(4 * (Math.max(this.people.cellOf.size, this.needs.cellOf.size) + 1)),
        refill: this.arena.take(4 * (Math.max(people.size, needs.size) + annexRows)),
        kindOf,
        concepts: options.concepts,
        gated: options.gated !== false,
        depth: options.depth ?? listRoom,
      };
    };
    this.#space = take();
    ready(this.kernel, this.#space);
    this.#spaces = Array.from({ length: threads }, take);
  }

  /** Lays both sides in this thread; with `lists`, makes every list too. */
  static lay(people: RowStore, needs: RowStore, options: BoardOptions): Board {
    const board = new Board(people, needs, options);
    board.#drive(board.#laying());
    return board;
  }

  /** The same, with the work shared among `threads`, of which this is one. */
  static async layWith(
    threads: number,
    people: RowStore,
    needs: RowStore,
    options: BoardOptions,
  ): Promise<Board> {
    const board = new Board(people, needs, options, threads - 1);
    const workers = new Workers(board.arena.memory, kernelModule()!, board.#spaces);
    try {
      const laying = board.#laying();
      for (let step = laying.next(); !step.done; )
        step = laying.next(
          await workers.share(board.kernel, board.#space, step.value.task, step.value.parts),
        );
    } finally {
      void workers.stop();
    }
    return board;
  }

  #drive(laying: Laying): void {
    for (let step = laying.next(); !step.done; ) {
      const { task, parts } = step.value;
      step = laying.next(parts.map((part) => work(this.kernel, this.#space, task, part)));
    }
  }

  *#laying(): Laying {
    const { people, needs } = this;
    const { places, lists } = this.#options;
    yield* people.lay();
    yield* needs.lay();
    const everybody = [...people.cellOf].filter(([key]) => key < cellOfGroup(1, 0)).map(([, cell]) => cell);
    people.tellReach(places, () => undefined, everybody);
    needs.tellReach(places, (place) => needs.cellOf.get(place), []);
    this.kernel.clearPlaces(this.#options.concepts);
    if (lists) yield* this.#listing();
  }

  /** Makes every list of both sides anew. */
  makeLists(): void {
    this.#drive(this.#listing());
  }

  *#listing(): Laying {
    const { people, needs } = this;
    people.keepLists();
    needs.keepLists();
    const of = (own: Side, other: Side, size: number) =>
      ranges(own.mainRows, size).map(([from, to]) => [
        own.address,
        other.address,
        from,
        to,
        this.#options.places,
      ]);
    const ofNeeds = this.#options.lists === 'people' ? [] : of(needs, people, 512);
    yield {
      task: 'lists',
      parts: [...ofNeeds, ...of(people, needs, Math.min(4_096, Math.ceil(people.mainRows / 16)))],
    };
  }

  /** How many places the board was laid for. */
  get places(): number {
    return this.#options.places;
  }

  /** Bytes of memory that the board holds. */
  get bytes(): number {
    return this.arena.bytes;
  }

  /** The best rows of a side for a row of the other, keys best first; among people, the faces of a group. */
  best(own: Side, row: number, limit: number, cells?: Cells): BigUint64Array {
    const many = limit > listRoom * 4;
    const found = this.#ask(own, row, cells, (other) =>
      many ? this.kernel.all(other) : this.kernel.best(other, limit),
    );
    const keys = this.arena.u64(this.#space.out, found).slice();
    return many ? keys.sort().reverse().subarray(0, limit) : keys;
  }

  /** How many rows of a side fit a row of the other, and how many are short of something. */
  count(own: Side, row: number, cells?: Cells): { fitting: number; oneMissing: number } {
    const all = this.#ask(own, row, cells, (other) => this.kernel.all(other));
    const fitting = this.kernel.fittingCount();
    return { fitting, oneMissing: all - fitting };
  }

  #ask(own: Side, row: number, cells: Cells | undefined, ask: (other: number) => number): number {
    const other = own === this.people ? this.needs : this.people;
    this.kernel.open(own.address, row);
    if (cells) {
      this.arena.u32(this.#space.cells, cells.in.length).set(cells.in);
      this.kernel.setCellCount(cells.in.length);
      this.kernel.setGroup(cells.group);
    } else this.kernel.reach(other.address, this.#options.places);
    const found = ask(other.address);
    this.kernel.close();
    this.kernel.setGroup(0);
    return found;
  }

  /** Looks instead for what only a condition keeps out, until told otherwise. */
  lookForStopped(stopped: boolean): void {
    this.kernel.setMode(this.#options.gated === false ? 0 : 1, stopped ? 1 : 0);
  }

  /** The people's cells of a group from which somebody goes to a place. */
  cellsOfGroup(group: number, place: number): Cells {
    const cells: number[] = [];
    for (const [key, cell] of this.people.cellOf) {
      if (key >> 9 === group && (this.people.goes[cell]![place >> 5]! >>> (place & 31)) & 1) cells.push(cell);
    }
    return { group, in: cells };
  }

  /** Every cell of needs. */
  get everyNeedCell(): Cells {
    return { group: 0, in: [...this.needs.cellOf.values()] };
  }

  /** Is there room for one more change? When not, the board is laid anew. */
  hasRoomFor(side: Side, row: Row): boolean {
    return side.hasRoomFor(row);
  }

  /** Takes a slot's row out of the index, and out of every kept list. */
  take(side: Side, slot: number): void {
    const row = side.rowOf(slot);
    if (row === 0xffff_ffff) return;
    if (this.#options.lists) this.#spread(side, row, false);
    this.kernel.kill(side.address, row);
  }

  /** Puts a row in for a slot, and into every kept list where it belongs; its own list is made. */
  put(side: Side, slot: number, row: Row, label: number): void {
    const number = side.annex(this.kernel, slot, row, label);
    if (!this.#options.lists) return;
    const other = side === this.people ? this.needs : this.people;
    this.kernel.makeList(side.address, other.address, number, this.#options.places);
    this.#spread(side, number, true);
  }

  /** Changes a slot's row: taken out and put in, and only then are the lists that became too short made anew. */
  change(side: Side, slot: number, row: Row, label: number): void {
    this.take(side, slot);
    this.put(side, slot, row, label);
    this.repair(side);
  }

  /** Makes anew the lists of the other side that a change has made too short. */
  repair(side: Side): number {
    if (!this.#options.lists) return 0;
    const other = side === this.people ? this.needs : this.people;
    return this.kernel.refill(other.address, side.address, promised, this.#options.places);
  }

  #spread(side: Side, row: number, put: boolean): void {
    const other = side === this.people ? this.needs : this.people;
    this.kernel.open(side.address, row);
    this.kernel.reach(other.address, this.#options.places);
    this.kernel.spread(other.address, put ? 1 : 0, promised);
    this.kernel.close();
  }
}
