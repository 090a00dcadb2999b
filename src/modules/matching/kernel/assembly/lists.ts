import { ANNEX_BLOCK, ANNEX_BLOCKS, BLOCK_LEAST, COMPLETE, FLAGS, IS_NEEDS, LISTS, LIST_ROOM, LIST_SIZE, ROW_LEAST, ROW_OF, SLOT, SUPER_FROM, field, least, u16At, u32At } from "./fields";
import { bounds, cellCount, cells, depth, gated, out, refillBase, setPersonsList } from "./space";
import { fillBlocks } from "./making";
import { bound, close, gate, open, passes, qRow, qSide, reach, scores } from "./query";
import { allowed, gateOfPeople, keyOf, missingIn } from "./pairs";
import { best } from "./asking";

let refillCount: u32 = 0;

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
  memory.copy(field(own, LISTS) + ((slot * LIST_ROOM) << 3), out, n << 3);
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
  setPersonsList(field(side, IS_NEEDS) == 0);
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
  let mask = <i32>allowed(side, block);
  if (!mask) return 0;
  const eight = scores(side, block);
  mask &= i16x8.bitmask(i16x8.ge_u(eight, v128.load(field(side, ROW_LEAST) + (block << 4))));
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
