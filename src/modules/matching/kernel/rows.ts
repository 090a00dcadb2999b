/** Municipalities in words of bits: enough for all of Finland's, with one place, 0, for work that is anywhere. */
export const placeWords = 10;

/** A person or a need in numbers; what it is made from is in `encoder.ts`. */
export interface Row {
  /** Concepts rising, each once, with their weights. */
  readonly concepts: ArrayLike<number>;
  readonly weights: ArrayLike<number>;
  /** People: conditions that are met. Needs: conditions that must be. */
  readonly has: ArrayLike<number>;
  /** Needs: conditions that one step gives. */
  readonly wanted: ArrayLike<number>;
  readonly times: number;
  /** People: bits of places. Needs: the place. */
  readonly places: ArrayLike<number>;
  readonly flags: number;
  /** Needs: concepts of the essential skills, the near occupation and the wish. */
  readonly gate: ArrayLike<number>;
  readonly near: number;
  readonly wish: number;
  /** Needs: what half of the essential skills weigh at the least; 0 when the weights cannot tell it. */
  readonly half: number;
  /** Rows of one cell stand together, and in this order: like near like. */
  readonly cell: number;
  readonly order: number;
}

class Growing<T extends Uint16Array | Uint32Array> {
  values: T;
  length = 0;
  readonly #make: (length: number) => T;

  constructor(make: (length: number) => T) {
    this.#make = make;
    this.values = make(64);
  }

  /** Makes room for more and gives the place where they go. */
  extend(by: number): number {
    const at = this.length;
    this.length += by;
    if (this.length > this.values.length) {
      const wider = this.#make(Math.max(this.length, Math.ceil(this.values.length * 1.5)));
      wider.set(this.values as never);
      this.values = wider;
    }
    return at;
  }

  put(from: ArrayLike<number>): number {
    const at = this.extend(from.length);
    this.values.set(from, at);
    return at;
  }
}

const u16 = () => new Growing((length) => new Uint16Array(length));
const u32 = () => new Growing((length) => new Uint32Array(length));

/** Rows of one side as they came, each at its slot; a side is laid from it. */
export class RowStore {
  readonly words: number;
  readonly isNeeds: boolean;
  readonly concepts = u16();
  readonly weights = u16();
  readonly vecFrom = u32();
  readonly vecTo = u32();
  readonly has = u32();
  readonly wanted = u32();
  readonly times = u32();
  readonly places = u32();
  readonly flags = u32();
  readonly gates = u16();
  readonly gateFrom = u32();
  readonly gateTo = u32();
  readonly near = u16();
  readonly wish = u16();
  readonly half = u16();
  readonly cell = u32();
  readonly order = u32();
  readonly label = u32();
  longest = 64;
  longestGate = 64;
  greatest = 0;

  /** `words` of conditions in each row. */
  constructor(isNeeds: boolean, words: number) {
    this.isNeeds = isNeeds;
    this.words = words;
  }

  get size(): number {
    return this.flags.length;
  }

  get placesEach(): number {
    return this.isNeeds ? 1 : placeWords;
  }

  /** Puts a row in and gives its slot. */
  add(row: Row, label = 0): number {
    const slot = this.flags.length;
    const from = this.concepts.put(row.concepts);
    this.weights.put(row.weights);
    this.vecFrom.put([from]);
    this.vecTo.put([from + row.concepts.length]);
    this.has.put(padded(row.has, this.words));
    if (this.isNeeds) this.wanted.put(padded(row.wanted, this.words));
    this.times.put([row.times]);
    this.places.put(padded(row.places, this.placesEach));
    this.flags.put([row.flags]);
    const gate = this.gates.put(row.gate);
    this.gateFrom.put([gate]);
    this.gateTo.put([gate + row.gate.length]);
    this.near.put([row.near]);
    this.wish.put([row.wish]);
    this.half.put([row.half]);
    this.cell.put([row.cell]);
    this.order.put([row.order]);
    this.label.put([label]);
    this.longest = Math.max(this.longest, row.concepts.length);
    this.longestGate = Math.max(this.longestGate, row.gate.length);
    return slot;
  }

  /** Takes a row away; its slot stays empty until the side is laid anew. */
  remove(slot: number): void {
    this.flags.values[slot]! &= ~1;
  }

  /** The row of a slot. */
  read(slot: number): Row {
    const { words, placesEach } = this;
    const part = (values: { values: Uint32Array }, each: number) =>
      values.values.subarray(slot * each, (slot + 1) * each);
    return {
      concepts: this.concepts.values.subarray(this.vecFrom.values[slot]!, this.vecTo.values[slot]!),
      weights: this.weights.values.subarray(this.vecFrom.values[slot]!, this.vecTo.values[slot]!),
      has: part(this.has as Growing<Uint32Array>, words),
      wanted: this.isNeeds ? part(this.wanted as Growing<Uint32Array>, words) : [],
      times: this.times.values[slot]!,
      places: part(this.places as Growing<Uint32Array>, placesEach),
      flags: this.flags.values[slot]!,
      gate: this.gates.values.subarray(this.gateFrom.values[slot]!, this.gateTo.values[slot]!),
      near: this.near.values[slot]!,
      wish: this.wish.values[slot]!,
      half: this.half.values[slot]!,
      cell: this.cell.values[slot]!,
      order: this.order.values[slot]!,
    };
  }
}

function padded(values: ArrayLike<number>, length: number): ArrayLike<number> {
  if (values.length === length) return values;
  return Array.from({ length }, (_, at) => values[at] ?? 0);
}
