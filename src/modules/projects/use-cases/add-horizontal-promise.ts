import { Id, newId } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { findHead } from '../db/promises-read.db.ts';
import { putThing } from '../db/promises-write.db.ts';
import { followUps } from '../domain/horizontal.ts';
import { aboutProjects, writesProject } from '../policies.ts';

/** Writes down something promised in the form, to be followed in procurement, training or elsewhere (HOR-06). */
export const addHorizontalPromise = defineUseCase({
  name: 'projects.add-horizontal-promise',
  ...aboutProjects,
  input: followUps.fields
    .pick({ criterion: true, place: true })
    .extend({ projectId: Id, words: followUps.fields.shape.text }),
  policy: writesProject,
  refusals: ['project-not-found'],
  async run(context, { projectId, words, ...promise }) {
    if (!(await findHead(context, projectId, 'for-change'))) return err({ code: 'project-not-found' });
    await putThing(context, projectId, followUps, { id: newId(), text: words, ...promise });
    return ok();
  },
});
