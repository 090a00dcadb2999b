import { costKinds } from '#codes/events';
import { plainWords } from '#modules/networks/pages/words.ts';
import { defineForm, showForm, submitForm } from '#web/forms/index.server.ts';
import { useLanguage, useT } from '#web/i18n/use.ts';
import { orThrow, requireViewer } from '#web/page.ts';
import { FormActs, Page, RowFields, UseCaseForm } from '#web/ui/index.ts';
import type { Route } from './+types/event-costs.ts';

const money = defineForm('events.saveCosts', {
  id: 'costs',
  fixed: ['eventId'],
  fields: {
    lines: {
      label: 'money',
      spare: 0,
      rowLabel: (at) => `cost.${costKinds[at]}`,
      row: {
        kind: { as: 'hidden' },
        plannedCents: { label: 'column.planned' },
        usedCents: { label: 'column.used' },
        label: { label: 'what', width: 'l' },
      },
    },
  },
});

/** A line for each kind of cost, also for one of which nothing is told yet. */
const linesOf = (costs: readonly { readonly kind: string }[]) => ({
  lines: costKinds.map((kind) => costs.find((line) => line.kind === kind) ?? { kind }),
});

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { services } = requireViewer(context, request, 'events:write-costs');
  const { event, costs } = orThrow(await services.events.openEvent(params));
  return { event, form: showForm(context, money, { values: linesOf(costs) }) };
}

export function action({ context, request, params }: Route.ActionArgs) {
  const { services } = requireViewer(context, request, 'events:write-costs');
  return submitForm({
    context,
    request,
    form: money,
    fixed: params,
    current: async () => linesOf(orThrow(await services.events.openEvent(params)).costs),
    done: { to: `/events/${params.eventId}#money`, say: 'events:costs-saved' },
  });
}

/** The money of an event: a line for each kind of cost, planned and used. A blank is "not told" and not 0. */
export default function EventCosts({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT('events');
  const language = useLanguage();
  const { event, form } = loaderData;
  const name = plainWords(event.names, language);
  return (
    <Page
      title={t('money')}
      browserTitle={`${t('money')}: ${name}`}
      lead={t('money-lead', { name })}
      breadcrumbs={[
        { to: '/events', label: t('title') },
        { to: `/events/${event.eventId}`, label: name },
      ]}
    >
      <UseCaseForm form={form} result={actionData}>
        {costKinds.map((kind, at) => (
          <fieldset key={kind} className="field">
            <legend>{t(`cost.${kind}`)}</legend>
            <RowFields of="lines" at={at} />
          </fieldset>
        ))}
        <FormActs cancel={`/events/${event.eventId}`} />
      </UseCaseForm>
    </Page>
  );
}
