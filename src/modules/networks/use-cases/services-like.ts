import type { ViewerContext } from '#access';
import type { Language } from '#kernel/localised.ts';
import { findService, servicesOn } from '../db/services.db.ts';
import { type Service, serviceGroups, servicesLike } from '../domain/services.ts';

export const groupName = (code: Service['groups'][number], language: Language) =>
  serviceGroups[code][language];

/** Services of today for the same group and area as something planned elsewhere (requirements FND-01, NET-25). */
export async function findServicesLike(
  context: ViewerContext,
  planned: { readonly targetGroups: readonly string[]; readonly municipalities: readonly string[] },
): Promise<Service[]> {
  return servicesLike(await servicesOn(context, context.today), planned);
}

/** Is there such a service, now or once? */
export async function isService(context: ViewerContext, serviceId: string): Promise<boolean> {
  return (await findService(context, serviceId)) !== undefined;
}
