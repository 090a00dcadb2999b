import type { Arena, KernelExports } from './kernel.ts';
import { placeWords, type Row, type RowStore } from './rows.ts';
import type { Task } from './workers.ts';

/** Keys of a kept list, as the kernel has it. */
export const listRoom = 32;
/** Rows that may come or change before a side is laid anew. */
export const annexRows = 1_024;
const complete = 0x8000_0000;

/** Where the fields of a side stand, in words of four bytes; the same list is at the head of `assembly/kernel.ts`. */
const at = {
  topFrom: 0,
  stride: 1,
  postSuper: 2,
  postLanes: 3,
  blockFrom: 4,
  blockTo: 5,
  entryConcept: 6,
  entryLanes: 7,
  superFrom: 8,
  annexBlock: 9,
  annexBlocks: 10,
  isNeeds: 11,
  words: 12,
  has: 13,
  wanted: 14,
  times: 15,
  places: 16,
  flags: 17,
  label: 18,
  gateFrom: 19,
  gateConcept: 20,
  near: 21,
  wish: 22,
  vecFrom: 23,
  vecTo: 24,
  vecConcept: 25,
  vecWeight: 26,
  rowLeast: 27,
  blockLeast: 28,
  slot: 29,
  rowOf: 30,
  cells: 31,
  reach: 32,
  lists: 33,
  listSize: 34,
  counts: 35,
  gateTo: 36,
  half: 37,
  blockHalf: 38,
} as const;

/** Work whose parts several instances can do at once; whoever drives it gives back an answer for each part. */
export type Laying = Generator<{ task: Task; parts: readonly (readonly number[])[] }, void, number[]>;

/** A side laid in the memory, and what the outside must know of it. */
export class Side {
  readonly address: number;
  readonly store: RowStore;
  /** Cells by name, in the order of their super-blocks. */
  readonly cellOf = new Map<number, number>();
  /** For each cell of people, the bits of the places where somebody of it goes. */
  readonly goes: Uint32Array[] = [];
  supers = 0;
  /** Rows in the annex. */
  annexed = 0;
  readonly #arena: Arena;
  /** Slots that there is room for. */
  readonly slots: number;
  #fields!: Uint32Array;
  #annexVector = 0;
  #annexGate = 0;
  #roomVector = 0;
  #roomGate = 0;

  constructor(arena: Arena, store: RowStore, slots: number) {
    this.#arena = arena;
    this.store = store;
    this.slots = slots;
    this.address = arena.take(4 * 64);
  }

  /** Rows of the main part, in blocks of eight, with empty ones at the ends of cells. */
  get mainRows(): number {
    return this.supers * 64;
  }

  get blocks(): number {
    return this.supers * 8 + annexRows / 8;
  }

  /** One row more than are looked at: a place for what is only imagined. */
  get imaginedRow(): number {
    return this.mainRows + annexRows;
  }

  /** Puts the rows in their places and tells the kernel where everything is; blocks and postings are made after this. */
  place(concepts: number): void {
    const { store } = this;
    const order = this.#sorted();
    const cells: number[] = [];
    const superFrom: number[] = [0];
    const rowOf = new Uint32Array(this.slots).fill(0xffff_ffff);
    let row = 0;
    let cell = -1;
    for (const slot of order) {
      const key = store.cell.values[slot]!;
      if (key !== cell) {
        row = Math.ceil(row / 64) * 64;
        if (cell >= 0) superFrom.push(row / 64);
        this.cellOf.set(key, cells.length);
        cells.push(key);
        cell = key;
      }
      rowOf[slot] = row++;
    }
    this.supers = Math.ceil(row / 64);
    superFrom.push(this.supers);
    if (this.supers > 65_535) throw new RangeError('More rows than the kernel can number');
    const rows = this.imaginedRow + 8;
    const arena = this.#arena;
    const stride = concepts + 1;
    this.#roomVector = Math.max(256, store.longest * 2);
    this.#roomGate = Math.max(64, store.longestGate * 2);
    const extra = annexRows + 8;
    const set: Partial<Record<keyof typeof at, number>> = {
      stride,
      isNeeds: store.isNeeds ? 1 : 0,
      words: store.words,
      annexBlock: this.supers * 8,
      topFrom: arena.take(4 * stride * cells.length + 4),
      counts: arena.take(4 * stride * cells.length + 4),
      blockFrom: arena.take(4 * (this.blocks + 2)),
      blockTo: arena.take(4 * (this.blocks + 2)),
      superFrom: arena.take(4 * superFrom.length),
      has: arena.take(4 * rows * store.words),
      wanted: arena.take(4 * (store.isNeeds ? rows * store.words : 1)),
      times: arena.take(4 * rows),
      places: arena.take(4 * rows * store.placesEach),
      flags: arena.take(4 * rows),
      label: arena.take(4 * rows),
      gateFrom: arena.take(4 * rows),
      gateTo: arena.take(4 * rows),
      gateConcept: arena.take(2 * (store.gates.length + extra * (store.isNeeds ? this.#roomGate : 0)) + 16),
      near: arena.take(2 * rows),
      wish: arena.take(2 * rows),
      half: arena.take(2 * rows),
      blockHalf: arena.take(2 * (this.blocks + 8)),
      vecFrom: arena.take(4 * rows),
      vecTo: arena.take(4 * rows),
      vecConcept: arena.take(2 * (store.concepts.length + extra * this.#roomVector) + 16),
      vecWeight: arena.take(2 * (store.concepts.length + extra * this.#roomVector) + 16),
      rowLeast: arena.take(2 * rows),
      blockLeast: arena.take(2 * (this.blocks + 8)),
      slot: arena.take(4 * rows),
      rowOf: arena.take(4 * this.slots),
    };
    this.#fields = arena.u32(this.address, 64);
    for (const [name, value] of Object.entries(set)) this.#fields[at[name as keyof typeof at]] = value;
    arena.u32(set.superFrom!, superFrom.length).set(superFrom);
    this.#fill(order, rowOf, set as Record<keyof typeof at, number>);
    this.#annexVector = store.concepts.length;
    this.#annexGate = store.gates.length;
    arena.u16(set.rowLeast!, rows).fill(0xffff);
    arena.u16(set.blockLeast!, this.blocks).fill(0xffff);
  }

  /** Rows by cell, and in a cell by their order, so that like stands near like. */
  #sorted(): Uint32Array {
    const { store } = this;
    const ranks = new Map(
      [...new Set(store.cell.values.subarray(0, store.size))]
        .sort((a, b) => a - b)
        .map((cell, rank) => [cell, rank]),
    );
    if (ranks.size > 2_048) throw new RangeError('More cells than the kernel can number');
    const keys = new Float64Array(store.size);
    let alive = 0;
    for (let slot = 0; slot < store.size; slot += 1) {
      if (store.flags.values[slot]! & 1)
        keys[alive++] =
          (ranks.get(store.cell.values[slot]!)! * 2 ** 22 + store.order.values[slot]!) * 2 ** 20 + slot;
    }
    const sorted = keys.subarray(0, alive).sort();
    return Uint32Array.from(sorted, (key) => key % 2 ** 20);
  }

  #fill(order: Uint32Array, rowOf: Uint32Array, set: Record<keyof typeof at, number>): void {
    const { store } = this;
    const arena = this.#arena;
    const rows = this.imaginedRow + 8;
    const each = store.placesEach;
    const to = (name: keyof typeof at, length: number) => arena.u32(set[name], length);
    const has = to('has', rows * store.words);
    const wanted = store.isNeeds ? to('wanted', rows * store.words) : undefined;
    const places = to('places', rows * each);
    const single = (['times', 'flags', 'label', 'gateFrom', 'gateTo', 'vecFrom', 'vecTo'] as const).map(
      (name) => [to(name, rows), store[name].values] as const,
    );
    const near = arena.u16(set.near, rows);
    const wish = arena.u16(set.wish, rows);
    const half = arena.u16(set.half, rows).fill(0xffff);
    const slotOf = to('slot', rows);
    to('rowOf', this.slots).set(rowOf);
    arena
      .u16(set.vecConcept, store.concepts.length)
      .set(store.concepts.values.subarray(0, store.concepts.length));
    arena
      .u16(set.vecWeight, store.weights.length)
      .set(store.weights.values.subarray(0, store.weights.length));
    arena.u16(set.gateConcept, store.gates.length).set(store.gates.values.subarray(0, store.gates.length));
    for (const slot of order) {
      const row = rowOf[slot]!;
      slotOf[row] = slot;
      for (const [target, source] of single) target[row] = source[slot]!;
      near[row] = store.near.values[slot]!;
      wish[row] = store.wish.values[slot]!;
      half[row] = store.half.values[slot]!;
      for (let word = 0; word < store.words; word += 1) {
        has[row * store.words + word] = store.has.values[slot * store.words + word]!;
        if (wanted) wanted[row * store.words + word] = store.wanted.values[slot * store.words + word]!;
      }
      for (let word = 0; word < each; word += 1)
        places[row * each + word] = store.places.values[slot * each + word]!;
      if (!store.isNeeds)
        this.#noteGoes(
          this.cellOf.get(store.cell.values[slot]!)!,
          places.subarray(row * each, (row + 1) * each),
        );
    }
    this.#byBlocks(half, arena.u16(set.blockHalf, this.supers * 8));
  }

  /** The least of each eight. */
  #byBlocks(rows: Uint16Array, blocks: Uint16Array): void {
    for (let block = 0; block < blocks.length; block += 1)
      blocks[block] = Math.min(...rows.subarray(block * 8, block * 8 + 8));
  }

  #noteGoes(cell: number, places: Uint32Array): void {
    this.goes[cell] ??= new Uint32Array(placeWords);
    for (let word = 0; word < placeWords; word += 1) this.goes[cell]![word]! |= places[word]!;
  }

  /** Lays the blocks and the postings. */
  *lay(): Laying {
    const arena = this.#arena;
    const blocks = this.supers * 8;
    const parts = ranges(blocks, 64);
    yield { task: 'countBlocks', parts: parts.map(([from, to]) => [this.address, from, to]) };
    const blockFrom = arena.u32(this.#fields[at.blockFrom]!, this.blocks + 2);
    const blockTo = arena.u32(this.#fields[at.blockTo]!, this.blocks + 2);
    let entries = 0;
    for (let block = 0; block < blocks; block += 1) {
      blockFrom[block] = entries;
      entries += blockTo[block]!;
    }
    const room = this.#roomVector * 8;
    for (let block = blocks; block < this.blocks + 1; block += 1) {
      blockFrom[block] = entries;
      blockTo[block] = entries;
      entries += room;
    }
    this.#fields[at.entryConcept] = arena.take(2 * entries + 16);
    this.#fields[at.entryLanes] = arena.take((this.store.isNeeds ? 16 : 8) * entries + 16);
    yield { task: 'fillBlocks', parts: parts.map(([from, to]) => [this.address, from, to]) };
    const cells = [...this.cellOf.values()];
    const counted = yield { task: 'postings', parts: cells.map((cell) => [this.address, cell, -1]) };
    let postings = 0;
    const firsts = counted.map((count) => {
      const first = postings;
      postings += count;
      return first;
    });
    this.#fields[at.postSuper] = arena.take(2 * postings + 16);
    this.#fields[at.postLanes] = arena.take(16 * postings);
    yield { task: 'postings', parts: cells.map((cell) => [this.address, cell, firsts[cell]!]) };
  }

  /** Tells which cells a query of the other side meets: of needs by place, of people by where they go (group 0). */
  tellReach(
    places: number,
    cellOfPlace: (place: number) => number | undefined,
    peopleCells: readonly number[],
  ): void {
    const arena = this.#arena;
    if (this.store.isNeeds) {
      const address = arena.take(4 * (places + 1));
      arena.i32(address, places).set(Array.from({ length: places }, (_, place) => cellOfPlace(place) ?? -1));
      this.#fields[at.cells] = address;
      return;
    }
    const from: number[] = [0];
    const reach: number[] = [];
    for (let place = 0; place < places; place += 1) {
      for (const cell of peopleCells)
        if ((this.goes[cell]![place >> 5]! >>> (place & 31)) & 1) reach.push(cell);
      from.push(reach.length);
    }
    this.#fields[at.cells] = arena.take(4 * from.length);
    this.#fields[at.reach] = arena.take(4 * reach.length + 4);
    arena.u32(this.#fields[at.cells]!, from.length).set(from);
    arena.u32(this.#fields[at.reach]!, reach.length + 1).set(reach);
  }

  /** Room for kept lists, or the lists of an older laying, which go by slots. */
  keepLists(older?: { lists: BigUint64Array; sizes: Uint32Array }): void {
    this.#fields[at.lists] = this.#arena.take(8 * listRoom * this.slots);
    this.#fields[at.listSize] = this.#arena.take(4 * this.slots);
    if (!older) return;
    this.#arena.u64(this.#fields[at.lists]!, older.lists.length).set(older.lists);
    this.#arena.u32(this.#fields[at.listSize]!, older.sizes.length).set(older.sizes);
  }

  lists(): { lists: BigUint64Array; sizes: Uint32Array } {
    return {
      lists: this.#arena.u64(this.#fields[at.lists]!, listRoom * this.slots),
      sizes: this.#arena.u32(this.#fields[at.listSize]!, this.slots),
    };
  }

  /** The keys of a slot's kept list, best first. */
  listOf(slot: number): BigUint64Array {
    const size = this.#arena.u32(this.#fields[at.listSize]!, this.slots)[slot]! & ~complete;
    return this.#arena.u64(this.#fields[at.lists]! + 8 * listRoom * slot, size);
  }

  /** Forgets a slot's list. */
  emptyList(slot: number): void {
    this.#arena.u32(this.#fields[at.listSize]!, this.slots)[slot] = complete;
  }

  rowOf(slot: number): number {
    return this.#arena.u32(this.#fields[at.rowOf]!, this.slots)[slot]!;
  }

  /** Is there room for a row in the annex? */
  hasRoomFor(row: Row): boolean {
    return this.annexed < annexRows && this.fits(row);
  }

  /** Is a row small enough for a place that was made before it was known? */
  fits(row: Row): boolean {
    return row.concepts.length <= this.#roomVector && row.gate.length <= this.#roomGate;
  }

  /** Puts a slot's row into the annex and gives its number. */
  annex(kernel: KernelExports, slot: number, row: Row, label: number): number {
    const number = this.mainRows + this.annexed;
    this.write(number, row, label, slot);
    this.annexed += 1;
    this.#fields[at.annexBlocks] = Math.ceil(this.annexed / 8);
    this.#arena.u32(this.#fields[at.rowOf]!, this.slots)[slot] = number;
    kernel.layAnnexBlock(this.address, number >> 3);
    return number;
  }

  /** Writes a row into a place of the annex, or into the place for what is only imagined. */
  write(number: number, row: Row, label: number, slot: number): void {
    const arena = this.#arena;
    const { words, placesEach, isNeeds } = this.store;
    const fields = this.#fields;
    const own = number - this.mainRows;
    const vector = this.#annexVector + own * this.#roomVector;
    const item = (name: keyof typeof at, value: number) => {
      arena.u32(fields[at[name]]! + 4 * number, 1)[0] = value;
    };
    const many = (name: keyof typeof at, values: ArrayLike<number>, each: number) => {
      const target = arena.u32(fields[at[name]]! + 4 * number * each, each);
      for (let word = 0; word < each; word += 1) target[word] = values[word] ?? 0;
    };
    arena.u16(fields[at.vecConcept]! + 2 * vector, row.concepts.length).set(row.concepts);
    arena.u16(fields[at.vecWeight]! + 2 * vector, row.weights.length).set(row.weights);
    item('vecFrom', vector);
    item('vecTo', vector + row.concepts.length);
    many('has', row.has, words);
    if (isNeeds) many('wanted', row.wanted, words);
    many('places', row.places, placesEach);
    item('times', row.times);
    item('flags', row.flags);
    item('label', label);
    item('slot', slot);
    const gate = this.#annexGate + own * this.#roomGate;
    if (isNeeds) arena.u16(fields[at.gateConcept]! + 2 * gate, row.gate.length).set(row.gate);
    item('gateFrom', isNeeds ? gate : 0);
    item('gateTo', isNeeds ? gate + row.gate.length : 0);
    arena.u16(fields[at.near]! + 2 * number, 1)[0] = row.near;
    arena.u16(fields[at.wish]! + 2 * number, 1)[0] = row.wish;
  }
}

/** A range in parts of so many. */
export function ranges(length: number, size: number): [number, number][] {
  return Array.from({ length: Math.ceil(length / size) }, (_, part) => [
    part * size,
    Math.min(length, (part + 1) * size),
  ]);
}
