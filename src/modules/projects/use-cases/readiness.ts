import type { ViewerContext } from '#access';
import { findServicesLike, type Service } from '#networks';
import { groupsAndArea, type KeptPromises, type ProjectHead, readPromises } from '../db/promises-read.db.ts';

/** A service of the catalogue as the added-value sheet shows it. */
type ServiceThere = Pick<Service, 'serviceId' | 'names' | 'summary' | 'targetGroups'> & {
  readonly municipalities: number;
};

/** The promises of a project, and the services that are there today for the same group and area (FND-01). */
export async function promisesBesideServices(
  context: ViewerContext,
  head: ProjectHead,
): Promise<{ promises: KeptPromises; services: ServiceThere[] }> {
  const planned = await groupsAndArea(context, head.projectId);
  const services = await findServicesLike(context, planned);
  return {
    promises: { ...(await readPromises(context, head)), servicesThere: services.length },
    services: services.map(({ serviceId, names, summary, targetGroups, places }) => ({
      serviceId,
      names,
      summary,
      targetGroups: targetGroups.filter((code) => planned.targetGroups.includes(code)),
      municipalities: new Set(
        places
          .map(({ municipalityCode }) => municipalityCode)
          .filter((code) => planned.municipalities.includes(code)),
      ).size,
    })),
  };
}
