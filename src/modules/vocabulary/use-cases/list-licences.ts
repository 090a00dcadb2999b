import { z } from 'zod';
import { anybody } from '#access';
import { inLanguage } from '#kernel/localised.ts';
import { ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { readLicences } from '../db/queries.db.ts';
import { licenceKinds, licences } from '../starter/licences.ts';

/** Licences, cards and qualifications in the viewer's language, in the order of their kinds. */
export const listLicences = defineUseCase({
  name: 'vocabulary.licences',
  purpose: 'public-information',
  input: z.object({}),
  policy: anybody,
  audit: { kind: 'none', why: 'Reads the list of licences only.' },
  refusals: [],
  async run(context) {
    const order = new Map(licences.map((licence, at) => [licence.code, at]));
    const kinds: readonly string[] = licenceKinds;
    const rows = (await readLicences(context)).map((row) => ({
      code: row.code,
      kind: row.kind,
      name: inLanguage(row.names, context.viewer.language).text,
    }));
    rows.sort(
      (a, b) =>
        kinds.indexOf(a.kind) - kinds.indexOf(b.kind) ||
        (order.get(a.code) ?? order.size) - (order.get(b.code) ?? order.size) ||
        (a.code < b.code ? -1 : 1),
    );
    return ok({ licences: rows });
  },
});
