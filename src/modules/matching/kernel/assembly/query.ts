import { BLOCK_FROM, BLOCK_HALF, BLOCK_TO, CELLS, ENTRY_CONCEPT, ENTRY_LANES, FLAGS, GATE_CONCEPT, GATE_FROM, GATE_TO, IS_NEEDS, NEAR, PLACES, PLACE_WORDS, POST_LANES, POST_SUPER, REACH, STRIDE, SUPER_FROM, TIMES, TOP_FROM, VEC_CONCEPT, VEC_FROM, VEC_TO, VEC_WEIGHT, WISH, field, u16At, u32At } from "./fields";
import { addCell, bounds, cellCount, cells, kindOf, markOf, setCellCount, weightOf } from "./space";

// The query: a row of either side, opened.
export let qSide: u32 = 0;
export let qRow: u32 = 0;
export let qVec: u32 = 0;
export let qVecTo: u32 = 0;
export let qFlags: u32 = 0;
export let qTimes: u32 = 0;
export let qGate: u32 = 0;

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
  setCellCount(0);
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

/** Upper bounds of every block in the cells at hand: what its eight rows could score at the most. */
export function bound(side: u32): void {
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
        v128.store(target, i16x8.add_sat_u(v128.load(target), i16x8.mul(w, v128.load(postLanes + (post << 4)))));
      }
    }
  }
}

/**
 * Marks the blocks of the cells at hand in which somebody may be spoken of with the query: somebody whose work is near or
 * wished, or who could have half of the essential skills, counting what the eight rows have together.
 */
export function gate(side: u32): void {
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
@inline
export function passes(side: u32, s: u32): i32 {
  const here = v128.load(bounds + (s << 4));
  if (field(side, IS_NEEDS)) return i16x8.bitmask(i16x8.ge_u(here, v128.load(field(side, BLOCK_HALF) + (s << 4))));
  return i16x8.bitmask(i16x8.ge_u(here, i16x8.splat(<i16>(qGate ? (qGate + 1) >> 1 : NEAR_WORK))));
}

/** Which of them promise the most: three quarters of the skills, or for a person's list twice what must be. */
@inline
export function promises(side: u32, s: u32): i32 {
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
export function scores(side: u32, block: u32): v128 {
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
