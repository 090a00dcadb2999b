import { BLOCK_FROM, BLOCK_TO, ENTRY_CONCEPT, ENTRY_LANES, FLAGS, GATE_CONCEPT, GATE_FROM, GATE_TO, HAS, IS_NEEDS, LABEL, NEAR, PLACES, PLACE_WORDS, TIMES, WANTED, WISH, WORDS, field, u16At, u32At } from "./fields";
import { gated, group, markOf, out, personsList, stoppedOnly, weightOf } from "./space";
import { gate, qFlags, qGate, qRow, qSide, qTimes } from "./query";

export let hadLanes: v128 = i16x8.splat(0);
export let nearLanes: v128 = i16x8.splat(0);
export let wishLanes: v128 = i16x8.splat(0);

/** Of the eight people of a block: how many essential skills, whether near, whether wishing. */
export function gateOfPeople(side: u32, block: u32): void {
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

/** What is missing in the pair of the query and a row, or -1 when it is not in the list. */
export function missingIn(side: u32, row: u32): i32 {
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

@inline
export function keyOf(side: u32, row: u32, score: u32, missing: u32): u64 {
  return ((<u64>score) << 48) | ((<u64>(0xffff - min(missing, <u32>0xffff))) << 32) | <u64>(0xffffffff - u32At(field(side, LABEL), row));
}
