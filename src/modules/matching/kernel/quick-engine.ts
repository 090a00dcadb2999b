import { judge } from '../domain/conditions.ts';
import type { Among, MatchEngine, Moment, Ranked, StoredNeed } from '../domain/engine.ts';
import {
  everyField,
  fieldBits,
  fieldsFor,
  type Need,
  type OccupationFacts,
  type Profile,
} from '../domain/profile.ts';
import type { Weights } from '../domain/weights.ts';
import { Board, type Cells, labelOfKey, missingOfKey, scoreOfKey } from './board.ts';
import { Encoder } from './encoder.ts';
import { type Row, RowStore } from './rows.ts';
import type { Side } from './side.ts';

interface Kept<T> {
  value: T;
  /** Slots of the person's faces by group; of a need, the one slot under 0. */
  slots: Map<number, number>;
  /** The same by rows, as they were encoded at `encoded`. */
  rows: Map<number, Row>;
  encoded: number;
}

type Asked = { readonly among: Among } & Moment;

/** Spare numbers for concepts, so that a new one needs no new laying. */
const spareConcepts = 4_096;
const labelsInAll = 0xffff_fffe;

/**
 * The engine of every day: the same answers as the plain one, by the kernel. People and needs are kept as they are; the board
 * is laid from them when the first question comes, and again when there is no more room for changes, or the day has changed.
 */
export class QuickEngine implements MatchEngine {
  readonly #facts: OccupationFacts;
  readonly #weights: Weights;
  readonly #people = new Map<string, Kept<Profile>>();
  readonly #needs = new Map<string, Kept<StoredNeed>>();
  readonly #groups = new Map<string, number>();
  #encoder!: Encoder;
  /** Rows that were encoded under another number are of another day or other conditions. */
  #encoding = 0;
  #board: Board | undefined;
  #concepts = 0;
  #clock: Moment | undefined;
  #peopleLabels = new Labels();
  #needLabels = new Labels();
  /** When consents end, with whose they are. */
  #endings: { until: number; id: string }[] = [];
  #slots = { people: 0, needs: 0 };
  /** The largest that has been asked about and did not fit. */
  #largest = { vector: 0, gate: 0 };

  constructor(facts: OccupationFacts, weights: Weights) {
    this.#facts = facts;
    this.#weights = weights;
  }

  get size(): { people: number; needs: number } {
    return { people: this.#people.size, needs: this.#needs.size };
  }

  /** Bytes of the board; nothing before the first question. */
  get sharedBytes(): number {
    return this.#board?.bytes ?? 0;
  }

  findPerson(id: string): Profile | undefined {
    return this.#people.get(id)?.value;
  }

  findNeed(id: string): StoredNeed | undefined {
    return this.#needs.get(id)?.value;
  }

  people(): IterableIterator<Profile> {
    return this.#people.values().map(({ value }) => value);
  }

  needs(): IterableIterator<StoredNeed> {
    return this.#needs.values().map(({ value }) => value);
  }

  setPerson(profile: Profile): void {
    const kept = keptAnew(this.#people.get(profile.id), profile);
    this.#people.set(profile.id, kept);
    if (this.#board) this.#placePerson(kept);
  }

  removePerson(id: string): void {
    const kept = this.#people.get(id);
    if (!kept) return;
    this.#people.delete(id);
    for (const slot of kept.slots.values()) this.#board?.take(this.#board.people, slot);
  }

  setNeed(need: StoredNeed): void {
    const kept = keptAnew(this.#needs.get(need.id), need);
    this.#needs.set(need.id, kept);
    if (this.#board) this.#placeNeed(kept);
  }

  removeNeed(id: string): void {
    const kept = this.#needs.get(id);
    if (!kept) return;
    this.#needs.delete(id);
    for (const slot of kept.slots.values()) this.#board?.take(this.#board.needs, slot);
  }

  bestPeople(need: Need, options: { limit: number } & Asked): Ranked[] {
    return this.#askNeed(need, options, [], (board, row, cells) => {
      const { among, limit } = options;
      if (among.kind !== 'clients')
        return this.#asPeople(board.best(board.needs, row, limit, cells), need, options);
      const ids = new Set(among.ids);
      const all = board.best(board.needs, row, Number.MAX_SAFE_INTEGER, cells);
      return this.#asPeople(
        all.filter((key) => ids.has(this.#peopleLabels.idOf(labelOfKey(key)))),
        need,
        options,
      ).slice(0, limit);
    });
  }

  count(need: Need, options: Asked): { fitting: number; oneMissing: number } {
    if (options.among.kind === 'clients') {
      const found = this.bestPeople(need, { ...options, limit: Number.MAX_SAFE_INTEGER });
      const fitting = found.filter(({ standing }) => standing === 'fits').length;
      return { fitting, oneMissing: found.length - fitting };
    }
    return this.#askNeed(need, options, { fitting: 0, oneMissing: 0 }, (board, row, cells) =>
      board.count(board.needs, row, cells),
    );
  }

  bestNeeds(profile: Profile, options: { limit: number; stopped?: boolean | undefined } & Moment): Ranked[] {
    return this.#askPerson(profile, options, (board, row) => {
      const cells = options.stopped ? board.everyNeedCell : undefined;
      board.lookForStopped(options.stopped === true);
      const keys = board.best(board.people, row, options.limit, cells);
      board.lookForStopped(false);
      return Array.from(keys, (key) => {
        const need = this.#needs.get(this.#needLabels.idOf(labelOfKey(key)))!.value;
        return ranked(need.id, key, profile, need, everyField, options, options.stopped === true);
      });
    });
  }

  countNeeds(profile: Profile, moment: Moment): { fitting: number; oneMissing: number } {
    return this.#askPerson(profile, moment, (board, row) => board.count(board.people, row));
  }

  #asPeople(keys: BigUint64Array, need: Need, options: Asked): Ranked[] {
    return Array.from(keys, (key) => {
      const profile = this.#people.get(this.#peopleLabels.idOf(labelOfKey(key)))!.value;
      const { among } = options;
      const fields =
        among.kind === 'receivers' ? fieldsFor(profile, among.organisationId, options.at) : everyField;
      return ranked(profile.id, key, profile, need, fields, options, false);
    });
  }

  #askNeed<T>(
    need: Need,
    options: Asked,
    nothing: T,
    ask: (board: Board, row: number, cells: Cells | undefined) => T,
  ): T {
    if (hasEnded(need, options.today)) return nothing;
    this.#advance(options);
    if (!this.#encoder.knows(need)) this.#lay(options, need);
    const group = options.among.kind === 'receivers' ? this.#groups.get(options.among.organisationId) : 0;
    if (group === undefined) return nothing;
    const place = this.#imagine('needs', () => this.#encoder.need(need)).places[0]!;
    const board = this.#board!;
    const everybody = group === 0 && place < board.places;
    return ask(board, board.needs.imaginedRow, everybody ? undefined : board.cellsOfGroup(group, place));
  }

  #askPerson<T>(profile: Profile, moment: Moment, ask: (board: Board, row: number) => T): T {
    this.#advance(moment);
    this.#imagine('people', () => this.#encoder.person(profile, everyField, 0, moment));
    return ask(this.#board!, this.#board!.people.imaginedRow);
  }

  /** Encodes and writes a row that is only asked about; for one larger than there is room for the board is laid anew. */
  #imagine(of: 'people' | 'needs', encode: () => Row): Row {
    const row = this.#trimmed(encode());
    const side = this.#board![of];
    if (side.fits(row)) {
      side.write(side.imaginedRow, row, 0, 0);
      return row;
    }
    this.#largest = { vector: row.concepts.length, gate: row.gate.length };
    this.#lay(this.#clock!);
    return this.#imagine(of, encode);
  }

  /** Without the concepts that nobody on the board has; an essential skill among them is still asked for. */
  #trimmed(row: Row): Row {
    if (this.#encoder.concepts <= this.#concepts) return row;
    const known = (concept: number) => concept < this.#concepts;
    const kept = Array.from(row.concepts, (concept, at) => [concept, row.weights[at]!] as const).filter(
      ([concept]) => known(concept),
    );
    return {
      ...row,
      concepts: kept.map(([concept]) => concept),
      weights: kept.map(([, weight]) => weight),
      gate: Array.from(row.gate, (concept) => (known(concept) ? concept : 0)),
      near: known(row.near) ? row.near : 0,
      wish: known(row.wish) ? row.wish : 0,
    };
  }

  /** Brings the board to the day and the instant of a question. */
  #advance(moment: Moment): void {
    const before = this.#clock;
    if (!this.#board || before?.today !== moment.today) this.#lay(moment);
    else if (before.at !== moment.at) {
      this.#clock = { at: moment.at, today: moment.today };
      const from = Math.min(before.at, moment.at);
      const to = Math.max(before.at, moment.at);
      const touched = new Set(
        this.#endings.filter(({ until }) => until > from && until <= to).map(({ id }) => id),
      );
      for (const id of touched) {
        const kept = this.#people.get(id);
        if (!kept) continue;
        kept.encoded = -1;
        if (this.#board) this.#placePerson(kept);
      }
      if (!this.#board) this.#lay(moment);
    }
  }

  /** The faces of a person at the instant: to the house's own eyes, and to each organisation that may see something. */
  #faces(kept: Kept<Profile>): Map<number, Row> {
    if (kept.encoded === this.#encoding) return kept.rows;
    const { value: profile } = kept;
    const moment = this.#clock!;
    const faces = new Map([[0, this.#encoder.person(profile, everyField, 0, moment)]]);
    for (const organisation of new Set(profile.sharings.map(({ organisationId }) => organisationId))) {
      if (organisation === undefined) continue;
      const fields = fieldsFor(profile, organisation, moment.at);
      if ((fields & fieldBits.skills) === 0) continue;
      let group = this.#groups.get(organisation);
      if (group === undefined) {
        group = this.#groups.size + 1;
        this.#groups.set(organisation, group);
      }
      faces.set(group, this.#encoder.person(profile, fields, group, moment));
    }
    kept.rows = faces;
    kept.encoded = this.#encoding;
    return faces;
  }

  #placePerson(kept: Kept<Profile>): void {
    this.#noteEndings(kept.value);
    const faces = this.#faces(kept);
    const label = this.#peopleLabels.of(kept.value.id);
    for (const [group, slot] of kept.slots)
      if (!faces.has(group)) this.#board?.take(this.#board.people, slot);
    for (const [group, row] of faces) {
      const slot = kept.slots.get(group) ?? this.#slots.people++;
      kept.slots.set(group, slot);
      if (!this.#put(this.#board?.people, slot, row, label)) return;
    }
  }

  #rowOfNeed(kept: Kept<StoredNeed>): Row {
    if (kept.encoded !== this.#encoding) {
      kept.rows = new Map([[0, this.#encoder.need(kept.value)]]);
      kept.encoded = this.#encoding;
    }
    return kept.rows.get(0)!;
  }

  #placeNeed(kept: Kept<StoredNeed>): void {
    const { value: need, slots } = kept;
    const slot = slots.get(0);
    if (hasEnded(need, this.#clock!.today)) {
      if (slot !== undefined) this.#board?.take(this.#board.needs, slot);
      return;
    }
    if (!this.#encoder.knows(need)) {
      this.#board = undefined;
      return;
    }
    const row = this.#rowOfNeed(kept);
    const own = slot ?? this.#slots.needs++;
    slots.set(0, own);
    this.#put(this.#board?.needs, own, row, this.#needLabels.of(need.id));
  }

  /** Puts a row on the board; when it does not fit, the board will be laid anew. */
  #put(side: Side | undefined, slot: number, row: Row, label: number | undefined): boolean {
    const board = this.#board;
    if (!side || !board) return false;
    const isNew =
      label === undefined || this.#encoder.concepts > this.#concepts || this.#encoder.places > board.places;
    if (isNew || !side.hasRoomFor(row) || slot >= side.slots) {
      this.#board = undefined;
      return false;
    }
    board.change(side, slot, row, label);
    return true;
  }

  #lay(moment: Moment, imagined?: Need): void {
    const isNewDay = this.#clock?.today !== moment.today;
    this.#clock = { at: moment.at, today: moment.today };
    const needs = [...this.#needs.values()].filter(({ value }) => !hasEnded(value, moment.today));
    const asked = imagined ? [...needs.map(({ value }) => value), imagined] : needs.map(({ value }) => value);
    if (isNewDay || !asked.every((need) => this.#encoder.knows(need))) this.#encodeAnew(asked);
    const encoder = this.#encoder;
    this.#peopleLabels = new Labels(this.#people.keys());
    this.#needLabels = new Labels(this.#needs.keys());
    this.#endings = [];
    const people = new RowStore(false, encoder.words);
    for (const kept of this.#people.values()) {
      this.#noteEndings(kept.value);
      kept.slots.clear();
      for (const [group, row] of this.#faces(kept))
        kept.slots.set(group, people.add(row, this.#peopleLabels.of(kept.value.id)!));
    }
    const store = new RowStore(true, encoder.words);
    for (const kept of this.#needs.values()) kept.slots.clear();
    for (const kept of needs)
      kept.slots.set(0, store.add(this.#rowOfNeed(kept), this.#needLabels.of(kept.value.id)!));
    this.#slots = { people: people.size, needs: store.size };
    this.#concepts = encoder.concepts + spareConcepts;
    this.#board = Board.lay(people, store, {
      concepts: this.#concepts,
      kinds: encoder.kinds(this.#concepts),
      places: encoder.places,
      largest: this.#largest,
    });
  }

  /** From now on every row is encoded anew: numbers, bits of conditions and the day are others. */
  #encodeAnew(needs: readonly Need[]): void {
    this.#encoder = new Encoder(this.#facts, this.#weights);
    this.#encoding += 1;
    for (const need of needs) this.#encoder.learn(need);
    for (const { value } of this.#people.values()) this.#encoder.learnPerson(value);
    this.#encoder.settle();
  }

  #noteEndings(profile: Profile): void {
    for (const { until } of profile.sharings) this.#endings.push({ until, id: profile.id });
  }
}

/** Numbers in the order of ids, with room between them for ids that come later. */
class Labels {
  readonly #ids: string[];
  readonly #labels: number[];
  readonly #of = new Map<string, number>();
  readonly #idOf = new Map<number, string>();

  constructor(ids: Iterable<string> = []) {
    this.#ids = [...ids].sort();
    const gap = Math.max(1, Math.floor(labelsInAll / (this.#ids.length + 1)));
    this.#labels = this.#ids.map((_, at) => (at + 1) * gap);
    for (const [at, id] of this.#ids.entries()) this.#note(id, this.#labels[at]!);
  }

  /** The label of an id, a new one when it is new; undefined when there is no room between its neighbours. */
  of(id: string): number | undefined {
    const known = this.#of.get(id);
    if (known !== undefined) return known;
    let low = 0;
    let high = this.#ids.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#ids[middle]! < id) low = middle + 1;
      else high = middle;
    }
    const before = this.#labels[low - 1] ?? 0;
    const after = this.#labels[low] ?? labelsInAll + 1;
    const label = Math.floor((before + after) / 2);
    if (label <= before || label >= after) return undefined;
    this.#ids.splice(low, 0, id);
    this.#labels.splice(low, 0, label);
    this.#note(id, label);
    return label;
  }

  idOf(label: number): string {
    return this.#idOf.get(label)!;
  }

  #note(id: string, label: number): void {
    this.#of.set(id, label);
    this.#idOf.set(label, id);
  }
}

/** What was kept under an id, with another value: its slots stay. */
function keptAnew<T>(before: Kept<T> | undefined, value: T): Kept<T> {
  return { value, slots: before?.slots ?? new Map(), rows: new Map(), encoded: -1 };
}

function hasEnded(need: Need, today: string): boolean {
  return !need.live || (need.validTo !== undefined && need.validTo < today);
}

function ranked(
  id: string,
  key: bigint,
  profile: Profile,
  need: Need,
  fields: number,
  { today }: Moment,
  stopped: boolean,
): Ranked {
  const missing = missingOfKey(key);
  const { unknown } = judge(profile, need, today, fields);
  const standing = stopped ? 'stopped' : missing === 0 && unknown.length === 0 ? 'fits' : 'short';
  return { id, score: scoreOfKey(key), missing, standing, fields };
}
