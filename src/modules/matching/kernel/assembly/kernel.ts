// The quick kernel, in AssemblyScript: what is drawn in ../README.md, and nothing else. It knows no ids, no profiles and no
// words: rows, concepts and bits. The plain engine (../../domain/engine.ts) says what the answers must be.

// --- A side (people, or needs): the offsets of its fields, each a pointer or a number of four bytes -----------------
const TOP_FROM = 0; // u32[cells × stride]: postings of a concept in a cell, from here up to the next
const STRIDE = 4;
const POST_SUPER = 8; // u16[]: the super-block of a posting
const POST_LANES = 12; // v128[]: the greatest weight in each of its eight blocks
const BLOCK_FROM = 16; // u32[blocks]: entries of a block
const BLOCK_TO = 20;
const ENTRY_CONCEPT = 24; // u16[]
const ENTRY_LANES = 28; // the weight in each of the block's eight rows: needs u16[8], people u8[8]
const SUPER_FROM = 32; // u32[cells + 1]
const ANNEX_BLOCK = 36; // the annex's first block
const ANNEX_BLOCKS = 40;
const IS_NEEDS = 44;
const WORDS = 48; // words of conditions in a row
const HAS = 52; // u32[rows × words]: people have, needs require
const WANTED = 56; // u32[rows × words]: needs only; one step gives them, so lacking one does not stop
const TIMES = 60; // u32[rows]
const PLACES = 64; // people: u32[rows × PLACE_WORDS], where the person goes; needs: u32[rows], where the work is
const FLAGS = 68; // u32[rows]: bit 0 alive, bit 1 sees hidden needs, or is one; bits 8–15 what the face hides, or the need asks, bits 16–31 the face's group
const LABEL = 72; // u32[rows]: the order of ids
const GATE_FROM = 76; // u32[rows]: essential skills of a need
const GATE_CONCEPT = 80; // u16[]
const NEAR = 84; // u16[rows]: the concept that makes the occupation near
const WISH = 88; // u16[rows]: the concept that tells of the wish
const VEC_FROM = 92; // u32[rows]: the row's own vector
const VEC_TO = 96;
const VEC_CONCEPT = 100; // u16[]
const VEC_WEIGHT = 104; // u16[]
const ROW_LEAST = 108; // u16[rows]: a score that could still enter the row's kept list
const BLOCK_LEAST = 112; // u16[blocks]: the least of them
const SLOT = 116; // u32[rows]: whose row it is
const ROW_OF = 120; // u32[slots]
const CELLS = 124; // needs: i32[places], the cell of a place or -1; people: u32[places + 1], see REACH
const REACH = 128; // people: u32[], the cells from which somebody goes to a place
const LISTS = 132; // u64[slots × LIST_ROOM]
const LIST_SIZE = 136; // u32[slots]: keys in the list; bit 31: the list has everything there is
const COUNTS = 140; // u32[cells × stride], while the postings are being made
const GATE_TO = 144; // u32[rows]
const HALF = 148; // u16[rows], needs: what half of the essential skills weigh at the least; 0 when that cannot be told by weights
const BLOCK_HALF = 152; // u16[blocks]: the least of them

const PLACE_WORDS: u32 = 10;
const LIST_ROOM: u32 = 32;
const COMPLETE: u32 = 0x80000000;

// --- Working space of this instance -----------------------------------------------------------------------------------
let bounds: u32 = 0; // v128[super-blocks]
let weightOf: u32 = 0; // u16[concepts]: the query
let markOf: u32 = 0; // u8[concepts]: 1 essential, 2 near, 4 wish
let kindOf: u32 = 0; // u8[concepts]: 1 a skill, 2 what makes work near or wished, 0 the rest
let placeOf: u32 = 0; // u32[concepts]: where a concept stands in what is being made
let out: u32 = 0; // u64[]: keys of the list, or rows with scores
let cells: u32 = 0; // u32[]
let cellCount: u32 = 0;
let gated: bool = true;
let stoppedOnly: bool = false;
let depth: u32 = LIST_ROOM; // keys that a kept list holds
let group: u32 = 0; // whose faces are looked at
let personsList: bool = false; // a person's list leaves out hidden needs that the person may not see
let refillBase: u32 = 0;
let refillCount: u32 = 0;

// The query: a row of either side, opened.
let qSide: u32 = 0;
let qRow: u32 = 0;
let qVec: u32 = 0;
let qVecTo: u32 = 0;
let qFlags: u32 = 0;
let qTimes: u32 = 0;
let qGate: u32 = 0;

@inline function field(side: u32, at: u32): u32 { return load<u32>(side + at); }
@inline function u32At(base: u32, index: u32): u32 { return load<u32>(base + ((index) << 2)); }
@inline function u16At(base: u32, index: u32): u32 { return load<u16>(base + ((index) << 1)); }

export function setSpace(b: u32, w: u32, m: u32, p: u32, o: u32, c: u32, r: u32, k: u32): void {
  bounds = b; weightOf = w; markOf = m; placeOf = p; out = o; cells = c; refillBase = r; kindOf = k;
}

/** Is a concept one that postings are made of: behind the gate only those by which a pair may be spoken of. */
@inline function isPosted(concept: u32): bool { return !gated || load<u8>(kindOf + concept) != 0; }

/** Looks at the faces of a group, until told otherwise; kept lists are made of group 0, which sees everything. */
export function setGroup(faces: u32): void { group = faces; }

/** Kept lists hold so many keys, at most the room that there is for them. */
export function setDepth(keys: u32): void { depth = keys; }

export function setMode(withGate: bool, stopped: bool): void {
  gated = withGate;
  stoppedOnly = stopped;
}

// --- Making: blocks and postings ----------------------------------------------------------------------------------------

/** How many concepts each of the blocks has; the totals go to BLOCK_TO until the entries are laid. */
export function countBlocks(side: u32, from: u32, to: u32): void {
  const vecFrom = field(side, VEC_FROM), vecTo = field(side, VEC_TO), concept = field(side, VEC_CONCEPT);
  for (let block = from; block < to; block++) {
    let count: u32 = 0;
    for (let row = block << 3; row < (block << 3) + 8; row++) {
      for (let at = u32At(vecFrom, row), end = u32At(vecTo, row); at < end; at++) {
        const place = placeOf + (u16At(concept, at) << 2);
        if (load<u32>(place) != block + 1) { store<u32>(place, block + 1); count++; }
      }
    }
    store<u32>(field(side, BLOCK_TO) + (block << 2), count);
  }
}

/** Forgets what `placeOf` holds. */
export function clearPlaces(concepts: u32): void { memory.fill(placeOf, 0, (concepts) << 2); }

/** Lays the entries of blocks whose BLOCK_FROM is known. `placeOf` is clean before and after. */
export function fillBlocks(side: u32, from: u32, to: u32): void {
  const vecFrom = field(side, VEC_FROM), vecTo = field(side, VEC_TO), concept = field(side, VEC_CONCEPT), weight = field(side, VEC_WEIGHT);
  const entryConcept = field(side, ENTRY_CONCEPT), entryLanes = field(side, ENTRY_LANES), isNeeds = field(side, IS_NEEDS);
  for (let block = from; block < to; block++) {
    const first = u32At(field(side, BLOCK_FROM), block);
    let end = first;
    for (let lane: u32 = 0; lane < 8; lane++) {
      const row = (block << 3) + lane;
      for (let at = u32At(vecFrom, row), stop = u32At(vecTo, row); at < stop; at++) {
        const c = u16At(concept, at);
        const place = placeOf + (c << 2);
        let entry = load<u32>(place);
        if (entry == 0) {
          entry = ++end;
          store<u32>(place, entry);
          store<u16>(entryConcept + ((entry - 1) << 1), <u16>c);
          if (isNeeds) v128.store(entryLanes + ((entry - 1) << 4), i16x8.splat(0));
          else store<u64>(entryLanes + ((entry - 1) << 3), 0);
        }
        if (isNeeds) store<u16>(entryLanes + ((entry - 1) << 4) + (lane << 1), <u16>u16At(weight, at));
        else store<u8>(entryLanes + ((entry - 1) << 3) + lane, <u8>u16At(weight, at));
      }
    }
    for (let entry = first; entry < end; entry++) store<u32>(placeOf + (u16At(entryConcept, entry) << 2), 0);
    store<u32>(field(side, BLOCK_TO) + (block << 2), end);
  }
}

/** How many postings each concept of a cell has. `placeOf` is clean before and after. */
export function countPostings(side: u32, cell: u32): u32 {
  const counts = field(side, COUNTS) + ((cell * field(side, STRIDE)) << 2);
  const entryConcept = field(side, ENTRY_CONCEPT);
  let all: u32 = 0;
  for (let s = u32At(field(side, SUPER_FROM), cell), end = u32At(field(side, SUPER_FROM), cell + 1); s < end; s++) {
    for (let block = s << 3; block < (s << 3) + 8; block++) {
      for (let at = u32At(field(side, BLOCK_FROM), block), to = u32At(field(side, BLOCK_TO), block); at < to; at++) {
        const c = u16At(entryConcept, at);
        if (isPosted(c) && u32At(placeOf, c) != s + 1) {
          store<u32>(placeOf + (c << 2), s + 1);
          store<u32>(counts + (c << 2), u32At(counts, c) + 1);
          all++;
        }
      }
    }
  }
  return all;
}

/** Lays the postings of a cell from `first` on; its TOP_FROM is made from the counts. */
export function fillPostings(side: u32, cell: u32, first: u32): void {
  const stride = field(side, STRIDE);
  const counts = field(side, COUNTS) + ((cell * stride) << 2);
  const top = field(side, TOP_FROM) + ((cell * stride) << 2);
  const entryConcept = field(side, ENTRY_CONCEPT), entryLanes = field(side, ENTRY_LANES);
  const postSuper = field(side, POST_SUPER), postLanes = field(side, POST_LANES);
  let next = first;
  for (let c: u32 = 0; c < stride; c++) {
    store<u32>(top + (c << 2), next);
    if (c + 1 < stride) next += u32At(counts, c);
    store<u32>(counts + (c << 2), u32At(top, c));
  }
  for (let s = u32At(field(side, SUPER_FROM), cell), end = u32At(field(side, SUPER_FROM), cell + 1); s < end; s++) {
    for (let j: u32 = 0; j < 8; j++) {
      const block = (s << 3) + j;
      for (let at = u32At(field(side, BLOCK_FROM), block), to = u32At(field(side, BLOCK_TO), block); at < to; at++) {
        const c = u16At(entryConcept, at);
        if (!isPosted(c)) continue;
        let post = u32At(counts, c);
        // the concept's newest posting is this super-block's own, or a new one is begun
        if (post > u32At(top, c) && u16At(postSuper, post - 1) == s) post--;
        else {
          store<u32>(counts + (c << 2), post + 1);
          store<u16>(postSuper + (post << 1), <u16>s);
          v128.store(postLanes + ((post) << 4), i16x8.splat(0));
        }
        store<u16>(postLanes + ((post) << 4) + (j << 1), <u16>greatest(lanesAt(side, at)));
      }
    }
  }
}

/** The eight weights of an entry. */
@inline function lanesAt(side: u32, entry: u32): v128 {
  return field(side, IS_NEEDS) ? v128.load(field(side, ENTRY_LANES) + (entry << 4)) : v128.load8x8_u(field(side, ENTRY_LANES) + (entry << 3));
}

@inline function greatest(lanes: v128): u32 {
  let m = i16x8.max_u(lanes, i8x16.shuffle(lanes, lanes, 8, 9, 10, 11, 12, 13, 14, 15, 0, 1, 2, 3, 4, 5, 6, 7));
  m = i16x8.max_u(m, i8x16.shuffle(m, m, 4, 5, 6, 7, 0, 1, 2, 3, 12, 13, 14, 15, 8, 9, 10, 11));
  m = i16x8.max_u(m, i8x16.shuffle(m, m, 2, 3, 0, 1, 6, 7, 4, 5, 10, 11, 8, 9, 14, 15, 12, 13));
  return i16x8.extract_lane_u(m, 0);
}

@inline function least(lanes: v128): u32 {
  let m = i16x8.min_u(lanes, i8x16.shuffle(lanes, lanes, 8, 9, 10, 11, 12, 13, 14, 15, 0, 1, 2, 3, 4, 5, 6, 7));
  m = i16x8.min_u(m, i8x16.shuffle(m, m, 4, 5, 6, 7, 0, 1, 2, 3, 12, 13, 14, 15, 8, 9, 10, 11));
  m = i16x8.min_u(m, i8x16.shuffle(m, m, 2, 3, 0, 1, 6, 7, 4, 5, 10, 11, 8, 9, 14, 15, 12, 13));
  return i16x8.extract_lane_u(m, 0);
}

// --- The query ----------------------------------------------------------------------------------------------------------

/** Opens a row as the query; `close` must follow before the next one. */
export function open(side: u32, row: u32): void {
  qSide = side;
  qRow = row;
  qVec = u32At(field(side, VEC_FROM), row);
  qVecTo = u32At(field(side, VEC_TO), row);
  qFlags = u32At(field(side, FLAGS), row);
  qTimes = u32At(field(side, TIMES), row);
  const concept = field(side, VEC_CONCEPT), weight = field(side, VEC_WEIGHT);
  for (let at = qVec; at < qVecTo; at++) store<u16>(weightOf + (u16At(concept, at) << 1), <u16>u16At(weight, at));
  qGate = 0;
  if (field(side, IS_NEEDS)) {
    const from = u32At(field(side, GATE_FROM), row), to = u32At(field(side, GATE_TO), row);
    qGate = to - from;
    const gate = field(side, GATE_CONCEPT);
    for (let at = from; at < to; at++) store<u8>(markOf + u16At(gate, at), 1);
    const near = u16At(field(side, NEAR), row), wish = u16At(field(side, WISH), row);
    if (near) store<u8>(markOf + near, load<u8>(markOf + near) | 2);
    if (wish) store<u8>(markOf + wish, load<u8>(markOf + wish) | 4);
  }
}

export function close(): void {
  const concept = field(qSide, VEC_CONCEPT);
  for (let at = qVec; at < qVecTo; at++) store<u16>(weightOf + (u16At(concept, at) << 1), 0);
  if (field(qSide, IS_NEEDS)) {
    const gate = field(qSide, GATE_CONCEPT);
    for (let at = u32At(field(qSide, GATE_FROM), qRow), to = u32At(field(qSide, GATE_TO), qRow); at < to; at++) store<u8>(markOf + u16At(gate, at), 0);
    store<u8>(markOf + u16At(field(qSide, NEAR), qRow), 0);
    store<u8>(markOf + u16At(field(qSide, WISH), qRow), 0);
  }
}

/** The cells that the opened query can meet on the other side: of people, those of group 0. */
export function reach(side: u32, places: u32): void {
  cellCount = 0;
  if (field(side, IS_NEEDS)) {
    const goes = field(qSide, PLACES) + ((qRow * PLACE_WORDS) << 2);
    for (let word: u32 = 0; word < PLACE_WORDS; word++) {
      let bits = u32At(goes, word);
      while (bits) {
        const place = (word << 5) + <u32>ctz(bits);
        bits &= bits - 1;
        if (place >= places) break;
        const cell = <i32>u32At(field(side, CELLS), place);
        if (cell >= 0) addCell(<u32>cell);
      }
    }
  } else {
    const place = u32At(field(qSide, PLACES), qRow);
    for (let at = u32At(field(side, CELLS), place), to = u32At(field(side, CELLS), place + 1); at < to; at++) addCell(u32At(field(side, REACH), at));
  }
}

@inline function addCell(cell: u32): void { store<u32>(cells + (cellCount << 2), cell); cellCount++; }

/** Instead of `reach`: these cells. */
export function setCellCount(count: u32): void { cellCount = count; }

/** Upper bounds of every block in the cells at hand: what its eight rows could score at the most. */
function bound(side: u32): void {
  const concept = field(qSide, VEC_CONCEPT), weight = field(qSide, VEC_WEIGHT);
  const stride = field(side, STRIDE), top = field(side, TOP_FROM);
  const postSuper = field(side, POST_SUPER), postLanes = field(side, POST_LANES);
  for (let i: u32 = 0; i < cellCount; i++) {
    const cell = u32At(cells, i);
    const from = u32At(field(side, SUPER_FROM), cell), to = u32At(field(side, SUPER_FROM), cell + 1);
    memory.fill(bounds + ((from) << 4), 0, (to - from) << 4);
    const directory = top + ((cell * stride) << 2);
    for (let at = qVec; at < qVecTo; at++) {
      const c = u16At(concept, at);
      let post = u32At(directory, c);
      const end = u32At(directory, c + 1);
      if (post == end) continue;
      const w = i16x8.splat(<i16>u16At(weight, at));
      for (; post < end; post++) {
        const target = bounds + ((u16At(postSuper, post)) << 4);
        v128.store(target, i16x8.add_sat_u(v128.load(target), i16x8.mul(w, v128.load(postLanes + ((post) << 4)))));
      }
    }
  }
}

/**
 * Marks the blocks of the cells at hand in which somebody may be spoken of with the query: somebody whose work is near or
 * wished, or who could have half of the essential skills, counting what the eight rows have together.
 */
function gate(side: u32): void {
  const stride = field(side, STRIDE), top = field(side, TOP_FROM);
  for (let i: u32 = 0; i < cellCount; i++) {
    const cell = u32At(cells, i);
    const from = u32At(field(side, SUPER_FROM), cell), to = u32At(field(side, SUPER_FROM), cell + 1);
    memory.fill(bounds + (from << 4), 0, (to - from) << 4);
    const directory = top + ((cell * stride) << 2);
    if (field(side, IS_NEEDS)) {
      const concept = field(qSide, VEC_CONCEPT);
      for (let at = qVec; at < qVecTo; at++) {
        const c = u16At(concept, at);
        const kind = load<u8>(kindOf + c);
        if (kind == 1) gateWeights(side, directory, c);
        else if (kind == 2) gateOpen(side, directory, c);
      }
    } else {
      const essential = field(qSide, GATE_CONCEPT), first = u32At(field(qSide, GATE_FROM), qRow);
      for (let at: u32 = 0; at < qGate; at++) gateCount(side, directory, u16At(essential, first + at), i16x8.splat(1));
      const wish = u16At(field(qSide, WISH), qRow), near = u16At(field(qSide, NEAR), qRow);
      if (wish && qGate) gateCount(side, directory, wish, i16x8.splat(<i16>(((qGate + 1) >> 1) - 1)));
      if (near) gateCount(side, directory, near, i16x8.splat(<i16>NEAR_WORK));
    }
  }
}

const NEAR_WORK: u32 = 0x4000; // above any count of skills

/** Which of a super-block's eight blocks the gate lets through. */
@inline function passes(side: u32, s: u32): i32 {
  const here = v128.load(bounds + (s << 4));
  if (field(side, IS_NEEDS)) return i16x8.bitmask(i16x8.ge_u(here, v128.load(field(side, BLOCK_HALF) + (s << 4))));
  return i16x8.bitmask(i16x8.ge_u(here, i16x8.splat(<i16>(qGate ? (qGate + 1) >> 1 : NEAR_WORK))));
}

/** Which of them promise the most: three quarters of the skills, or for a person's list twice what must be. */
@inline function promises(side: u32, s: u32): i32 {
  const here = v128.load(bounds + (s << 4));
  if (field(side, IS_NEEDS)) {
    const half = v128.load(field(side, BLOCK_HALF) + (s << 4));
    return i16x8.bitmask(i16x8.ge_u(here, i16x8.add_sat_u(half, half)));
  }
  return i16x8.bitmask(i16x8.ge_u(v128.and(here, i16x8.splat(<i16>(NEAR_WORK - 1))), i16x8.splat(<i16>((3 * qGate + 3) >> 2))));
}

@inline function gateWeights(side: u32, directory: u32, c: u32): void {
  const postSuper = field(side, POST_SUPER), postLanes = field(side, POST_LANES);
  for (let post = u32At(directory, c), end = u32At(directory, c + 1); post < end; post++) {
    const target = bounds + (u16At(postSuper, post) << 4);
    v128.store(target, i16x8.add_sat_u(v128.load(target), v128.load(postLanes + (post << 4))));
  }
}

@inline function gateCount(side: u32, directory: u32, c: u32, one: v128): void {
  const postSuper = field(side, POST_SUPER), postLanes = field(side, POST_LANES);
  for (let post = u32At(directory, c), end = u32At(directory, c + 1); post < end; post++) {
    const target = bounds + (u16At(postSuper, post) << 4);
    v128.store(target, i16x8.add_sat_u(v128.load(target), v128.and(one, i16x8.ne(v128.load(postLanes + (post << 4)), i16x8.splat(0)))));
  }
}

@inline function gateOpen(side: u32, directory: u32, c: u32): void {
  const postSuper = field(side, POST_SUPER), postLanes = field(side, POST_LANES);
  for (let post = u32At(directory, c), end = u32At(directory, c + 1); post < end; post++) {
    const target = bounds + (u16At(postSuper, post) << 4);
    v128.store(target, v128.or(v128.load(target), i16x8.ne(v128.load(postLanes + (post << 4)), i16x8.splat(0))));
  }
}

/** The eight scores of a block. */
function scores(side: u32, block: u32): v128 {
  const from = u32At(field(side, BLOCK_FROM), block), to = u32At(field(side, BLOCK_TO), block);
  let concept = field(side, ENTRY_CONCEPT) + (from << 1);
  const end = field(side, ENTRY_CONCEPT) + (to << 1);
  let a = i16x8.splat(0), b = i16x8.splat(0), c = i16x8.splat(0), d = i16x8.splat(0);
  if (field(side, IS_NEEDS)) {
    let lanes = field(side, ENTRY_LANES) + (from << 4);
    for (; concept + 8 <= end; concept += 8, lanes += 64) {
      a = i16x8.add(a, i16x8.mul(queried(concept), v128.load(lanes)));
      b = i16x8.add(b, i16x8.mul(queried(concept + 2), v128.load(lanes, 16)));
      c = i16x8.add(c, i16x8.mul(queried(concept + 4), v128.load(lanes, 32)));
      d = i16x8.add(d, i16x8.mul(queried(concept + 6), v128.load(lanes, 48)));
    }
    for (; concept < end; concept += 2, lanes += 16) a = i16x8.add(a, i16x8.mul(queried(concept), v128.load(lanes)));
  } else {
    let lanes = field(side, ENTRY_LANES) + (from << 3);
    for (; concept + 8 <= end; concept += 8, lanes += 32) {
      a = i16x8.add(a, i16x8.mul(queried(concept), v128.load8x8_u(lanes)));
      b = i16x8.add(b, i16x8.mul(queried(concept + 2), v128.load8x8_u(lanes, 8)));
      c = i16x8.add(c, i16x8.mul(queried(concept + 4), v128.load8x8_u(lanes, 16)));
      d = i16x8.add(d, i16x8.mul(queried(concept + 6), v128.load8x8_u(lanes, 24)));
    }
    for (; concept < end; concept += 2, lanes += 8) a = i16x8.add(a, i16x8.mul(queried(concept), v128.load8x8_u(lanes)));
  }
  return i16x8.add(i16x8.add(a, b), i16x8.add(c, d));
}

/** The query's weight of the concept of an entry, in all eight lanes. */
@inline function queried(entry: u32): v128 { return v128.load16_splat(weightOf + (<u32>load<u16>(entry) << 1)); }

// --- Conditions ---------------------------------------------------------------------------------------------------------

let hadLanes: v128 = i16x8.splat(0);
let nearLanes: v128 = i16x8.splat(0);
let wishLanes: v128 = i16x8.splat(0);

/** Of the eight people of a block: how many essential skills, whether near, whether wishing. */
function gateOfPeople(side: u32, block: u32): void {
  hadLanes = i16x8.splat(0);
  nearLanes = i16x8.splat(0);
  wishLanes = i16x8.splat(0);
  const zero = i16x8.splat(0);
  const entryConcept = field(side, ENTRY_CONCEPT), entryLanes = field(side, ENTRY_LANES);
  for (let at = u32At(field(side, BLOCK_FROM), block), to = u32At(field(side, BLOCK_TO), block); at < to; at++) {
    const mark = load<u8>(markOf + u16At(entryConcept, at));
    if (mark == 0) continue;
    const there = i16x8.ne(v128.load8x8_u(entryLanes + (at << 3)), zero);
    if (mark & 1) hadLanes = i16x8.sub(hadLanes, there);
    if (mark & 2) nearLanes = v128.or(nearLanes, there);
    if (mark & 4) wishLanes = v128.or(wishLanes, there);
  }
}

@inline function laneOf(lanes: v128, lane: u32): u32 {
  store<v128>(out - 16, lanes);
  return u16At(out - 16, lane);
}

/** May the pair be spoken of: near work, half of the essential skills, or a wish with one of them. */
@inline function related(near: bool, had: u32, essential: u32, wish: bool): bool {
  return near || (essential > 0 && (had + had >= essential || (wish && had > 0)));
}

/** What is missing in the pair of the query and a row, or -1 when it is not in the list. */
function missingIn(side: u32, row: u32): i32 {
  const flags = u32At(field(side, FLAGS), row);
  if (!(flags & 1)) return -1;
  if (!field(side, IS_NEEDS) && flags >> 16 != group) return -1;
  if (personsList && ((field(side, IS_NEEDS) ? flags & ~qFlags : qFlags & ~flags) & 2)) return -1;
  const words = field(side, WORDS);
  const isNeeds = field(side, IS_NEEDS);
  const person = isNeeds ? qSide : side, need = isNeeds ? side : qSide;
  const personRow = isNeeds ? qRow : row, needRow = isNeeds ? row : qRow;
  const has = field(person, HAS) + ((personRow * words) << 2);
  const required = field(need, HAS) + ((needRow * words) << 2);
  const place = u32At(field(need, PLACES), needRow);
  const goes = u32At(field(person, PLACES), personRow * PLACE_WORDS + (place >> 5)) >> (place & 31);
  const times = u32At(field(side, TIMES), row) & qTimes;
  let stopped = !(goes & 1) || !(times & 3) || !(times & ~3);
  for (let word: u32 = 0; word < words; word++) stopped = stopped || (u32At(required, word) & ~u32At(has, word)) != 0;
  if (stopped != stoppedOnly) return -1;
  let had: u32 = 0, essential: u32 = qGate;
  let near: bool, wish: bool;
  if (isNeeds) {
    const from = u32At(field(side, GATE_FROM), row), to = u32At(field(side, GATE_TO), row);
    const gate = field(side, GATE_CONCEPT);
    essential = to - from;
    for (let at = from; at < to; at++) had += <u32>(u16At(weightOf, u16At(gate, at)) != 0);
    near = u16At(weightOf, u16At(field(side, NEAR), row)) != 0;
    wish = u16At(weightOf, u16At(field(side, WISH), row)) != 0;
  } else {
    had = laneOf(hadLanes, row & 7);
    near = laneOf(nearLanes, row & 7) != 0;
    wish = laneOf(wishLanes, row & 7) != 0;
  }
  if (gated && !related(near, had, essential, wish)) return -1;
  let missing = essential - had;
  const wanted = field(need, WANTED) + ((needRow * words) << 2);
  for (let word: u32 = 0; word < words; word++) missing += <u32>popcnt(u32At(wanted, word) & ~u32At(has, word));
  return <i32>missing;
}

@inline function keyOf(side: u32, row: u32, score: u32, missing: u32): u64 {
  return ((<u64>score) << 48) | ((<u64>(0xffff - min(missing, <u32>0xffff))) << 32) | <u64>(0xffffffff - u32At(field(side, LABEL), row));
}

// --- The best of a side ---------------------------------------------------------------------------------------------------

let found: u32 = 0;
let wantedCount: u32 = 0;
let floor: u32 = 1;

/**
 * The best rows of a side for the opened query among the cells at hand: at most `limit` keys, best first, at `out`.
 * Blocks are looked at in bands of falling bounds; one whose bound is under the last key in the list cannot matter.
 */
export function best(side: u32, limit: u32): u32 {
  found = 0;
  wantedCount = limit;
  floor = 1;
  personsList = field(side, IS_NEEDS) != 0;
  for (let block = field(side, ANNEX_BLOCK), end = field(side, ANNEX_BLOCK) + field(side, ANNEX_BLOCKS); block < end; block++) look(side, block);
  if (gated) {
    gate(side);
    for (let band = 0; band < 2; band++) {
      for (let i: u32 = 0; i < cellCount; i++) {
        for (let s = u32At(field(side, SUPER_FROM), u32At(cells, i)), to = u32At(field(side, SUPER_FROM), u32At(cells, i) + 1); s < to; s++) {
          let mask = passes(side, s);
          if (!mask) continue;
          mask &= band ? ~promises(side, s) : promises(side, s);
          for (; mask; mask &= mask - 1) look(side, (s << 3) + <u32>ctz(mask));
        }
      }
    }
    return found;
  }
  bound(side);
  let most = i16x8.splat(0);
  for (let i: u32 = 0; i < cellCount; i++) {
    for (let s = u32At(field(side, SUPER_FROM), u32At(cells, i)), to = u32At(field(side, SUPER_FROM), u32At(cells, i) + 1); s < to; s++)
      most = i16x8.max_u(most, v128.load(bounds + ((s) << 4)));
  }
  let high: u32 = greatest(most) + 1;
  while (high > floor) {
    let low = max(high - 1 - ((high - 1) >> 3), floor);
    for (let i: u32 = 0; i < cellCount; i++) {
      for (let s = u32At(field(side, SUPER_FROM), u32At(cells, i)), to = u32At(field(side, SUPER_FROM), u32At(cells, i) + 1); s < to; s++) {
        const here = v128.load(bounds + ((s) << 4));
        let mask = i16x8.bitmask(i16x8.ge_u(here, i16x8.splat(<i16>low)));
        if (mask && high <= 0xffff) mask &= ~i16x8.bitmask(i16x8.ge_u(here, i16x8.splat(<i16>high)));
        while (mask) {
          look(side, (s << 3) + <u32>ctz(mask));
          mask &= mask - 1;
          if (floor > low) {
            low = floor;
            mask &= i16x8.bitmask(i16x8.ge_u(here, i16x8.splat(<i16>low)));
          }
        }
      }
    }
    high = low;
  }
  return found;
}

function look(side: u32, block: u32): void {
  const eight = scores(side, block);
  let mask = i16x8.bitmask(i16x8.ge_u(eight, i16x8.splat(<i16>floor)));
  if (!mask) return;
  store<v128>(out - 32, eight);
  if (!field(side, IS_NEEDS)) gateOfPeople(side, block);
  for (; mask; mask &= mask - 1) {
    const lane = <u32>ctz(mask);
    const score = u16At(out - 32, lane);
    if (score < floor) continue;
    const row = (block << 3) + lane;
    const missing = missingIn(side, row);
    if (missing < 0) continue;
    keep(keyOf(side, row, score, missing));
  }
}

@inline function keep(key: u64): void {
  if (found == wantedCount) {
    if (key <= load<u64>(out + ((found - 1) << 3))) return;
    found--;
  }
  let at = found++;
  while (at > 0 && load<u64>(out + ((at - 1) << 3)) < key) {
    store<u64>(out + (at << 3), load<u64>(out + ((at - 1) << 3)));
    at--;
  }
  store<u64>(out + (at << 3), key);
  if (found == wantedCount) floor = max(<u32>(load<u64>(out + ((found - 1) << 3)) >> 48), 1);
}

let fitting: u32 = 0;

/** How many of the rows that `all` found fit: nothing is missing, and nothing is unknown that the need asks. */
export function fittingCount(): u32 { return fitting; }

/** Every row of a side that the opened query may be spoken of with, among the cells at hand: their keys at `out`, unsorted. */
export function all(side: u32): u32 {
  found = 0;
  fitting = 0;
  personsList = field(side, IS_NEEDS) != 0;
  if (gated) gate(side); else bound(side);
  for (let block = field(side, ANNEX_BLOCK), end = field(side, ANNEX_BLOCK) + field(side, ANNEX_BLOCKS); block < end; block++) allIn(side, block);
  for (let i: u32 = 0; i < cellCount; i++) {
    for (let s = u32At(field(side, SUPER_FROM), u32At(cells, i)), to = u32At(field(side, SUPER_FROM), u32At(cells, i) + 1); s < to; s++) {
      let mask = gated ? passes(side, s) : i16x8.bitmask(i16x8.ne(v128.load(bounds + (s << 4)), i16x8.splat(0)));
      for (; mask; mask &= mask - 1) allIn(side, (s << 3) + <u32>ctz(mask));
    }
  }
  return found;
}

function allIn(side: u32, block: u32): void {
  if (!field(side, IS_NEEDS)) {
    gateOfPeople(side, block);
    let may = nearLanes;
    if (qGate) may = v128.or(may, v128.or(i16x8.ge_u(i16x8.add(hadLanes, hadLanes), i16x8.splat(<i16>qGate)), v128.and(wishLanes, i16x8.ne(hadLanes, i16x8.splat(0)))));
    if (gated && !v128.any_true(may)) return;
  }
  store<v128>(out - 32, scores(side, block));
  for (let lane: u32 = 0; lane < 8; lane++) {
    const score = u16At(out - 32, lane);
    if (!score) continue;
    const row = (block << 3) + lane;
    const missing = missingIn(side, row);
    if (missing < 0) continue;
    store<u64>(out + (found << 3), keyOf(side, row, score, missing));
    found++;
    if (missing == 0 && !(u32At(field(side, FLAGS), row) & qFlags & 0xff00)) fitting++;
  }
}

// --- Kept lists -----------------------------------------------------------------------------------------------------------

/** Makes the lists of the rows anew: the best of `side` for each of `own`'s rows. */
export function makeLists(own: u32, side: u32, from: u32, to: u32, places: u32): void {
  for (let row = from; row < to; row++) {
    if (u32At(field(own, FLAGS), row) & 1) makeList(own, side, row, places);
  }
}

export function makeList(own: u32, side: u32, row: u32, places: u32): void {
  open(own, row);
  reach(side, places);
  const n = best(side, depth);
  close();
  const slot = u32At(field(own, SLOT), row);
  memory.copy(field(own, LISTS) + ((slot * LIST_ROOM) << 3), out, (n) << 3);
  store<u32>(field(own, LIST_SIZE) + (slot << 2), n < depth ? n | COMPLETE : n);
  noteLeast(own, row);
}

/** What could still enter the row's list, for the row and its block. */
function noteLeast(side: u32, row: u32): void {
  const slot = u32At(field(side, SLOT), row);
  const size = u32At(field(side, LIST_SIZE), slot);
  let score: u32 = 0xffff;
  if (u32At(field(side, FLAGS), row) & 1) score = size & COMPLETE || !size ? 1 : max(<u32>(load<u64>(field(side, LISTS) + ((slot * LIST_ROOM + size - 1) << 3)) >> 48), 1);
  store<u16>(field(side, ROW_LEAST) + (row << 1), <u16>score);
  noteBlock(side, row >> 3);
}

@inline function noteBlock(side: u32, block: u32): void {
  store<u16>(field(side, BLOCK_LEAST) + (block << 1), <u16>least(v128.load(field(side, ROW_LEAST) + (block << 4))));
}

/** After rows have moved: what could enter each row's list, read from the lists. */
export function noteAllLeast(side: u32, blocks: u32): void {
  for (let row: u32 = 0; row < blocks << 3; row++) {
    const slot = u32At(field(side, SLOT), row);
    let score: u32 = 0xffff;
    if (u32At(field(side, FLAGS), row) & 1) {
      const size = u32At(field(side, LIST_SIZE), slot);
      score = size & COMPLETE || !size ? 1 : max(<u32>(load<u64>(field(side, LISTS) + ((slot * LIST_ROOM + size - 1) << 3)) >> 48), 1);
    }
    store<u16>(field(side, ROW_LEAST) + (row << 1), <u16>score);
  }
  for (let block: u32 = 0; block < blocks; block++) noteBlock(side, block);
}

/**
 * The opened query is put into (or taken out of) every kept list of the side that it belongs to. Lists that have become
 * shorter than `enough` are noted, to be made anew. Returns how many lists were touched.
 */
export function spread(side: u32, put: bool, enough: u32): u32 {
  let touched: u32 = 0;
  personsList = field(side, IS_NEEDS) == 0;
  if (gated) gate(side); else bound(side);
  for (let block = field(side, ANNEX_BLOCK), end = field(side, ANNEX_BLOCK) + field(side, ANNEX_BLOCKS); block < end; block++) touched += spreadIn(side, block, put, enough);
  for (let i: u32 = 0; i < cellCount; i++) {
    for (let s = u32At(field(side, SUPER_FROM), u32At(cells, i)), to = u32At(field(side, SUPER_FROM), u32At(cells, i) + 1); s < to; s++) {
      let mask = gated ? passes(side, s) : i16x8.bitmask(i16x8.ge_u(v128.load(bounds + (s << 4)), v128.load(field(side, BLOCK_LEAST) + (s << 4))));
      for (; mask; mask &= mask - 1) touched += spreadIn(side, (s << 3) + <u32>ctz(mask), put, enough);
    }
  }
  return touched;
}

function spreadIn(side: u32, block: u32, put: bool, enough: u32): u32 {
  const eight = scores(side, block);
  const could = v128.load(field(side, ROW_LEAST) + (block << 4));
  let mask = i16x8.bitmask(i16x8.ge_u(eight, could));
  if (!mask) return 0;
  let touched: u32 = 0;
  store<v128>(out - 32, eight);
  if (!field(side, IS_NEEDS)) gateOfPeople(side, block);
  for (; mask; mask &= mask - 1) {
    const lane = <u32>ctz(mask);
    const score = u16At(out - 32, lane);
    const row = (block << 3) + lane;
    const missing = missingIn(side, row);
    if (missing < 0) continue;
    const key = keyOf(qSide, qRow, score, missing);
    const slot = u32At(field(side, SLOT), row);
    if (put ? putIn(side, slot, key) : takeFrom(side, slot, key)) {
      touched++;
      noteLeast(side, row);
      const size = u32At(field(side, LIST_SIZE), slot);
      if (!put && !(size & COMPLETE) && size < enough) { store<u32>(refillBase + (refillCount << 2), slot); refillCount++; }
    }
  }
  return touched;
}

function putIn(side: u32, slot: u32, key: u64): bool {
  const list = field(side, LISTS) + ((slot * LIST_ROOM) << 3);
  const noted = u32At(field(side, LIST_SIZE), slot);
  let complete = noted & COMPLETE, size = noted & ~COMPLETE;
  if (!complete && (size == 0 || key < load<u64>(list + ((size - 1) << 3)))) return false;
  if (size == depth) {
    if (key < load<u64>(list + ((size - 1) << 3))) { store<u32>(field(side, LIST_SIZE) + (slot << 2), size); return true; }
    size--;
    complete = 0;
  }
  let at = size;
  while (at > 0 && load<u64>(list + ((at - 1) << 3)) < key) {
    store<u64>(list + (at << 3), load<u64>(list + ((at - 1) << 3)));
    at--;
  }
  store<u64>(list + (at << 3), key);
  store<u32>(field(side, LIST_SIZE) + (slot << 2), (size + 1) | complete);
  return true;
}

function takeFrom(side: u32, slot: u32, key: u64): bool {
  const list = field(side, LISTS) + ((slot * LIST_ROOM) << 3);
  const noted = u32At(field(side, LIST_SIZE), slot);
  const size = noted & ~COMPLETE;
  for (let at: u32 = 0; at < size; at++) {
    if (load<u64>(list + (at << 3)) != key) continue;
    memory.copy(list + (at << 3), list + ((at + 1) << 3), (size - at - 1) << 3);
    store<u32>(field(side, LIST_SIZE) + (slot << 2), (size - 1) | (noted & COMPLETE));
    return true;
  }
  return false;
}

/** Makes anew the lists that have been noted and are still too short. Returns how many. */
export function refill(own: u32, side: u32, enough: u32, places: u32): u32 {
  let made: u32 = 0;
  for (let at: u32 = 0; at < refillCount; at++) {
    const slot = u32At(refillBase, at);
    const size = u32At(field(own, LIST_SIZE), slot);
    const row = u32At(field(own, ROW_OF), slot);
    if (size & COMPLETE || size >= enough || !(u32At(field(own, FLAGS), row) & 1)) continue;
    makeList(own, side, row, places);
    made++;
  }
  refillCount = 0;
  return made;
}

/** A row that has come to the annex, or left: its block is laid anew in the block's own room. */
export function layAnnexBlock(side: u32, block: u32): void {
  fillBlocks(side, block, block + 1);
}

/** A row that is no more. */
export function kill(side: u32, row: u32): void {
  const flags = field(side, FLAGS) + (row << 2);
  store<u32>(flags, load<u32>(flags) & ~1);
  noteLeast(side, row);
}

export function noteRow(side: u32, row: u32): void { noteLeast(side, row); }
