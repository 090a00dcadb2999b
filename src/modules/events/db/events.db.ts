import { sql } from 'kysely';
import type { Handle } from '#access';
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
export async function listEvents(handle: Handle, eventId?: string): Promise<KeptEvent[]> {
  const rows = await handle.db
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
export async function findEvent(handle: Handle, eventId: string): Promise<KeptEvent | undefined> {
  return (await listEvents(handle, eventId))[0];
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
export async function addEvent(handle: Handle, plan: EventPlan): Promise<string> {
  const id = newId();
  await handle.db
    .insertInto('events.event')
    .values({ id, ...columnsOf(plan), closes_at: endOf(plan.heldOn), takes_profiles: false })
    .execute();
  return id;
}

/** Changes an event. One that takes profiles closes when it was promised to: its consents do not grow longer. */
export async function changeEvent(handle: Handle, eventId: string, plan: EventPlan): Promise<void> {
  await handle.db
    .updateTable('events.event')
    .set({
      ...columnsOf(plan),
      closes_at: sql<string>`case when takes_profiles then least(closes_at, ${endOf(plan.heldOn)}) else ${endOf(plan.heldOn)} end`,
    })
    .where('id', '=', eventId)
    .execute();
}

/** Moves an event to a state; one that is cancelled closes now, and with it every consent given to it. */
export async function setState(handle: Handle, eventId: string, state: EventState): Promise<void> {
  await handle.db
    .updateTable('events.event')
    .set({
      state,
      ...(state === 'cancelled'
        ? { closes_at: sql<string>`least(closes_at, ${handle.now.toISOString()}::timestamptz)` }
        : {}),
    })
    .where('id', '=', eventId)
    .execute();
}

/** Keeps what came of an event. */
export async function setAftermath(
  handle: Handle,
  eventId: string,
  told: { visitors: number | undefined; lessons: string | undefined; changes: string | undefined },
): Promise<void> {
  await handle.db
    .updateTable('events.event')
    .set({ visitors: told.visitors ?? null, lessons: told.lessons ?? null, changes: told.changes ?? null })
    .where('id', '=', eventId)
    .execute();
}

/** Lines of money of these events, open to those who read money. */
export async function listCosts(
  handle: Handle,
  eventIds: readonly string[],
): Promise<Map<string, CostLine[]>> {
  if (eventIds.length === 0) return new Map();
  const rows = await handle.db
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
export async function setCosts(handle: Handle, eventId: string, lines: readonly CostLine[]): Promise<void> {
  await handle.db.deleteFrom('events.cost').where('event_id', '=', eventId).execute();
  if (lines.length > 0)
    await handle.db
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
