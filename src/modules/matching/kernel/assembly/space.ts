import { LIST_ROOM } from "./fields";

// The working space of this instance, and what it has been told.
export let bounds: u32 = 0; // v128[super-blocks]
export let weightOf: u32 = 0; // u16[concepts]: the query
export let markOf: u32 = 0; // u8[concepts]: 1 essential, 2 near, 4 wish
export let kindOf: u32 = 0; // u8[concepts]: 1 a skill, 2 what makes work near or wished, 0 the rest
export let placeOf: u32 = 0; // u32[concepts]: where a concept stands in what is being made
export let out: u32 = 0; // u64[]: keys of the list, or rows with scores
export let cells: u32 = 0; // u32[]
export let cellCount: u32 = 0;
export let gated: bool = true;
export let stoppedOnly: bool = false;
export let depth: u32 = LIST_ROOM; // keys that a kept list holds
export let group: u32 = 0; // whose faces are looked at
export let personsList: bool = false; // a person's list leaves out hidden needs that the person may not see
export let refillBase: u32 = 0;

export function setSpace(b: u32, w: u32, m: u32, p: u32, o: u32, c: u32, r: u32, k: u32): void {
  bounds = b; weightOf = w; markOf = m; placeOf = p; out = o; cells = c; refillBase = r; kindOf = k;
}

/** Is a concept one that postings are made of: behind the gate only those by which a pair may be spoken of. */
@inline
export function isPosted(concept: u32): bool { return !gated || load<u8>(kindOf + concept) != 0; }

/** Looks at the faces of a group, until told otherwise; kept lists are made of group 0, which sees everything. */
export function setGroup(faces: u32): void { group = faces; }

/** Kept lists hold so many keys, at most the room that there is for them. */
export function setDepth(keys: u32): void { depth = keys; }

export function setMode(withGate: bool, stopped: bool): void {
  gated = withGate;
  stoppedOnly = stopped;
}

/** A person's list leaves out hidden needs that the person may not see; a need's list knows no such thing. */
export function setPersonsList(is: bool): void { personsList = is; }

/** The cells that will be looked at: first none, then one by one, or so many of those written at `cells`. */
export function setCellCount(count: u32): void { cellCount = count; }

export function addCell(cell: u32): void { store<u32>(cells + (cellCount << 2), cell); cellCount++; }
