import { z } from 'zod';
import { Id, newId } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { findHead } from '../db/promises-read.db.ts';
import { addCriticisms, answerItem } from '../db/promises-write.db.ts';
import { funderChecks } from '../domain/codes.ts';
import { readCriticisms } from '../domain/promises-criticisms.ts';
import { failing, stateOfItem, thingsOf } from '../domain/promises-readiness.ts';
import { keepsProjects, mayKeep, nobody, readsProjects } from '../policies.ts';
import { promisesBesideServices } from './services-there.ts';
import { promisesForChange } from './traceability.ts';

/** What the funder said no to, criticism by criticism: its state, what still makes it true, and what answers it (FND-10). */
export const openRejection = defineUseCase({
  name: 'projects.open-rejection',
  purpose: 'steering',
  input: z.object({ projectId: Id }),
  policy: readsProjects,
  audit: nobody,
  refusals: ['project-not-found'],
  async run(handle, { projectId }) {
    const head = await findHead(handle, projectId);
    if (!head) return err({ code: 'project-not-found' });
    const { promises } = await promisesBesideServices(handle, head);
    const things = thingsOf(promises);
    const improves = head.improvesId === undefined ? undefined : await findHead(handle, head.improvesId);
    return ok({
      head,
      improves: improves && { projectId: improves.projectId, name: improves.name },
      items: promises.rejection.map((item) => ({
        ...item,
        state: stateOfItem(promises, item),
        stillTrue: failing(promises, item.check),
        evidence: item.evidence.map((id) => ({ id, label: things.get(id) })),
      })),
      things: [...things].map(([id, label]) => ({ id, label })),
      actions: { change: await mayKeep(handle) },
    });
  },
});

/** Writes down a funder's reasons as they were given; each sentence becomes one criticism or more. */
export const addReasons = defineUseCase({
  name: 'projects.add-criticisms',
  purpose: 'steering',
  input: z.object({
    projectId: Id,
    words: z.string().trim().min(1, 'required').max(20_000),
    source: z.string().trim().max(300).default(''),
  }),
  policy: keepsProjects,
  audit: nobody,
  refusals: ['project-not-found'],
  async run(handle, { projectId, words, source }) {
    const promises = await promisesForChange(handle, projectId);
    if (!promises) return err({ code: 'project-not-found' });
    const said = new Set(promises.rejection.map(({ text, check }) => `${check} ${text}`));
    const items = readCriticisms(words).filter(({ text, check }) => !said.has(`${check} ${text}`));
    await addCriticisms(
      handle,
      projectId,
      items.map((item) => ({ id: newId(), ...item })),
      source || undefined,
    );
    return ok({ added: items.length });
  },
});

/**
 * Answers a criticism and points at what in the plan shows it. The answer is kept as it is typed; whether the criticism is
 * answered is computed, and stays open while its check fails.
 */
export const answerCriticism = defineUseCase({
  name: 'projects.answer-criticism',
  purpose: 'steering',
  input: z.object({
    projectId: Id,
    itemId: Id,
    check: z.enum(funderChecks),
    answer: z.string().trim().max(5000),
    evidence: z.array(Id).max(20).default([]),
  }),
  policy: keepsProjects,
  audit: nobody,
  refusals: ['project-not-found', 'thing-not-found', 'evidence-missing'],
  async run(handle, { projectId, itemId, ...given }) {
    const promises = await promisesForChange(handle, projectId);
    if (!promises) return err({ code: 'project-not-found' });
    const things = thingsOf(promises);
    const evidence = given.evidence.filter((id) => things.has(id));
    if (given.answer !== '' && evidence.length === 0)
      return err({ code: 'evidence-missing', field: 'evidence' });
    if (!(await answerItem(handle, projectId, itemId, { ...given, evidence })))
      return err({ code: 'thing-not-found' });
    return ok();
  },
});
