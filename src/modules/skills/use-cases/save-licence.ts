import { z } from 'zod';
import { err } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { readLicences } from '#vocabulary';
import { LicenceState } from '../domain/parts.ts';
import { writesLicences } from '../policies.ts';
import { changesOfClient, Writing } from './save-parts.ts';
import { openAct, saveRefusals, writePart } from './write-part.ts';

/** Adds a licence or a card, or changes its last day. */
export const saveLicence = defineUseCase({
  name: 'skills.save-licence',
  purpose: 'employment-service',
  input: z.object({ ...Writing, licence: LicenceState }),
  policy: writesLicences,
  audit: changesOfClient,
  refusals: [...saveRefusals, 'unknown-licence'],
  async run(context, { clientId, seen, licence }) {
    const licences = await readLicences(context);
    if (!licences.some(({ code }) => code === licence.code))
      return err({ code: 'unknown-licence', field: 'code' });
    const act = await openAct(context, clientId);
    return writePart(context, act, { part: 'licence', subject: licence.code, next: licence, seen });
  },
});
