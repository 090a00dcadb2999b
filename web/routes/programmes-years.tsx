import { Link } from 'react-router';
import { useFormat, useT } from '../i18n/use.ts';
import { orThrow, requireViewer } from '../page.ts';
import { ProgrammeTabs } from '../programmes/tabs.tsx';
import { networkRoles, programmeCrumbs } from '../programmes/words.ts';
import { YearsTimeline } from '../programmes/years-timeline.tsx';
import { EmptyState, Filters, Page, PrintButton, Section, Select } from '../ui/index.ts';
import type { Route } from './+types/programmes-years.ts';

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { services } = requireViewer(context, request, networkRoles);
  const opened = orThrow(await services.programmes.openProgramme({ programmeId: params.programmeId }));
  const municipalities = orThrow(await services.areas.municipalities({}));
  const named = new Set(
    opened.years.flatMap(({ goals }) =>
      goals.flatMap(({ measures }) => measures.flatMap((one) => one.municipalities)),
    ),
  );
  const asked = new URL(request.url).searchParams.get('kunta') ?? '';
  return {
    programmeId: params.programmeId,
    name: opened.content.name,
    language: opened.content.language,
    years: opened.years,
    waiting: opened.proposalsWaiting,
    keep: opened.actions.keep,
    place: named.has(asked) ? asked : undefined,
    places: municipalities
      .filter(({ code }) => named.has(code))
      .map(({ code, name }) => ({ value: code, label: name })),
  };
}

/** The measures year by year, under their goals, with the days that bind the work; of one municipality when asked. */
export default function Years({ loaderData }: Route.ComponentProps) {
  const t = useT('programmes');
  const format = useFormat();
  const { programmeId, name, language, years, place, places } = loaderData;
  const placeName = (code: string) => places.find(({ value }) => value === code)?.label ?? code;
  return (
    <Page
      title={t('years-title')}
      lead={<span lang={language}>{name}</span>}
      breadcrumbs={programmeCrumbs(t, { programmeId, name })}
      wide
      actions={<PrintButton />}
    >
      <ProgrammeTabs programmeId={programmeId} waiting={loaderData.waiting} keeper={loaderData.keep} />
      {places.length > 0 && (
        <Filters
          id="years-filter"
          label={t('municipality')}
          active={place === undefined ? [] : [{ name: 'kunta', value: place, label: placeName(place) }]}
        >
          <Select name="kunta" label={t('municipality')} choices={places} empty={t('all-municipalities')} />
        </Filters>
      )}
      <YearsTimeline years={years} place={place} />
      {years.length === 0 && <EmptyState title={t('no-years')} />}
      {years.map(({ year, goals, milestones }) => {
        const shown = goals
          .map((goal) => ({
            ...goal,
            measures: goal.measures.filter(
              (one) => place === undefined || one.municipalities.includes(place),
            ),
          }))
          .filter(({ measures }) => measures.length > 0);
        const count = shown.reduce((sum, { measures }) => sum + measures.length, 0);
        return (
          <Section key={year} id={`year-${year}`} title={String(year)} lead={t('measures-count', { count })}>
            {milestones.map((one) => (
              <p key={one.title}>
                <strong>{format.day(one.on)}</strong> <span lang={language}>{one.title}</span>
              </p>
            ))}
            {shown.map((goal) => (
              <div key={goal.goalId}>
                <h3>
                  <Link to={`/programmes/${programmeId}/goals/${goal.goalId}`} lang={language}>
                    {goal.title}
                  </Link>
                </h3>
                <ul>
                  {goal.measures.map((measure) => (
                    <li key={measure.id}>
                      <span lang={language}>{measure.title}</span>
                      {measure.always && <span className="source"> ({t('all-years')})</span>}
                      {measure.municipalities.length > 0 &&
                        ` – ${measure.municipalities.map(placeName).join(', ')}`}
                      {measure.parts.length > 0 && (
                        <ul lang={language}>
                          {measure.parts.map(({ title }) => (
                            <li key={title}>{title}</li>
                          ))}
                        </ul>
                      )}
                    </li>
                  ))}
                </ul>
              </div>
            ))}
          </Section>
        );
      })}
    </Page>
  );
}
