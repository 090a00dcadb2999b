import { allGoals, type Goal, type Indicator, type Measure, type ProgrammeContent } from './content.ts';
import type { PartKind } from './identity.ts';

/** One difference between two versions: what came, what went, what is said otherwise. */
export interface PartChange {
  kind: PartKind | 'programme';
  change: 'added' | 'removed' | 'changed';
  title: string;
  /** For `changed`: which parts of it, with their words before and after; an absent value is ''. */
  fields: { field: string; before: string; after: string }[];
}

type Fields = Record<string, string>;

/** What differs from one version to the next, in the order of the later one; what went comes last. */
export function changesBetween(before: ProgrammeContent, after: ProgrammeContent): PartChange[] {
  const changes: PartChange[] = [];
  const own = changedFields(programmeFields(before), programmeFields(after));
  if (own.length > 0) changes.push({ kind: 'programme', change: 'changed', title: after.name, fields: own });
  const former = new Map(describe(before).map((part) => [part.id, part]));
  for (const part of describe(after)) {
    const was = former.get(part.id);
    former.delete(part.id);
    if (!was) changes.push({ kind: part.kind, change: 'added', title: part.title, fields: [] });
    else {
      const fields = changedFields(was.fields, part.fields);
      if (fields.length > 0) changes.push({ kind: part.kind, change: 'changed', title: part.title, fields });
    }
  }
  for (const gone of former.values())
    changes.push({ kind: gone.kind, change: 'removed', title: gone.title, fields: [] });
  return changes;
}

function changedFields(before: Fields, after: Fields): PartChange['fields'] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .map((field) => ({ field, before: before[field] ?? '', after: after[field] ?? '' }))
    .filter((row) => row.before !== row.after);
}

function describe(content: ProgrammeContent) {
  const goals = allGoals(content.goals);
  const parentOf = new Map(goals.flatMap((goal) => goal.goals.map((child) => [child.id, goal.title])));
  return [
    ...content.themes.map((theme) => ({
      id: theme.id,
      kind: 'theme' as const,
      title: theme.title,
      fields: { title: theme.title, effects: theme.effects.join('\n') },
    })),
    ...goals.flatMap((goal) => [
      { id: goal.id, kind: 'goal' as const, title: goal.title, fields: goalFields(goal, parentOf) },
      ...goal.indicators.map(indicatorPart),
      ...goal.measures.flatMap((measure) => [
        {
          id: measure.id,
          kind: 'measure' as const,
          title: measure.title,
          fields: measureFields(measure, goal),
        },
        ...measure.indicators.map(indicatorPart),
      ]),
    ]),
    ...content.coordinators.map((coordinator) => ({
      id: coordinator.id,
      kind: 'coordinator' as const,
      title: coordinator.name,
      fields: { title: coordinator.name, organisation: coordinator.organisationId ?? '' },
    })),
  ];
}

const programmeFields = (content: ProgrammeContent): Fields => ({
  name: content.name,
  validFrom: content.validFrom,
  validTo: content.validTo ?? '',
  reviewOn: content.reviewOn ?? '',
  municipalities: content.municipalities.join(' '),
  purpose: content.purpose.join('\n'),
  chapters: content.chapters.map(({ number, title }) => [number, title].filter(Boolean).join(' ')).join('\n'),
  board: content.board?.name ?? '',
  body: content.board?.body?.name ?? '',
  members: (content.board?.members ?? [])
    .map(({ name, role }) => [name, role].filter(Boolean).join(', '))
    .join('\n'),
  appointedBy: content.board?.appointedBy ?? '',
  preparer: content.board?.preparer ?? '',
  approval: content.approval
    ? [content.approval.body, content.approval.reference, content.approval.decidedOn]
        .filter(Boolean)
        .join(', ')
    : '',
  milestones: content.milestones.map(({ on, title }) => `${on} ${title}`).join('\n'),
});

const goalFields = (goal: Goal, parentOf: ReadonlyMap<string, string>): Fields => ({
  title: goal.title,
  description: goal.description ?? '',
  theme: goal.theme ?? '',
  under: parentOf.get(goal.id) ?? '',
  coordinators: goal.coordinators.join(', '),
});

const measureFields = (measure: Measure, goal: Goal): Fields => ({
  title: measure.title,
  description: measure.description ?? '',
  goal: goal.title,
  years: measure.years.join(', '),
  coordinators: measure.coordinators.join(', '),
  municipalities: measure.municipalities.join(' '),
  parts: measure.parts.map(({ title }) => title).join('\n'),
});

const indicatorPart = (row: Indicator) => ({
  id: row.id,
  kind: 'indicator' as const,
  title: row.name,
  fields: {
    title: row.name,
    unit: row.unit ?? '',
    baseline: row.baseline === undefined ? '' : String(row.baseline),
    baselineOn: row.baselineOn ?? '',
    target: row.target === undefined ? '' : `${row.qualifier ? `${row.qualifier} ` : ''}${row.target}`,
    targetOn: row.targetOn ?? '',
    source: row.source ?? '',
    fact: row.fact ? JSON.stringify(row.fact) : '',
  },
});
