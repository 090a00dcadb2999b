import { eventKeepers, eventKinds, eventLanguages } from '#codes/events';
import { targetGroupCodes } from '#kernel/target-groups.ts';
import { readsProjects } from '../events/roles.ts';
import { useFormat, useLanguage, useT } from '../i18n/use.ts';
import { formValues, orThrow, redirectWith, refused, requireViewer } from '../page.ts';
import { plainWords } from '../services/words.ts';
import {
  Button,
  CheckboxGroup,
  DateField,
  Page,
  PolkuForm,
  Select,
  TextArea,
  TextField,
} from '../ui/index.ts';
import type { Route } from './+types/events-edit.ts';

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { services, viewer } = requireViewer(context, request, eventKeepers);
  const { events, today } = orThrow(await services.events.listOfEvents({}));
  const portfolio = readsProjects(viewer.role)
    ? await services.projects.portfolio({ limit: 1000 })
    : undefined;
  const event =
    params.eventId === undefined
      ? undefined
      : orThrow(await services.events.openEvent({ eventId: params.eventId })).event;
  return {
    event,
    today,
    others: events.filter(({ eventId }) => eventId !== params.eventId),
    projects: portfolio?.ok
      ? portfolio.value.projects.map(({ projectId, name }) => ({ projectId, name }))
      : [],
    organisations: orThrow(await services.networks.organisations({})),
    municipalities: orThrow(await services.areas.municipalities({})),
  };
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const { services } = requireViewer(context, request, eventKeepers);
  const { text, list, ...sent } = await formValues(context, request);
  const id = (name: string) => text(name) || undefined;
  const done = await services.events.saveEvent({
    eventId: params.eventId,
    names: { fi: text('names.fi'), sv: text('names.sv'), en: text('names.en') },
    kind: text('kind') as 'regional',
    heldOn: text('heldOn'),
    startsAt: text('startsAt'),
    endsAt: text('endsAt'),
    municipalityCode: text('municipalityCode'),
    place: text('place'),
    link: text('link'),
    accessNote: text('accessNote'),
    languages: list('languages') as 'fi'[],
    targetGroups: list('targetGroups') as 'companies'[],
    organiserId: id('organiserId'),
    projectId: id('projectId'),
    workPackage: text('workPackage'),
    followsId: id('followsId'),
  });
  if (!done.ok) return refused({ ...sent, text, list }, done.error);
  return redirectWith(context, `/events/${done.value.eventId}`, { kind: 'success', key: 'events:saved' });
}

/** A new event, or the plan of one. */
export default function EditEvent({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT('events');
  const format = useFormat();
  const language = useLanguage();
  const { event, today, others, projects, organisations, municipalities } = loaderData;
  const title = t(event ? 'edit-title' : 'add-title');
  const name = event && plainWords(event.names, language);
  return (
    <Page
      title={title}
      browserTitle={name === undefined ? title : `${title}: ${name}`}
      breadcrumbs={[
        { to: '/events', label: t('title') },
        ...(event ? [{ to: `/events/${event.eventId}`, label: name ?? '' }] : []),
      ]}
    >
      <PolkuForm
        id="event"
        result={actionData}
        labels={{ names: t('name-in.fi'), heldOn: t('day'), link: t('link'), endsAt: t('ends') }}
      >
        {(['fi', 'sv', 'en'] as const).map((one) => (
          <TextField
            key={one}
            name={`names.${one}`}
            label={t(`name-in.${one}`)}
            width="l"
            maxLength={200}
            value={event?.names[one]}
            optional={one !== 'fi'}
          />
        ))}
        <Select
          name="kind"
          label={t('column.kind')}
          help={t('kind-help')}
          value={event?.kind ?? 'regional'}
          choices={eventKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
        />
        <DateField name="heldOn" label={t('day')} value={event?.heldOn ?? today} />
        <TextField
          name="startsAt"
          label={t('starts')}
          help={t('time-help')}
          width="s"
          value={event?.startsAt}
          optional
        />
        <TextField name="endsAt" label={t('ends')} width="s" value={event?.endsAt} optional />
        <Select
          name="municipalityCode"
          label={t('municipality')}
          optional
          empty={t('choose')}
          value={event?.municipalityCode}
          choices={municipalities.map(({ code, name: label }) => ({ value: code, label }))}
        />
        <TextField name="place" label={t('place')} width="l" maxLength={300} value={event?.place} optional />
        <TextField
          name="link"
          label={t('link')}
          help={t('link-help')}
          keyboard="url"
          width="l"
          maxLength={500}
          value={event?.link}
          optional
        />
        <TextArea
          name="accessNote"
          label={t('access-note')}
          help={t('access-note-help')}
          rows={2}
          maxLength={500}
          value={event?.accessNote}
          optional
        />
        <CheckboxGroup
          name="languages"
          label={t('languages')}
          inline
          optional
          choices={eventLanguages.map((value) => ({ value, label: t(`language.${value}`) }))}
          values={event?.languages}
        />
        <CheckboxGroup
          name="targetGroups"
          label={t('services:target-group')}
          optional
          choices={targetGroupCodes.map((value) => ({ value, label: t(`projects:group.${value}`) }))}
          values={event?.targetGroups}
        />
        <Select
          name="organiserId"
          label={t('organiser')}
          width="l"
          optional
          empty={t('choose')}
          value={event?.organiserId}
          choices={organisations.map(({ id, name: label }) => ({ value: id, label }))}
        />
        {projects.length === 0 ? (
          <input type="hidden" name="projectId" value={event?.projectId ?? ''} />
        ) : (
          <Select
            name="projectId"
            label={t('project')}
            help={t('project-help')}
            width="l"
            optional
            empty={t('no-project')}
            value={event?.projectId}
            choices={projects.map(({ projectId, name: label }) => ({ value: projectId, label }))}
          />
        )}
        <TextField
          name="workPackage"
          label={t('work-package')}
          width="s"
          maxLength={20}
          value={event?.workPackage}
          optional
        />
        <Select
          name="followsId"
          label={t('follows')}
          help={t('follows-help')}
          width="l"
          optional
          empty={t('follows-none')}
          value={event?.followsId}
          choices={others.map((one) => ({
            value: one.eventId,
            label: `${one.name}, ${format.day(one.heldOn)}`,
          }))}
        />
        <div className="actions">
          <Button>{t('common:save')}</Button>
          <Button to={event ? `/events/${event.eventId}` : '/events'} look="secondary">
            {t('common:cancel')}
          </Button>
        </div>
      </PolkuForm>
    </Page>
  );
}
