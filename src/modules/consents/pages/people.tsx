import { defineForm, showForm, submitForm } from '#web/forms/index.server.ts';
import { useFormat, useT } from '#web/i18n/use.ts';
import { orThrow, requireViewer } from '#web/page.ts';
import { Page, Section, StateLine, UseCaseForm } from '#web/ui/index.ts';
import { defineList } from '#web/ui/list/declare.ts';
import { List } from '#web/ui/list/list.tsx';
import { loadList } from '#web/ui/list/load.ts';
import type { Route } from './+types/people.ts';
import { profileName } from './share-profile.tsx';

/** The first names, and how many more there are. */
const few = (
  names: readonly string[] | undefined,
  most: number,
  t: (key: string, places?: Readonly<Record<string, unknown>>) => string,
) => {
  if (names === undefined) return t('people.not-shared');
  const more = names.length - most;
  return `${names.slice(0, most).join(', ')}${more > 0 ? ` ${t('people.more', { count: more })}` : ''}`;
};

const peopleList = defineList({
  name: 'people',
  texts: 'consents',
  prefix: 'people.',
  source: (services, asked) => services.consents.sharedPeople(asked),
  rowKey: (row) => row.clientId,
  columns: [
    {
      key: 'who',
      kind: 'link',
      value: (row, { t }) => profileName(t, row.profile),
      to: (row) => `/people/${row.clientId}`,
      sort: 'name',
      rowHeader: true,
    },
    {
      key: 'occupations',
      kind: 'people',
      value: (row) => row.profile.occupations?.map((occupation) => occupation.name.text),
      cell: (row, { t }) =>
        few(
          row.profile.occupations?.map((occupation) => occupation.name.text),
          2,
          t,
        ),
    },
    {
      key: 'skills',
      kind: 'people',
      value: (row) => row.profile.skills?.map((skill) => skill.name.text),
      cell: (row, { t }) =>
        few(
          row.profile.skills?.map((skill) => skill.name.text),
          4,
          t,
        ),
      phone: 'none',
    },
    {
      key: 'place',
      kind: 'text',
      value: (row) => row.profile.municipality?.name.text,
      absent: 'people.not-shared',
    },
    { key: 'until', kind: 'day', value: (row) => row.until, sort: 'until', phone: 'none' },
  ],
  filters: [
    {
      name: 'occupation',
      kind: 'select',
      choices: ({ found }) =>
        found.choices.occupations.map(({ key, name, count }) => ({
          value: key,
          label: `${name} (${count})`,
        })),
    },
    {
      name: 'place',
      kind: 'select',
      choices: ({ found }) =>
        found.choices.municipalities.map(({ key, name, count }) => ({
          value: key,
          label: `${name} (${count})`,
        })),
    },
  ],
  sort: 'name',
  // Profiles leave the service only as numbered printouts, whose destruction is followed.
  file: false,
  was: { ammatti: 'occupation', kunta: 'place' },
});

const destroyed = defineForm('consents.confirmDestruction', {
  id: 'destroy',
  hidden: ['disclosureId'],
  act: 'people.booklet-destroyed',
});

export async function loader({ context, request }: Route.LoaderArgs) {
  const { services, may } = requireViewer(context, request, 'shared-people:read');
  return {
    list: await loadList(peopleList, { context, request }),
    answers: may('introductions:answer'),
    booklets: orThrow(await services.consents.heldBooklets({})),
    form: showForm(context, destroyed),
  };
}

export function action({ context, request }: Route.ActionArgs) {
  requireViewer(context, request, 'shared-people:read');
  const done = { to: '/people', say: 'consents:people.booklet-thanks' };
  return submitForm({ context, request, form: destroyed, done });
}

/** Those who share with the viewer now, by what they share; and the printouts that the viewer answers for. */
export default function People({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT('consents');
  const format = useFormat();
  const { list, answers, booklets } = loaderData;
  const destroy = booklets.filter((booklet) => booklet.destructionAskedAt);
  return (
    <Page title={t('people.title')} lead={t(`people.lead-${answers ? 'employer' : 'business'}`)} wide>
      {destroy.length > 0 && <Booklets booklets={destroy} form={loaderData.form} result={actionData} />}
      <List of={peopleList} list={list} />
      {booklets.length > destroy.length && (
        <Section id="booklets" title={t('people.booklets')} lead={t('people.booklets-lead')}>
          <ul>
            {booklets
              .filter((booklet) => !booklet.destructionAskedAt)
              .map((booklet) => (
                <li key={booklet.id}>
                  {t('people.booklet-held', { number: booklet.number, day: format.dayOf(booklet.printedAt) })}
                </li>
              ))}
          </ul>
        </Section>
      )}
    </Page>
  );
}

function Booklets({
  booklets,
  form,
  result,
}: {
  readonly form: Route.ComponentProps['loaderData']['form'];
  readonly booklets: Route.ComponentProps['loaderData']['booklets'];
  readonly result: Route.ComponentProps['actionData'];
}) {
  const t = useT('consents');
  const format = useFormat();
  const words = ({ form, number, printedAt }: (typeof booklets)[number]) =>
    t(form === 'print' ? 'people.booklet-destroy' : 'people.copy-destroy', {
      number,
      day: format.dayOf(printedAt),
    });
  return (
    <Section id="destroy" title={t('people.booklets')} lead={t('people.booklets-lead')}>
      {booklets
        .map((booklet) => ({ ...booklet, words: words(booklet) }))
        .map((booklet) => (
          <div className="card" key={booklet.id}>
            <StateLine kind="late">{booklet.words}</StateLine>
            <UseCaseForm
              form={form}
              row={booklet.id}
              hidden={{ disclosureId: booklet.id }}
              result={result}
              label={booklet.words}
              about={booklet.number}
              inline
            />
          </div>
        ))}
    </Section>
  );
}
