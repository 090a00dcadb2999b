import { z } from 'zod';
import { Day } from '#kernel/days.ts';
import { Id } from '#kernel/ids.ts';
import { Language } from '#kernel/localised.ts';
import { programmeKinds } from './codes.ts';

/**
 * A programme as a document says it (requirements A10): what a reader of a file fills, what a page edits, and what a
 * version keeps. Names and texts stand as they are printed, typing errors too (F-25); markup is stripped, the raw text
 * may be kept beside (F-17). A part without `id` is new; a part that keeps its id is the same part in a later version.
 */
const Printed = {
  /** Line of the source file, from 1. */
  line: z.int().positive().optional(),
  /** The text as the file has it, where it differs from what was read of it. */
  raw: z.string().max(20_000).optional(),
};
const Title = z.string().trim().min(1, { error: 'required' }).max(500);
const Prose = z.string().trim().max(10_000);
const Year = z.int().min(1900).max(2200);
const Municipality = z.string().regex(/^\d{3}$/);

export type ProgrammeKind = (typeof programmeKinds)[number];

/** Something of Polku's own that is counted for an indicator: the figure of a pilot, or facts of the whole area. */
export const FactSource = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('pilot-figure'), pilotId: Id, figure: z.string().min(1).max(50) }),
  z.object({ kind: z.literal('area-fact'), fact: z.string().min(1).max(50) }),
]);
export type FactSource = z.infer<typeof FactSource>;

/** What is followed: a number with its baseline and target. Missing parts are findings, never zeros (F-16, F-19). */
export const IndicatorDraft = z.object({
  id: Id.optional(),
  name: Title,
  unit: z.string().trim().max(50).optional(),
  baseline: z.number().optional(),
  baselineOn: Day.optional(),
  target: z.number().optional(),
  /** As printed before the number: "noin", "vähintään" (F-11). */
  qualifier: z.string().trim().max(50).optional(),
  targetOn: Day.optional(),
  /** Where the value is read, in words. */
  source: z.string().trim().max(300).optional(),
  /** Counted by Polku itself; absent when people tell the value. */
  fact: FactSource.optional(),
  ...Printed,
});
export type IndicatorDraft = z.infer<typeof IndicatorDraft>;

/** A measure: what is done. `parts` are its own points, which nobody reports on separately (000:68-75). */
export const MeasureDraft = z.object({
  id: Id.optional(),
  title: Title,
  description: Prose.optional(),
  /** The years for which it is printed; none = the whole time of the programme (PRO-12). */
  years: z.array(Year).max(30).default([]),
  /** Names of coordinators; none = those of its goal. */
  coordinators: z.array(Title).max(20).default([]),
  /** Municipalities that do it, as three-digit codes; none = all together (PRO-17). */
  municipalities: z.array(Municipality).max(320).default([]),
  parts: z
    .array(z.object({ title: Title, ...Printed }))
    .max(100)
    .default([]),
  indicators: z.array(IndicatorDraft).max(50).default([]),
  ...Printed,
});
export type MeasureDraft = z.infer<typeof MeasureDraft>;

const GoalItself = z.object({
  id: Id.optional(),
  /** The number or name that the theme has in `themes`. */
  theme: z.string().trim().max(500).optional(),
  title: Title,
  description: Prose.optional(),
  /** Who answers for it and reports on it, by the name in `coordinators`. */
  coordinators: z.array(Title).max(20).default([]),
  measures: z.array(MeasureDraft).max(300).default([]),
  indicators: z.array(IndicatorDraft).max(50).default([]),
  ...Printed,
});
/** A goal with its measures, and goals under it (000:39-51: one spearhead, four sub-goals, five targets of the state). */
export interface GoalDraft extends z.output<typeof GoalItself> {
  goals: GoalDraft[];
}
interface GoalDraftInput extends z.input<typeof GoalItself> {
  goals?: GoalDraftInput[] | undefined;
}
export const GoalDraft: z.ZodType<GoalDraft, GoalDraftInput> = z.lazy(() =>
  GoalItself.extend({ goals: z.array(GoalDraft).max(100).default([]) }),
);

export const ThemeDraft = z.object({
  id: Id.optional(),
  /** As printed: "4.1". */
  number: z.string().trim().max(20).optional(),
  title: Title,
  /** Effects sought. */
  effects: z.array(Prose).max(50).default([]),
  ...Printed,
});
export type ThemeDraft = z.infer<typeof ThemeDraft>;

export const CoordinatorDraft = z.object({
  id: Id.optional(),
  /** As printed; two names of the same coordinator are one coordinator with an alias. */
  name: Title,
  aliases: z.array(Title).max(20).default([]),
  organisationId: Id.optional(),
  ...Printed,
});
export type CoordinatorDraft = z.infer<typeof CoordinatorDraft>;

/** A decision of a body that approved something: chosen from the bodies' own, or told in words. */
export const ApprovalDraft = z.object({
  /** The name of the body as it was then. */
  body: Title,
  bodyId: Id.optional(),
  decisionId: Id.optional(),
  decidedOn: Day,
  /** Section or register number. */
  reference: z.string().trim().max(300).optional(),
});
export type ApprovalDraft = z.infer<typeof ApprovalDraft>;

export const ChapterDraft = z.object({
  number: z.string().trim().max(20).optional(),
  title: Title,
  ...Printed,
});
export const MilestoneDraft = z.object({ on: Day, title: Title, ...Printed });
export const BoardMemberDraft = z.object({
  name: Title,
  organisationId: Id.optional(),
  role: z.string().trim().max(100).optional(),
  ...Printed,
});

export const ProgrammeDraft = z
  .object({
    kind: z.enum(programmeKinds),
    name: Title,
    /** The language of the text. */
    language: Language.default('fi'),
    /** Three-digit codes; none = not stated. */
    municipalities: z.array(Municipality).max(320).default([]),
    validFrom: Day,
    /** Absent = open, and then a day of review is needed before a version made here (F-18). */
    validTo: Day.optional(),
    reviewOn: Day.optional(),
    /** Will they report by the half-year (004:72)? */
    reporting: z.enum(['half-year', 'none']).default('none'),
    purpose: z.array(Prose).max(50).default([]),
    chapters: z.array(ChapterDraft).max(100).default([]),
    /** The body that steers it and who sits there (004:37-39), the one who appoints it, who prepared the text as a position. */
    board: z
      .object({
        name: Title,
        /** The body that it is, when one has been chosen; the printed name and members stay as they are. */
        body: z.object({ id: Id, name: Title }).optional(),
        appointedBy: z.string().trim().max(300).optional(),
        preparer: z.string().trim().max(300).optional(),
        members: z.array(BoardMemberDraft).max(100).default([]),
        ...Printed,
      })
      .optional(),
    /** The decision that approved the programme. */
    approval: ApprovalDraft.optional(),
    coordinators: z.array(CoordinatorDraft).max(100).default([]),
    themes: z.array(ThemeDraft).max(100).default([]),
    goals: z.array(GoalDraft).max(100).default([]),
    /** Days that bind the work: a change of law and the like (PRO-17). */
    milestones: z.array(MilestoneDraft).max(100).default([]),
  })
  .superRefine((draft, ctx) => {
    if (draft.validTo !== undefined && draft.validTo < draft.validFrom)
      ctx.addIssue({ code: 'custom', path: ['validTo'], message: 'ends-before-it-begins' });
    const themes = new Set(draft.themes.flatMap((theme) => [theme.number ?? '', theme.title]));
    for (const { goal, path } of goalsWithPath(draft.goals))
      if (goal.theme !== undefined && !themes.has(goal.theme))
        ctx.addIssue({ code: 'custom', path: [...path, 'theme'], message: 'no-such-theme' });
  });
export type ProgrammeDraft = z.infer<typeof ProgrammeDraft>;
export type ProgrammeDraftInput = z.input<typeof ProgrammeDraft>;

function goalsWithPath(
  goals: readonly GoalDraft[],
  under: readonly (string | number)[] = ['goals'],
): { goal: GoalDraft; path: (string | number)[] }[] {
  return goals.flatMap((goal, at) => [
    { goal, path: [...under, at] },
    ...goalsWithPath(goal.goals, [...under, at, 'goals']),
  ]);
}
