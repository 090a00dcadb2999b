import { z } from 'zod';
import { Day } from '#kernel/days.ts';
import { Id, newId } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { findHead, readPromises } from '../db/promises-read.db.ts';
import { addFollowUps, followPromise, putAnswers } from '../db/promises-write.db.ts';
import { promisePlaces } from '../domain/codes.ts';
import { answersLackingEvidence, effectSums, fitsScale, unfollowed } from '../domain/horizontal.ts';
import { findTemplate, horizontalTemplates } from '../domain/horizontal-templates.ts';
import { keepsProjects, mayKeep, nobody, readsProjects } from '../policies.ts';
import { optionalNumber, optionalText } from './promises-forms.ts';

/** The form of horizontal principles with its answers, sums by group, and the promises made in it (HOR-01 to HOR-06). */
export const openHorizontal = defineUseCase({
  name: 'projects.open-horizontal',
  purpose: 'steering',
  input: z.object({ projectId: Id, template: z.string().max(50).optional() }),
  policy: readsProjects,
  audit: nobody,
  refusals: ['project-not-found'],
  async run(handle, { projectId, template: wanted }) {
    const head = await findHead(handle, projectId);
    if (!head) return err({ code: 'project-not-found' });
    const { horizontal, followUps } = await readPromises(handle, head);
    // A form is chosen for a project whose instrument brings none, and only before it has answers.
    const template = horizontal.template ?? findTemplate(wanted);
    const { answers } = horizontal;
    return ok({
      head,
      template,
      templates: horizontalTemplates.map(({ code, names }) => ({ code, names })),
      answers,
      sums: template && effectSums(template, answers),
      lackingEvidence: template ? answersLackingEvidence(template, answers).map(({ key }) => key) : [],
      promises: followUps,
      unfollowed: unfollowed(followUps).length,
      actions: { change: await mayKeep(handle) },
    });
  },
});

/** Keeps the answers of one criterion. "Yes" without the evidence that it needs is kept, and told (F-22). */
export const saveHorizontal = defineUseCase({
  name: 'projects.save-horizontal',
  purpose: 'steering',
  input: z.object({
    projectId: Id,
    template: z.string(),
    criterion: z.string(),
    yes: z.enum(['yes', 'no', '']).default(''),
    direct: optionalNumber,
    indirect: optionalNumber,
    reason: optionalText(5000),
    evidence: optionalText(2000),
  }),
  policy: keepsProjects,
  audit: nobody,
  refusals: ['project-not-found', 'thing-not-found', 'effect-not-on-scale'],
  async run(handle, { projectId, template: code, yes, ...answer }) {
    if (!(await findHead(handle, projectId, 'for-change'))) return err({ code: 'project-not-found' });
    const template = findTemplate(code);
    if (!template?.criteria.some(({ key }) => key === answer.criterion))
      return err({ code: 'thing-not-found' });
    for (const side of ['direct', 'indirect'] as const)
      if (answer[side] !== undefined && !fitsScale(template, answer[side]))
        return err({ code: 'effect-not-on-scale', field: side });
    await putAnswers(handle, projectId, code, [
      { ...answer, yes: yes === '' ? undefined : yes === 'yes', answered: true },
    ]);
    return ok();
  },
});

/** Writes down something promised in the form, to be followed in procurement, training or elsewhere (HOR-06). */
export const addHorizontalPromise = defineUseCase({
  name: 'projects.add-horizontal-promise',
  purpose: 'steering',
  input: z.object({
    projectId: Id,
    criterion: z.string().max(100),
    words: z.string().trim().min(1, 'required').max(2000),
    place: z.enum(promisePlaces),
  }),
  policy: keepsProjects,
  audit: nobody,
  refusals: ['project-not-found'],
  async run(handle, { projectId, words, ...promise }) {
    if (!(await findHead(handle, projectId, 'for-change'))) return err({ code: 'project-not-found' });
    await addFollowUps(handle, projectId, [{ id: newId(), text: words, ...promise }]);
    return ok();
  },
});

/** Notes what was done about a promise, and when. */
export const followHorizontalPromise = defineUseCase({
  name: 'projects.follow-horizontal-promise',
  purpose: 'steering',
  input: z.object({
    projectId: Id,
    promiseId: Id,
    on: Day,
    what: z.string().trim().min(1, 'required').max(2000),
  }),
  policy: keepsProjects,
  audit: nobody,
  refusals: ['project-not-found', 'thing-not-found', 'day-in-future'],
  async run(handle, { projectId, promiseId, ...followed }) {
    if (!(await findHead(handle, projectId, 'for-change'))) return err({ code: 'project-not-found' });
    if (followed.on > handle.today) return err({ code: 'day-in-future', field: 'on' });
    return (await followPromise(handle, projectId, promiseId, followed))
      ? ok()
      : err({ code: 'thing-not-found' });
  },
});
