import { Link } from 'react-router';
import { planLanguage } from '#codes/projects';
import { TimelineChart } from '#web/charts/timeline-chart.tsx';
import { useFormat, useT } from '#web/i18n/use.ts';
import { orThrow, requireViewer } from '#web/page.ts';
import { AddressForm, Button, DefinitionList, Page, PrintButton, Section, Select } from '#web/ui/index.ts';
import type { Route } from './+types/version.ts';
import { Differences } from './differences.tsx';
import { FundingTable, MoneyTable } from './money-table.tsx';
import type { Value } from './opened.ts';
import { AreaSection, PartsSection, StaffSection, TextsSection } from './project-parts.tsx';
import { PromiseLists } from './promise-lists.tsx';

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { services } = requireViewer(context, request, 'projects:read');
  const against = new URL(request.url).searchParams.get('against') ?? '';
  return orThrow(
    await services.projects.openVersion({
      projectId: params.projectId,
      number: Number(params.number),
      ...(/^\d{1,4}$/.test(against) && Number(against) > 0 ? { against: Number(against) } : {}),
    }),
  );
}

/** A kept version whole: the plan and what it promised as they were, and what changed from another version (PJ-21). */
export default function ProjectVersion({ loaderData: opened }: Route.ComponentProps) {
  const t = useT('projects');
  const format = useFormat();
  const { project, version, versions, plan } = opened;
  const at = `/projects/${project.projectId}`;
  const { identity } = plan;
  return (
    <Page
      title={`${t('version.title', { number: version.number })}: ${identity.name}`}
      lead={t('version.lead')}
      wide
      breadcrumbs={[
        { to: '/projects', label: t('title') },
        { to: at, label: identity.name, lang: planLanguage },
      ]}
      actions={<PrintButton />}
    >
      <DefinitionList
        items={[
          {
            term: t(`version.occasion.${version.occasion}`),
            value: [format.instant(version.savedAt), version.savedBy, version.why]
              .filter(Boolean)
              .join(' – '),
          },
          { term: t('field.instrument'), value: t(`instrument.${identity.instrument}`) },
          {
            term: `${t('field.startsOn')} – ${t('field.endsOn').toLowerCase()}`,
            value: [format.day(identity.startsOn), format.day(identity.endsOn)].filter(Boolean).join(' – '),
          },
        ]}
      />
      <p className="no-print">
        {versions.map((row) => (
          <span key={row.number}>
            {row.number === version.number ? (
              <strong aria-current="page">{t('version.title', { number: row.number })}</strong>
            ) : (
              <Link to={`${at}/versions/${row.number}`}>{t('version.title', { number: row.number })}</Link>
            )}{' '}
          </span>
        ))}
      </p>
      <Changed opened={opened} />
      <Section id="promised" title={t('version.promises')}>
        {opened.promises === undefined ? (
          <p>{t('version.no-promises')}</p>
        ) : (
          <PromiseLists rows={opened.promises} template={opened.template} />
        )}
      </Section>
      <Section id="money" title={t('open.money')}>
        <MoneyTable opened={opened} />
      </Section>
      <Section id="funding" title={t('open.funding')}>
        <FundingTable opened={opened} />
      </Section>
      <Section id="work" title={t('open.work')}>
        {opened.timeline.length === 0 ? (
          <p>{t(plan.workPackages.length === 0 ? 'work.none' : 'work.no-dates')}</p>
        ) : (
          <TimelineChart
            caption={t('work.timeline')}
            bars={opened.timeline}
            columns={{
              name: t('work.package'),
              starts: t('work.starts'),
              ends: t('work.ends'),
              needs: t('work.needs'),
            }}
            assumed={t('work.assumed')}
          />
        )}
      </Section>
      <StaffSection opened={{ plan, hours: [] }} />
      <AreaSection opened={{ plan, overlaps: [] }} isPast />
      <PartsSection opened={{ plan, successors: [] }} />
      <TextsSection opened={{ plan }} />
    </Page>
  );
}

/** What changed to this version from the one before it, or from another that the reader chooses. */
function Changed({ opened }: { readonly opened: Value<'openVersion'> }) {
  const t = useT('projects');
  const { version, versions, against, differences, comparesPromises } = opened;
  const others = versions.filter((row) => row.number !== version.number);
  return (
    <Section
      id="changed"
      title={against ? t('version.differences', { from: against.number }) : t('version.first')}
    >
      {others.length > 1 && (
        <AddressForm
          id="compare"
          inline
          label={t('version.compare')}
          values={{ verrattuna: String(against?.number ?? '') }}
        >
          <Select
            name="against"
            label={t('version.compare')}
            width="s"
            choices={others.map((other) => ({
              value: String(other.number),
              label: t('version.title', { number: other.number }),
            }))}
          />
          <Button look="secondary" label={t('version.show')} />
        </AddressForm>
      )}
      {against && differences.length === 0 && <p>{t('version.no-differences')}</p>}
      {against && !comparesPromises && <p>{t('version.not-compared')}</p>}
      {differences.length > 0 && <Differences id="differences" rows={differences} />}
    </Section>
  );
}
