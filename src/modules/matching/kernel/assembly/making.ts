import { BLOCK_FROM, BLOCK_TO, COUNTS, ENTRY_CONCEPT, ENTRY_LANES, IS_NEEDS, POST_LANES, POST_SUPER, STRIDE, SUPER_FROM, TOP_FROM, VEC_CONCEPT, VEC_FROM, VEC_TO, VEC_WEIGHT, field, greatest, lanesAt, u16At, u32At } from "./fields";
import { isPosted, placeOf } from "./space";

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
export function clearPlaces(concepts: u32): void { memory.fill(placeOf, 0, concepts << 2); }

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
          v128.store(postLanes + (post << 4), i16x8.splat(0));
        }
        store<u16>(postLanes + (post << 4) + (j << 1), <u16>greatest(lanesAt(side, at)));
      }
    }
  }
}
