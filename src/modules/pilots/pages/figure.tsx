import { Link } from 'react-router';
import { useSource } from '#web/i18n/source.ts';
import { useFormat, useLanguage, useT } from '#web/i18n/use.ts';
import { orThrow, problem, requireViewer } from '#web/page.ts';
import { DataTable, Figure, Page, PrintButton, Section } from '#web/ui/index.ts';
import type { Route } from './+types/figure.ts';
import { valueOfCell } from './cell.ts';
import { NoRelease } from './no-release.tsx';

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { services } = requireViewer(context, request, 'figures:read');
  const { pilots } = orThrow(await services.pilots.openPilot({}));
  const wanted = new URL(request.url).searchParams.get('pilot');
  const pilot = pilots.find((each) => each.pilotId === wanted) ?? pilots[0];
  if (!pilot) throw problem(404, { code: 'not-found' });
  const opened = await services.insight.figureRows({
    pilotId: pilot.pilotId,
    figure: params.figure as 'invited',
  });
  if (!opened.ok && opened.error.code === 'invalid-input') throw problem(404, { code: 'not-found' });
  const municipalities = orThrow(await services.areas.municipalities({}));
  return {
    ...orThrow(opened),
    places: Object.fromEntries(municipalities.map((municipality) => [municipality.code, municipality.names])),
  };
}

/** One figure opened: how it is counted, and its rows with the small ones hidden. */
export default function PilotFigure({ loaderData }: Route.ComponentProps) {
  const t = useT('pilots');
  const sourceOf = useSource();
  const c = useT('common');
  const format = useFormat();
  const language = useLanguage();
  const { pilot, figure, cell, target, releasedOn, toldOn, breakdowns, places } = loaderData;
  const label = t(`figure.${figure}`);
  const row = (by: string, key: string) =>
    by === 'municipality_code' && places[key] !== undefined
      ? places[key][language === 'sv' ? 'sv' : 'fi']
      : t(`${by}.${key}`);
  if (releasedOn === undefined || toldOn === undefined)
    return (
      <Page title={label} lead={t(`formula.${figure}`)} breadcrumbs={[{ to: '/pilot', label: t('title') }]}>
        <NoRelease />
      </Page>
    );
  return (
    <Page
      title={label}
      lead={t(`formula.${figure}`)}
      breadcrumbs={[{ to: '/pilot', label: t('title') }]}
      actions={<PrintButton />}
    >
      <Figure
        id="value"
        label={label}
        value={valueOfCell(cell)}
        unit={t(figure === 'companies-helped' ? 'companies-unit' : 'people-unit')}
        target={target}
        source={`${target === undefined ? t('own-facts') : t('promised', { source: sourceOf(pilot.source) })}. ${t('release', { day: format.day(toldOn) })}`}
        formula={t(`formula.${figure}`)}
      />
      <Section
        id="rows"
        title={t('rows-title')}
        lead={t(figure === 'companies-helped' ? 'rows-lead-companies' : 'rows-lead')}
      >
        {figure !== 'companies-helped' && (
          <p>
            <Link to="/how-polku-counts#figures">{t('release-rule')}</Link>
          </p>
        )}
        {breakdowns.map(({ by, rows, day }) => (
          <DataTable
            key={by}
            id={`by-${by.replace('_', '-')}`}
            caption={t(`by.${by}`)}
            columns={[
              { key: 'what', header: t(`by.${by}`), rowHeader: true, cell: (item) => row(by, item.key) },
              {
                key: 'count',
                header: t(figure === 'companies-helped' ? 'companies-unit' : 'people'),
                number: true,
                cell: (item) => {
                  const value = valueOfCell(item.cell);
                  if (typeof value === 'number') return format.number(value);
                  // A hidden cell may be a large one, hidden so that a small one cannot be computed.
                  return value === 'hidden' ? t('hidden') : c('value.unknown');
                },
              },
            ]}
            rows={rows}
            rowKey={(item) => item.key}
            empty={`${t(`by.${by}`)}: ${t(figure === 'companies-helped' ? 'rows-none' : 'rows-untold')}`}
            source={day === undefined ? undefined : t('release', { day: format.day(day) })}
          />
        ))}
      </Section>
    </Page>
  );
}
