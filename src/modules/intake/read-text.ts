import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readApart } from '#apart';
import { paperLimits, type TextLimit, textLimits } from '#kernel/cannot-read.ts';
import { err, ok } from '#kernel/result.ts';
import type { Look } from '#use-case';
import { type BroughtDocument, findDocument } from './db/documents.db.ts';
import { findReading } from './db/readings.db.ts';
import type { read, ToRead, WholeReading } from './document-reader.ts';
import type { DocumentKind } from './domain/codes.ts';

const reader = new URL('./document-reader.ts', import.meta.url);

/** Reads a document apart from everybody else. */
export const readText = (given: ToRead) => readApart<typeof read, TextLimit | DocumentProblem>(reader, given);

/** Why bytes are no document that is read. */
export const documentProblems = [
  'document-empty',
  'document-too-large',
  'document-binary',
  'document-unreadable',
  'document-encrypted',
  'document-is-pictures',
  ...paperLimits,
] as const;
type DocumentProblem = (typeof documentProblems)[number];

/** A document with what is read of it; `fresh` when it had to be read now, and the reading is to be kept. */
export interface Opened {
  readonly document: BroughtDocument;
  readonly content: string;
  readonly whole: WholeReading;
  readonly fresh: boolean;
}

/** What can be wrong with a document that is kept: it is no more, or it is more than is read today. */
export const openingRefusals = ['not-found', ...textLimits] as const;

/** A kept document with its reading: the one that was kept, or a new one when the kind or the reader is another. */
export async function openText(look: Look, documentId: string, kind?: DocumentKind) {
  const found = await look(async (context) => {
    const document = await findDocument(context, { id: documentId });
    return document && { document, kept: await findReading(context, documentId, readerMark()) };
  });
  if (found === undefined) return err({ code: 'not-found' as const });
  const { content, ...document } = found.document;
  const as = kind ?? document.kind;
  const { kept } = found;
  if (kept !== undefined && kept.kind === as)
    return ok<Opened>({ document, content, whole: kept, fresh: false });
  const answer = await readText({ text: content, kind: as });
  if (!answer.ok) return err({ ...answer.error, code: answer.error.code as TextLimit });
  const { recognition, reading } = answer.value;
  // A kind that nobody has said yet is not said by opening a page.
  const whole = { kind: as, recognition, reading: as === undefined ? undefined : reading };
  return ok<Opened>({ document, content, whole, fresh: true });
}

let mark: string | undefined;

/** The mark of the reader as it is now: what another reader read is read again. */
export function readerMark(): string {
  if (mark !== undefined) return mark;
  const hash = createHash('sha256');
  const folders = [join(import.meta.dirname, 'domain'), join(import.meta.dirname, '../../kernel')];
  for (const folder of folders)
    for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort())
      if (name.endsWith('.ts') && !name.endsWith('.test.ts')) hash.update(readFileSync(join(folder, name)));
  mark = hash.digest('base64url').slice(0, 22);
  return mark;
}
