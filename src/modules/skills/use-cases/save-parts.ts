import { z } from 'zod';
import { municipalityOn } from '#areas';
import { Id } from '#kernel/ids.ts';
import { err } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { conceptNames, readLicences } from '#vocabulary';
import { LanguageState, LicenceState, OccupationState, TravelAreaState, WishState } from '../domain/parts.ts';
import { keepsLanguages, keepsLicences, keepsSkills, keepsTravelArea, keepsWishes } from '../policies.ts';
import { keep, keepRefusals, openAct } from './keep.ts';

const Writing = { clientId: Id, seen: z.string().max(40).optional() };
const changesOfClient = {
  kind: 'changes' as const,
  subjects: ({ clientId }: { clientId: string }) => [clientId],
};

/** Adds an occupation that the person has done, in years, or changes the years. */
export const saveOccupation = defineUseCase({
  name: 'skills.save-occupation',
  purpose: 'employment-service',
  input: z.object({ ...Writing, occupation: OccupationState }),
  policy: keepsSkills,
  audit: changesOfClient,
  refusals: [...keepRefusals, 'unknown-concept'],
  async run(handle, { clientId, seen, occupation }) {
    if (!(await conceptNames(handle, [occupation.uri])).has(occupation.uri))
      return err({ code: 'unknown-concept', field: 'occupation' });
    const act = await openAct(handle, clientId);
    return keep(handle, act, { part: 'occupation', subject: occupation.uri, next: occupation, seen });
  },
});

/** Adds a language with its level, or changes the level. A native language counts as C2. */
export const saveLanguage = defineUseCase({
  name: 'skills.save-language',
  purpose: 'employment-service',
  input: z.object({ ...Writing, language: LanguageState }),
  policy: keepsLanguages,
  audit: changesOfClient,
  refusals: keepRefusals,
  async run(handle, { clientId, seen, language }) {
    const act = await openAct(handle, clientId);
    const next = language.native ? { ...language, cefr: 'C2' as const } : language;
    return keep(handle, act, { part: 'language', subject: language.language, next, seen });
  },
});

/** Adds a licence or a card, or changes its last day. */
export const saveLicence = defineUseCase({
  name: 'skills.save-licence',
  purpose: 'employment-service',
  input: z.object({ ...Writing, licence: LicenceState }),
  policy: keepsLicences,
  audit: changesOfClient,
  refusals: [...keepRefusals, 'unknown-licence'],
  async run(handle, { clientId, seen, licence }) {
    const licences = await readLicences(handle);
    if (!licences.some(({ code }) => code === licence.code))
      return err({ code: 'unknown-licence', field: 'code' });
    const act = await openAct(handle, clientId);
    return keep(handle, act, { part: 'licence', subject: licence.code, next: licence, seen });
  },
});

/** Says what work the person wishes, when, from which day on. An empty wish removes it. */
export const saveWish = defineUseCase({
  name: 'skills.save-wish',
  purpose: 'employment-service',
  input: z.object({ ...Writing, wish: WishState }),
  policy: keepsWishes,
  audit: changesOfClient,
  refusals: [...keepRefusals, 'unknown-concept'],
  async run(handle, { clientId, seen, wish }) {
    const occupationUris = [...new Set(wish.occupationUris)];
    const names = await conceptNames(handle, occupationUris);
    if (occupationUris.some((uri) => !names.has(uri)))
      return err({ code: 'unknown-concept', field: 'occupation' });
    const empty =
      occupationUris.length === 0 &&
      wish.workingTimes.length === 0 &&
      wish.earliestStart === undefined &&
      wish.note === undefined;
    const act = await openAct(handle, clientId);
    const next = empty ? undefined : { ...wish, occupationUris };
    return keep(handle, act, { part: 'wish', subject: 'wish', next, seen });
  },
});

/** Says to which municipalities the person can go to work. A merged municipality becomes the one that answers for it. */
export const saveTravelArea = defineUseCase({
  name: 'skills.save-travel-area',
  purpose: 'employment-service',
  input: z.object({ ...Writing, travelArea: TravelAreaState }),
  policy: keepsTravelArea,
  audit: changesOfClient,
  refusals: [...keepRefusals, 'unknown-municipality'],
  async run(handle, { clientId, seen, travelArea }) {
    const codes = new Set<string>();
    for (const code of travelArea.codes) {
      const municipality = municipalityOn(code, handle.today);
      if (municipality === undefined) return err({ code: 'unknown-municipality', field: 'other' });
      codes.add(municipality.code);
    }
    const act = await openAct(handle, clientId);
    const next = codes.size === 0 ? undefined : { codes: [...codes].sort() };
    return keep(handle, act, { part: 'travel-area', subject: 'travel-area', next, seen });
  },
});
