import { Link } from 'react-router';
import { textIn } from '#modules/clients/pages/words.ts';
import type { openings } from '#openings';
import type { OutputOf } from '#use-case';
import { defineForm, showForm, submitForm } from '#web/forms/index.server.ts';
import { useLanguage, useT } from '#web/i18n/use.ts';
import { requireViewer } from '#web/page.ts';
import { Button, Notice, Page, UseCaseForm } from '#web/ui/index.ts';
import type { Route } from './+types/find-person.ts';

const find = defineForm('openings.findPerson', {
  id: 'find',
  fields: {
    identified: {},
    identityCode: {
      kind: 'identity-code',
      width: 's',
      optional: false,
      when: { field: 'identified', is: 'by-code' },
    },
    givenName: { width: 'l', when: { field: 'identified', is: 'by-birth-date' } },
    familyName: { width: 'l', when: { field: 'identified', is: 'by-birth-date' } },
    birthDate: { optional: false, when: { field: 'identified', is: 'by-birth-date' } },
  },
  act: 'find-act',
});

export function loader({ context, request }: Route.LoaderArgs) {
  requireViewer(context, request, 'files:open');
  return { form: showForm(context, find, { initial: { identified: 'by-code' } }) };
}

export function action({ context, request }: Route.ActionArgs) {
  requireViewer(context, request, 'files:open');
  return submitForm({ context, request, form: find, done: {}, answer: ({ people }) => ({ people }) });
}

type Person = OutputOf<(typeof openings)['findPerson']>['people'][number];

/** Is the person who stands here a client, and with whom? From here the file is opened, to whoever may. */
export default function FindPerson({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT('openings');
  const people = (actionData as { readonly people?: readonly Person[] } | undefined)?.people;
  return (
    <Page title={t('find')} lead={t('find-lead')} breadcrumbs={[{ to: '/openings', label: t('title') }]}>
      {people !== undefined && (
        <Notice
          kind="info"
          title={t(people.length === 0 ? 'found-none' : 'found', { count: people.length })}
          live
        >
          {people.length === 0 ? <p>{t('found-none-next')}</p> : <Found people={people} />}
        </Notice>
      )}
      <UseCaseForm form={loaderData.form} result={actionData} />
    </Page>
  );
}

function Found({ people }: { readonly people: readonly Person[] }) {
  const t = useT('openings');
  const language = useLanguage();
  return (
    <ul className="known">
      {people.map((person) => (
        <li key={person.clientId}>
          <p>
            <strong>{person.name}</strong>
            {'age' in person && `, ${t('age', { count: person.age })}`}
          </p>
          {'responsible' in person && person.responsible !== undefined && (
            <p>
              {t('answers', {
                name: person.responsible.name,
                organisation: textIn(person.responsible.organisation, language),
              })}
            </p>
          )}
          {person.state === 'open' && (
            <p>
              <Link to={`/clients/${person.clientId}`}>{t('open-already')}</Link>
            </p>
          )}
          {person.state === 'closed' && (
            <Button
              look="secondary"
              to={`/open-file/${person.clientId}`}
              label={t('open-this')}
              about={person.name}
            />
          )}
          {(person.state === 'protected' || person.state === 'own-or-relatives-file') && (
            <p>{t(`state-of.${person.state}`)}</p>
          )}
        </li>
      ))}
    </ul>
  );
}
