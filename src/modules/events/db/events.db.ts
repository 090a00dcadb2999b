import { sql } from 'kysely';
import type { ViewerContext } from '#access';
import { addRow, dropRows, setRows } from '#db/table-rows.ts';
import type { Day } from '#kernel/days.ts';
import { newId } from '#kernel/ids.ts';
import type { LocalisedText } from '#kernel/localised.ts';
import type { TargetGroupCode } from '#kernel/target-groups.ts';
import type { CostKind, EventKind, EventLanguage, EventState } from '../domain/codes.ts';
import type { CostLine } from '../domain/summary.ts';

/** What organisers say of an event. */
export interface EventPlan {
  names: LocalisedText;
  kind: EventKind;
  heldOn: Day;
  startsAt?: string | undefined;
  endsAt?: string | undefined;
  municipalityCode?: string | undefined;
  place?: string | undefined;
  link?: string | undefined;
  accessNote?: string | undefined;
  languages: EventLanguage[];
  targetGroups: TargetGroupCode[];
  organiserId?: string | undefined;
  projectId?: string | undefined;
  workPackage?: string | undefined;
  followsId?: string | undefined;
}

export interface KeptEvent extends EventPlan {
  eventId: string;
  state: EventState;
  visitors?: number | undefined;
  lessons?: string | undefined;
  changes?: string | undefined;
}

/** Events, the latest day first; with an id that one alone. */
export async function listEvents(context: ViewerContext, eventId?: string): Promise<KeptEvent[]> {
  const rows = await context.db
    .selectFrom('events.event')
    .selectAll()
    .$if(eventId !== undefined, (query) => query.where('id', '=', eventId!))
    .orderBy('held_on', 'desc')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    eventId: row.id,
    names: row.names as LocalisedText,
    kind: row.kind as EventKind,
    state: row.state as EventState,
    heldOn: row.held_on,
    startsAt: row.starts_at ?? undefined,
    endsAt: row.ends_at ?? undefined,
    municipalityCode: row.municipality_code ?? undefined,
    place: row.place ?? undefined,
    link: row.link ?? undefined,
    accessNote: row.access_note ?? undefined,
    languages: row.languages as EventLanguage[],
    targetGroups: row.target_groups as TargetGroupCode[],
    organiserId: row.organiser_id ?? undefined,
    projectId: row.project_id ?? undefined,
    workPackage: row.work_package ?? undefined,
    followsId: row.follows_id ?? undefined,
    visitors: row.visitors ?? undefined,
    lessons: row.lessons ?? undefined,
    changes: row.changes ?? undefined,
  }));
}

/** One event, or undefined. */
export async function findEvent(context: ViewerContext, eventId: string): Promise<KeptEvent | undefined> {
  return (await listEvents(context, eventId))[0];
}

const columnsOf = (plan: EventPlan) => ({
  names: JSON.stringify(plan.names),
  kind: plan.kind,
  held_on: plan.heldOn,
  starts_at: plan.startsAt ?? null,
  ends_at: plan.endsAt ?? null,
  municipality_code: plan.municipalityCode ?? null,
  place: plan.place ?? null,
  link: plan.link ?? null,
  access_note: plan.accessNote ?? null,
  languages: plan.languages,
  target_groups: plan.targetGroups,
  organiser_id: plan.organiserId ?? null,
  project_id: plan.projectId ?? null,
  work_package: plan.workPackage ?? null,
  follows_id: plan.followsId ?? null,
});

/** The end of the event's day in Finland. */
const endOf = (day: Day) => sql<string>`(${day}::date + 1)::timestamp at time zone 'Europe/Helsinki'`;

/** Adds an event; it takes no profiles, because nobody has consented to it yet. */
export async function addEvent(context: ViewerContext, plan: EventPlan): Promise<string> {
  return addRow(context.db, 'events.event', {
    ...columnsOf(plan),
    closes_at: endOf(plan.heldOn),
    takes_profiles: false,
  });
}

/** Changes an event. One that takes profiles closes when it was promised to: its consents do not grow longer. */
export async function changeEvent(context: ViewerContext, eventId: string, plan: EventPlan): Promise<void> {
  await setRows(context.db, 'events.event', eventId, {
    ...columnsOf(plan),
    closes_at: sql<string>`case when takes_profiles then least(closes_at, ${endOf(plan.heldOn)}) else ${endOf(plan.heldOn)} end`,
  });
}

/** Moves an event to a state; one that is cancelled closes now, and with it every consent given to it. */
export async function setState(context: ViewerContext, eventId: string, state: EventState): Promise<void> {
  await setRows(context.db, 'events.event', eventId, {
    state,
    ...(state === 'cancelled'
      ? { closes_at: sql<string>`least(closes_at, ${context.now.toISOString()}::timestamptz)` }
      : {}),
  });
}

/** Keeps what came of an event. */
export async function setAftermath(
  context: ViewerContext,
  eventId: string,
  told: { visitors: number | undefined; lessons: string | undefined; changes: string | undefined },
): Promise<void> {
  await setRows(context.db, 'events.event', eventId, {
    visitors: told.visitors ?? null,
    lessons: told.lessons ?? null,
    changes: told.changes ?? null,
  });
}

/** Lines of money of these events, open to those who read money. */
export async function listCosts(
  context: ViewerContext,
  eventIds: readonly string[],
): Promise<Map<string, CostLine[]>> {
  if (eventIds.length === 0) return new Map();
  const rows = await context.db
    .selectFrom('events.cost')
    .selectAll()
    .where('event_id', 'in', [...eventIds])
    .orderBy('position')
    .execute();
  return Map.groupBy(
    rows.map((row) => ({
      eventId: row.event_id,
      kind: row.kind as CostKind,
      label: row.label ?? undefined,
      plannedCents: row.planned_cents ?? undefined,
      usedCents: row.used_cents ?? undefined,
    })),
    ({ eventId }) => eventId,
  );
}

/** Writes the lines of an event's money anew. */
export async function setCosts(
  context: ViewerContext,
  eventId: string,
  lines: readonly CostLine[],
): Promise<void> {
  await dropRows(context.db, 'events.cost', { event_id: eventId });
  if (lines.length > 0)
    await context.db
      .insertInto('events.cost')
      .values(
        lines.map((line, at) => ({
          id: newId(),
          event_id: eventId,
          position: at + 1,
          kind: line.kind,
          label: line.label ?? null,
          planned_cents: line.plannedCents ?? null,
          used_cents: line.usedCents ?? null,
        })),
      )
      .execute();
}
