import { orThrow, requireViewer } from '#web/page.ts';
import type { Route } from './+types/visit-count.ts';

/** The count under the visit note as one types: two numbers, no names. */
export async function loader({ context, request }: Route.LoaderArgs) {
  const { services } = requireViewer(context, request, 'people-for-need:count');
  const asked = new URL(request.url).searchParams;
  return Response.json(
    orThrow(
      await services.matching.countForNeed({
        text: (asked.get('need') ?? '').slice(0, 500),
        companyId: asked.get('company') ?? '',
        occupationUri: asked.get('occupation') ?? '',
      }),
    ),
  );
}
