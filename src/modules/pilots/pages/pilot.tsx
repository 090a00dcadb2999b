import { partGone } from '#kernel/day-text.ts';
import { CarriedOut } from '#modules/programmes/pages/carried-out.tsx';
import { BarChart } from '#web/charts/bar-chart.tsx';
import { CurveChart } from '#web/charts/curve-chart.tsx';
import { useSource } from '#web/i18n/source.ts';
import { useFormat, useLanguage, useT } from '#web/i18n/use.ts';
import { orThrow, requireViewer } from '#web/page.ts';
import { Button, EmptyState, Figure, Figures, Page, PrintButton, Section } from '#web/ui/index.ts';
import type { Route } from './+types/pilot.ts';
import { valueOfCell } from './cell.ts';
import { NoRelease } from './no-release.tsx';

/** The steps drawn as curves; four can still be told apart. */
const curveSteps = ['joined', 'consented', 'introduced', 'employed'] as const;

export async function loader({ context, request }: Route.LoaderArgs) {
  const { services } = requireViewer(context, request, 'figures:read');
  const { pilots, actions } = orThrow(await services.pilots.openPilot({}));
  const wanted = new URL(request.url).searchParams.get('pilot');
  const pilot = pilots.find((each) => each.pilotId === wanted) ?? pilots[0];
  const carries =
    pilot && (await services.programmes.carriedOutBy({ kind: 'pilot', targetId: pilot.pilotId }));
  return {
    pilots,
    actions,
    counted: pilot && orThrow(await services.insight.pilotFigures(pilot)),
    carries: carries?.ok ? carries.value.parts : [],
  };
}

/** The pilot as a leadership group reads it: one sentence, the figures against the promise, the curve. */
export default function Pilot({ loaderData }: Route.ComponentProps) {
  const t = useT('pilots');
  const sourceOf = useSource();
  const format = useFormat();
  const language = useLanguage();
  const { counted, actions } = loaderData;
  if (!counted) {
    return (
      <Page title={t('title')}>
        <EmptyState title={t('none')} />
      </Page>
    );
  }
  const { pilot, releasedOn, until, figures, months, medianDaysToJob } = counted;
  const cellOf = (name: string) => figures.find((each) => each.figure === name)!.cell;
  const words = (name: string) => {
    const value = valueOfCell(cellOf(name));
    return typeof value === 'number' ? format.number(value) : t('under-five');
  };
  const days = { from: format.day(pilot.startsOn), to: format.day(pilot.endsOn) };
  if (releasedOn === undefined || until === undefined)
    return (
      <Page
        title={pilot.names[language] ?? pilot.names.fi ?? ''}
        actions={actions.pick && <Button to="/pilot/group" look="secondary" label={t('group.title')} />}
      >
        <p className="source">{t('period', days)}</p>
        <CarriedOut parts={loaderData.carries} />
        <NoRelease />
      </Page>
    );
  return (
    <Page
      title={pilot.names[language] ?? pilot.names.fi ?? ''}
      lead={t('sentence', {
        employed: words('employed'),
        target: pilot.employedTarget,
        joined: words('joined'),
        companies: words('companies-helped'),
        companiesTarget: pilot.companiesTarget,
      })}
      wide
      actions={
        <>
          {actions.pick && <Button to="/pilot/group" look="secondary" label={t('group.title')} />}
          <PrintButton />
        </>
      }
    >
      <p className="source">{t('period', days)}</p>
      <CarriedOut parts={loaderData.carries} />
      <Section
        id="figures"
        title={t('figures')}
        lead={t('figures-lead', { day: format.day(until), release: format.day(releasedOn) })}
      >
        <Figures>
          {figures.map(({ figure, cell, toldOn, target, share }) => (
            <Figure
              key={figure}
              id={figure}
              label={t(`figure.${figure}`)}
              value={valueOfCell(cell)}
              unit={t(figure === 'companies-helped' ? 'companies-unit' : 'people-unit')}
              target={target}
              source={`${target === undefined ? t('own-facts') : t('promised', { source: sourceOf(pilot.source) })}. ${t('release', { day: format.day(toldOn ?? releasedOn) })}`}
              note={
                share === undefined
                  ? undefined
                  : t('pace', {
                      passed: format.percent(partGone(pilot.startsOn, pilot.endsOn, until)),
                      reached: format.percent(share / 100),
                    })
              }
              formula={
                <>
                  <p>{t(`formula.${figure}`)}</p>
                  <p>
                    <Button
                      to={`/pilot/figures/${figure}?pilot=${pilot.pilotId}`}
                      look="secondary"
                      about={t(`figure.${figure}`)}
                      label={t('open-rows')}
                    />
                  </p>
                </>
              }
            />
          ))}
        </Figures>
      </Section>
      <Section id="path" title={t('path-title')} lead={t('path-lead')}>
        <BarChart
          caption={t('path-caption')}
          labelName={t('step')}
          valueName={t('people')}
          bars={figures
            .filter(({ figure }) => figure !== 'companies-helped')
            .map(({ figure, cell }) => ({
              key: figure,
              label: t(`figure.${figure}`),
              value: valueOfCell(cell),
            }))}
          source={`${t('own-facts')}. ${t('release', { day: format.day(releasedOn) })}`}
        />
        <p>{medianDaysToJob === undefined ? t('median-unknown') : t('median', { count: medianDaysToJob })}</p>
      </Section>
      <Section id="months" title={t('months-title')} lead={t('months-lead')}>
        <CurveChart
          caption={t('months-caption')}
          placeName={t('month')}
          places={months.map(({ month }) => `${Number(month.slice(5))}/${month.slice(0, 4)}`)}
          curves={curveSteps.map((step) => ({
            key: step,
            label: t(`figure.${step}`),
            values: months.map(({ cells }) => valueOfCell(cells[step])),
          }))}
          source={t('months-source')}
          hidden={t('hidden')}
        />
      </Section>
    </Page>
  );
}
