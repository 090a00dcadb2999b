import type { Handle } from '#access';
import { governance } from '#governance';
import { type Finding, inNumber } from '#kernel/findings.ts';
import { err, ok, type Result } from '#kernel/result.ts';
import { addOrganisation, organisationsOfAllTimes } from '#networks';
import { importProgrammeDraft } from '#programmes';
import { takeDraft } from '#projects';
import type { Came } from '../db/documents.db.ts';
import type { Drafted } from '../mapping/drafts.ts';

/** What a room says of a draft: what would come or came of it, and what it finds in it. */
export interface Received {
  room: Drafted['room'];
  name: string;
  outcome: Came['outcome'];
  /** Absent in a dry run of something new. */
  id: string | undefined;
  findings: Finding[];
}

export type ReceiveRefusal = { code: 'item-differs' | 'no-organisation'; details?: Record<string, unknown> };

/** The name by which a draft is known to people. */
export function nameOf(drafted: Drafted): string {
  if (drafted.room === 'projects') return drafted.draft.name.value;
  if (drafted.room === 'programmes') return drafted.draft.name;
  const { section, heading } = drafted.draft;
  return section === undefined ? heading.value : `§ ${section.value} ${heading.value}`;
}

/** Hands a draft to its room. With `dryRun` the room only looks. */
export async function receive(
  handle: Handle,
  drafted: Drafted,
  options: { dryRun: boolean; fileName: string; organisationId?: string | undefined },
): Promise<Result<Received, ReceiveRefusal>> {
  const { dryRun, fileName, organisationId } = options;
  const base = { room: drafted.room, name: nameOf(drafted) };
  if (drafted.room === 'projects') {
    const { outcome, projectId, findings } = await takeDraft(handle, drafted.draft, { dryRun });
    return ok({ ...base, outcome, id: projectId, findings });
  }
  if (drafted.room === 'governance') {
    const taken = await governance.importBoardItem.run(handle, { draft: drafted.draft, dryRun });
    if (!taken.ok) return err({ code: 'item-differs', details: { ...taken.error.details } });
    const { itemId, alreadyThere, findings } = taken.value;
    return ok({ ...base, outcome: alreadyThere ? 'unchanged' : 'new', id: itemId, findings });
  }
  const taken = await importProgrammeDraft(handle, drafted.draft, {
    dryRun,
    source: fileName,
    organisationId:
      organisationId ?? handle.viewer.organisationId ?? (await keeperOf(handle, drafted, dryRun)),
  });
  if (!taken.ok) return err({ code: 'no-organisation' });
  const { outcome, programmeId, findings } = taken.value;
  return ok({ ...base, outcome, id: programmeId, findings: counted(findings) });
}

/**
 * Whose a programme becomes when the house itself loads it: the employment services of the network; in a network that
 * nobody has entered yet, the steering body that the document names.
 */
async function keeperOf(
  handle: Handle,
  drafted: Extract<Drafted, { room: 'programmes' }>,
  dryRun: boolean,
): Promise<string | undefined> {
  if (handle.viewer.role !== 'system') return undefined;
  const known = (await organisationsOfAllTimes(handle)).filter(
    ({ validTo }) => validTo === undefined || validTo >= handle.today,
  );
  const services = known.find(({ kind }) => kind === 'employment-services') ?? known[0];
  if (services || dryRun) return services?.id;
  const { name, board } = drafted.draft;
  return addOrganisation(handle, { kind: 'employment-services', names: { fi: board?.name ?? name } });
}

/** The same finding of many parts is told once, with how many there are (F-16: 18 measures without an indicator). */
function counted(findings: readonly Finding[]): Finding[] {
  const byCode = new Map<string, Finding[]>();
  for (const finding of findings) byCode.set(finding.code, [...(byCode.get(finding.code) ?? []), finding]);
  return [...byCode.values()].map(([first, ...more]) =>
    more.length === 0 ? first! : { ...first!, computed: inNumber(more.length + 1) },
  );
}
