import { projectKeepers, projectReaders } from '#codes/projects';
import { useFormat, useLanguage, useT } from '../i18n/use.ts';
import { formValues, orThrow, redirectWith, refused, requireViewer } from '../page.ts';
import { PromisePage } from '../projects/promise-page.tsx';
import { Button, DataTable, DateField, Notice, PolkuForm, Section, Select, TextField } from '../ui/index.ts';
import type { Route } from './+types/project-common-indicators.ts';

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { services } = requireViewer(context, request, projectReaders);
  return orThrow(await services.projects.openCommonIndicators(params));
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const { services } = requireViewer(context, request, projectKeepers);
  const { projectId } = params;
  const sent = await formValues(context, request);
  const done = await services.projects.enterCommonValue({
    projectId,
    code: sent.text('code'),
    countedOn: sent.text('countedOn'),
    value: sent.text('value'),
    evidence: sent.text('evidence'),
  });
  if (!done.ok) return refused(sent, done.error);
  return redirectWith(context, `/projects/${projectId}/common-indicators`, {
    kind: 'success',
    key: 'promises:saved',
  });
}

/** The common indicators of the ESF+ as counts: from the facts, entered with evidence, or not known. */
export default function ProjectCommonIndicators({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT('promises');
  const c = useT('common');
  const format = useFormat();
  const language = useLanguage();
  const { head, rows, source, countedOn, hasCohort, actions } = loaderData;
  const at = `/projects/${head.projectId}/common-indicators`;
  return (
    <PromisePage
      title={t('common.title')}
      head={head}
      wide
      actions={
        <>
          <Button to={`${at}.xlsx`} look="secondary" download>
            {t('common.excel')}
          </Button>
          <Button to={`${at}.csv`} look="secondary" download>
            {t('common.csv')}
          </Button>
        </>
      }
    >
      <Notice kind="info">
        <p>{t('common.codes')}</p>
        {!hasCohort && <p>{t('common.no-cohort')}</p>}
      </Notice>
      <Section id="counts" title={t('common.counts')} lead={t('common.lead', { day: format.day(countedOn) })}>
        <DataTable
          id="common"
          caption={t('common.caption')}
          rows={rows}
          rowKey={({ code }) => code}
          empty=""
          source={t('common.source', { source })}
          columns={[
            { key: 'code', header: t('common.code'), cell: ({ code }) => code },
            { key: 'name', header: t('common.name'), rowHeader: true, cell: ({ names }) => names[language] },
            { key: 'kind', header: t('common.kind'), cell: ({ kind }) => t(`common-kind.${kind}`) },
            {
              key: 'value',
              header: t('values.value'),
              number: true,
              cell: ({ cell }) =>
                cell.kind === 'number'
                  ? format.number(cell.value)
                  : cell.kind === 'hidden'
                    ? t('hidden')
                    : c('value.unknown'),
            },
            {
              key: 'from',
              header: t('common.from'),
              cell: (row) =>
                row.from === 'entered'
                  ? t('common.entered', {
                      day: format.day(row.countedOn ?? countedOn),
                      evidence: row.evidence ?? '',
                    })
                  : t(`common.from-${row.from}`),
            },
          ]}
        />
      </Section>
      {actions.change && (
        <Section id="enter" title={t('common.enter')} lead={t('common.enter-lead')}>
          <PolkuForm id="common-value" result={actionData} values={{ countedOn }}>
            <Select
              name="code"
              label={t('common.indicator')}
              width="l"
              choices={rows
                .filter(({ from }) => from !== 'facts')
                .map(({ code, names }) => ({ value: code, label: `${code} ${names[language]}` }))}
            />
            <DateField name="countedOn" label={t('values.day')} latest={countedOn} />
            <TextField name="value" label={t('common.count')} keyboard="numeric" width="s" />
            <TextField
              name="evidence"
              label={t('values.evidence')}
              help={t('values.evidence-help')}
              width="l"
            />
            <div className="actions">
              <Button>{t('save')}</Button>
            </div>
          </PolkuForm>
        </Section>
      )}
    </PromisePage>
  );
}
