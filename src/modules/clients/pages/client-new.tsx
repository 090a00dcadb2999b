import { Link } from 'react-router';
import type { clients } from '#clients';
import { dayInFinland } from '#kernel/clock.ts';
import { languageChoices } from '#kernel/language-names.ts';
import type { OutputOf } from '#use-case';
import { defineForm, showForm, submission, submitForms } from '#web/forms/index.server.ts';
import { formatOf } from '#web/i18n/format.ts';
import { useLanguage, useT } from '#web/i18n/use.ts';
import { orThrow, page, requireViewer } from '#web/page.ts';
import { CheckboxGroup, Field, Fields, FormActs, Notice, Page, Section, UseCaseForm } from '#web/ui/index.ts';
import type { Route } from './+types/client-new.ts';
import { useClientCrumbs } from './client-tabs.tsx';
import { textIn } from './words.ts';

const registration = defineForm('clients.register', {
  id: 'register',
  fields: {
    identified: {},
    identityCode: {
      kind: 'identity-code',
      width: 's',
      optional: false,
      when: { field: 'identified', is: 'by-code' },
    },
    birthDate: { optional: false, when: { field: 'identified', is: 'by-birth-date' } },
    givenName: { width: 'l' },
    familyName: { width: 'l' },
    municipalityCode: { as: 'select', label: 'home', empty: 'choose-municipality' },
    contactLanguage: { inline: true, words: 'language.' },
    nativeLanguage: { as: 'select', empty: 'choose-language' },
    interpreterNeeded: { label: 'interpreter-needed' },
    nonDisclosure: { label: 'has-non-disclosure' },
    phone: { autoComplete: 'off' },
    email: { autoComplete: 'off', width: 'l' },
    streetAddress: { autoComplete: 'off', width: 'l' },
    postcode: { autoComplete: 'off' },
    representative: {},
    representativeName: {
      width: 'l',
      when: { field: 'representative', is: ['guardian', 'mandate', 'custodian'] },
    },
    representativePhone: { when: { field: 'representative', is: ['guardian', 'mandate', 'custodian'] } },
    searchStartedOn: { label: 'search-begins' },
    arrival: {},
    fromArea: { width: 'l', when: { field: 'arrival', is: 'moved' } },
    movedOn: { when: { field: 'arrival', is: 'moved' } },
    brought: { when: { field: 'arrival', is: 'moved' } },
    arrivalNote: { as: 'area', rows: 3, when: { field: 'arrival', is: 'moved' } },
    othersThan: { as: 'hidden' },
  },
  act: 'register',
});
const again = defineForm('clients.reopenCase', { id: 'again', hidden: ['clientId'], act: 'take-again' });

export async function loader({ context, request }: Route.LoaderArgs) {
  const { services, language } = requireViewer(context, request, 'clients:register');
  const municipalities = orThrow(await services.areas.municipalities({}));
  const choices = {
    municipalityCode: municipalities.map(({ code, name }) => ({ value: code, label: name })),
    nativeLanguage: languageChoices(language).map(({ code, name }) => ({ value: code, label: name })),
  };
  const initial = {
    identified: 'by-code',
    contactLanguage: 'fi',
    nativeLanguage: 'fi',
    representative: 'none',
    arrival: 'new',
    searchStartedOn: page(context).today ?? dayInFinland(new Date()),
  };
  return {
    forms: {
      register: showForm(context, registration, { initial, choices }),
      again: showForm(context, again),
    },
  };
}

export async function action({ context, request }: Route.ActionArgs) {
  const { services, language } = requireViewer(context, request, 'clients:register');
  const format = formatOf(language);
  let known: Known | undefined;
  return submitForms(
    { context, request },
    submission({
      form: registration,
      run: async (input, sending) => {
        const done = await services.clients.register(input, sending);
        if (!done.ok && (done.error.code === 'client-known' || done.error.code === 'looks-alike'))
          known = orThrow(await services.clients.alike(input));
        return done;
      },
      more: () => ({ known }),
      done: ({ clientId, dueOn, untold }) =>
        untold
          ? { to: `/clients/${clientId}`, kind: 'warning', say: 'clients:registered-untold' }
          : dueOn === undefined
            ? { to: `/clients/${clientId}`, say: 'clients:registered' }
            : {
                to: `/clients/${clientId}`,
                say: 'clients:registered-interview',
                values: { day: format.day(dueOn) },
              },
    }),
    submission({
      form: again,
      done: ({ clientId, name }) => ({
        to: `/clients/${clientId}`,
        say: 'clients:taken-again',
        values: { name },
      }),
    }),
  );
}

type Known = OutputOf<(typeof clients)['alike']>;
type KnownPerson = Known['alike'][number];

/** A new client: who, from where, since when searching. Those who may be the same person stand first, side by side. */
export default function NewClient({ loaderData: { forms }, actionData }: Route.ComponentProps) {
  const t = useT('clients');
  const known = (actionData as { readonly known?: Known } | undefined)?.known;
  const words = useKnownWords();
  return (
    <Page title={t('new-client')} lead={t('new-client-lead')} breadcrumbs={useClientCrumbs()}>
      {known?.same !== undefined && (
        <Notice kind="warning" title={t('known-title')} live>
          <KnownList people={[known.same]} again={forms.again} result={actionData} />
        </Notice>
      )}
      {known !== undefined && known.same === undefined && known.alike.length > 0 && (
        <Notice kind="warning" title={t('alike-title', { count: known.alike.length })} live>
          <p>{t('alike-text')}</p>
          <KnownList people={known.alike} again={forms.again} result={actionData} />
          {known.more > 0 && <p>{t('alike-more', { count: known.more })}</p>}
        </Notice>
      )}
      <UseCaseForm form={forms.register} result={actionData}>
        {known !== undefined && known.same === undefined && known.alike.length > 0 && (
          <CheckboxGroup
            name="othersThan"
            label={t('others-than')}
            choices={known.alike.map((person) => ({ value: person.clientId, label: words(person) }))}
          />
        )}
        <Section id="who" title={t('section.who')}>
          <Fields of={['identified', 'identityCode', 'birthDate', 'givenName', 'familyName']} />
          <Fields of={['municipalityCode', 'contactLanguage', 'nativeLanguage']} />
          <Fields of={['interpreterNeeded', 'nonDisclosure']} />
        </Section>
        <Section id="contact" title={t('section.contact')}>
          <Fields of={['phone', 'email', 'streetAddress', 'postcode']} />
        </Section>
        <Section id="representative" title={t('section.representative')}>
          <Fields of={['representative', 'representativeName', 'representativePhone']} />
        </Section>
        <Section id="search" title={t('section.search')}>
          <Field name="searchStartedOn" />
          <Fields of={['arrival', 'fromArea', 'movedOn', 'brought', 'arrivalNote']} />
        </Section>
        <FormActs cancel="/clients" />
      </UseCaseForm>
    </Page>
  );
}

function useKnownWords(): (person: KnownPerson) => string {
  const t = useT('clients');
  const language = useLanguage();
  return (person) =>
    [
      person.name,
      t('age', { count: person.age }),
      person.nonDisclosure ? t('home-protected') : textIn(person.municipality, language) || t('home-unknown'),
    ].join(' · ');
}

/** Those who are known already: by what they are told apart, and the way on with each. */
function KnownList({
  people,
  again: form,
  result,
}: {
  readonly people: readonly KnownPerson[];
  readonly again: Route.ComponentProps['loaderData']['forms']['again'];
  readonly result: Route.ComponentProps['actionData'];
}) {
  const t = useT('clients');
  const language = useLanguage();
  const words = useKnownWords();
  return (
    <ul className="known">
      {people.map((person) => (
        <li key={person.clientId}>
          <p>
            <strong>{words(person)}</strong>
            {person.responsible !== undefined &&
              ` · ${t('known-responsible', {
                name: person.responsible.name,
                organisation: textIn(person.responsible.organisation, language),
              })}`}
          </p>
          {person.open ? (
            <p>
              <Link to={`/clients/${person.clientId}`}>{t('known-open')}</Link>
            </p>
          ) : (
            person.responsible !== undefined && <p>{t('known-ask', { name: person.responsible.name })}</p>
          )}
          {person.reopen && (
            <>
              <p>{t('known-closed')}</p>
              <UseCaseForm
                form={form}
                row={person.clientId}
                hidden={{ clientId: person.clientId }}
                about={person.name}
                look="secondary"
                result={result}
                inline
              />
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
