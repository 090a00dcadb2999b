import { z } from 'zod';
import { actingAsSystem, type ViewerContext } from '#access';
import type { Finding } from '#kernel/findings.ts';
import { Id } from '#kernel/ids.ts';
import { ok } from '#kernel/result.ts';
import { mayWriteProject } from '#projects';
import { defineUseCase } from '#use-case';
import { choicesOf } from '../db/choices.db.ts';
import { type BroughtDocument, type Came, type Undone, undoingOf, undoneOf } from '../db/documents.db.ts';
import { keepReading } from '../db/readings.db.ts';
import { rightOf } from '../db/set-right.db.ts';
import { lackingIn } from '../domain/lacking.ts';
import { mattersOf, type ReadDocument, type ReadFinding } from '../domain/reading.ts';
import type { Recognition } from '../domain/recognise.ts';
import { asPeopleSay, type SetRight } from '../domain/set-right.ts';
import { isTruncated } from '../domain/truncation.ts';
import { allFindings } from '../finding-numbers.ts';
import { type Drafted, draftsOf, type Lack } from '../mapping/drafts.ts';
import { mayWriteIn, worksHere } from '../policies.ts';
import { openingRefusals, openText, readerMark } from '../read-text.ts';
import { noPersonalData } from './documents.ts';
import { nameOf, type Received, receive } from './import-document.ts';
import { type BuiltOn, builtOn, mayUndo } from './undo-import.ts';

/** What a document would become, or why not. */
export interface Prospect {
  room: Drafted['room'];
  name: string;
  /** Absent when the room would refuse it or the viewer may not keep it there. */
  outcome: Came['outcome'] | undefined;
  id: string | undefined;
  /** A code with words under `refusals`. */
  hindrance: 'item-differs' | 'no-organisation' | 'not-own-project' | 'other-role' | undefined;
}

export interface DocumentReport {
  document: BroughtDocument;
  recognition: Recognition;
  reading: ReadDocument | undefined;
  findings: ReadFinding[];
  prospects: Prospect[];
  lacks: Lack[];
  /** The document seems to end in the middle: it is brought in only when somebody says that this is all of it. */
  cut: boolean;
  /** Imports of it that were undone, the latest first. */
  undone: Undone[];
  /** What was built on what came of it: then its import cannot be undone. */
  built: BuiltOn[];
  /** What people set right, in the order in which they said it. */
  said: SetRight[];
  actions: { import: boolean; choose: boolean; discard: boolean; setRight: boolean; undo: boolean };
}

/** The report of a document: every value beside its line, what was not understood, findings, and what it would become. */
export const openDocument = defineUseCase({
  name: 'intake.open-document',
  purpose: 'steering',
  input: z.object({ documentId: Id }),
  policy: worksHere,
  audit: noPersonalData,
  refusals: openingRefusals,
  beforehand: ({ documentId }, look) => openText(look, documentId),
  async run(context, { documentId }, { document, content, whole, fresh }) {
    const { recognition } = whole;
    if (fresh) await keepReading(context, documentId, readerMark(), whole);
    const open = document.importedAt === undefined;
    if (whole.reading === undefined) {
      const report: DocumentReport = {
        document,
        recognition,
        reading: undefined,
        findings: [],
        prospects: [],
        lacks: [],
        cut: false,
        said: [],
        undone: [],
        built: [],
        actions: { import: false, choose: true, discard: open, setRight: false, undo: false },
      };
      return ok(report);
    }
    const said = await rightOf(context, documentId);
    const reading = asPeopleSay(whole.reading, content, await choicesOf(context, documentId), said);
    const { drafts, lacks } = draftsOf(reading, document.fileName);
    const undoing = open ? [] : await undoingOf(context, documentId);
    const built = await actingAsSystem(context, 'has anything been built on the import', (system) =>
      builtOn(system, undoing),
    );
    const looked = await actingAsSystem(
      context,
      'what the rooms would say, without keeping anything',
      (system) => lookAhead(system, context, drafts, document.fileName),
    );
    const report: DocumentReport = {
      document,
      recognition,
      reading,
      findings: allFindings(
        [...lackingIn(reading), ...mattersOf(reading).flatMap((matter) => matter.findings)],
        looked.flatMap(({ drafted, received }) => ofItem(drafted, received?.findings ?? [])),
      ),
      prospects: looked.map(({ prospect }) => prospect),
      lacks,
      cut: isTruncated(reading),
      said,
      undone: await undoneOf(context, documentId),
      built,
      actions: {
        import: looked.some(({ prospect }) => prospect.outcome !== undefined),
        choose: open,
        discard: open,
        setRight: open,
        undo: undoing.length > 0 && built.length === 0 && (await mayUndo(context, document.came)),
      },
    };
    return ok(report);
  },
});

/** What a room finds of a whole item stands at the line where the item begins. */
const ofItem = (drafted: Drafted, findings: readonly Finding[]): Finding[] =>
  findings.map((finding) =>
    finding.source === undefined && drafted.room === 'governance' && drafted.draft.section
      ? { ...finding, source: `:${drafted.draft.section.line}` }
      : finding,
  );

async function lookAhead(
  system: ViewerContext,
  viewer: ViewerContext,
  drafts: readonly Drafted[],
  fileName: string,
) {
  const looked: { drafted: Drafted; prospect: Prospect; received: Received | undefined }[] = [];
  for (const drafted of drafts) {
    const options = { dryRun: true, fileName, organisationId: viewer.viewer.organisationId };
    const result = await receive(system, drafted, options);
    const received = result.ok ? result.value : undefined;
    const role = mayWriteIn(drafted.room, viewer.viewer.role);
    const own =
      drafted.room !== 'projects' ||
      viewer.viewer.role === 'system' ||
      received?.id === undefined ||
      received.outcome === 'unchanged' ||
      (await mayWriteProject(viewer, received.id));
    const permitted = role && own;
    looked.push({
      drafted,
      received,
      prospect: {
        room: drafted.room,
        name: nameOf(drafted),
        outcome: permitted ? received?.outcome : undefined,
        id: received?.id,
        hindrance: result.ok
          ? permitted
            ? undefined
            : role
              ? 'not-own-project'
              : 'other-role'
          : result.error.code,
      },
    });
  }
  return looked;
}
