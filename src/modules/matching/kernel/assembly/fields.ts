// A side (people, or needs): the offsets of its fields, each a pointer or a number of four bytes. The list stands in ../side.ts
// too.
export const TOP_FROM = 0; // u32[cells × stride]: postings of a concept in a cell, from here up to the next
export const STRIDE = 4;
export const POST_SUPER = 8; // u16[]: the super-block of a posting
export const POST_LANES = 12; // v128[]: the greatest weight in each of its eight blocks
export const BLOCK_FROM = 16; // u32[blocks]: entries of a block
export const BLOCK_TO = 20;
export const ENTRY_CONCEPT = 24; // u16[]
export const ENTRY_LANES = 28; // the weight in each of the block's eight rows: needs u16[8], people u8[8]
export const SUPER_FROM = 32; // u32[cells + 1]
export const ANNEX_BLOCK = 36; // the annex's first block
export const ANNEX_BLOCKS = 40;
export const IS_NEEDS = 44;
export const WORDS = 48; // words of conditions in a row
export const HAS = 52; // u32[rows × words]: people have, needs require
export const WANTED = 56; // u32[rows × words]: needs only; one step gives them, so lacking one does not stop
export const TIMES = 60; // u32[rows]
export const PLACES = 64; // people: u32[rows × PLACE_WORDS], where the person goes; needs: u32[rows], where the work is
export const FLAGS = 68; // u32[rows]: bit 0 alive, bit 1 sees hidden needs, or is one; bits 8–15 what the face hides, or the need asks, bits 16–31 the face's group
export const LABEL = 72; // u32[rows]: the order of ids
export const GATE_FROM = 76; // u32[rows]: essential skills of a need
export const GATE_CONCEPT = 80; // u16[]
export const NEAR = 84; // u16[rows]: the concept that makes the occupation near
export const WISH = 88; // u16[rows]: the concept that tells of the wish
export const VEC_FROM = 92; // u32[rows]: the row's own vector
export const VEC_TO = 96;
export const VEC_CONCEPT = 100; // u16[]
export const VEC_WEIGHT = 104; // u16[]
export const ROW_LEAST = 108; // u16[rows]: a score that could still enter the row's kept list
export const BLOCK_LEAST = 112; // u16[blocks]: the least of them
export const SLOT = 116; // u32[rows]: whose row it is
export const ROW_OF = 120; // u32[slots]
export const CELLS = 124; // needs: i32[places], the cell of a place or -1; people: u32[places + 1], see REACH
export const REACH = 128; // people: u32[], the cells from which somebody goes to a place
export const LISTS = 132; // u64[slots × LIST_ROOM]
export const LIST_SIZE = 136; // u32[slots]: keys in the list; bit 31: the list has everything there is
export const COUNTS = 140; // u32[cells × stride], while the postings are being made
export const GATE_TO = 144; // u32[rows]
export const HALF = 148; // u16[rows], needs: what half of the essential skills weigh at the least; 0 when that cannot be told by weights
export const BLOCK_HALF = 152; // u16[blocks]: the least of them

export const PLACE_WORDS: u32 = 10;
export const LIST_ROOM: u32 = 32;
export const COMPLETE: u32 = 0x80000000;

@inline
export function field(side: u32, at: u32): u32 { return load<u32>(side + at); }
@inline
export function u32At(base: u32, index: u32): u32 { return load<u32>(base + (index << 2)); }
@inline
export function u16At(base: u32, index: u32): u32 { return load<u16>(base + (index << 1)); }

/** The eight weights of an entry. */
@inline
export function lanesAt(side: u32, entry: u32): v128 {
  return field(side, IS_NEEDS) ? v128.load(field(side, ENTRY_LANES) + (entry << 4)) : v128.load8x8_u(field(side, ENTRY_LANES) + (entry << 3));
}

@inline
export function greatest(lanes: v128): u32 {
  let m = i16x8.max_u(lanes, i8x16.shuffle(lanes, lanes, 8, 9, 10, 11, 12, 13, 14, 15, 0, 1, 2, 3, 4, 5, 6, 7));
  m = i16x8.max_u(m, i8x16.shuffle(m, m, 4, 5, 6, 7, 0, 1, 2, 3, 12, 13, 14, 15, 8, 9, 10, 11));
  m = i16x8.max_u(m, i8x16.shuffle(m, m, 2, 3, 0, 1, 6, 7, 4, 5, 10, 11, 8, 9, 14, 15, 12, 13));
  return i16x8.extract_lane_u(m, 0);
}

@inline
export function least(lanes: v128): u32 {
  let m = i16x8.min_u(lanes, i8x16.shuffle(lanes, lanes, 8, 9, 10, 11, 12, 13, 14, 15, 0, 1, 2, 3, 4, 5, 6, 7));
  m = i16x8.min_u(m, i8x16.shuffle(m, m, 4, 5, 6, 7, 0, 1, 2, 3, 12, 13, 14, 15, 8, 9, 10, 11));
  m = i16x8.min_u(m, i8x16.shuffle(m, m, 2, 3, 0, 1, 6, 7, 4, 5, 10, 11, 8, 9, 14, 15, 12, 13));
  return i16x8.extract_lane_u(m, 0);
}
