import { type RouterContextProvider, redirect } from 'react-router';
import { showForm, submitForm } from '#web/forms/index.server.ts';
import { orThrow } from '#web/page.ts';
import { added, beginning, confirm } from './confirm-form.server.ts';
import type { MappingPlace } from './place.ts';

/** The skills that the occupation of the address needs and the mapping does not have yet. */
export async function loadOccupation(
  context: Readonly<RouterContextProvider>,
  request: Request,
  { clientId, here, given: { services, may } }: MappingPlace,
) {
  const occupationUri = new URL(request.url).searchParams.get('occupation') ?? '';
  if (occupationUri === '') throw redirect(here);
  const needs = orThrow(await services.skills.essentialSkills({ clientId, occupationUri }));
  const form = showForm(context, confirm, { initial: beginning });
  return { ...needs, here, own: may('own-page:use'), form };
}

/** Keeps the skills that the person confirmed. */
export function actOnOccupation(
  context: Readonly<RouterContextProvider>,
  request: Request,
  { clientId, here }: MappingPlace,
) {
  return submitForm({ context, request, form: confirm, fixed: { clientId }, done: added(here) });
}
