import { Link } from 'react-router';
import { useFormat, useT } from '../i18n/use.ts';
import { formValues, orThrow, redirectWith, refused, requireViewer } from '../page.ts';
import {
  Button,
  DataTable,
  Filters,
  Page,
  PolkuForm,
  SearchField,
  Section,
  Select,
  StateLine,
} from '../ui/index.ts';
import type { Route } from './+types/people.ts';
import { useProfileName } from './share-profile.tsx';

const roles = ['business', 'employer'];

export async function loader({ context, request }: Route.LoaderArgs) {
  const { services, viewer } = requireViewer(context, request, roles);
  const asked = new URL(request.url).searchParams;
  const word = (name: string) => asked.get(name)?.trim() || undefined;
  const found = orThrow(
    await services.consents.sharedPeople({
      search: word('haku')?.slice(0, 100),
      occupation: word('ammatti'),
      municipality: word('kunta'),
      cursor: word('kohdasta'),
    }),
  );
  return {
    ...found,
    role: viewer.role,
    asked: { search: word('haku'), occupation: word('ammatti'), municipality: word('kunta') },
    booklets: orThrow(await services.consents.heldBooklets({})),
  };
}

export async function action({ context, request }: Route.ActionArgs) {
  const { services } = requireViewer(context, request, roles);
  const sent = await formValues(context, request);
  const done = await services.consents.confirmDestruction({ disclosureId: sent.text('disclosureId') });
  if (!done.ok) return refused(sent, done.error);
  return redirectWith(context, '/people', { kind: 'success', key: 'consents:people.booklet-thanks' });
}

/** Those who share with the viewer now, by what they share; and the printouts that the viewer answers for. */
export default function People({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT('consents');
  const format = useFormat();
  const called = useProfileName();
  const { people, total, next, filters, asked, role, booklets } = loaderData;
  const active = [
    asked.search ? { name: 'haku', value: asked.search, label: asked.search } : undefined,
    asked.occupation
      ? {
          name: 'ammatti',
          value: asked.occupation,
          label: filters.occupations.find((one) => one.key === asked.occupation)?.name ?? asked.occupation,
        }
      : undefined,
    asked.municipality
      ? {
          name: 'kunta',
          value: asked.municipality,
          label:
            filters.municipalities.find((one) => one.key === asked.municipality)?.name ?? asked.municipality,
        }
      : undefined,
  ].filter((one) => one !== undefined);
  const few = (names: readonly string[] | undefined, most: number) => {
    if (!names) return t('people.not-shared');
    const more = names.length - most;
    return `${names.slice(0, most).join(', ')}${more > 0 ? ` ${t('people.more', { count: more })}` : ''}`;
  };
  const choices = (facets: readonly { key: string; name: string; count: number }[]) =>
    facets.map((one) => ({ value: one.key, label: `${one.name} (${one.count})` }));
  const destroy = booklets.filter((one) => one.destructionAskedAt);
  return (
    <Page
      title={t('people.title')}
      lead={t(`people.lead-${role === 'employer' ? 'employer' : 'business'}`)}
      wide
    >
      {destroy.length > 0 && <Booklets booklets={destroy} result={actionData} />}
      <Filters id="people-filters" label={t('people.title')} active={active} button={false}>
        <Select
          name="ammatti"
          label={t('people.occupation')}
          empty={t('people.any')}
          choices={choices(filters.occupations)}
        />
        <Select
          name="kunta"
          label={t('people.municipality')}
          empty={t('people.any')}
          choices={choices(filters.municipalities)}
        />
        <SearchField label={t('people.search')} help={t('people.search-help')} />
      </Filters>
      <DataTable
        id="people"
        caption={t('people.table')}
        rows={people}
        rowKey={(row) => row.clientId}
        total={total}
        next={next}
        empty={t(active.length > 0 ? 'people.none-filter' : 'people.none')}
        columns={[
          {
            key: 'who',
            header: t('people.col-who'),
            rowHeader: true,
            cell: (row) => <Link to={`/people/${row.clientId}`}>{called(row.profile)}</Link>,
          },
          {
            key: 'occupations',
            header: t('people.col-occupations'),
            cell: (row) =>
              few(
                row.profile.occupations?.map((one) => one.name.text),
                2,
              ),
          },
          {
            key: 'skills',
            header: t('people.col-skills'),
            cell: (row) =>
              few(
                row.profile.skills?.map((one) => one.name.text),
                4,
              ),
          },
          {
            key: 'place',
            header: t('people.col-place'),
            cell: (row) => row.profile.municipality?.name.text ?? t('people.not-shared'),
          },
          { key: 'until', header: t('people.col-until'), cell: (row) => format.day(row.until) },
        ]}
      />
      {booklets.length > destroy.length && (
        <Section id="booklets" title={t('people.booklets')} lead={t('people.booklets-lead')}>
          <ul>
            {booklets
              .filter((one) => !one.destructionAskedAt)
              .map((one) => (
                <li key={one.id}>
                  {t('people.booklet-held', { number: one.number, day: format.dayOf(one.printedAt) })}
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
  result,
}: {
  readonly booklets: Route.ComponentProps['loaderData']['booklets'];
  readonly result: Route.ComponentProps['actionData'];
}) {
  const t = useT('consents');
  return (
    <Section id="destroy" title={t('people.booklets')} lead={t('people.booklets-lead')}>
      {booklets.map((one) => (
        <div className="card" key={one.id}>
          <StateLine kind="late">{t('people.booklet-destroy', { number: one.number })}</StateLine>
          <PolkuForm
            id={`destroy-${one.id}`}
            result={result}
            label={t('people.booklet-destroy', { number: one.number })}
            inline
          >
            <input type="hidden" name="disclosureId" value={one.id} />
            <Button about={one.number}>{t('people.booklet-destroyed')}</Button>
          </PolkuForm>
        </div>
      ))}
    </Section>
  );
}
