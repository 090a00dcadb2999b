import { z } from 'zod';
import { actingAsSystem, type Handle } from '#access';
import { cutPage, decodeCursor } from '#kernel/cursors.ts';
import type { Finding } from '#kernel/findings.ts';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { choicesOf } from '../db/choices.db.ts';
import {
  type BroughtDocument,
  type Came,
  findDocument,
  listDocuments,
  noteImport,
} from '../db/documents.db.ts';
import { withChoices } from '../domain/choices.ts';
import { isCut } from '../domain/cut.ts';
import { readDocument } from '../domain/read-document.ts';
import { mattersOf, type ReadDocument, type ReadFinding } from '../domain/reading.ts';
import { type Recognition, recognise } from '../domain/recognise.ts';
import { allFindings } from '../finding-numbers.ts';
import { type Drafted, draftsOf, type Lack } from '../mapping/drafts.ts';
import { mayKeep, worksHere } from '../policies.ts';
import { nobody } from './bring-document.ts';
import { nameOf, type Received, receive } from './receive.ts';

/** What a document would become, or why not. */
export interface Prospect {
  room: Drafted['room'];
  name: string;
  /** Absent when the room would refuse it or the viewer may not keep it there. */
  outcome: Came['outcome'] | undefined;
  id: string | undefined;
  /** A code with words under `refusals`. */
  hindrance: 'item-differs' | 'no-organisation' | 'other-role' | undefined;
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
  actions: { import: boolean; choose: boolean; discard: boolean };
}

/** The report of a document: every value beside its line, what was not understood, findings, and what it would become. */
export const openDocument = defineUseCase({
  name: 'intake.open-document',
  purpose: 'steering',
  input: z.object({ documentId: Id }),
  policy: worksHere,
  audit: nobody,
  refusals: ['not-found'],
  async run(handle, { documentId }) {
    const found = await findDocument(handle, { id: documentId });
    if (!found) return err({ code: 'not-found' });
    const { content, ...document } = found;
    const recognition = recognise(content);
    const open = document.importedAt === undefined;
    if (document.kind === undefined) {
      const report: DocumentReport = {
        document,
        recognition,
        reading: undefined,
        findings: [],
        prospects: [],
        lacks: [],
        cut: false,
        actions: { import: false, choose: true, discard: open },
      };
      return ok(report);
    }
    const choices = await choicesOf(handle, documentId);
    const reading = withChoices(readDocument(content, document.kind), choices);
    const { drafts, lacks } = draftsOf(reading, document.fileName);
    const looked = await actingAsSystem(
      handle,
      'what the rooms would say, without keeping anything',
      (house) => lookAhead(house, handle, drafts, document.fileName),
    );
    const report: DocumentReport = {
      document,
      recognition,
      reading,
      findings: allFindings(
        mattersOf(reading).flatMap((matter) => matter.findings),
        looked.flatMap(({ drafted, received }) => ofItem(drafted, received?.findings ?? [])),
      ),
      prospects: looked.map(({ prospect }) => prospect),
      lacks,
      cut: isCut(reading),
      actions: {
        import: looked.some(({ prospect }) => prospect.outcome !== undefined),
        choose: open,
        discard: open,
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

async function lookAhead(house: Handle, viewer: Handle, drafts: readonly Drafted[], fileName: string) {
  const looked: { drafted: Drafted; prospect: Prospect; received: Received | undefined }[] = [];
  for (const drafted of drafts) {
    const options = { dryRun: true, fileName, organisationId: viewer.viewer.organisationId };
    const result = await receive(house, drafted, options);
    const received = result.ok ? result.value : undefined;
    const permitted = mayKeep(drafted.room, viewer.viewer.role);
    looked.push({
      drafted,
      received,
      prospect: {
        room: drafted.room,
        name: nameOf(drafted),
        outcome: permitted ? received?.outcome : undefined,
        id: received?.id,
        hindrance: result.ok ? (permitted ? undefined : 'other-role') : result.error.code,
      },
    });
  }
  return looked;
}

/**
 * Brings a document in: each of its drafts to its room, all or nothing. The same document again changes nothing and says
 * so. What the viewer may not keep is left for the one who may.
 */
export const importDocument = defineUseCase({
  name: 'intake.import-document',
  purpose: 'steering',
  input: z.object({ documentId: Id, organisationId: Id.optional(), partial: z.boolean().default(false) }),
  policy: worksHere,
  audit: nobody,
  refusals: [
    'not-found',
    'kind-not-known',
    'nothing-to-import',
    'document-cut',
    'item-differs',
    'no-organisation',
    'other-role',
  ],
  async run(handle, { documentId, organisationId, partial }) {
    const found = await findDocument(handle, { id: documentId });
    if (!found) return err({ code: 'not-found' });
    const { kind } = found;
    if (kind === undefined) return err({ code: 'kind-not-known' });
    const reading = withChoices(readDocument(found.content, kind), await choicesOf(handle, documentId));
    const { drafts } = draftsOf(reading, found.fileName);
    if (drafts.length === 0) return err({ code: 'nothing-to-import' });
    if (isCut(reading) && !partial) return err({ code: 'document-cut', field: 'partial' });
    const mine = drafts.filter((drafted) => mayKeep(drafted.room, handle.viewer.role));
    if (mine.length === 0) return err({ code: 'other-role' });
    const came: Came[] = [];
    for (const drafted of mine) {
      const received = await receive(handle, drafted, {
        dryRun: false,
        fileName: found.fileName,
        organisationId,
      });
      if (!received.ok) return err(received.error);
      const { room, id, outcome, name } = received.value;
      if (id !== undefined) came.push({ room, id, outcome, name });
    }
    const others = found.came.filter(
      ({ room, id }) => !came.some((one) => one.room === room && one.id === id),
    );
    await noteImport(handle, documentId, kind, [...others, ...came]);
    return ok({
      came,
      changed: came.some(({ outcome }) => outcome !== 'unchanged'),
      left: drafts.length - mine.length,
    });
  },
});

const pageSize = 25;
const Place = z.object({ receivedAt: z.string(), id: Id });

/** What has been brought in: hash, who, when, and what came of it. */
export const listBrought = defineUseCase({
  name: 'intake.list',
  purpose: 'steering',
  input: z.object({ cursor: z.string().max(600).optional() }).default({}),
  policy: worksHere,
  audit: nobody,
  refusals: ['invalid-cursor'],
  async run(handle, { cursor }) {
    const place = cursor === undefined ? undefined : decodeCursor(cursor, Place);
    if (place && !place.ok) return err({ code: 'invalid-cursor' });
    const rows = await listDocuments(handle, { before: place?.value, limit: pageSize + 1 });
    return ok(cutPage(rows, pageSize, ({ receivedAt, documentId }) => ({ receivedAt, id: documentId })));
  },
});
