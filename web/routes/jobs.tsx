import { useFormat, useT } from '../i18n/use.ts';
import { orThrow, page } from '../page.ts';
import { Card, EmptyState, Filters, Page, SearchField, Select } from '../ui/index.ts';
import type { Route } from './+types/jobs.ts';

export async function loader({ context, request }: Route.LoaderArgs) {
  const { services } = page(context);
  const asked = new URL(request.url).searchParams;
  const search = (asked.get('haku') ?? '').slice(0, 100);
  const place = /^\d{3}$/.test(asked.get('kunta') ?? '') ? (asked.get('kunta') ?? undefined) : undefined;
  const { jobs } = orThrow(await services.vacancies.openJobs({ text: search, municipalityCode: place }));
  const municipalities = orThrow(await services.areas.municipalities({}));
  return {
    jobs,
    search,
    place,
    municipalities: municipalities.map(({ code, name }) => ({ value: code, label: name })),
  };
}

/** Published jobs for anybody; hidden ones are never here. */
export default function Jobs({ loaderData }: Route.ComponentProps) {
  const t = useT('vacancies');
  const m = useT('matching');
  const format = useFormat();
  const { jobs, search, place, municipalities } = loaderData;
  const placeName = municipalities.find(({ value }) => value === place)?.label;
  return (
    <Page title={t('jobs.title')} lead={t('jobs.lead')}>
      <Filters
        id="jobs-search"
        label={t('jobs.search')}
        button={false}
        active={[
          ...(search === '' ? [] : [{ name: 'haku', value: search, label: `”${search}”` }]),
          ...(place === undefined ? [] : [{ name: 'kunta', value: place, label: placeName ?? place }]),
        ]}
      >
        <SearchField label={t('jobs.search')} help={t('jobs.search-help')} />
        <Select
          name="kunta"
          label={t('municipality')}
          choices={municipalities}
          empty={t('jobs.all-places')}
        />
      </Filters>
      <p role="status">{t('jobs.found', { count: jobs.length })}</p>
      {jobs.length === 0 && (
        <EmptyState title={t('jobs.none')}>
          <p>{t('jobs.none-next')}</p>
        </EmptyState>
      )}
      <div className="cards">
        {jobs.map((job) => (
          <Card key={job.id} title={job.title} to={`/vacancies/${job.id}`} level={2}>
            <p>
              {[
                job.companyName,
                job.municipality,
                t('places', { count: job.places }),
                ...job.workingTimes.map((time) => m(`time.${time}`)),
                t('jobs.until', { day: format.day(job.validTo) }),
              ].join(' · ')}
            </p>
          </Card>
        ))}
      </div>
    </Page>
  );
}
