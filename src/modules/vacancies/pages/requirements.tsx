import { languageName } from '#kernel/language-names.ts';
import { conceptsLike } from '#modules/vocabulary/pages/concepts-like.server.ts';
import { defineForm, showForm, submitForm } from '#web/forms/index.server.ts';
import { useFormat, useT } from '#web/i18n/use.ts';
import { orThrow, problem, requireViewer } from '#web/page.ts';
import { Details, Field, Fields, FormActs, Page, UseCaseForm } from '#web/ui/index.ts';
import type { Route } from './+types/requirements.ts';

/** Languages that employers of the area ask for; others are kept when a need has them. */
const usualLanguages = ['fi', 'sv', 'en', 'ru', 'et', 'uk', 'ar', 'de'];

const need = defineForm('vacancies.changeRequirements', {
  id: 'need',
  fixed: ['vacancyId'],
  fields: {
    title: { as: 'line', label: 'job-title', width: 'l' },
    occupationUri: {
      as: 'suggest',
      source: '/vocabulary/search?kind=occupation',
      label: 'occupation',
      text: 'occupation',
    },
    certainty: { label: 'visit.certainty', words: 'certainty.', inline: true },
    places: { label: 'places-label' },
    municipalityCode: { as: 'select', label: 'municipality' },
    startsOn: { label: 'starts-label' },
    validTo: { label: 'valid-label' },
    workingTimes: { label: 'times', words: 'matching:time.' },
    essential: { as: 'ticks', help: 'skills-help' },
    skillUri: { as: 'suggest', source: '/vocabulary/search?kind=skill', label: 'add-skill', text: 'skill' },
    optional: { as: 'ticks' },
    languages: { row: { language: { as: 'select' }, cefr: { as: 'select', label: 'level' } } },
    licences: { as: 'ticks', inline: true },
  },
  act: 'visit.save',
});

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { services, language } = requireViewer(context, request, 'needs:write');
  const opened = orThrow(await services.vacancies.openVacancy({ vacancyId: params.vacancyId }));
  if (!opened.actions.change) throw problem(403, { code: 'not-own-need' });
  const { licences } = orThrow(await services.vocabulary.licences({}));
  const municipalities = orThrow(await services.areas.municipalities({}));
  const { essential, optional, languages, licences: required } = opened.requirements;
  const codes = [...new Set([...usualLanguages, ...languages.map((row) => row.language)])];
  const concepts = (all: typeof essential) => all.map(({ uri, name }) => ({ value: uri, label: name }));
  return {
    vacancy: opened.vacancy,
    required: licences.filter(({ code }) => required.includes(code)).map(({ name }) => name),
    form: showForm(context, need, {
      values: valuesOf(opened),
      choices: {
        essential: concepts(essential),
        optional: concepts(optional),
        licences: licences.map(({ code, name }) => ({ value: code, label: name })),
        municipalityCode: municipalities.map(({ code, name }) => ({ value: code, label: name })),
        'languages.language': codes.map((code) => ({ value: code, label: languageName(code, language) })),
      },
      without: [
        ...(essential.length > 0 ? [] : ['essential' as const]),
        ...(optional.length > 0 ? [] : ['optional' as const]),
      ],
    }),
  };
}

type Opened = {
  readonly vacancy: object;
  readonly occupation: { readonly uri: string; readonly name: string } | undefined;
  readonly requirements: Readonly<Record<'essential' | 'optional', readonly { readonly uri: string }[]>>;
};
const valuesOf = ({ vacancy, occupation, requirements }: Opened) => ({
  ...vacancy,
  ...requirements,
  occupation: occupation?.name,
  essential: requirements.essential.map(({ uri }) => uri),
  optional: requirements.optional.map(({ uri }) => uri),
});

export function action({ context, request, params }: Route.ActionArgs) {
  const { services } = requireViewer(context, request, 'needs:write');
  const { vacancyId } = params;
  return submitForm({
    context,
    request,
    form: need,
    fixed: { vacancyId },
    current: async () => valuesOf(orThrow(await services.vacancies.openVacancy({ vacancyId }))),
    suggest: {
      occupationUri: conceptsLike(services, 'occupation'),
      skillUri: conceptsLike(services, 'skill'),
    },
    done: ({ refilled }) => ({
      to: `/vacancies/${vacancyId}`,
      say: refilled ? 'vacancies:refilled' : 'vacancies:saved',
    }),
  });
}

/** The whole of a need: everything that was guessed or filled from the vocabulary can be corrected here. */
export default function ChangeNeed({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT('vacancies');
  const format = useFormat();
  const { vacancy, required, form } = loaderData;
  return (
    <Page
      title={t('change-title')}
      lead={`${vacancy.title} · ${vacancy.companyName}`}
      breadcrumbs={[{ to: `/vacancies/${vacancy.id}`, label: vacancy.title }]}
    >
      <UseCaseForm form={form} result={actionData}>
        <Fields but={['licences']} />
        <Details
          summary={`${t('licences')}: ${required.length > 0 ? format.list(required) : t('licences-none')}`}
        >
          <Field name="licences" />
        </Details>
        <FormActs cancel={`/vacancies/${vacancy.id}`} />
      </UseCaseForm>
    </Page>
  );
}
