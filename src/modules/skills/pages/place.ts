import type { RouterContextProvider } from 'react-router';
import type { PageData, PageViewer } from '#web/context.ts';
import { requireViewer } from '#web/page.ts';

/** Whose mapping a page is about, and where its pages are. The person and the worker have the same pages. */
export type MappingPlace = {
  readonly clientId: string;
  readonly here: string;
  readonly given: PageData & { readonly viewer: PageViewer };
};

/** The person's own mapping. Other roles get the page "no right". */
export function ownPlace(context: Readonly<RouterContextProvider>, request: Request): MappingPlace {
  const given = requireViewer(context, request, 'own-page:use');
  return { clientId: given.viewer.clientId ?? '', here: '/my/skills', given };
}

/** A client's mapping, as the address says. */
export function clientPlace(
  context: Readonly<RouterContextProvider>,
  request: Request,
  clientId: string,
): MappingPlace {
  return { clientId, here: `/clients/${clientId}/skills`, given: requireViewer(context, request) };
}

/** After a conflict (409) the page is read anew, so that the next saving is over what now stands there. */
export function readAnewAfterConflict({
  actionStatus,
  defaultShouldRevalidate,
}: {
  readonly actionStatus?: number | undefined;
  readonly defaultShouldRevalidate: boolean;
}): boolean {
  return actionStatus === 409 || defaultShouldRevalidate;
}
