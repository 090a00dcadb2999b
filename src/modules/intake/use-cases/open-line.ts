import { z } from 'zod';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { choicesOf } from '../db/choices.db.ts';
import { rightOf } from '../db/set-right.db.ts';
import { codesAt, keyOfPlace, placesOf } from '../domain/places.ts';
import { mattersOf, type PassedLine, type ReadField } from '../domain/reading.ts';
import { asPeopleSay, linesOfText, type SetRight } from '../domain/set-right.ts';
import { worksHere } from '../policies.ts';
import { openingRefusals, openText } from '../read-text.ts';
import { noPersonalData } from './documents.ts';

/** A line of a document with what was read of it, and what it may be said to be. */
export interface DocumentLine {
  fileName: string;
  line: number;
  /** The lines around it, as they are printed. */
  around: PassedLine[];
  /** The values that begin on it, each with its codes when it has no words of its own. */
  values: (ReadField & { codes?: readonly string[] | undefined })[];
  /** Was nothing read of it? */
  unread: boolean;
  said: SetRight[];
  /** The places of such a document. */
  places: string[];
  actions: { setRight: boolean };
}

/** How many lines are shown on each side. */
const beside = 3;

/** One line of a document: its neighbours, the values read of it, and what people said of it. */
export const openLine = defineUseCase({
  name: 'intake.open-line',
  purpose: 'steering',
  input: z.object({ documentId: Id, line: z.coerce.number().int().positive() }),
  policy: worksHere,
  audit: noPersonalData,
  refusals: [...openingRefusals, 'kind-not-known', 'line-not-there'],
  beforehand: ({ documentId }, look) => openText(look, documentId),
  async run(context, { documentId, line }, { document, content, whole }) {
    if (whole.reading === undefined) return err({ code: 'kind-not-known' });
    const lines = linesOfText(content);
    if ((lines[line - 1] ?? '').trim() === '') return err({ code: 'line-not-there', details: { line } });
    const said = await rightOf(context, documentId);
    const { kind } = whole.reading;
    const reading = asPeopleSay(whole.reading, content, await choicesOf(context, documentId), said);
    const matters = mattersOf(reading);
    const values = matters
      .flatMap(({ fields }) => fields)
      .filter((field) => field.line === line)
      .filter((field, at, all) => all.findIndex(({ path }) => path === field.path) === at);
    const from = Math.max(1, line - beside);
    const found: DocumentLine = {
      fileName: document.fileName,
      line,
      around: lines.slice(from - 1, line + beside).map((raw, at) => ({ line: from + at, raw })),
      values: values.map((field) => ({ ...field, codes: codesAt(kind, field.path) })),
      unread: matters.some(({ unread }) => unread.some((row) => row.line === line)),
      said: said.filter((row) => row.line === line),
      places: placesOf(kind).map(keyOfPlace),
      actions: { setRight: document.importedAt === undefined },
    };
    return ok(found);
  },
});
