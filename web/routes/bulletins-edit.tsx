import { audienceRoles, outreachWriters } from '#codes/outreach';
import { textIn } from '../clients/words.ts';
import { useLanguage, useT } from '../i18n/use.ts';
import { LocalisedFields } from '../outreach/localised-fields.tsx';
import { audienceFrom, audienceValue, textsOf } from '../outreach/words.ts';
import { formValues, orThrow, problem, redirectWith, refused, requireViewer } from '../page.ts';
import { Button, CheckboxGroup, Details, Page, PolkuForm } from '../ui/index.ts';
import type { Route } from './+types/bulletins-edit.ts';

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { services } = requireViewer(context, request, outreachWriters);
  const bulletinId = (params as { bulletinId?: string }).bulletinId;
  const opened =
    bulletinId === undefined ? undefined : orThrow(await services.outreach.openBulletin({ bulletinId }));
  if (opened && !opened.actions.write) throw problem(409, { code: 'published-already' });
  const organisations = orThrow(await services.networks.organisations({}));
  const municipalities = orThrow(await services.areas.municipalities({}));
  const named = new Set(organisations.flatMap((one) => one.municipalityCode ?? []));
  return {
    opened,
    organisations: organisations.map((one) => ({ id: one.id, names: one.names })),
    municipalities: municipalities.filter((one) => named.has(one.code)),
  };
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const { services } = requireViewer(context, request, outreachWriters);
  const bulletinId = (params as { bulletinId?: string }).bulletinId;
  const sent = await formValues(context, request);
  const done = await services.outreach.saveBulletin({
    bulletinId,
    version: sent.text('version') || undefined,
    titles: textsOf(sent, 'titles'),
    texts: textsOf(sent, 'texts'),
    audiences: ['audiences', 'roles', 'organisations', 'municipalities']
      .flatMap((name) => sent.list(name))
      .map(audienceFrom),
  });
  if (!done.ok) return refused(sent, done.error);
  return redirectWith(context, `/bulletins/${done.value.bulletinId}`, {
    kind: 'success',
    key: 'common:saved',
  });
}

/** Writes a bulletin in three languages and chooses to whom it goes. */
export default function EditBulletin({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT('outreach');
  const r = useT('roles');
  const language = useLanguage();
  const { opened, organisations, municipalities } = loaderData;
  const chosen = (opened?.making?.audiences ?? []).map(audienceValue);
  const title = opened === undefined ? t('bulletin-new') : t('bulletin-edit');
  const group = (kind: string) => chosen.filter((one) => one.startsWith(`${kind}:`));
  return (
    <Page
      title={title}
      lead={t('bulletin-edit-lead')}
      breadcrumbs={[
        { to: '/bulletins', label: t('bulletins') },
        ...(opened === undefined
          ? []
          : [
              {
                to: `/bulletins/${opened.bulletin.bulletinId}`,
                label: textIn(opened.bulletin.titles, language),
              },
            ]),
      ]}
    >
      <PolkuForm
        id="bulletin"
        result={actionData}
        labels={{
          titles: t('title'),
          'titles.fi': t('title'),
          texts: t('text'),
          'texts.fi': t('text'),
          audiences: t('audience'),
        }}
      >
        {opened !== undefined && <input type="hidden" name="version" value={opened.bulletin.version} />}
        <LocalisedFields name="titles" label={t('title')} values={opened?.bulletin.titles} maxLength={200} />
        <LocalisedFields
          name="texts"
          label={t('text')}
          help={t('text-help')}
          values={opened?.bulletin.texts}
          rows={8}
          maxLength={20_000}
        />
        <CheckboxGroup
          name="audiences"
          label={t('audience-open')}
          values={chosen}
          choices={[
            { value: 'public:', label: t('audience-kind.public'), help: t('audience-public-help') },
            { value: 'media:', label: t('audience-kind.media'), help: t('audience-media-help') },
          ]}
        />
        <Details summary={t('audience-roles')} open={group('role').length > 0}>
          <CheckboxGroup
            name="roles"
            label={t('audience-roles')}
            values={chosen}
            choices={audienceRoles.map((role) => ({ value: `role:${role}`, label: r(role) }))}
          />
        </Details>
        <Details summary={t('audience-organisations')} open={group('organisation').length > 0}>
          <CheckboxGroup
            name="organisations"
            label={t('audience-organisations')}
            values={chosen}
            choices={organisations.map((one) => ({
              value: `organisation:${one.id}`,
              label: textIn(one.names, language),
            }))}
          />
        </Details>
        <Details summary={t('audience-municipalities')} open={group('municipality').length > 0}>
          <CheckboxGroup
            name="municipalities"
            label={t('audience-municipalities')}
            help={t('audience-municipalities-help')}
            values={chosen}
            choices={municipalities.map((one) => ({
              value: `municipality:${one.code}`,
              label: one.names[language === 'sv' ? 'sv' : 'fi'],
            }))}
          />
        </Details>
        <div className="actions">
          <Button>{t('common:save-draft')}</Button>
          <Button
            to={opened === undefined ? '/bulletins' : `/bulletins/${opened.bulletin.bulletinId}`}
            look="secondary"
          >
            {t('common:cancel')}
          </Button>
        </div>
      </PolkuForm>
    </Page>
  );
}
