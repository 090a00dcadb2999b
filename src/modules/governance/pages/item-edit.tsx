import { textIn } from '#modules/clients/pages/words.ts';
import { defineForm, showForm, submitForm } from '#web/forms/index.server.ts';
import { translatorOf } from '#web/i18n/server.ts';
import { useFormat, useLanguage, useT } from '#web/i18n/use.ts';
import { orThrow, problem, requireViewer } from '#web/page.ts';
import { Page, UseCaseForm } from '#web/ui/index.ts';
import type { Route } from './+types/item-edit.ts';
import { headingOf, mandateChoices, type OpenedItem } from './words.ts';

const parts = defineForm('governance.saveItem', {
  id: 'item',
  fixed: ['itemId'],
  fields: {
    heading: { width: 'l' },
    registerNumbers: { help: 'one-a-line', rows: 2 },
    mandateRole: { as: 'select', label: 'handled-in', empty: 'handled-none' },
    preparers: { rows: 2, optional: false },
    background: { label: 'part.background', help: 'background-help', rows: 14, optional: false },
    legalBasis: { label: 'part.legal-basis', rows: 2 },
    presenter: {},
    proposals: {
      help: 'proposals-lead',
      spare: 0,
      row: {
        kind: { as: 'select', label: 'outcome-name', words: 'outcome.' },
        text: { label: 'outcome-words', rows: 3, optional: true },
      },
    },
    appeal: { label: 'part.appeal', help: 'appeal-help', rows: 4 },
  },
});

/** Empty places for further outcomes. */
const spare = 2;

/** What is written now, with empty places ready: an item usually notes something and then decides. */
function writtenOf({ item, parts, decisions }: OpenedItem) {
  const partOf = (kind: string) => parts.find((part) => part.kind === kind)?.text;
  const outcomes = decisions.map(({ kind, proposed }) => ({ kind, text: proposed }));
  return {
    ...item,
    preparers: item.preparers.map(({ position }) => position),
    presenter: item.presenter?.position,
    background: partOf('background'),
    legalBasis: partOf('legal-basis'),
    appeal: partOf('appeal'),
    proposals: [
      ...outcomes,
      ...Array.from({ length: spare }, (_, at) => ({
        kind: outcomes.length + at === 0 ? 'note' : 'decide',
        text: '',
      })),
    ],
  };
}

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { services, language } = requireViewer(context, request, 'bodies:write');
  const opened = orThrow(await services.governance.openItem({ itemId: params.itemId }));
  if (!opened.actions.edit) throw problem(409, { code: 'decided-already' });
  const { item, body, meeting, mandates } = opened;
  const form = showForm(context, parts, {
    values: writtenOf(opened),
    choices: { mandateRole: mandateChoices(translatorOf(language).t, mandates) },
    without: mandates.length < 2 ? ['mandateRole'] : [],
  });
  return { item, body, meeting, form };
}

export function action({ context, request, params }: Route.ActionArgs) {
  const { services } = requireViewer(context, request, 'bodies:write');
  const { itemId } = params;
  return submitForm({
    context,
    request,
    form: parts,
    fixed: { itemId },
    current: async () => writtenOf(orThrow(await services.governance.openItem({ itemId }))),
    done: { to: `/items/${itemId}` },
  });
}

/** Writes the parts of an item, in the order in which they will be printed. */
export default function EditItem({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT('governance');
  const format = useFormat();
  const language = useLanguage();
  const { item, body, meeting, form } = loaderData;
  return (
    <Page
      title={t('edit-title', { heading: headingOf(item) })}
      breadcrumbs={[
        { to: `/bodies/${body.bodyId}`, label: textIn(body.names, language) },
        { to: `/meetings/${meeting.meetingId}`, label: format.day(meeting.heldOn) },
        { to: `/items/${item.itemId}`, label: item.heading },
      ]}
    >
      <UseCaseForm form={form} result={actionData} cancel={`/items/${item.itemId}`} />
    </Page>
  );
}
