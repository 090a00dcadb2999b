import { textIn } from '#modules/clients/pages/words.ts';
import { defineForm, showForm, submitForm } from '#web/forms/index.server.ts';
import { useLanguage, useT } from '#web/i18n/use.ts';
import { orThrow, problem, requireViewer } from '#web/page.ts';
import { Details, Field, Fields, FormActs, Page, UseCaseForm } from '#web/ui/index.ts';
import type { Route } from './+types/bulletin-edit.ts';

const bulletin = defineForm('outreach.saveBulletin', {
  id: 'bulletin',
  fixed: ['bulletinId'],
  fields: {
    'titles.fi': { optional: false },
    'titles.sv': {},
    'titles.en': {},
    'texts.fi': { help: 'text-help', rows: 8, optional: false },
    'texts.sv': { rows: 8 },
    'texts.en': { rows: 8 },
    'audiences.open': { label: 'audience-open', words: 'audience-kind.', optional: false },
    'audiences.role': { label: 'audience-roles', words: 'roles:', optional: false },
    'audiences.organisation': { label: 'audience-organisations', optional: false },
    'audiences.municipality': { as: 'ticks', label: 'audience-municipalities', optional: false },
  },
  act: 'common:save-draft',
});

/** Kinds of audience that are chosen by name, each folded until it is used. */
const named = [
  ['role', 'audience-roles'],
  ['organisation', 'audience-organisations'],
  ['municipality', 'audience-municipalities'],
] as const;

type Opened = {
  readonly bulletin: { readonly titles: object; readonly texts: object };
  readonly making?:
    | { readonly audiences: readonly { readonly kind: string; readonly value: string }[] }
    | undefined;
};

/** What is written now, the audiences by their kinds. */
function writtenOf({ bulletin: { titles, texts }, making }: Opened) {
  const audiences = making?.audiences ?? [];
  const of = (wanted: string) => audiences.flatMap(({ kind, value }) => (kind === wanted ? value : []));
  const open = audiences.flatMap(({ kind }) => (kind === 'public' || kind === 'media' ? kind : []));
  return {
    titles,
    texts,
    audiences: {
      open,
      role: of('role'),
      organisation: of('organisation'),
      municipality: of('municipality'),
    },
  };
}

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { services, language } = requireViewer(context, request, 'bulletins:write');
  const { bulletinId } = params as { bulletinId?: string };
  const opened =
    bulletinId === undefined ? undefined : orThrow(await services.outreach.openBulletin({ bulletinId }));
  if (opened && !opened.actions.write) throw problem(409, { code: 'published-already' });
  const organisations = orThrow(await services.networks.organisations({}));
  const municipalities = orThrow(await services.areas.municipalities({}));
  const withOrganisations = new Set(organisations.flatMap(({ municipalityCode }) => municipalityCode ?? []));
  const form = showForm(context, bulletin, {
    values: opened && writtenOf(opened),
    choices: {
      'audiences.organisation': organisations.map(({ id, names }) => ({
        value: id,
        label: textIn(names, language),
      })),
      'audiences.municipality': municipalities
        .filter(({ code }) => withOrganisations.has(code))
        .map(({ code, names }) => ({ value: code, label: names[language === 'sv' ? 'sv' : 'fi'] })),
    },
  });
  return { bulletinId, titles: opened?.bulletin.titles, form };
}

export function action({ context, request, params }: Route.ActionArgs) {
  const { services } = requireViewer(context, request, 'bulletins:write');
  const { bulletinId } = params as { bulletinId?: string };
  let version: number | undefined;
  return submitForm({
    context,
    request,
    form: bulletin,
    fixed: { bulletinId },
    current: async () => {
      if (bulletinId === undefined) return undefined;
      const opened = orThrow(await services.outreach.openBulletin({ bulletinId }));
      version = opened.bulletin.version;
      return writtenOf(opened);
    },
    run: (input, sending) => services.outreach.saveBulletin({ ...input, version }, sending),
    done: (saved) => ({ to: `/bulletins/${saved.bulletinId}` }),
  });
}

/** Writes a bulletin in three languages and chooses to whom it goes. */
export default function EditBulletin({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT('outreach');
  const language = useLanguage();
  const { bulletinId, titles, form } = loaderData;
  const to = bulletinId === undefined ? '/bulletins' : `/bulletins/${bulletinId}`;
  return (
    <Page
      title={t(bulletinId === undefined ? 'bulletin-new' : 'bulletin-edit')}
      lead={t('bulletin-edit-lead')}
      breadcrumbs={[
        { to: '/bulletins', label: t('bulletins') },
        titles !== undefined && { to, label: textIn(titles, language) },
      ]}
    >
      <UseCaseForm form={form} result={actionData}>
        <Fields but={named.map(([kind]) => `audiences.${kind}`)} />
        {named.map(([kind, words]) => (
          <Details key={kind} summary={t(words)} open={(form.values[`audiences.${kind}`] ?? []).length > 0}>
            <Field name={`audiences.${kind}`} />
          </Details>
        ))}
        <FormActs cancel={to} />
      </UseCaseForm>
    </Page>
  );
}
