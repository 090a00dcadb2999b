import type { Handle } from '#access';
import type { KeptResult } from '../domain/reproduction.ts';

/** A kept result as it stands: whose and of which need, when, and the hash of its two texts. */
export interface StoredResult extends KeptResult {
  readonly introductionId: string;
  readonly vacancyId: string;
  readonly keptAt: string;
  readonly sha256: string;
}

/** Keeps a result, for the house's own hand. */
export async function writeKeptResult(
  house: Handle,
  kept: Omit<StoredResult, 'keptAt'> & { readonly clientId: string },
): Promise<void> {
  await house.db
    .insertInto('matching.kept_result')
    .values({
      introduction_id: kept.introductionId,
      client_id: kept.clientId,
      vacancy_id: kept.vacancyId,
      kept_at: house.now.toISOString(),
      weights_version: kept.weightsVersion,
      inputs: kept.inputs,
      result: kept.result,
      sha256: kept.sha256,
    })
    .execute();
}

/** The kept results of a person, the newest first, as far as the viewer may see them. */
export async function keptResultsOf(handle: Handle, clientId: string): Promise<StoredResult[]> {
  const rows = await handle.db
    .selectFrom('matching.kept_result')
    .selectAll()
    .where('client_id', '=', clientId)
    .orderBy('kept_at', 'desc')
    .orderBy('introduction_id', 'desc')
    .execute();
  return rows.map((row) => ({
    introductionId: row.introduction_id,
    vacancyId: row.vacancy_id,
    keptAt: row.kept_at,
    weightsVersion: row.weights_version,
    inputs: row.inputs,
    result: row.result,
    sha256: row.sha256,
  }));
}
