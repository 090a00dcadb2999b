import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { ViewerContext } from '#access';
import { Id } from '#kernel/ids.ts';
import { letters, nameKey } from '#kernel/letters.ts';
import { err, ok, type Result } from '#kernel/result.ts';
import { organisationsOfAllTimes } from '#networks';
import { defineUseCase } from '#use-case';
import { addProgramme, addVersion, findByDraftHash, lastVersions } from '../db/programmes.db.ts';
import { checkProgramme, type ProgrammeFinding } from '../domain/check.ts';
import { countParts, type PartCounts, type ProgrammeContent } from '../domain/content.ts';
import { ProgrammeDraft } from '../domain/draft.ts';
import { withCoordinators, withIds } from '../domain/identity.ts';
import { periodOf, reportPeriod } from '../domain/periods.ts';
import { beginsProgrammes } from '../policies.ts';

export interface ImportedProgramme {
  /** Absent in a dry run of a programme that is not there yet. */
  programmeId?: string;
  /** The same draft again changes nothing; another draft of the same programme becomes its next version. */
  outcome: 'new' | 'new-version' | 'unchanged';
  dryRun: boolean;
  counts: PartCounts;
  findings: ProgrammeFinding[];
  /** Coordinators as one list, and the organisation that each was found to be. */
  coordinators: { name: string; organisationId?: string | undefined }[];
}

export interface ImportOptions {
  dryRun?: boolean;
  /** Whose programme it becomes; the viewer's own organisation when not said. */
  organisationId?: string | undefined;
  /** File name or document key, for "where was this read". */
  source?: string | undefined;
}

/**
 * Loads a programme that was read from a document. A dry run tells what would happen and changes nothing. Repeatable:
 * the content of a draft decides, not its file name; a draft that was loaded before changes nothing, also when the
 * programme has since been edited by hand.
 */
export async function importProgrammeDraft(
  context: ViewerContext,
  input: ProgrammeDraft,
  { dryRun = false, organisationId = context.viewer.organisationId, source }: ImportOptions = {},
): Promise<Result<ImportedProgramme, { code: 'no-organisation' }>> {
  const draft = await withOrganisations(context, withCoordinators(input));
  const hash = hashOf(input);
  const base = {
    dryRun,
    counts: countParts(draft),
    findings: checkProgramme(draft, context.today),
    coordinators: draft.coordinators.map(({ name, organisationId: found }) => ({
      name,
      organisationId: found,
    })),
  };
  const loaded = await findByDraftHash(context, hash);
  if (loaded) return ok({ ...base, outcome: 'unchanged' as const, programmeId: loaded.programmeId });
  const former = (await lastVersions(context)).find(
    ({ content }) => content.kind === draft.kind && nameKey(content.name) === nameKey(draft.name),
  );
  const outcome = former ? ('new-version' as const) : ('new' as const);
  if (dryRun) return ok({ ...base, outcome, ...(former ? { programmeId: former.programmeId } : {}) });
  if (!former && organisationId === undefined) return err({ code: 'no-organisation' });
  const programmeId =
    former?.programmeId ??
    (await addProgramme(context, {
      kind: draft.kind,
      organisationId: organisationId!,
      reportsFrom: draft.reporting === 'half-year' ? reportPeriod(periodOf(context.today)).from : undefined,
    }));
  const content: ProgrammeContent = withChoices(withIds(draft, former?.content), former?.content);
  await addVersion(context, {
    programmeId,
    number: (former?.number ?? 0) + 1,
    inForceFrom: former
      ? [context.today, former.inForceFrom].reduce((a, b) => (a > b ? a : b))
      : draft.validFrom,
    content,
    draftHash: hash,
    source,
  });
  return ok({ ...base, outcome, programmeId });
}

/** What was chosen by hand before (the body, the decision) is no document's to take away; printed words are the file's. */
function withChoices(content: ProgrammeContent, before: ProgrammeContent | undefined): ProgrammeContent {
  const body = content.board?.body ?? before?.board?.body;
  const approval = content.approval ?? before?.approval;
  return {
    ...content,
    ...(content.board && body ? { board: { ...content.board, body } } : {}),
    ...(approval ? { approval } : {}),
  };
}

/** SHA-256 of what a draft says; where it stood in the file does not matter. */
export function hashOf(draft: ProgrammeDraft): string {
  const said = JSON.stringify(draft, (key, value: unknown) => {
    if (key === 'line' || key === 'raw') return undefined;
    if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
    return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
  return createHash('sha256').update(said).digest('hex');
}

/** Coordinators and members of the board that are known in the network by their printed name, also those that have ended. */
async function withOrganisations(context: ViewerContext, draft: ProgrammeDraft): Promise<ProgrammeDraft> {
  const byName = new Map<string, string>();
  for (const one of await organisationsOfAllTimes(context))
    for (const name of Object.values(one.names)) if (name) byName.set(letters(name), one.id);
  const known = <T extends { name: string; organisationId?: string | undefined }>(one: T): T => {
    const found = one.organisationId ?? byName.get(letters(one.name));
    return found === undefined ? one : { ...one, organisationId: found };
  };
  return {
    ...draft,
    coordinators: draft.coordinators.map(known),
    ...(draft.board ? { board: { ...draft.board, members: draft.board.members.map(known) } } : {}),
  };
}

/** The door for a reader of files: dry run, then the same again to keep. */
export const importProgramme = defineUseCase({
  name: 'programmes.import',
  purpose: 'steering',
  input: z.object({
    draft: ProgrammeDraft,
    dryRun: z.boolean().default(false),
    organisationId: Id.optional(),
    source: z.string().max(300).optional(),
  }),
  policy: beginsProgrammes,
  audit: { kind: 'none', why: 'a programme and its promises, nobody’s data' },
  refusals: ['no-organisation'],
  run: (context, { draft, ...options }) => importProgrammeDraft(context, draft, options),
});
