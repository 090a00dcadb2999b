import { Link } from 'react-router';
import { planLanguage } from '#codes/projects';
import { useSource } from '#web/i18n/source.ts';
import { useFormat, useT } from '#web/i18n/use.ts';
import { Button, DataTable, DefinitionList, Details, Section, StateLine } from '#web/ui/index.ts';
import { ClosingList } from './closing-list.tsx';
import type { Opened } from './opened.ts';

type PartProps<K extends keyof Opened> = {
  readonly opened: Pick<Opened, K>;
  readonly edit?: string | undefined;
};

/** Staff in their office, with the hours noted so far. */
export function StaffSection({ opened, edit }: PartProps<'plan' | 'hours'>) {
  const t = useT('projects');
  const format = useFormat();
  const { staff } = opened.plan;
  const hoursOf = (id: string | undefined) =>
    opened.hours.filter((hour) => hour.staffId === id).reduce((sum, hour) => sum + hour.hundredths, 0) / 100;
  return (
    <Section
      id="people"
      title={t('open.people')}
      actions={
        edit !== undefined && (
          <>
            <Button to={`${edit}/staff`} look="secondary" label={t('act.add-staff')} />
            {staff.length > 0 && <Button to={`${edit}/hours`} look="secondary" label={t('act.hours')} />}
          </>
        )
      }
    >
      <DataTable
        id="staff"
        caption={t('open.people')}
        captionHidden
        columns={[
          {
            key: 'title',
            header: t('field.title'),
            rowHeader: true,
            cell: (row) =>
              edit === undefined ? row.title : <Link to={`${edit}/staff?id=${row.id}`}>{row.title}</Link>,
          },
          { key: 'name', header: t('field.person'), cell: (row) => row.name ?? '' },
          {
            key: 'share',
            header: t('field.share'),
            number: true,
            cell: (row) => (row.share === undefined ? '' : format.number(row.share / 100)),
          },
          {
            key: 'hours',
            header: t('field.hours'),
            number: true,
            cell: (row) => format.number(hoursOf(row.id)),
          },
        ]}
        rows={staff}
        rowKey={(row) => row.id ?? row.title}
        empty={t('not-stated')}
      />
    </Section>
  );
}

/** Groups and area, and what overlaps with whom (NET-25). */
export function AreaSection({
  opened,
  edit,
  isPast = false,
}: PartProps<'plan' | 'overlaps'> & {
  /** Of a version: what overlaps is asked of today only. */
  readonly isPast?: boolean;
}) {
  const t = useT('projects');
  const format = useFormat();
  const { plan, overlaps } = opened;
  const places = (kind: string) =>
    format.list(plan.places.filter((place) => place.kind === kind).map((place) => place.name));
  const countOf = (kind: string) => {
    const count = plan.places.filter((place) => place.kind === kind).length;
    return `${t('group.municipalities')}${count > 1 ? ` (${format.number(count)})` : ''}`;
  };
  const groups = (reach: string) =>
    plan.targetGroups
      .filter((group) => group.reach === reach)
      .map((group) => (group.words === group.code ? t(`group.${group.code}`) : group.words))
      .join('; ');
  return (
    <>
      <Section
        id="area"
        title={t('open.area')}
        actions={
          edit !== undefined && <Button to={`${edit}/reach`} look="secondary" label={t('act.change')} />
        }
      >
        <Details
          prints
          open={isPast}
          summary={[countOf('municipality'), places('region')].filter(Boolean).join(' · ')}
        >
          <DefinitionList
            items={[
              { term: countOf('municipality'), value: places('municipality') },
              {
                term: t('field.regions').split(/[ ,]/)[0]!,
                value: [places('sub-region'), places('region')].filter(Boolean).join('; '),
              },
              plan.identity.nationwide !== undefined && {
                term: t('field.nationwide'),
                value: t(plan.identity.nationwide ? 'final.yes' : 'final.no'),
              },
              { term: t('field.direct').split(',')[0]!, value: groups('direct') },
              { term: t('field.indirect').split(',')[0]!, value: groups('indirect') },
            ]}
          />
        </Details>
      </Section>
      {!isPast && (
        <Section
          id="overlaps"
          title={t('open.overlaps')}
          lead={t('overlap.lead')}
          actions={
            edit !== undefined && <Button to={`${edit}/link`} look="secondary" label={t('act.add-link')} />
          }
        >
          <DataTable
            id="overlap-list"
            caption={t('open.overlaps')}
            captionHidden
            columns={[
              {
                key: 'name',
                header: t('column.name'),
                rowHeader: true,
                cell: (row) => (
                  <Link to={`/projects/${row.projectId}`} lang={planLanguage}>
                    {row.name}
                  </Link>
                ),
              },
              { key: 'state', header: t('column.state'), cell: (row) => t(`state.${row.state}`) },
              {
                key: 'groups',
                header: t('overlap.groups'),
                cell: (row) => format.list(row.groups.map((code) => t(`group.${code}`))),
              },
              {
                key: 'places',
                header: t('overlap.places'),
                cell: (row) =>
                  row.municipalities.length > 8
                    ? format.number(row.municipalities.length)
                    : format.list(row.municipalities),
              },
            ]}
            rows={overlaps}
            rowKey={(row) => row.projectId}
            empty={t('overlap.none')}
          />
          {plan.links.length > 0 && (
            <>
              <h3>{t('overlap.links')}</h3>
              <ul>
                {plan.links.map((link) => (
                  <li key={link.id}>
                    {link.relation === 'no-overlap-with' ? (
                      <StateLine kind="late">{t('overlap.warning', { name: link.name })}</StateLine>
                    ) : (
                      `${link.name} (${t(`relation.${link.relation}`)})`
                    )}
                    {edit !== undefined && (
                      <span className="no-print">
                        {' '}
                        <Link to={`${edit}/link?id=${link.id}`}>
                          {t('act.change')}
                          <span className="hidden">: {link.name}</span>
                        </Link>
                      </span>
                    )}
                  </li>
                ))}
              </ul>
            </>
          )}
        </Section>
      )}
    </>
  );
}

/** Who takes part and with what; a promise and a decision are two days (F-15). */
export function PartsSection({ opened, edit }: PartProps<'plan' | 'successors'>) {
  const t = useT('projects');
  const format = useFormat();
  return (
    <Section
      id="parts"
      title={t('open.parts')}
      actions={
        edit !== undefined && <Button to={`${edit}/party`} look="secondary" label={t('act.add-party')} />
      }
    >
      <DataTable
        id="part-list"
        caption={t('open.parts')}
        captionHidden
        columns={[
          {
            key: 'name',
            header: t('field.label'),
            rowHeader: true,
            cell: (row) => {
              const after = opened.successors.find((successor) => successor.name === row.name);
              return (
                <>
                  {edit === undefined ? row.name : <Link to={`${edit}/party?id=${row.id}`}>{row.name}</Link>}
                  {after && (
                    <span className="finding-hint computed">
                      {t('successor', { name: '', successor: after.successor }).trim()} (
                      {format.day(after.on)})
                    </span>
                  )}
                </>
              );
            },
          },
          { key: 'role', header: t('field.role'), cell: (row) => t(`party.${row.role}`) },
          {
            key: 'share',
            header: t('field.part-share'),
            number: true,
            cell: (row) => (row.share === undefined ? '' : format.money(row.share)),
          },
          {
            key: 'committed',
            header: t('field.committedOn'),
            cell: (row) => [format.day(row.committedOn), row.committedHow].filter(Boolean).join(', '),
          },
          { key: 'decided', header: t('field.decidedOn'), cell: (row) => format.day(row.decidedOn) },
        ]}
        rows={opened.plan.parts}
        rowKey={(row) => row.id ?? row.name}
        empty={t('not-stated')}
      />
    </Section>
  );
}

/** The chapters of prose; an empty or missing one can be written. */
export function TextsSection({ opened, edit }: PartProps<'plan'>) {
  const t = useT('projects');
  const sourceOf = useSource();
  const texts = opened.plan.sections.filter((section) => section.kind !== 'final-report');
  return (
    <Section
      id="texts"
      title={t('open.texts')}
      actions={
        edit !== undefined && <Button to={`${edit}/section`} look="secondary" label={t('act.write')} />
      }
    >
      {texts.length === 0 && <p>{t('not-stated')}</p>}
      {texts.map((text) => (
        <Details
          key={`${text.kind}-${text.source ?? text.words.slice(0, 40)}`}
          summary={text.title ?? t(`section.${text.kind}`)}
        >
          <p>
            {text.words}
            {text.source !== undefined && <span className="computed"> ({sourceOf(text.source)})</span>}
          </p>
          {edit !== undefined && (
            <p className="no-print">
              <Link to={`${edit}/section?kind=${text.kind}`}>
                {t('act.change')}
                <span className="hidden">: {t(`section.${text.kind}`)}</span>
              </Link>
            </p>
          )}
        </Details>
      ))}
    </Section>
  );
}

/** The final report with what closing still waits for (F-21, HOR-06), and results with their owners (PJ-22). */
export function ReportSection({ opened, edit }: PartProps<'plan' | 'project' | 'openEnds'>) {
  const t = useT('projects');
  const sourceOf = useSource();
  const format = useFormat();
  const final = opened.plan.sections.find((section) => section.kind === 'final-report');
  return (
    <>
      <Section
        id="report"
        title={t('open.report')}
        actions={
          edit !== undefined && (
            <Button to={`${edit}/section?kind=final-report`} look="secondary" label={t('act.write')} />
          )
        }
      >
        {['ended', 'closed'].includes(opened.project.state) ? (
          <ClosingList opened={opened} />
        ) : ['granted', 'running'].includes(opened.project.state) ? (
          <Details summary={t('closing.title')}>
            <ClosingList opened={opened} />
          </Details>
        ) : (
          <p>{t('final.later')}</p>
        )}
        {final !== undefined && (
          <p>
            <strong>{t('section.final-report')}:</strong> {final.words}
            {final.source !== undefined && <span className="computed"> ({sourceOf(final.source)})</span>}
          </p>
        )}
      </Section>
      <Section
        id="results"
        title={t('open.results')}
        actions={
          edit !== undefined && (
            <Button to={`${edit}/outcome`} look="secondary" label={t('act.add-outcome')} />
          )
        }
      >
        <DataTable
          id="outcomes"
          caption={t('open.results')}
          captionHidden
          columns={[
            {
              key: 'words',
              header: t('field.words'),
              rowHeader: true,
              cell: (row) =>
                edit === undefined ? row.words : <Link to={`${edit}/outcome?id=${row.id}`}>{row.words}</Link>,
            },
            { key: 'kind', header: t('months.kind'), cell: (row) => t(`outcome.${row.kind}`) },
            { key: 'owner', header: t('final.owner'), cell: (row) => row.owner ?? '' },
            { key: 'adopted', header: t('field.adoptedOn'), cell: (row) => format.day(row.adoptedOn) },
            {
              key: 'used',
              header: t('final.used'),
              cell: (row) => (row.used === undefined ? '' : t(row.used ? 'final.yes' : 'final.no')),
            },
          ]}
          rows={opened.plan.outcomes}
          rowKey={(row) => row.id ?? row.words}
          empty={t('not-stated')}
        />
      </Section>
    </>
  );
}
