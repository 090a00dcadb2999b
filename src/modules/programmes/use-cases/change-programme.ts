import { z } from 'zod';
import type { ViewerContext } from '#access';
import { findMunicipality, findMunicipalityByName } from '#areas';
import { bodyAt, decisionOf } from '#governance';
import { Id } from '#kernel/ids.ts';
import { inLanguage, type Language } from '#kernel/localised.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { saveWorking } from '../db/working.db.ts';
import { type Chosen, ProgrammeChange, withChange } from '../domain/editing.ts';
import { withIds } from '../domain/identity.ts';
import { writesProgramme } from '../policies.ts';
import { startingPoint } from './bring-into-force.ts';
import { approvalOf } from './versions.ts';

/** Makes one change to the working copy, beginning one when there is none. */
export const changeProgramme = defineUseCase({
  name: 'programmes.change',
  purpose: 'steering',
  input: z.object({ programmeId: Id, revision: z.int().min(0), change: ProgrammeChange }),
  policy: writesProgramme,
  audit: { kind: 'none', why: 'a programme and its promises, nobody’s data' },
  refusals: [
    'not-found',
    'part-not-found',
    'named-already',
    'coordinator-in-use',
    'board-needed',
    'body-not-found',
    'decision-not-found',
    'municipality-not-found',
    'written-meanwhile',
  ],
  async run(context, { programmeId, revision, change }) {
    const start = await startingPoint(context, programmeId);
    if (!start) return err({ code: 'not-found' });
    if (start.revision !== revision) return err({ code: 'written-meanwhile' });
    const chosen = await chosenIn(context, change, start.content.language);
    if ('refusal' in chosen) return err({ code: chosen.refusal, field: chosen.field });
    const named = withMunicipalityCodes(change);
    if ('unknown' in named)
      return err({
        code: 'municipality-not-found',
        field: 'municipalities',
        details: { names: named.unknown.join(', ') },
      });
    const made = withChange(start.content, named, chosen);
    if ('refusal' in made)
      return err({
        code: made.refusal,
        field: made.refusal === 'named-already' ? nameOf(change) : undefined,
      });
    const content = withIds(made, start.content);
    const saved = await saveWorking(context, programmeId, content, start);
    return saved ? ok({ revision: revision + 1 }) : err({ code: 'written-meanwhile' });
  },
});

/** The field in which the name of a part is typed. */
const nameOf = ({ kind }: ProgrammeChange) => (kind === 'theme' ? 'title' : 'name');

/** Municipalities of a measure by their codes, whichever of code and name was given. */
function withMunicipalityCodes(change: ProgrammeChange): ProgrammeChange | { unknown: string[] } {
  if (change.kind !== 'measure') return change;
  const named = change.measure.municipalities
    .flatMap((text) => text.split(','))
    .map((text) => text.trim())
    .filter((text) => text !== '');
  const codeOf = (text: string) => (findMunicipality(text) ?? findMunicipalityByName(text))?.code;
  const unknown = named.filter((text) => codeOf(text) === undefined);
  if (unknown.length > 0) return { unknown };
  const municipalities = [...new Set(named.flatMap((text) => codeOf(text) ?? []))];
  return { ...change, measure: { ...change.measure, municipalities } };
}

/** The body and the decision that a change names, as their own room tells them, in the language of the programme. */
async function chosenIn(
  context: ViewerContext,
  change: ProgrammeChange,
  language: Language,
): Promise<Chosen | { refusal: 'body-not-found' | 'decision-not-found'; field: string }> {
  if (change.kind === 'board' && change.bodyId !== undefined) {
    const body = await bodyAt(context, change.bodyId);
    if (!body) return { refusal: 'body-not-found', field: 'bodyId' };
    return { body: { id: body.bodyId, name: inLanguage(body.names, language).text } };
  }
  if (change.kind !== 'approval') return {};
  if (change.decisionId !== undefined) {
    const decision = await decisionOf(context, change.decisionId);
    if (decision?.text === undefined) return { refusal: 'decision-not-found', field: 'decisionId' };
    return { approval: approvalOf(decision, language) };
  }
  if (!change.body || change.decidedOn === undefined) return {};
  const { body, decidedOn, reference } = change;
  return { approval: { body, decidedOn, ...(reference ? { reference } : {}) } };
}
