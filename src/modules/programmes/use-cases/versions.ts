import { z } from 'zod';
import type { Handle } from '#access';
import {
  bodiesToChoose,
  bodyAt,
  type DecisionBrief,
  decisionOf,
  findDecisions,
  noteSettles,
} from '#governance';
import { areaFacts } from '#insight';
import { Day } from '#kernel/days.ts';
import { Id } from '#kernel/ids.ts';
import { compareTexts, inLanguage, type Language } from '#kernel/localised.ts';
import { err, ok } from '#kernel/result.ts';
import { organisationsOfAllTimes } from '#networks';
import { listPilots } from '#pilots';
import { defineUseCase } from '#use-case';
import { addVersion, findProgramme, listVersions } from '../db/programmes.db.ts';
import { dropWorking, findWorking, saveWorking } from '../db/working.db.ts';
import { changesBetween } from '../domain/changes.ts';
import { checkProgramme } from '../domain/check.ts';
import { countParts } from '../domain/content.ts';
import type { ApprovalDraft } from '../domain/draft.ts';
import { ProgrammeChange, withChange } from '../domain/editing.ts';
import type { Chosen } from '../domain/editing-around.ts';
import { withIds } from '../domain/identity.ts';
import { keepsProgramme, readsProgrammes } from '../policies.ts';
import { keeps } from '../standing.ts';

/** All versions, the latest first, each with what it changed. */
export const programmeVersions = defineUseCase({
  name: 'programmes.versions',
  purpose: 'steering',
  input: z.object({ programmeId: Id }),
  policy: readsProgrammes,
  audit: { kind: 'none', why: 'a programme and its promises, nobody’s data' },
  refusals: ['not-found'],
  async run(handle, { programmeId }) {
    const versions = await listVersions(handle, programmeId);
    const programme = await findProgramme(handle, programmeId);
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
          coming: version.inForceFrom > handle.today,
        }))
        .reverse(),
      actions: { keep: keeps(handle, programme) },
    });
  },
});

/** The working copy with what it would change, and the choices that its forms need. */
export const openWorking = defineUseCase({
  name: 'programmes.open-working',
  purpose: 'steering',
  input: z.object({ programmeId: Id }),
  policy: keepsProgramme,
  audit: { kind: 'none', why: 'a programme and its promises, nobody’s data' },
  refusals: ['not-found'],
  async run(handle, { programmeId }) {
    const start = await startingPoint(handle, programmeId);
    if (!start) return err({ code: 'not-found' });
    const { language } = handle.viewer;
    const compare = compareTexts(language);
    const organisations = (await organisationsOfAllTimes(handle))
      .map(({ id, names }) => ({ id, name: inLanguage(names, language).text }))
      .sort((a, b) => compare(a.name, b.name));
    return ok({
      programmeId,
      today: handle.today,
      content: start.content,
      revision: start.revision,
      /** Can the last change be taken back? */
      undo: start.former !== undefined,
      last: { number: start.last.number, inForceFrom: start.last.inForceFrom },
      /** Somebody else's version has come into force since the copy was begun. */
      overtaken: start.startedFrom !== start.last.number,
      changes: changesBetween(start.last.content, start.content),
      findings: checkProgramme(start.content, handle.today),
      choices: {
        organisations,
        pilots: (await listPilots(handle)).map((pilot) => ({
          id: pilot.pilotId,
          name: inLanguage(pilot.names, language).text,
        })),
        areaFacts: [...areaFacts],
        bodies: (await bodiesToChoose(handle)).map(({ bodyId, names }) => ({
          id: bodyId,
          name: inLanguage(names, language).text,
        })),
        decisions: (await decisionsOf(handle, start.content.board?.body?.id)).map((one) => ({
          id: one.decisionId,
          ...approvalOf(one, language),
          heading: one.heading,
        })),
      },
    });
  },
});

/** Makes one change to the working copy, beginning one when there is none. */
export const changeProgramme = defineUseCase({
  name: 'programmes.change',
  purpose: 'steering',
  input: z.object({ programmeId: Id, revision: z.int().min(0), change: ProgrammeChange }),
  policy: keepsProgramme,
  audit: { kind: 'none', why: 'a programme and its promises, nobody’s data' },
  refusals: [
    'not-found',
    'part-not-found',
    'ends-before-it-begins',
    'named-already',
    'coordinator-in-use',
    'board-needed',
    'body-not-found',
    'decision-not-found',
    'written-meanwhile',
  ],
  async run(handle, { programmeId, revision, change }) {
    const start = await startingPoint(handle, programmeId);
    if (!start) return err({ code: 'not-found' });
    if (start.revision !== revision) return err({ code: 'written-meanwhile' });
    const chosen = await chosenIn(handle, change, start.content.language);
    if ('refusal' in chosen) return err({ code: chosen.refusal, field: chosen.field });
    const made = withChange(start.content, change, chosen);
    if ('refusal' in made) return err({ code: made.refusal });
    const content = withIds(made, start.content);
    const saved = await saveWorking(handle, programmeId, content, start);
    return saved ? ok({ revision: revision + 1 }) : err({ code: 'written-meanwhile' });
  },
});

/** Takes the last change of the working copy back; once, for only one step is kept. */
export const undoChange = defineUseCase({
  name: 'programmes.undo-change',
  purpose: 'steering',
  input: z.object({ programmeId: Id, revision: z.int().min(1) }),
  policy: keepsProgramme,
  audit: { kind: 'none', why: 'a programme and its promises, nobody’s data' },
  refusals: ['not-found', 'nothing-to-undo', 'written-meanwhile'],
  async run(handle, { programmeId, revision }) {
    const start = await startingPoint(handle, programmeId);
    if (!start) return err({ code: 'not-found' });
    if (start.revision !== revision) return err({ code: 'written-meanwhile' });
    if (!start.former) return err({ code: 'nothing-to-undo' });
    const { startedFrom } = start;
    return (await saveWorking(handle, programmeId, start.former, { revision, startedFrom }))
      ? ok()
      : err({ code: 'written-meanwhile' });
  },
});

/** Throws the working copy away. */
export const discardWorking = defineUseCase({
  name: 'programmes.discard-working',
  purpose: 'steering',
  input: z.object({ programmeId: Id }),
  policy: keepsProgramme,
  audit: { kind: 'none', why: 'a programme and its promises, nobody’s data' },
  refusals: [],
  async run(handle, { programmeId }) {
    await dropWorking(handle, programmeId);
    return ok();
  },
});

/**
 * The working copy becomes the next version, in force from a day that is not past: what a day was like never changes
 * afterwards. An open validity needs a day of review (F-18).
 */
export const bringIntoForce = defineUseCase({
  name: 'programmes.bring-into-force',
  purpose: 'steering',
  input: z.object({
    programmeId: Id,
    revision: z.int().min(1),
    inForceFrom: Day,
    reason: z.string().trim().min(1, { error: 'required' }).max(2000),
  }),
  policy: keepsProgramme,
  audit: { kind: 'none', why: 'a programme and its promises, nobody’s data' },
  refusals: [
    'not-found',
    'written-meanwhile',
    'in-force-in-past',
    'before-last-version',
    'review-day-needed',
    'nothing-changed',
  ],
  async run(handle, { programmeId, revision, inForceFrom, reason }) {
    const start = await startingPoint(handle, programmeId);
    if (!start) return err({ code: 'not-found' });
    if (start.revision !== revision) return err({ code: 'written-meanwhile' });
    if (inForceFrom < handle.today) return err({ code: 'in-force-in-past', field: 'inForceFrom' });
    if (inForceFrom < start.last.inForceFrom)
      return err({ code: 'before-last-version', field: 'inForceFrom' });
    const { content } = start;
    if (content.validTo === undefined && content.reviewOn === undefined)
      return err({ code: 'review-day-needed' });
    if (JSON.stringify(start.last.content) === JSON.stringify(content))
      return err({ code: 'nothing-changed' });
    const number = start.last.number + 1;
    await addVersion(handle, { programmeId, number, inForceFrom, reason, content });
    await dropWorking(handle, programmeId);
    if (content.approval?.decisionId !== undefined)
      await noteSettles(handle, {
        decisionId: content.approval.decisionId,
        kind: 'programme',
        targetId: programmeId,
        label: content.name,
        link: `/programmes/${programmeId}`,
      });
    return ok({ number });
  },
});

/** The working copy, or the last version as one that has not been begun (revision 0). */
export async function startingPoint(handle: Handle, programmeId: string) {
  const last = (await listVersions(handle, programmeId)).at(-1);
  if (!last) return undefined;
  const working = await findWorking(handle, programmeId);
  return {
    last,
    content: working?.content ?? last.content,
    revision: working?.revision ?? 0,
    startedFrom: working?.startedFrom ?? last.number,
    former: working?.former,
  };
}

/** What was decided in a body (of all bodies without one), the latest first; a proposal that fell decides nothing. */
export async function decisionsOf(handle: Handle, bodyId: string | undefined): Promise<DecisionBrief[]> {
  return (await findDecisions(handle, '', 200)).filter(
    (one) => one.text !== undefined && (bodyId === undefined || one.bodyId === bodyId),
  );
}

/** A decision in the words of an approval: "§ 12", or its register numbers when it has no section. */
export function approvalOf(one: DecisionBrief, language: Language): ApprovalDraft {
  const reference = one.section === undefined ? one.registerNumbers.join(', ') : `§ ${one.section}`;
  return {
    body: inLanguage(one.body, language).text,
    bodyId: one.bodyId,
    decisionId: one.decisionId,
    decidedOn: one.decidedOn,
    ...(reference === '' ? {} : { reference }),
  };
}

/** The body and the decision that a change names, as their own room tells them, in the language of the programme. */
async function chosenIn(
  handle: Handle,
  change: ProgrammeChange,
  language: Language,
): Promise<Chosen | { refusal: 'body-not-found' | 'decision-not-found'; field: string }> {
  if (change.kind === 'board' && change.bodyId !== undefined) {
    const body = await bodyAt(handle, change.bodyId);
    if (!body) return { refusal: 'body-not-found', field: 'bodyId' };
    return { body: { id: body.bodyId, name: inLanguage(body.names, language).text } };
  }
  if (change.kind !== 'approval') return {};
  if (change.decisionId !== undefined) {
    const decision = await decisionOf(handle, change.decisionId);
    if (decision?.text === undefined) return { refusal: 'decision-not-found', field: 'decisionId' };
    return { approval: approvalOf(decision, language) };
  }
  if (!change.body || change.decidedOn === undefined) return {};
  const { body, decidedOn, reference } = change;
  return { approval: { body, decidedOn, ...(reference ? { reference } : {}) } };
}
