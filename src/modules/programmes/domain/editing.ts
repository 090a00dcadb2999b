import { z } from 'zod';
import { Day } from '#kernel/days.ts';
import { daysInOrder } from '#kernel/field-kinds.ts';
import { Id } from '#kernel/ids.ts';
import { allGoals, type ProgrammeContent } from './content.ts';
import {
  type ApprovalDraft,
  BoardMemberDraft,
  ChapterDraft,
  CoordinatorDraft,
  IndicatorDraft,
  MeasureDraft,
  MilestoneDraft,
  type ProgrammeDraft,
  ThemeDraft,
} from './draft.ts';
import { everyList, type Listed, type ListKind, type Row, withLists } from './lists.ts';

const Title = z.string().trim().min(1, { error: 'required' }).max(500);
const Prose = z.string().trim().max(10_000);

/** Lists whose rows have a place and no identity. A place is safe to name, for a change names the revision that it was seen in. */
const List = z.enum(['chapters', 'members', 'milestones']);
const At = z.int().min(0).max(1000);
const kindOf = { chapters: 'chapter', members: 'member', milestones: 'milestone' } as const;

/** One change that the secretary makes to the working copy of a programme; a part without id is new. */
export const ProgrammeChange = z.discriminatedUnion('kind', [
  z
    .object({
      kind: z.literal('basics'),
      name: Title,
      validFrom: Day,
      validTo: Day.optional(),
      reviewOn: Day.optional(),
      purpose: z.array(Prose).max(50).default([]),
    })
    .refine(...daysInOrder('validFrom', 'validTo')),
  z.object({
    kind: z.literal('theme'),
    theme: ThemeDraft.pick({ id: true, number: true, title: true, effects: true }),
  }),
  z.object({
    kind: z.literal('goal'),
    goal: z.object({
      id: Id.optional(),
      title: Title,
      description: Prose.optional(),
      theme: z.string().max(500).optional(),
      coordinators: z.array(Title).max(20).default([]),
    }),
    /** The goal above; absent = a goal of the programme itself. */
    underId: Id.optional(),
  }),
  z.object({
    kind: z.literal('measure'),
    goalId: Id,
    measure: MeasureDraft.pick({
      id: true,
      title: true,
      description: true,
      years: true,
      coordinators: true,
    }).extend({
      /** Codes, or names as people write them: the use case finds the codes. */
      municipalities: z.array(z.string().trim().max(2000)).max(320).default([]),
    }),
  }),
  z.object({ kind: z.literal('indicator'), ownerId: Id, indicator: IndicatorDraft }),
  z.object({
    kind: z.literal('coordinator'),
    coordinator: CoordinatorDraft.pick({ id: true, name: true, organisationId: true }),
  }),
  z.object({
    kind: z.literal('board'),
    name: z.string().trim().min(1, { error: 'required' }).max(500),
    bodyId: Id.optional(),
    appointedBy: z.string().trim().max(300).optional(),
    preparer: z.string().trim().max(300).optional(),
  }),
  z
    .object({
      kind: z.literal('approval'),
      /** A decision of the bodies; the rest is then read from it. */
      decisionId: Id.optional(),
      body: z.string().trim().max(500).optional(),
      decidedOn: Day.optional(),
      reference: z.string().trim().max(300).optional(),
    })
    .refine(({ decisionId, reference, decidedOn }) => decisionId || !reference || decidedOn, {
      path: ['decidedOn'],
      error: 'required',
      when: () => true,
    }),
  z.object({
    kind: z.literal('member'),
    at: At.optional(),
    member: BoardMemberDraft.pick({ name: true, organisationId: true, role: true }),
  }),
  z.object({
    kind: z.literal('chapter'),
    at: At.optional(),
    chapter: ChapterDraft.pick({ number: true, title: true }),
  }),
  z.object({
    kind: z.literal('milestone'),
    at: At.optional(),
    milestone: MilestoneDraft.pick({ on: true, title: true }),
  }),
  z.object({ kind: z.literal('drop'), list: List, at: At }),
  z.object({ kind: z.literal('shift'), list: List, at: At, by: z.union([z.literal(-1), z.literal(1)]) }),
  z.object({ kind: z.literal('remove'), id: Id }),
  z.object({ kind: z.literal('move'), id: Id, by: z.union([z.literal(-1), z.literal(1)]) }),
]);
export type ProgrammeChange = z.infer<typeof ProgrammeChange>;

type Change<K extends ProgrammeChange['kind']> = Extract<ProgrammeChange, { kind: K }>;

/** What a change names in another room, as that room told it. */
export interface Chosen {
  body?: { id: string; name: string } | undefined;
  approval?: ApprovalDraft | undefined;
}

export type ChangeRefusal = 'part-not-found' | 'board-needed' | 'named-already' | 'coordinator-in-use';
type Changed = ProgrammeDraft | { refusal: ChangeRefusal };

/**
 * The programme with one change made. What is not named in the change stays: a measure keeps its indicators and points, a
 * row the line that it was printed on. Refused when the part is not there, a name is taken, or a coordinator to be removed
 * still answers for something.
 */
export function withChange(content: ProgrammeContent, change: ProgrammeChange, chosen: Chosen = {}): Changed {
  switch (change.kind) {
    case 'basics': {
      const { kind: _kind, ...basics } = change;
      return { ...content, validTo: undefined, reviewOn: undefined, ...basics };
    }
    case 'board': {
      const { name, appointedBy, preparer } = change;
      return {
        ...content,
        board: { members: [], ...content.board, name, appointedBy, preparer, body: chosen.body },
      };
    }
    case 'approval':
      return { ...content, approval: chosen.approval };
    case 'theme':
      return withTheme(content, change);
    case 'coordinator':
      return withCoordinator(content, change);
    case 'goal':
      return put(
        content,
        'goal',
        { theme: undefined, description: undefined, ...change.goal },
        change.underId,
      );
    case 'measure':
      return put(content, 'measure', { description: undefined, ...change.measure }, change.goalId);
    case 'indicator':
      return put(content, 'indicator', { ...nothing(IndicatorDraft), ...change.indicator }, change.ownerId);
    case 'member':
    case 'chapter':
    case 'milestone':
      return putAt(content, change);
    case 'remove':
      return isInUse(content, change.id)
        ? { refusal: 'coordinator-in-use' }
        : changed(withoutTheme(content, change.id), withId(change.id), removed);
    case 'move':
      return changed(content, withId(change.id), shifted(change.by));
    case 'drop':
      return changed(content, inPlace(kindOf[change.list], change.at), removed);
    case 'shift':
      return changed(content, inPlace(kindOf[change.list], change.at), shifted(change.by));
  }
}

/** Every field of a part, without a value. */
const nothing = ({ shape }: z.ZodObject): Record<string, undefined> =>
  Object.fromEntries(Object.keys(shape).map((name) => [name, undefined]));

/** Which row of which list is meant: its place there, or -1. */
type Place = (rows: readonly Row[], kind: ListKind) => number;
const withId =
  (id: string): Place =>
  (rows) =>
    rows.findIndex((row) => row.id === id);
const inPlace =
  (meant: ListKind, at: number): Place =>
  (rows, kind) =>
    kind === meant && at < rows.length ? at : -1;

type Act = <T>(rows: readonly T[], at: number) => T[];
const removed: Act = (rows, at) => rows.toSpliced(at, 1);
/** Up or down by one among its own kind; at the end it stays where it is. */
const shifted =
  (by: -1 | 1): Act =>
  (rows, at) => {
    const other = rows[at + by];
    return other === undefined ? [...rows] : rows.with(at, other).with(at + by, rows[at]!);
  };

/** The list that holds the row is changed. */
function changed(content: ProgrammeDraft, place: Place, act: Act): Changed {
  let found = false;
  const made = withLists(
    content,
    everyList((rows, kind) => {
      const at = place(rows, kind);
      if (at < 0) return [...rows];
      found = true;
      return act(rows, at);
    }),
  );
  return found ? inOrder(made) : { refusal: 'part-not-found' };
}

/** Milestones stand in the order of their days whatever was asked. */
const inOrder = (content: ProgrammeDraft): ProgrammeDraft => ({
  ...content,
  milestones: content.milestones.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0)),
});

const beginnings: { readonly [K in ListKind]?: object } = {
  goal: { measures: [], indicators: [], goals: [] },
  measure: { parts: [], indicators: [] },
  coordinator: { aliases: [] },
};

/** Changes the part of that id wherever it stands, or adds one last under its owner. */
function put<K extends ListKind>(
  content: ProgrammeDraft,
  kind: K,
  row: Partial<Listed[K]> & Row,
  owner?: string,
): Changed {
  const done = changed(content, withId(row.id ?? ''), (rows, at) => rows.with(at, { ...rows[at]!, ...row }));
  if (!('refusal' in done) || (row.id !== undefined && owner === undefined)) return done;
  let found = false;
  const made = withLists(
    content,
    everyList(<T extends Row>(rows: readonly T[], list: ListKind, under?: string) => {
      if (list !== kind || under !== owner) return [...rows];
      found = true;
      return [...rows, { ...beginnings[kind], ...row } as unknown as T];
    }),
  );
  return found ? made : { refusal: 'part-not-found' };
}

/** In the place named, with the line that the row was printed on; else last. */
function putAt(content: ProgrammeDraft, change: Change<'member' | 'chapter' | 'milestone'>): Changed {
  const { kind, at } = change;
  const row: object =
    change.kind === 'member' ? change.member : change.kind === 'chapter' ? change.chapter : change.milestone;
  if (kind === 'member' && content.board === undefined) return { refusal: 'board-needed' };
  const last: Place = (_rows, list) => (list === kind ? 0 : -1);
  return changed(content, at === undefined ? last : inPlace(kind, at), (rows, place) => {
    if (at === undefined) return [...rows, row as (typeof rows)[number]];
    const { line } = rows[place] as { line?: number };
    return rows.with(place, { ...(line === undefined ? {} : { line }), ...row } as (typeof rows)[number]);
  });
}

function withTheme(content: ProgrammeContent, { theme }: Change<'theme'>): Changed {
  const former = content.themes.find(({ id }) => id === theme.id);
  if (content.themes.some(({ id, title }) => id !== theme.id && title === theme.title))
    return { refusal: 'named-already' };
  const rename = (name: string | undefined) =>
    former && (name === former.number || name === former.title) ? (theme.number ?? theme.title) : name;
  return put(
    withLists(content, { goal: (goals) => goals.map((goal) => ({ ...goal, theme: rename(goal.theme) })) }),
    'theme',
    { number: undefined, ...theme },
  );
}

function withCoordinator(content: ProgrammeContent, { coordinator }: Change<'coordinator'>): Changed {
  const former = content.coordinators.find(({ id }) => id === coordinator.id);
  if (content.coordinators.some(({ id, name }) => id !== coordinator.id && name === coordinator.name))
    return { refusal: 'named-already' };
  const renamed = <T extends { coordinators: string[] }>(rows: readonly T[]) =>
    rows.map((row) => ({
      ...row,
      coordinators: row.coordinators.map((name) => (name === former?.name ? coordinator.name : name)),
    }));
  return put(withLists(content, { goal: renamed, measure: renamed }), 'coordinator', {
    organisationId: undefined,
    ...coordinator,
  });
}

/** Is it a coordinator who answers for a goal or a measure? */
function isInUse(content: ProgrammeContent, id: string): boolean {
  const name = content.coordinators.find((coordinator) => coordinator.id === id)?.name;
  return (
    name !== undefined &&
    allGoals(content.goals).some((goal) =>
      [goal, ...goal.measures].some(({ coordinators }) => coordinators.includes(name)),
    )
  );
}

/** Goals of a theme that goes are of none. */
function withoutTheme(content: ProgrammeContent, id: string): ProgrammeDraft {
  const theme = content.themes.find((row) => row.id === id);
  const isIts = (name: string | undefined) => name === theme?.number || name === theme?.title;
  return theme === undefined
    ? content
    : withLists(content, {
        goal: (goals) => goals.map((goal) => (isIts(goal.theme) ? { ...goal, theme: undefined } : goal)),
      });
}
