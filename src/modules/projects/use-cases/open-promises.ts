import { z } from 'zod';
import { countableFacts, isCountable } from '#insight';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { findHead, listNeighbours } from '../db/promises-read.db.ts';
import { neighboursOf } from '../domain/added-value.ts';
import { balanceOf, isMeasured } from '../domain/indicators.ts';
import { graphOf, isReady, reasonsOf } from '../domain/promises-readiness.ts';
import { matrixOf } from '../domain/traceability.ts';
import { pictureOf } from '../domain/traceability-picture.ts';
import { aboutProjects, mayWriteProject, readsProjects } from '../policies.ts';
import { promisesBesideServices } from './readiness.ts';

/**
 * A project's promises as one page: what is joined to what, as a picture and as a table that says the same, and why the plan
 * is not ready, in the funder's own reasons (requirements FND-09, D2).
 */
export const openPromises = defineUseCase({
  name: 'projects.open-promises',
  ...aboutProjects,
  input: z.object({ projectId: Id }),
  policy: readsProjects,
  refusals: ['project-not-found'],
  async run(context, { projectId }) {
    const head = await findHead(context, projectId);
    if (!head) return err({ code: 'project-not-found' });
    const { promises, services } = await promisesBesideServices(context, head);
    const { language } = context.viewer;
    const graph = graphOf(promises, language, (fact) =>
      isCountable(fact) ? countableFacts[fact].names[language] : fact,
    );
    const projects = await listNeighbours(context);
    const self = projects.find(({ id }) => id === projectId);
    const writes = await mayWriteProject(context, projectId);
    const ready = isReady(promises);
    return ok({
      head,
      promises,
      matrix: matrixOf(graph),
      picture: pictureOf(graph),
      reasons: reasonsOf(promises),
      balance: balanceOf(
        promises.indicators.filter((indicator) => indicator.kind !== 'common' && isMeasured(indicator)),
      ),
      /** Said by somebody and still true. */
      isReady: ready && promises.readiness !== undefined,
      services,
      neighbours: self ? neighboursOf(self, projects) : [],
      actions: {
        change: writes,
        callReady: writes && ready && promises.readiness === undefined,
        takeBack: writes && promises.readiness !== undefined,
      },
    });
  },
});
