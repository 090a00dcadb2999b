import type { ViewerContext } from '#access';
import { addRow, findRow } from '#db/table-rows.ts';
import type { Day } from '#kernel/days.ts';
import type { ProgrammeContent } from '../domain/content.ts';
import type { ProgrammeKind } from '../domain/draft.ts';
import { partsOf } from '../domain/identity.ts';

export interface Programme {
  programmeId: string;
  kind: ProgrammeKind;
  organisationId: string;
  /** First day of the half-year from which the coordinators report. */
  reportsFrom: Day | undefined;
}

/** A version as it was agreed; in force from its day until the next one's. */
export interface Version {
  versionId: string;
  programmeId: string;
  number: number;
  inForceFrom: Day;
  recordedOn: Day;
  reason: string | undefined;
  content: ProgrammeContent;
}

export async function listProgrammes(context: ViewerContext): Promise<Programme[]> {
  const rows = await context.db.selectFrom('programmes.programme').selectAll().orderBy('id').execute();
  return rows.map(toProgramme);
}

export async function findProgramme(
  context: ViewerContext,
  programmeId: string,
): Promise<Programme | undefined> {
  const row = await findRow(context.db, 'programmes.programme', programmeId, 'all');
  return row && toProgramme(row);
}

function toProgramme(row: {
  id: string;
  kind: string;
  organisation_id: string;
  reports_from: string | null;
}): Programme {
  return {
    programmeId: row.id,
    kind: row.kind as ProgrammeKind,
    organisationId: row.organisation_id,
    reportsFrom: row.reports_from ?? undefined,
  };
}

/** All versions of a programme, the first one first. */
export async function listVersions(context: ViewerContext, programmeId: string): Promise<Version[]> {
  const rows = await context.db
    .selectFrom('programmes.version')
    .selectAll()
    .where('programme_id', '=', programmeId)
    .orderBy('number')
    .execute();
  return rows.map(toVersion);
}

/**
 * The version in force on a day: the last one whose day has come by then. Before the first there is none. Of two that
 * begin on the same day the later number counts.
 */
export async function findVersionOn(
  context: ViewerContext,
  programmeId: string,
  day: Day,
): Promise<Version | undefined> {
  const row = await context.db
    .selectFrom('programmes.version')
    .selectAll()
    .where('programme_id', '=', programmeId)
    .where('in_force_from', '<=', day)
    .orderBy('in_force_from', 'desc')
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && toVersion(row);
}

/** Was this very draft loaded before, into any programme? */
export async function findByDraftHash(
  context: ViewerContext,
  hash: string,
): Promise<{ programmeId: string } | undefined> {
  const row = await findRow(context.db, 'programmes.version', { draft_hash: hash }, ['programme_id']);
  return row && { programmeId: row.programme_id };
}

/** The last version of every programme. */
export async function lastVersions(context: ViewerContext): Promise<Version[]> {
  const rows = await context.db
    .selectFrom('programmes.version')
    .selectAll()
    .distinctOn('programme_id')
    .orderBy('programme_id')
    .orderBy('number', 'desc')
    .execute();
  return rows.map(toVersion);
}

function toVersion(row: {
  id: string;
  programme_id: string;
  number: number;
  in_force_from: string;
  recorded_on: string;
  reason: string | null;
  content: unknown;
}): Version {
  return {
    versionId: row.id,
    programmeId: row.programme_id,
    number: row.number,
    inForceFrom: row.in_force_from,
    recordedOn: row.recorded_on,
    reason: row.reason ?? undefined,
    content: row.content as ProgrammeContent,
  };
}

export async function addProgramme(
  context: ViewerContext,
  programme: { kind: ProgrammeKind; organisationId: string; reportsFrom: Day | undefined },
): Promise<string> {
  return addRow(context.db, 'programmes.programme', {
    kind: programme.kind,
    organisation_id: programme.organisationId,
    reports_from: programme.reportsFrom ?? null,
    created_at: context.now.toISOString(),
  });
}

/** Keeps a version with the identity of its new parts. */
export async function addVersion(
  context: ViewerContext,
  version: {
    programmeId: string;
    number: number;
    inForceFrom: Day;
    reason?: string | undefined;
    content: ProgrammeContent;
    draftHash?: string | undefined;
    source?: string | undefined;
  },
): Promise<string> {
  const parts = partsOf(version.content);
  if (parts.length > 0) {
    await context.db
      .insertInto('programmes.part')
      .values(parts.map(({ id, kind }) => ({ id, kind, programme_id: version.programmeId })))
      .onConflict((conflict) => conflict.column('id').doNothing())
      .execute();
  }
  return addRow(context.db, 'programmes.version', {
    programme_id: version.programmeId,
    number: version.number,
    in_force_from: version.inForceFrom,
    recorded_at: context.now.toISOString(),
    recorded_on: context.today,
    made_by: context.viewer.accountId ?? null,
    reason: version.reason ?? null,
    content: JSON.stringify(version.content),
    draft_hash: version.draftHash ?? null,
    source: version.source ?? null,
  });
}
