import { conditionOf, holds, type ViewerContext } from '#access';

/**
 * Whose people a viewer may open one by one for any need: those who share with this organisation. Who may open the list
 * behind a number sees the number; for everybody else there is no live number of people at all, and undefined.
 */
export function listBehind(context: ViewerContext): { organisationId: string } | undefined {
  const { viewer } = context;
  const opens = holds(context, 'people-for-need:read');
  const receives = conditionOf(viewer.role, 'person.skills:read') === 'consent-1';
  return opens && receives && viewer.organisationId ? { organisationId: viewer.organisationId } : undefined;
}
