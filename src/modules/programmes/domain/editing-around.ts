import { z } from 'zod';
import { Day } from '#kernel/days.ts';
import { Id } from '#kernel/ids.ts';
import type { ProgrammeContent } from './content.ts';
import {
  type ApprovalDraft,
  BoardMemberDraft,
  ChapterDraft,
  MilestoneDraft,
  type ProgrammeDraft,
} from './draft.ts';

const List = z.enum(['chapters', 'members', 'milestones']);
const At = z.int().min(0).max(1000);

/**
 * Changes of what stands around goals and themes: the body, its decision, and lists whose rows have a place and no
 * identity. A place is safe to name, for a change names the revision that it was seen in.
 */
export const aroundChanges = [
  z.object({
    kind: z.literal('board'),
    name: z.string().trim().min(1, { error: 'required' }).max(500),
    bodyId: Id.optional(),
    appointedBy: z.string().trim().max(300).optional(),
    preparer: z.string().trim().max(300).optional(),
  }),
  z.object({
    kind: z.literal('approval'),
    /** A decision of the bodies; the rest is then read from it. */
    decisionId: Id.optional(),
    body: z.string().trim().max(500).optional(),
    decidedOn: Day.optional(),
    reference: z.string().trim().max(300).optional(),
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
] as const;
export type AroundChange = z.infer<(typeof aroundChanges)[number]>;

/** What a change names in another room, as that room told it. */
export interface Chosen {
  body?: { id: string; name: string } | undefined;
  approval?: ApprovalDraft | undefined;
}

export type AroundRefusal = 'part-not-found' | 'board-needed';

/** The programme with one such change made; a row keeps the line that it was printed on. */
export function withAround(
  content: ProgrammeContent,
  change: AroundChange,
  chosen: Chosen = {},
): ProgrammeDraft | { refusal: AroundRefusal } {
  switch (change.kind) {
    case 'board': {
      const { name, appointedBy, preparer } = change;
      return {
        ...content,
        board: { members: [], ...content.board, name, appointedBy, preparer, body: chosen.body },
      };
    }
    case 'approval':
      return { ...content, approval: chosen.approval };
    case 'member':
      return onList(content, 'members', (list) => putAt(list, change.at, change.member));
    case 'chapter':
      return onList(content, 'chapters', (list) => putAt(list, change.at, change.chapter));
    case 'milestone':
      return onList(content, 'milestones', (list) => putAt(list, change.at, change.milestone));
    case 'drop':
      return onList(content, change.list, (list) =>
        change.at < list.length ? list.filter((_one, at) => at !== change.at) : undefined,
      );
    case 'shift':
      return onList(content, change.list, (list) => {
        const to = change.at + change.by;
        if (change.at >= list.length) return undefined;
        if (to < 0 || to >= list.length) return list;
        return list.with(change.at, list[to]!).with(to, list[change.at]!);
      });
  }
}

type Row = object;

/** The list changed; milestones stand in the order of their days whatever was asked. */
function onList(
  content: ProgrammeContent,
  name: z.infer<typeof List>,
  change: (list: readonly Row[]) => readonly Row[] | undefined,
): ProgrammeDraft | { refusal: AroundRefusal } {
  if (name === 'members') {
    if (!content.board) return { refusal: 'board-needed' };
    const members = change(content.board.members);
    if (!members) return { refusal: 'part-not-found' };
    return {
      ...content,
      board: { ...content.board, members: members as typeof content.board.members },
    };
  }
  const list = change(content[name]);
  if (!list) return { refusal: 'part-not-found' };
  const made = { ...content, [name]: list } as ProgrammeDraft;
  return name === 'milestones'
    ? { ...made, milestones: made.milestones.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0)) }
    : made;
}

/** In the place named, with what the row has besides; else last. A place that is not there is refused. */
function putAt(list: readonly Row[], at: number | undefined, one: Row): readonly Row[] | undefined {
  if (at === undefined) return [...list, one];
  const former = list[at] as { line?: number; raw?: string } | undefined;
  if (!former) return undefined;
  return list.with(at, { ...(former.line === undefined ? {} : { line: former.line }), ...one });
}
