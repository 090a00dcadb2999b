import { plainWords } from '#modules/networks/pages/words.ts';
import { defineForm, showForm, submitForm } from '#web/forms/index.server.ts';
import { formatOf } from '#web/i18n/format.ts';
import { translatorOf } from '#web/i18n/server.ts';
import { useLanguage, useT } from '#web/i18n/use.ts';
import { orThrow, requireViewer } from '#web/page.ts';
import { Page, UseCaseForm } from '#web/ui/index.ts';
import { wholeList } from '#web/ui/list/whole.ts';
import { choiceOf, projectSuggestion } from '#web/who.ts';
import type { Route } from './+types/event-edit.ts';

const plan = defineForm('events.saveEvent', {
  id: 'event',
  fixed: ['eventId'],
  fields: {
    'names.fi': { label: 'name-in.fi', optional: false },
    'names.sv': { label: 'name-in.sv' },
    'names.en': { label: 'name-in.en' },
    kind: { as: 'select', label: 'column.kind', help: 'kind-help' },
    heldOn: { label: 'day' },
    startsAt: { label: 'starts', help: 'time-help', until: 'endsAt' },
    endsAt: { label: 'ends' },
    municipalityCode: { as: 'select', label: 'municipality', empty: 'choose' },
    place: {},
    link: {},
    accessNote: { as: 'area', rows: 2 },
    languages: { inline: true, words: 'language.' },
    targetGroups: { label: 'services:target-group', words: 'projects:group.' },
    organiserId: { label: 'organiser', empty: 'choose', width: 'l' },
    projectId: { label: 'project', empty: 'no-project', width: 'l' },
    workPackage: { width: 's' },
    followsId: { label: 'follows', empty: 'follows-none', width: 'l' },
  },
});

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { services, may, language } = requireViewer(context, request, 'events:write');
  const { rows: events, today } = orThrow(await wholeList(services.events.listOfEvents));
  const portfolio = may('projects:read') ? await wholeList(services.projects.portfolio) : undefined;
  const event =
    params.eventId === undefined
      ? undefined
      : orThrow(await services.events.openEvent({ eventId: params.eventId })).event;
  const organisations = orThrow(await services.networks.organisations({}));
  const municipalities = orThrow(await services.areas.municipalities({}));
  const format = formatOf(language);
  const form = showForm(context, plan, {
    values: event,
    initial: { kind: 'regional', heldOn: today },
    without: portfolio?.ok ? [] : ['projectId'],
    choices: {
      municipalityCode: municipalities.map(({ code, name }) => ({ value: code, label: name })),
      organiserId: organisations.map(({ id, name }) => ({ value: id, label: name })),
      projectId: portfolio?.ok
        ? portfolio.value.rows.map((row) => choiceOf(projectSuggestion(row, translatorOf(language))))
        : [],
      followsId: events
        .filter(({ eventId }) => eventId !== params.eventId)
        .map(({ eventId, name, heldOn }) => ({ value: eventId, label: `${name}, ${format.day(heldOn)}` })),
    },
  });
  return { event: event && { eventId: event.eventId, names: event.names }, form };
}

export function action({ context, request, params }: Route.ActionArgs) {
  const { services } = requireViewer(context, request, 'events:write');
  const { eventId } = params;
  return submitForm({
    context,
    request,
    form: plan,
    fixed: { eventId },
    current: async () =>
      eventId === undefined ? undefined : orThrow(await services.events.openEvent({ eventId })).event,
    done: (saved) => ({ to: `/events/${saved.eventId}`, say: 'events:saved' }),
  });
}

/** A new event, or the plan of one. */
export default function EditEvent({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT('events');
  const language = useLanguage();
  const { event, form } = loaderData;
  const title = t(event ? 'edit-title' : 'add-title');
  const name = event && plainWords(event.names, language);
  return (
    <Page
      title={title}
      browserTitle={name === undefined ? title : `${title}: ${name}`}
      breadcrumbs={[
        { to: '/events', label: t('title') },
        event && { to: `/events/${event.eventId}`, label: name ?? '' },
      ]}
    >
      <UseCaseForm form={form} result={actionData} cancel={event ? `/events/${event.eventId}` : '/events'} />
    </Page>
  );
}
