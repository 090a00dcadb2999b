import type { ViewerContext } from '#access';
import { addRows } from '#db/table-rows.ts';
import type { StoredMatch } from '../domain/reproduction.ts';

/** A kept result as it stands: whose and of which need, when, and the hash of its two texts. */
export interface StoredResult extends StoredMatch {
  readonly introductionId: string;
  readonly vacancyId: string;
  readonly savedAt: string;
  readonly sha256: string;
}

/** Keeps a result, for the house's own hand. */
export async function writeKeptResult(
  system: ViewerContext,
  kept: Omit<StoredResult, 'savedAt'> & { readonly clientId: string },
): Promise<void> {
  await addRows(system.db, 'matching.kept_result', {
    introduction_id: kept.introductionId,
    client_id: kept.clientId,
    vacancy_id: kept.vacancyId,
    kept_at: system.now.toISOString(),
    weights_version: kept.weightsVersion,
    inputs: kept.inputs,
    result: kept.result,
    sha256: kept.sha256,
  });
}

/** The kept results of a person, the newest first, as far as the viewer may see them. */
export async function storedResultsOf(context: ViewerContext, clientId: string): Promise<StoredResult[]> {
  const rows = await context.db
    .selectFrom('matching.kept_result')
    .selectAll()
    .where('client_id', '=', clientId)
    .orderBy('kept_at', 'desc')
    .orderBy('introduction_id', 'desc')
    .execute();
  return rows.map((row) => ({
    introductionId: row.introduction_id,
    vacancyId: row.vacancy_id,
    savedAt: row.kept_at,
    weightsVersion: row.weights_version,
    inputs: row.inputs,
    result: row.result,
    sha256: row.sha256,
  }));
}
