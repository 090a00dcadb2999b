import type { ViewerContext } from '#access';
import { findRow, findRows } from '#db/table-rows.ts';
import { newId } from '#kernel/ids.ts';
import type { Language } from '#kernel/localised.ts';

export type FileFormat = 'pdf' | 'docx';
export interface ReportFile {
  fileId: string;
  reportId: string;
  dataHash: string;
  language: Language;
  format: FileFormat;
  made: boolean;
  failed: boolean;
}

/** The files of a report as it is: those made, and those that wait. */
export async function reportFiles(
  context: ViewerContext,
  reportId: string,
  dataHash: string,
): Promise<ReportFile[]> {
  const rows = await findRows(
    context.db,
    'programmes.report_file',
    { report_id: reportId, data_hash: dataHash },
    ['id', 'report_id', 'data_hash', 'language', 'format', 'made_at', 'error'],
    ['language', 'format'],
  );
  return rows.map((row) => ({
    fileId: row.id,
    reportId: row.report_id,
    dataHash: row.data_hash,
    language: row.language as Language,
    format: row.format as FileFormat,
    made: row.made_at !== null,
    failed: row.error !== null,
  }));
}

/** Asks for files that are not there; one that failed is tried again. */
export async function askForFiles(
  context: ViewerContext,
  reportId: string,
  dataHash: string,
  wanted: readonly { language: Language; format: FileFormat }[],
): Promise<void> {
  await context.db
    .insertInto('programmes.report_file')
    .values(
      wanted.map(({ language, format }) => ({
        id: newId(),
        report_id: reportId,
        data_hash: dataHash,
        language,
        format,
        asked_at: context.now.toISOString(),
        asked_by: context.viewer.accountId ?? null,
      })),
    )
    .onConflict((conflict) =>
      conflict
        .columns(['report_id', 'data_hash', 'language', 'format'])
        .doUpdateSet({ error: null, asked_at: context.now.toISOString() }),
    )
    .execute();
}

/** The file that has waited longest, taken so that no other process makes it too. */
export async function takeWaitingFile(context: ViewerContext): Promise<ReportFile | undefined> {
  const row = await context.db
    .selectFrom('programmes.report_file')
    .select(['id', 'report_id', 'data_hash', 'language', 'format'])
    .where('made_at', 'is', null)
    .where('error', 'is', null)
    .orderBy('asked_at')
    .orderBy('id')
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();
  return (
    row && {
      fileId: row.id,
      reportId: row.report_id,
      dataHash: row.data_hash,
      language: row.language as Language,
      format: row.format as FileFormat,
      made: false,
      failed: false,
    }
  );
}

export async function saveFile(
  context: ViewerContext,
  fileId: string,
  made: { bytes: Uint8Array; sha256: string } | { error: string },
): Promise<void> {
  await context.db
    .updateTable('programmes.report_file')
    .set(
      'error' in made
        ? { error: made.error.slice(0, 500) }
        : { made_at: context.now.toISOString(), bytes: Buffer.from(made.bytes), sha256: made.sha256 },
    )
    .where('id', '=', fileId)
    .execute();
}

export async function fileBytes(
  context: ViewerContext,
  reportId: string,
  dataHash: string,
  language: Language,
  format: FileFormat,
): Promise<{ bytes: Uint8Array; sha256: string } | undefined> {
  const row = await findRow(
    context.db,
    'programmes.report_file',
    { report_id: reportId, data_hash: dataHash, language, format },
    ['bytes', 'sha256'],
  );
  return row?.bytes && row.sha256 ? { bytes: row.bytes, sha256: row.sha256 } : undefined;
}
