import { BLOCK_FROM, BLOCK_TO, ENTRY_CONCEPT, ENTRY_LANES, FLAGS, GATE_CONCEPT, GATE_FROM, GATE_TO, HAS, IS_NEEDS, LABEL, NEAR, PLACES, PLACE_WORDS, TIMES, WANTED, WISH, WORDS, field, u16At, u32At } from "./fields";
import { gated, group, markOf, out, personsList, stoppedOnly, weightOf } from "./space";
import { qFlags, qGate, qRow, qSide, qTimes } from "./query";

export let hadLanes: v128 = i16x8.splat(0);
export let nearLanes: v128 = i16x8.splat(0);
export let wishLanes: v128 = i16x8.splat(0);

/** Of the eight people of a block: how many essential skills, whether near, whether wishing. */
export function gateOfPeople(side: u32, block: u32): void {
  if (!gated) return;
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

@inline
export function laneOf(lanes: v128, lane: u32): u32 {
  store<v128>(out - 16, lanes);
  return u16At(out - 16, lane);
}

/** May the pair be spoken of: near work, half of the essential skills, or a wish with one of them. */
@inline
export function related(near: bool, had: u32, essential: u32, wish: bool): bool {
  return near || (essential > 0 && (had + had >= essential || (wish && had > 0)));
}

/** The rows of a block that are there. */
function alive(side: u32, block: u32): u32 {
  let mask: u32 = 0;
  for (let lane: u32 = 0; lane < 8; lane++) mask |= (u32At(field(side, FLAGS), (block << 3) + lane) & 1) << lane;
  return mask;
}

/** The rows of a block that no condition keeps from the query; or, when asked so, only those that one does. */
export function allowed(side: u32, block: u32): u32 {
  if (!gated) return alive(side, block);
  const words = field(side, WORDS);
  const isNeeds = field(side, IS_NEEDS) != 0;
  const own = field(qSide, HAS) + ((qRow * words) << 2);
  let mask: u32 = 0;
  for (let lane: u32 = 0, row = block << 3; lane < 8; lane++, row++) {
    const flags = u32At(field(side, FLAGS), row);
    if (!(flags & 1) || (!isNeeds && flags >> 16 != group)) continue;
    if (personsList && ((isNeeds ? flags & ~qFlags : qFlags & ~flags) & 2)) continue;
    const times = u32At(field(side, TIMES), row) & qTimes;
    const place = isNeeds ? u32At(field(side, PLACES), row) : u32At(field(qSide, PLACES), qRow);
    const goes = (isNeeds ? u32At(field(qSide, PLACES), qRow * PLACE_WORDS + (place >> 5)) : u32At(field(side, PLACES), row * PLACE_WORDS + (place >> 5))) >> (place & 31);
    let stopped = !(goes & 1) || !(times & 3) || !(times & ~3);
    const other = field(side, HAS) + ((row * words) << 2);
    for (let word: u32 = 0; word < words; word++)
      stopped = stopped || (isNeeds ? u32At(other, word) & ~u32At(own, word) : u32At(own, word) & ~u32At(other, word)) != 0;
    if (stopped == stoppedOnly) mask |= 1 << lane;
  }
  return mask;
}

/** What is missing in the pair of the query and an allowed row, or -1 when the pair is not to be spoken of; without the gate, nothing. */
export function missingIn(side: u32, row: u32): i32 {
  if (!gated) return 0;
  const isNeeds = field(side, IS_NEEDS);
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
  if (!related(near, had, essential, wish)) return -1;
  let missing = essential - had;
  const words = field(side, WORDS);
  const wanted = (isNeeds ? field(side, WANTED) + ((row * words) << 2) : field(qSide, WANTED) + ((qRow * words) << 2));
  const has = (isNeeds ? field(qSide, HAS) + ((qRow * words) << 2) : field(side, HAS) + ((row * words) << 2));
  for (let word: u32 = 0; word < words; word++) missing += <u32>popcnt(u32At(wanted, word) & ~u32At(has, word));
  return <i32>missing;
}

@inline
export function keyOf(side: u32, row: u32, score: u32, missing: u32): u64 {
  return ((<u64>score) << 48) | ((<u64>(0xffff - min(missing, <u32>0xffff))) << 32) | <u64>(0xffffffff - u32At(field(side, LABEL), row));
}
