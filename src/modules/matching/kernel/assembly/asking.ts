import { ANNEX_BLOCK, ANNEX_BLOCKS, FLAGS, IS_NEEDS, SUPER_FROM, field, greatest, u16At, u32At } from "./fields";
import { bounds, cellCount, cells, gated, out, setPersonsList } from "./space";
import { bound, gate, passes, promises, qFlags, qGate, scores } from "./query";
import { allowed, gateOfPeople, hadLanes, keyOf, missingIn, nearLanes, wishLanes } from "./pairs";

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
  setPersonsList(field(side, IS_NEEDS) != 0);
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
      most = i16x8.max_u(most, v128.load(bounds + (s << 4)));
  }
  let high: u32 = greatest(most) + 1;
  while (high > floor) {
    let low = max(high - 1 - ((high - 1) >> 2), floor);
    for (let i: u32 = 0; i < cellCount; i++) {
      for (let s = u32At(field(side, SUPER_FROM), u32At(cells, i)), to = u32At(field(side, SUPER_FROM), u32At(cells, i) + 1); s < to; s++) {
        const here = v128.load(bounds + (s << 4));
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
  // behind the gate conditions are cheaper than scores; without the gate there are none
  let mask = gated ? <i32>allowed(side, block) : 0xff;
  if (!mask) return;
  const eight = scores(side, block);
  mask &= i16x8.bitmask(i16x8.ge_u(eight, i16x8.splat(<i16>floor)));
  if (mask && !gated) mask &= <i32>allowed(side, block);
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
  setPersonsList(field(side, IS_NEEDS) != 0);
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
  let mask = allowed(side, block);
  if (!mask) return;
  if (!field(side, IS_NEEDS)) {
    gateOfPeople(side, block);
    let may = nearLanes;
    if (qGate) may = v128.or(may, v128.or(i16x8.ge_u(i16x8.add(hadLanes, hadLanes), i16x8.splat(<i16>qGate)), v128.and(wishLanes, i16x8.ne(hadLanes, i16x8.splat(0)))));
    if (gated && !v128.any_true(may)) return;
  }
  store<v128>(out - 32, scores(side, block));
  for (; mask; mask &= mask - 1) {
    const lane = <u32>ctz(mask);
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
