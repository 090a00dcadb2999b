import { useT } from '../i18n/use.ts';
import { formValues, orThrow, redirectWith, refused, requireViewer } from '../page.ts';
import {
  Button,
  CheckboxGroup,
  Combobox,
  DateField,
  Page,
  PolkuForm,
  RadioGroup,
  Section,
  Select,
  TextField,
} from '../ui/index.ts';
import type { Route } from './+types/vacancies-requirements.ts';

const times = ['full-time', 'part-time', 'day', 'evening', 'night', 'weekend', 'shift', 'remote'] as const;
const levels = ['A1', 'A2', 'B1', 'B2', 'C1', 'C2'] as const;
/** Languages that employers of the area ask for; others are kept when a need has them. */
const usualLanguages = ['fi', 'sv', 'en', 'ru', 'et', 'uk', 'ar', 'de'];

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { services, language } = requireViewer(context, request, ['business', 'employer']);
  const opened = orThrow(await services.vacancies.openVacancy({ vacancyId: params.vacancyId }));
  const { licences } = orThrow(await services.vocabulary.licences({}));
  const municipalities = orThrow(await services.areas.municipalities({}));
  const names = new Intl.DisplayNames([language === 'en' ? 'en-GB' : `${language}-FI`], { type: 'language' });
  const codes = [
    ...new Set([...usualLanguages, ...opened.requirements.languages.map((one) => one.language)]),
  ];
  return {
    ...opened,
    licences: licences.map(({ code, name }) => ({ value: code, label: name })),
    municipalities: municipalities.map(({ code, name }) => ({ value: code, label: name })),
    languages: codes.map((code) => ({ value: code, label: names.of(code) ?? code })),
  };
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const { services } = requireViewer(context, request, ['business', 'employer']);
  const sent = await formValues(context, request);
  const certainty =
    (['talk', 'needed', 'now'] as const).find((one) => one === sent.text('certainty')) ?? 'needed';
  const languages = sent.list('languages').flatMap((code) => {
    const cefr = levels.find((level) => level === sent.text(`level-${code}`));
    return cefr === undefined ? [] : [{ language: code, cefr }];
  });
  const added = levels.find((level) => level === sent.text('newLevel'));
  if (sent.text('newLanguage') !== '' && added !== undefined)
    languages.push({ language: sent.text('newLanguage'), cefr: added });
  const done = await services.vacancies.changeRequirements({
    vacancyId: params.vacancyId,
    title: sent.text('title'),
    occupationUri: sent.text('occupationUri'),
    certainty,
    places: sent.text('places'),
    municipalityCode: sent.text('municipalityCode'),
    startsOn: sent.text('startsOn'),
    validTo: sent.text('validTo'),
    workingTimes: times.filter((time) => sent.list('workingTimes').includes(time)),
    essential: [...sent.list('essential'), ...sent.list('addedSkillUri')],
    optional: sent.list('optional'),
    languages,
    licences: sent.list('licences'),
  });
  if (!done.ok) return refused(sent, done.error);
  return redirectWith(context, `/vacancies/${params.vacancyId}`, {
    kind: 'success',
    key: done.value.refilled ? 'vacancies:refilled' : 'vacancies:saved',
  });
}

/** The whole of a need: everything that was guessed or filled from the vocabulary can be corrected here. */
export default function ChangeNeed({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT('vacancies');
  const m = useT('matching');
  const { vacancy, occupation, requirements, licences, municipalities, languages } = loaderData;
  const required = requirements.licences;
  return (
    <Page
      title={t('change-title')}
      lead={`${vacancy.title} · ${vacancy.companyName}`}
      breadcrumbs={[{ to: `/vacancies/${vacancy.id}`, label: vacancy.title }]}
    >
      <PolkuForm id="need" result={actionData}>
        <TextField
          name="title"
          label={t('job-title')}
          help={t('job-title-help')}
          value={vacancy.title}
          width="l"
          maxLength={200}
        />
        <Combobox
          name="occupation"
          idName="occupationUri"
          label={t('occupation')}
          help={t('occupation-help')}
          source="/occupations/suggestions"
          chosen={occupation === undefined ? undefined : { id: occupation.uri, label: occupation.name }}
        />
        <RadioGroup
          name="certainty"
          label={t('visit.certainty')}
          value={vacancy.certainty}
          inline
          choices={(['talk', 'needed', 'now'] as const).map((value) => ({
            value,
            label: t(`certainty.${value}`),
          }))}
        />
        <TextField
          name="places"
          label={t('places-label')}
          value={String(vacancy.places)}
          width="s"
          keyboard="numeric"
        />
        <Select
          name="municipalityCode"
          label={t('municipality')}
          value={vacancy.municipalityCode}
          choices={municipalities}
        />
        <DateField name="startsOn" label={t('starts-label')} value={vacancy.startsOn} optional />
        <DateField name="validTo" label={t('valid-label')} value={vacancy.validTo} />
        <CheckboxGroup
          name="workingTimes"
          label={t('times')}
          values={vacancy.workingTimes}
          choices={times.map((value) => ({ value, label: m(`time.${value}`) }))}
        />
        {requirements.essential.length > 0 && (
          <CheckboxGroup
            name="essential"
            label={t('essential')}
            help={t('skills-help')}
            values={requirements.essential.map(({ uri }) => uri)}
            choices={requirements.essential.map(({ uri, name }) => ({ value: uri, label: name }))}
          />
        )}
        <Combobox
          name="addedSkill"
          idName="addedSkillUri"
          label={t('add-skill')}
          optional
          source="/occupations/suggestions?kind=skill"
        />
        {requirements.optional.length > 0 && (
          <CheckboxGroup
            name="optional"
            label={t('optional')}
            values={requirements.optional.map(({ uri }) => uri)}
            choices={requirements.optional.map(({ uri, name }) => ({ value: uri, label: name }))}
          />
        )}
        <Section id="language-part" title={t('languages')}>
          {requirements.languages.length > 0 && (
            <CheckboxGroup
              name="languages"
              label={t('languages')}
              values={requirements.languages.map(({ language }) => language)}
              choices={requirements.languages.map(({ language, cefr, name }) => ({
                value: language,
                label: `${name} ${cefr}`,
              }))}
            />
          )}
          {requirements.languages.map(({ language, cefr }) => (
            <input key={language} type="hidden" name={`level-${language}`} value={cefr} />
          ))}
          <Select
            name="newLanguage"
            label={t('add-language')}
            optional
            choices={languages}
            empty={t('choose')}
          />
          <Select
            name="newLevel"
            label={t('level')}
            optional
            choices={levels.map((value) => ({ value, label: value }))}
            empty={t('choose')}
            width="s"
          />
        </Section>
        <CheckboxGroup name="licences" label={t('licences')} values={required} choices={licences} />
        <Button>{t('visit.save')}</Button>
      </PolkuForm>
    </Page>
  );
}
