import { z } from 'zod';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { listPilots } from '#pilots';
import { defineUseCase } from '#use-case';
import { setCohorts } from '../db/promises-write.db.ts';
import { aboutProjects, writesProject } from '../policies.ts';
import { promisesForChange } from './traceability.ts';

/** Says whose people are the participants: the pilots of the project. From then on nobody types a participant. */
export const chooseCohorts = defineUseCase({
  name: 'projects.choose-cohorts',
  ...aboutProjects,
  input: z.object({ projectId: Id, pilots: z.array(Id).max(20).default([]) }),
  policy: writesProject,
  refusals: ['project-not-found'],
  async run(context, { projectId, pilots }) {
    if (!(await promisesForChange(context, projectId))) return err({ code: 'project-not-found' });
    const known = (await listPilots(context)).map(({ pilotId }) => pilotId);
    await setCohorts(
      context,
      projectId,
      known.filter((id) => pilots.includes(id)),
    );
    return ok();
  },
});
