import { z } from 'zod';
import { findMunicipality } from '#areas';
import { companyNames } from '#companies';
import type { LocalisedText } from '#kernel/localised.ts';
import { ok } from '#kernel/result.ts';
import { organisationNames } from '#networks';
import { defineUseCase } from '#use-case';
import { conceptNames, findLicence } from '#vocabulary';
import { type OwnRow, ownRows } from '../db/own-rows.db.ts';
import { type OwnTable, ownTables } from '../db/own-tables.ts';
import type { How } from '../domain/codes.ts';
import { asksOwn, ofSelf } from '../policies.ts';

/**
 * Everything that the service holds about the person, table by table as row-level security shows it to the person (GDPR 15
 * and 20), with the names of the organisations, companies and concepts that it points to.
 */
export const ownData = defineUseCase({
  name: 'privacy.own-data',
  purpose: 'own-data',
  input: z.object({}).default({}),
  policy: asksOwn,
  audit: { kind: 'reads', subjects: ofSelf },
  refusals: [],
  async run(context) {
    const tables: (OwnTable & { readonly rows: readonly OwnRow[] })[] = [];
    for (const own of ownTables) tables.push({ ...own, rows: await ownRows(context, own) });
    const pointed = (wanted: How) =>
      tables.flatMap(({ told, rows }) =>
        Object.entries(told)
          .filter(([, how]) => how === wanted)
          .flatMap(([column]) => rows.flatMap((row) => (row[column] ?? []) as string | string[])),
      );
    const named = (how: How, name: (code: string) => LocalisedText | undefined) =>
      Object.fromEntries(pointed(how).map((code) => [code, name(code)]));
    const [organisations, companies, concepts] = [
      await organisationNames(context, pointed('organisation')),
      await companyNames(context, pointed('company')),
      await conceptNames(context, pointed('concept')),
    ];
    return ok({
      madeAt: context.now.toISOString(),
      tables,
      names: {
        organisation: Object.fromEntries(organisations),
        company: Object.fromEntries(companies),
        concept: Object.fromEntries(concepts),
        municipality: named('municipality', (code) => findMunicipality(code)?.name),
        licence: named('licence', (code) => findLicence(code)?.names),
      },
    });
  },
});
