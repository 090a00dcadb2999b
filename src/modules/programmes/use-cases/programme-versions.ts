import { z } from 'zod';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { keeps } from '../coordinators-today.ts';
import { findProgramme, listVersions } from '../db/programmes.db.ts';
import { changesBetween } from '../domain/changes.ts';
import { countParts } from '../domain/content.ts';
import { readsProgrammes } from '../policies.ts';

/** All versions, the latest first, each with what it changed. */
export const programmeVersions = defineUseCase({
  name: 'programmes.versions',
  purpose: 'steering',
  input: z.object({ programmeId: Id }),
  policy: readsProgrammes,
  audit: { kind: 'none', why: 'a programme and its promises, nobody’s data' },
  refusals: ['not-found'],
  async run(context, { programmeId }) {
    const versions = await listVersions(context, programmeId);
    const programme = await findProgramme(context, programmeId);
    const last = versions.at(-1);
    if (!last || !programme) return err({ code: 'not-found' });
    return ok({
      programmeId,
      name: last.content.name,
      language: last.content.language,
      versions: versions
        .map((version, at) => ({
          number: version.number,
          inForceFrom: version.inForceFrom,
          recordedOn: version.recordedOn,
          reason: version.reason,
          counts: countParts(version.content),
          changes: at === 0 ? [] : changesBetween(versions[at - 1]!.content, version.content),
          coming: version.inForceFrom > context.today,
        }))
        .reverse(),
      actions: { keep: keeps(context, programme) },
    });
  },
});
