import { Link } from 'react-router';
import type { ProgrammeBoard } from '#programmes';
import { useFormat, useT } from '#web/i18n/use.ts';
import { Details, EmptyState, Filters, Section, Select } from '#web/ui/index.ts';
import { YearsTimeline } from './years-timeline.tsx';

/** What the address asks of the measures by year: a municipality that some of them names, or just that they stand open. */
export type AskedYears = {
  readonly open: boolean;
  readonly place: string | undefined;
  readonly places: readonly { readonly value: string; readonly label: string }[];
};

/** The municipalities that the measures name, and which of them the address asks for. */
export function askedYears(
  years: ProgrammeBoard['years'],
  municipalities: readonly { readonly code: string; readonly name: string }[],
  asked: URLSearchParams,
): AskedYears {
  const named = new Set(
    years.flatMap(({ goals }) =>
      goals.flatMap(({ measures }) => measures.flatMap((measure) => measure.municipalities)),
    ),
  );
  const place = asked.get('place') ?? '';
  return {
    open: asked.has('years') || asked.has('place'),
    place: named.has(place) ? place : undefined,
    places: municipalities
      .filter(({ code }) => named.has(code))
      .map(({ code, name }) => ({ value: code, label: name })),
  };
}

/** The measures year by year, under their goals, with the days that bind the work; of one municipality when asked. */
export function YearsSection({
  programmeId,
  language,
  years,
  asked: { open, place, places },
}: {
  readonly programmeId: string;
  readonly language: string;
  readonly years: ProgrammeBoard['years'];
  readonly asked: AskedYears;
}) {
  const t = useT('programmes');
  const format = useFormat();
  const placeName = (code: string) => places.find(({ value }) => value === code)?.label ?? code;
  return (
    <Section id="by-year" title={t('years-title')}>
      <Details
        summary={t('years-open', { years: format.list(years.map(({ year }) => String(year))) })}
        open={open}
      >
        {places.length > 0 && (
          <Filters
            id="years-filter"
            label={t('municipality')}
            active={place === undefined ? [] : [{ name: 'place', value: place, label: placeName(place) }]}
          >
            <Select name="place" label={t('municipality')} choices={places} empty={t('all-municipalities')} />
          </Filters>
        )}
        <YearsTimeline years={years} place={place} />
        {years.length === 0 && <EmptyState title={t('no-years')} />}
        {years.map(({ year, goals, milestones }) => {
          const shown = goals
            .map((goal) => ({
              ...goal,
              measures: goal.measures.filter(
                (row) => place === undefined || row.municipalities.includes(place),
              ),
            }))
            .filter(({ measures }) => measures.length > 0);
          const count = shown.reduce((sum, { measures }) => sum + measures.length, 0);
          return (
            <Section
              key={year}
              level={3}
              id={`year-${year}`}
              title={String(year)}
              lead={t('measures-count', { count })}
            >
              {milestones.map((milestone) => (
                <p key={milestone.title}>
                  <strong>{format.day(milestone.on)}</strong> <span lang={language}>{milestone.title}</span>
                </p>
              ))}
              {shown.map((goal) => (
                <div key={goal.goalId}>
                  <h4>
                    <Link to={`/programmes/${programmeId}/goals/${goal.goalId}`} lang={language}>
                      {goal.title}
                    </Link>
                  </h4>
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
      </Details>
    </Section>
  );
}
