import { z } from 'zod';
import { actingAsSystem, type ViewerContext } from '#access';
import { governance } from '#governance';
import { type Finding, inNumber } from '#kernel/findings.ts';
import { Id } from '#kernel/ids.ts';
import { err, ok, type Result } from '#kernel/result.ts';
import { addOrganisation, organisationsOfAllTimes } from '#networks';
import { importProgrammeDraft } from '#programmes';
import { takeDraft } from '#projects';
import { defineUseCase } from '#use-case';
import { keepRows, marksUnder, type Root, type RowsKept } from '../db/came.db.ts';
import { choicesOf } from '../db/choices.db.ts';
import { type Came, noteImport, type Undoing, undoingOf } from '../db/documents.db.ts';
import { rightOf } from '../db/set-right.db.ts';
import { asPeopleSay } from '../domain/set-right.ts';
import { isTruncated } from '../domain/truncation.ts';
import { type Drafted, draftsOf } from '../mapping/drafts.ts';
import { mayWriteIn, worksHere } from '../policies.ts';
import { openingRefusals, openText } from '../read-text.ts';
import { noPersonalData } from './documents.ts';

/** What a room says of a draft: what would come or came of it, and what it finds in it. */
export interface Received {
  room: Drafted['room'];
  name: string;
  outcome: Came['outcome'];
  /** Absent in a dry run of something new. */
  id: string | undefined;
  findings: Finding[];
  /** The topmost row that it made; the room's own thing when nothing above it is new. */
  made?: Root | undefined;
}

type ReceiveRefusal = {
  code: 'item-differs' | 'no-organisation' | 'not-own-project';
  details?: Record<string, unknown>;
};

/** The name by which a draft is known to people. */
export function nameOf(drafted: Drafted): string {
  if (drafted.room === 'projects') return drafted.draft.name.value;
  if (drafted.room === 'programmes') return drafted.draft.name;
  const { section, heading } = drafted.draft;
  return section === undefined ? heading.value : `§ ${section.value} ${heading.value}`;
}

/** Hands a draft to its room. With `dryRun` the room only looks. */
export async function receive(
  context: ViewerContext,
  drafted: Drafted,
  options: { dryRun: boolean; fileName: string; organisationId?: string | undefined },
): Promise<Result<Received, ReceiveRefusal>> {
  const { dryRun, fileName, organisationId } = options;
  const base = { room: drafted.room, name: nameOf(drafted) };
  if (drafted.room === 'projects') {
    const { outcome, projectId, findings } = await takeDraft(context, drafted.draft, { dryRun });
    if (outcome === 'not-own-project') return err({ code: outcome });
    return ok({ ...base, outcome, id: projectId, findings });
  }
  if (drafted.room === 'governance') {
    const taken = await governance.importBoardItem.run(context, { draft: drafted.draft, dryRun });
    if (!taken.ok) return err({ code: 'item-differs', details: { ...taken.error.details } });
    const { itemId, alreadyThere, findings, made } = taken.value;
    return ok({ ...base, outcome: alreadyThere ? 'unchanged' : 'new', id: itemId, findings, made });
  }
  const taken = await importProgrammeDraft(context, drafted.draft, {
    dryRun,
    source: fileName,
    organisationId:
      organisationId ?? context.viewer.organisationId ?? (await keeperOf(context, drafted, dryRun)),
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
  context: ViewerContext,
  drafted: Extract<Drafted, { room: 'programmes' }>,
  dryRun: boolean,
): Promise<string | undefined> {
  if (context.viewer.role !== 'system') return undefined;
  const known = (await organisationsOfAllTimes(context)).filter(
    ({ validTo }) => validTo === undefined || validTo >= context.today,
  );
  const services = known.find(({ kind }) => kind === 'employment-services') ?? known[0];
  if (services || dryRun) return services?.id;
  const { name, board } = drafted.draft;
  return addOrganisation(context, { kind: 'employment-services', names: { fi: board?.name ?? name } });
}

/** The same finding of many parts is told once, with how many there are (F-16: 18 measures without an indicator). */
function counted(findings: readonly Finding[]): Finding[] {
  const byCode = new Map<string, Finding[]>();
  for (const finding of findings) byCode.set(finding.code, [...(byCode.get(finding.code) ?? []), finding]);
  return [...byCode.values()].map(([first, ...more]) =>
    more.length === 0 ? first! : { ...first!, computed: inNumber(more.length + 1) },
  );
}

const tables = {
  projects: 'projects.project',
  governance: 'governance.item',
  programmes: 'programmes.programme',
} as const satisfies Record<Drafted['room'], Root['table']>;

/** What stands there before a document changes it; undefined when what comes is new. */
async function standing(
  context: ViewerContext,
  drafted: Drafted,
  fileName: string,
): Promise<RowsKept | undefined> {
  if (drafted.room === 'governance') return undefined;
  return actingAsSystem(
    context,
    'what stands there before the import, so that it can be undone',
    async (system) => {
      const looked = await receive(system, drafted, { dryRun: true, fileName });
      if (!looked.ok || looked.value.outcome !== 'new-version' || looked.value.id === undefined)
        return undefined;
      return keepRows(system.db, { table: tables[drafted.room], id: looked.value.id });
    },
  );
}

/** Marks of what the import left, by which one sees later whether anything was built on it. */
const markedNow = (context: ViewerContext, made: readonly Omit<Undoing, 'marks'>[]): Promise<Undoing[]> =>
  actingAsSystem(context, 'marks of what came, so that its import can be undone', async (system) => {
    const marked: Undoing[] = [];
    for (const row of made) marked.push({ ...row, marks: await marksUnder(system.db, row.root) });
    return marked;
  });

/**
 * Brings a document in: each of its drafts to its room, all or nothing. The same document again changes nothing and says
 * so. What the viewer may not keep is left for the one who may.
 */
export const importDocument = defineUseCase({
  name: 'intake.import-document',
  purpose: 'steering',
  input: z.object({ documentId: Id, organisationId: Id.optional(), partial: z.boolean().default(false) }),
  policy: worksHere,
  audit: noPersonalData,
  refusals: [
    ...openingRefusals,
    'kind-not-known',
    'nothing-to-import',
    'document-cut',
    'item-differs',
    'no-organisation',
    'other-role',
    'not-own-project',
  ],
  beforehand: ({ documentId }, look) => openText(look, documentId),
  async run(context, { documentId, organisationId, partial }, { document: found, content, whole }) {
    const { kind } = whole;
    if (kind === undefined || whole.reading === undefined) return err({ code: 'kind-not-known' });
    const reading = asPeopleSay(
      whole.reading,
      content,
      await choicesOf(context, documentId),
      await rightOf(context, documentId),
    );
    const { drafts } = draftsOf(reading, found.fileName);
    if (drafts.length === 0) return err({ code: 'nothing-to-import' });
    if (isTruncated(reading) && !partial) return err({ code: 'document-cut', field: 'partial' });
    const mine = drafts.filter((drafted) => mayWriteIn(drafted.room, context.viewer.role));
    if (mine.length === 0) return err({ code: 'other-role' });
    const came: Came[] = [];
    const made: { name: string; root: Root; before?: RowsKept }[] = [];
    for (const drafted of mine) {
      const before = await standing(context, drafted, found.fileName);
      const received = await receive(context, drafted, {
        dryRun: false,
        fileName: found.fileName,
        organisationId,
      });
      // A project of another organisation is left for those who answer for it.
      if (!received.ok && received.error.code === 'not-own-project' && mine.length > 1) continue;
      if (!received.ok) return err(received.error);
      const { room, id, outcome, name } = received.value;
      if (id !== undefined) came.push({ room, id, outcome, name });
      if (id === undefined || outcome === 'unchanged') continue;
      const root = received.value.made ?? { table: tables[room], id };
      made.push({ name, root, ...(before ? { before } : {}) });
    }
    const others = found.came.filter(
      ({ room, id }) => !came.some((row) => row.room === room && row.id === id),
    );
    // A version of what this very document made is undone with it.
    const earlier = await undoingOf(context, documentId);
    const added = made.filter(({ root }) => !earlier.some((row) => row.root.id === root.id));
    const undoing = await markedNow(context, [...earlier, ...added]);
    await noteImport(context, documentId, kind, [...others, ...came], undoing);
    return ok({
      came,
      changed: came.some(({ outcome }) => outcome !== 'unchanged'),
      left: drafts.length - came.length,
    });
  },
});
