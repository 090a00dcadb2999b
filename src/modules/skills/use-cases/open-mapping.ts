import { z } from 'zod';
import { isSelf, mayWrite, relationTo, type ViewerContext } from '#access';
import { homesOf, namesOf } from '#clients';
import { addDays } from '#kernel/days.ts';
import { Id } from '#kernel/ids.ts';
import { languageChoices } from '#kernel/language-names.ts';
import { compareTexts } from '#kernel/letters.ts';
import { ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { licenceKinds, readLicences } from '#vocabulary';
import { changesBefore } from '../db/changes.db.ts';
import { mappingOf } from '../db/parts.db.ts';
import { lacksOf } from '../domain/completeness.ts';
import { fingerprint } from '../domain/fingerprint.ts';
import { evidences, type PartName } from '../domain/parts.ts';
import { fieldOf, opensMapping } from '../policies.ts';
import { shownActs } from './changes.ts';
import { travelChoices } from './travel-choices.ts';
import { describe, wordingFor } from './words.ts';

const kinds: readonly string[] = licenceKinds;

/** Within how many days the end of a card is said aloud. */
const endsSoonDays = 90;

/** Opens the whole mapping: what stands there, what is still lacking, what the viewer may do, the latest change. */
export const openMapping = defineUseCase({
  name: 'skills.open-mapping',
  purpose: 'employment-service',
  input: z.object({ clientId: Id }),
  policy: opensMapping,
  audit: { kind: 'reads', subjects: ({ clientId }) => [clientId] },
  refusals: [],
  async run(context, { clientId }) {
    const { language, role } = context.viewer;
    const mapping = await mappingOf(context, clientId);
    const wording = await wordingFor(context, [
      ...mapping.skills.flatMap(({ state }) => state.uri ?? []),
      ...mapping.occupations.map(({ uri }) => uri),
      ...(mapping.wish?.occupationUris ?? []),
    ]);
    const name = (await namesOf(context, [clientId])).get(clientId)?.full;
    const home = (await homesOf(context, [clientId])).get(clientId);
    const latest = await changesBefore(context, clientId, undefined, 100);
    const latestAct = latest[0] && latest.filter((change) => change.actId === latest[0]?.actId);
    const lacks = lacksOf({
      skills: mapping.skills.length,
      occupations: mapping.occupations.length,
      languages: mapping.languages.length,
      travelArea: mapping.travelArea?.codes.length ?? 0,
    });
    const writes = await partsToWrite(context, clientId);
    return ok({
      clientId,
      own: isSelf({ role }),
      ...(name === undefined ? {} : { name }),
      ...(mapping.startedOn === undefined ? {} : { startedOn: mapping.startedOn }),
      ...(mapping.completedOn === undefined ? {} : { completedOn: mapping.completedOn }),
      lacks,
      skills: mapping.skills
        .map(({ id, state }) => ({
          id,
          seen: fingerprint(state),
          ...state,
          words: describe('skill', state, wording).name!,
        }))
        .sort((a, b) => b.level - a.level || compareTexts(a.words.text, b.words.text)),
      occupations: mapping.occupations.map((state) => ({
        ...state,
        seen: fingerprint(state),
        words: wording.concept(state.uri),
      })),
      languages: mapping.languages.map((state) => ({
        ...state,
        seen: fingerprint(state),
        words: wording.language(state.language),
      })),
      licences: mapping.licences.map((state) => ({
        ...state,
        seen: fingerprint(state),
        words: wording.licence(state.code),
        ending: endingOf(state.validTo, context.today),
      })),
      ...(mapping.wish === undefined
        ? {}
        : {
            wish: {
              ...mapping.wish,
              seen: fingerprint(mapping.wish),
              occupations: mapping.wish.occupationUris.map((uri) => ({ uri, words: wording.concept(uri) })),
            },
          }),
      ...(mapping.travelArea === undefined
        ? {}
        : {
            travelArea: {
              seen: fingerprint(mapping.travelArea),
              municipalities: mapping.travelArea.codes.map((code) => ({
                code,
                name: wording.municipality(code),
              })),
            },
          }),
      choices: {
        evidences: evidences.filter((evidence) => evidence !== 'assessed' || !isSelf({ role })),
        languages: languageChoices(language),
        licences: (await readLicences(context))
          .map(({ code, kind }) => ({ code, kind, name: wording.licence(code).text }))
          .sort((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind) || compareTexts(a.name, b.name)),
        travel: travelChoices(context, home, mapping.travelArea?.codes),
      },
      latestAct: latestAct && (await shownActs(context, clientId, latestAct))[0],
      actions: {
        ...writes,
        complete: writes.skills && lacks.length === 0 && mapping.completedOn === undefined,
      },
    });
  },
});

/** Which parts the viewer may keep. */
async function partsToWrite(context: ViewerContext, clientId: string) {
  const relation = await relationTo(context, clientId);
  const may = (part: PartName) => mayWrite(context.viewer, fieldOf[part], relation, context.now).permit;
  return {
    skills: may('skill'),
    languages: may('language'),
    licences: may('licence'),
    wishes: may('wish'),
    travelArea: may('travel-area'),
  };
}

function endingOf(validTo: string | undefined, today: string): 'ended' | 'soon' | undefined {
  if (validTo === undefined) return undefined;
  if (validTo < today) return 'ended';
  return validTo <= addDays(today, endsSoonDays) ? 'soon' : undefined;
}
