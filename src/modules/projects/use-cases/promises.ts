import { z } from 'zod';
import { countableFacts, isCountable } from '#insight';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { findHead, listNeighbours } from '../db/promises-read.db.ts';
import { setReadiness } from '../db/promises-write.db.ts';
import { neighboursOf } from '../domain/added-value.ts';
import { balanceOf, isMeasured } from '../domain/indicators.ts';
import { graphOf, isReady, reasonsOf } from '../domain/promises-readiness.ts';
import { matrixOf } from '../domain/traceability.ts';
import { pictureOf } from '../domain/traceability-picture.ts';
import { keepsProjects, mayKeep, nobody, readsProjects } from '../policies.ts';
import { promisesBesideServices } from './services-there.ts';

/**
 * A project's promises as one page: what is joined to what, as a picture and as a table that says the same, and why the plan
 * is not ready, in the funder's own reasons (requirements FND-09, D2).
 */
export const openPromises = defineUseCase({
  name: 'projects.open-promises',
  purpose: 'steering',
  input: z.object({ projectId: Id }),
  policy: readsProjects,
  audit: nobody,
  refusals: ['project-not-found'],
  async run(handle, { projectId }) {
    const head = await findHead(handle, projectId);
    if (!head) return err({ code: 'project-not-found' });
    const { promises, services } = await promisesBesideServices(handle, head);
    const { language } = handle.viewer;
    const graph = graphOf(promises, language, (fact) =>
      isCountable(fact) ? countableFacts[fact].names[language] : fact,
    );
    const projects = await listNeighbours(handle);
    const self = projects.find(({ id }) => id === projectId);
    const keeps = await mayKeep(handle);
    const ready = isReady(promises);
    return ok({
      head,
      promises,
      matrix: matrixOf(graph),
      picture: pictureOf(graph),
      reasons: reasonsOf(promises),
      balance: balanceOf(promises.indicators.filter((one) => one.kind !== 'common' && isMeasured(one))),
      /** Said by somebody and still true. */
      isReady: ready && promises.readiness !== undefined,
      services,
      neighbours: self ? neighboursOf(self, projects) : [],
      actions: {
        change: keeps,
        callReady: keeps && ready && promises.readiness === undefined,
        takeBack: keeps && promises.readiness !== undefined,
      },
    });
  },
});

/** Calls the plan ready. While one reason blocks, it is refused with all of them. */
export const callReady = defineUseCase({
  name: 'projects.call-ready',
  purpose: 'steering',
  input: z.object({ projectId: Id }),
  policy: keepsProjects,
  audit: nobody,
  refusals: ['project-not-found', 'plan-not-ready'],
  async run(handle, { projectId }) {
    const head = await findHead(handle, projectId, 'for-change');
    if (!head) return err({ code: 'project-not-found' });
    const blocking = reasonsOf((await promisesBesideServices(handle, head)).promises).filter(
      ({ grade }) => grade === 'blocks',
    );
    if (blocking.length > 0)
      return err({ code: 'plan-not-ready', details: { count: blocking.length, reasons: blocking } });
    await setReadiness(handle, projectId, true);
    return ok();
  },
});

/** Takes back that the plan was called ready. */
export const takeBackReady = defineUseCase({
  name: 'projects.take-back-ready',
  purpose: 'steering',
  input: z.object({ projectId: Id }),
  policy: keepsProjects,
  audit: nobody,
  refusals: ['project-not-found'],
  async run(handle, { projectId }) {
    if (!(await findHead(handle, projectId, 'for-change'))) return err({ code: 'project-not-found' });
    await setReadiness(handle, projectId, false);
    return ok();
  },
});
