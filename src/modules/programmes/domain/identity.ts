import { newId } from '#kernel/ids.ts';
import { letters } from '#kernel/letters.ts';
import type { ProgrammeContent } from './content.ts';
import type { CoordinatorDraft, ProgrammeDraft } from './draft.ts';
import { everyList, type ListKind, type Row, withLists } from './lists.ts';

/**
 * The names of coordinators in one cell of a document: "Kaakkois-Suomen ELY-keskus ja TE-toimisto" is two, and the
 * second is named in full when `known` has one that ends so (004:78, 004:84: the same TE-toimisto).
 */
export function coordinatorNames(cell: string, known: readonly string[] = []): string[] {
  const names = cell
    .split(/\s+(?:ja|sekä|och|samt|and)\s+|\s*[,;/]\s*/u)
    .map((name) => name.trim())
    .filter((name) => name !== '');
  return names.map(
    (name) => known.find((full) => full !== name && letters(full).endsWith(` ${letters(name)}`)) ?? name,
  );
}

/**
 * The draft with one list of coordinators: everybody named under a goal or a measure is in it, and an alias is replaced
 * by the name it stands for.
 */
export function withCoordinators(draft: ProgrammeDraft): ProgrammeDraft {
  const list: CoordinatorDraft[] = draft.coordinators.map((coordinator) => ({ ...coordinator }));
  const find = (name: string) =>
    list.find((row) => [row.name, ...row.aliases].some((known) => letters(known) === letters(name)));
  const named = (name: string): string => {
    const known = find(name);
    if (known) return known.name;
    list.push({ name, aliases: [] });
    return name;
  };
  const settle = (names: readonly string[]) => [...new Set(names.map(named))];
  const settled = <T extends { coordinators: string[] }>(rows: readonly T[]) =>
    rows.map((row) => ({ ...row, coordinators: settle(row.coordinators) }));
  return { ...withLists(draft, { goal: settled, measure: settled }), coordinators: list };
}

export type PartKind = 'theme' | 'goal' | 'measure' | 'indicator' | 'coordinator';

/** Where a part is known by its name: under its owner, unless it is a goal wherever it stands. */
function placeOf(kind: PartKind, part: Row, owner: string | undefined): string {
  const under = kind === 'measure' || kind === 'indicator' ? `${owner} ` : '';
  return `${kind} ${under}${letters(part.title ?? part.name ?? '')}`;
}

const identified: readonly string[] = ['theme', 'goal', 'measure', 'indicator', 'coordinator'];
const isPartKind = (kind: ListKind): kind is PartKind => identified.includes(kind);

/** Every part of a programme that keeps its identity. */
export function partsOf(content: ProgrammeContent): { id: string; kind: PartKind; place: string }[] {
  const found: { id: string; kind: PartKind; place: string }[] = [];
  withLists(
    content,
    everyList((rows, kind, owner) => {
      if (isPartKind(kind))
        for (const row of rows) found.push({ id: row.id!, kind, place: placeOf(kind, row, owner) });
      return [...rows];
    }),
  );
  return found;
}

/**
 * The draft with an id for every part. A part keeps the id it came with; one without takes that of the part of the same
 * name in the version before, so that a corrected file goes on with the links and reports of the former one. `make`
 * makes the rest.
 */
export function withIds(
  draft: ProgrammeDraft,
  before?: ProgrammeContent,
  make: () => string = newId,
): ProgrammeContent {
  const known = new Map(before ? partsOf(before).map(({ place, id }) => [place, id]) : []);
  const taken = new Set<string>();
  const idOf = (place: string, own: string | undefined): string => {
    const former = known.get(place);
    const id = own ?? (former !== undefined && !taken.has(former) ? former : make());
    taken.add(id);
    return id;
  };
  const made = withLists(
    draft,
    everyList((rows, kind, owner) =>
      isPartKind(kind)
        ? rows.map((row) => ({ ...row, id: idOf(placeOf(kind, row, owner), row.id) }))
        : [...rows],
    ),
  );
  return made as ProgrammeContent;
}
