import type { RouterContextProvider } from 'react-router';
import { defineForm, showForm, submission, submitForms } from '#web/forms/index.server.ts';
import { orThrow, readForm } from '#web/page.ts';
import { added, beginning, confirm } from './confirm-form.server.ts';
import type { MappingPlace } from './place.ts';

/** The text lives in the page alone, also in the browser. */
const paste = defineForm('skills.suggestFromText', {
  id: 'paste',
  fixed: ['clientId'],
  fields: { text: { label: 'text-label', rows: 12, secret: true } },
  act: 'text-act',
});

/** Opens the page for the one who may keep the mapping. */
export async function loadText(
  context: Readonly<RouterContextProvider>,
  { clientId, here, given }: MappingPlace,
) {
  const { own } = orThrow(await given.services.skills.openMapping({ clientId }));
  return {
    here,
    own,
    forms: { paste: showForm(context, paste), confirm: showForm(context, confirm, { initial: beginning }) },
  };
}

/** Suggests from the text, or keeps the rows that the person confirmed. */
export async function actOnText(
  context: Readonly<RouterContextProvider>,
  request: Request,
  { clientId, here, given: { services } }: MappingPlace,
) {
  const sent = await readForm(context, request);
  const text = String(sent.values.text ?? '');
  const read =
    sent.form === 'confirm' && !sent.stale
      ? await services.skills.suggestFromText({ clientId, text })
      : undefined;
  const fixed = { clientId };
  return submitForms(
    { context, request, sent },
    submission({ form: paste, fixed, done: {}, answer: (found) => ({ found }) }),
    submission({
      form: confirm,
      fixed,
      done: added(here),
      more: { found: read?.ok ? read.value : undefined },
    }),
  );
}
