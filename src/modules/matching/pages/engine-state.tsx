import { useFormat, useT } from '#web/i18n/use.ts';
import { orThrow, requireViewer } from '#web/page.ts';
import { Button, DefinitionList, Page, Section, StateLine } from '#web/ui/index.ts';
import type { Route } from './+types/engine-state.ts';

export async function loader({ context, request }: Route.LoaderArgs) {
  const { services, areaName } = requireViewer(context, request, 'service-state:read');
  return { areaName, engine: orThrow(await services.matching.engineState({})) };
}

const looks = { ready: 'done', rebuilding: 'waiting', waiting: 'late', 'not-started': 'info' } as const;

/** For whoever keeps the service running: how the part that holds an area's data in memory is doing. */
export default function Service({ loaderData: { areaName, engine } }: Route.ComponentProps) {
  const t = useT('service');
  const common = useT('common');
  const format = useFormat();
  const instant = (at: string | undefined) => (at === undefined ? t('not-yet') : format.instant(at));
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      actions={<Button to="/service" look="secondary" label={t('again')} />}
    >
      <Section id="matching" title={t('matching')} lead={t('matching-lead')}>
        <DefinitionList
          items={[
            areaName !== undefined && { term: t('area'), value: areaName },
            {
              term: t('state'),
              value: (
                <StateLine
                  kind={looks[engine.state]}
                  clock={t('since', { instant: format.instant(engine.since) })}
                >
                  {t(`state-of.${engine.state}`)}
                </StateLine>
              ),
            },
            {
              term: t('people'),
              value:
                engine.people.kind === 'number' ? format.number(engine.people.value) : common('value.hidden'),
            },
            { term: t('needs'), value: format.number(engine.needs) },
            { term: t('memory'), value: t('megabytes', { number: format.number(engine.memoryMb, 0) }) },
            {
              term: t('rebuilt'),
              value:
                engine.rebuiltAt === undefined
                  ? t('not-yet')
                  : t('took', {
                      instant: format.instant(engine.rebuiltAt),
                      seconds: format.number((engine.rebuildMs ?? 0) / 1000, 1),
                    }),
            },
            { term: t('looked'), value: instant(engine.lookedAt) },
            { term: t('change-read'), value: instant(engine.changeReadAt) },
            {
              term: t('deaths'),
              value: engine.deaths === 0 ? t('never') : t('times', { count: engine.deaths }),
            },
          ]}
        />
      </Section>
      <Section id="other" title={t('other')} lead={t('other-lead')} />
    </Page>
  );
}
