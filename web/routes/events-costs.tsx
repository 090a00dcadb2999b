import { costKinds } from '#codes/events';
import { useFormat, useLanguage, useT } from '../i18n/use.ts';
import { formValues, orThrow, redirectWith, refused, requireViewer } from '../page.ts';
import { plainWords } from '../services/words.ts';
import { Button, Page, PolkuForm, TextField } from '../ui/index.ts';
import type { Route } from './+types/events-costs.ts';

const keepers = ['project', 'controller'] as const;

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { services } = requireViewer(context, request, keepers);
  return orThrow(await services.events.openEvent(params));
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const { services } = requireViewer(context, request, keepers);
  const sent = await formValues(context, request);
  const done = await services.events.saveCosts({
    ...params,
    lines: costKinds.map((kind, at) => ({
      kind,
      label: sent.text(`lines.${at}.label`),
      planned: sent.text(`lines.${at}.planned`),
      used: sent.text(`lines.${at}.used`),
    })),
  });
  if (!done.ok) return refused(sent, done.error);
  return redirectWith(context, `/events/${params.eventId}#money`, {
    kind: 'success',
    key: 'events:costs-saved',
  });
}

/** The money of an event: a line for each kind of cost, planned and used. A blank is "not told" and not 0. */
export default function EventCosts({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT('events');
  const format = useFormat();
  const language = useLanguage();
  const { event, costs } = loaderData;
  const name = plainWords(event.names, language);
  const written = (cents: number | undefined) =>
    cents === undefined ? undefined : format.number(cents / 100).replaceAll(/\s|,(?=\d{3})/g, '');
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
      <PolkuForm
        id="costs"
        result={actionData}
        labels={Object.fromEntries(
          costKinds.flatMap((kind, at) =>
            (['planned', 'used'] as const).map((field) => [
              `lines.${at}.${field}`,
              `${t(`cost.${kind}`)}: ${t(`column.${field}`)}`,
            ]),
          ),
        )}
      >
        {costKinds.map((kind, at) => {
          const line = costs.find((one) => one.kind === kind);
          return (
            <fieldset key={kind} className="field">
              <legend>{t(`cost.${kind}`)}</legend>
              <TextField
                name={`lines.${at}.planned`}
                label={t('column.planned')}
                keyboard="decimal"
                width="s"
                unit="€"
                value={written(line?.plannedCents)}
                optional
              />
              <TextField
                name={`lines.${at}.used`}
                label={t('column.used')}
                keyboard="decimal"
                width="s"
                unit="€"
                value={written(line?.usedCents)}
                optional
              />
              <TextField
                name={`lines.${at}.label`}
                label={t('what')}
                width="l"
                value={line?.label}
                optional
              />
            </fieldset>
          );
        })}
        <div className="actions">
          <Button>{t('common:save')}</Button>
          <Button to={`/events/${event.eventId}`} look="secondary">
            {t('common:cancel')}
          </Button>
        </div>
      </PolkuForm>
    </Page>
  );
}
