import { defineForm, showForm, submitForm } from '#web/forms/index.server.ts';
import { useFormat, useLanguage, useT } from '#web/i18n/use.ts';
import { orThrow, requireViewer } from '#web/page.ts';
import { Button, DataTable, Notice, Section, UseCaseForm } from '#web/ui/index.ts';
import type { Route } from './+types/common-indicators.ts';
import { PromisePage } from './promise-page.tsx';

const value = defineForm('projects.enterCommonValue', {
  id: 'common-value',
  texts: 'promises',
  fixed: ['projectId'],
  fields: {
    code: { as: 'select', label: 'common.indicator', width: 'l' },
    countedOn: { label: 'values.day' },
    value: { label: 'common.count' },
    evidence: { as: 'line', label: 'values.evidence', width: 'l' },
  },
});

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { services, language } = requireViewer(context, request, 'projects:read');
  const opened = orThrow(await services.projects.openCommonIndicators(params));
  const code = opened.rows
    .filter(({ from }) => from !== 'facts')
    .map(({ code, names }) => ({ value: code, label: `${code} ${names[language]}` }));
  const initial = { countedOn: opened.countedOn, code: code[0]?.value };
  return { ...opened, form: showForm(context, value, { initial, choices: { code } }) };
}

export async function action({ context, request, params }: Route.ActionArgs) {
  requireViewer(context, request, 'projects:write');
  const fixed = { projectId: params.projectId };
  return submitForm({ context, request, form: value, fixed, done: { say: 'promises:saved' } });
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
          <Button to={`${at}.xlsx`} look="secondary" download label={t('common.excel')} />
          <Button to={`${at}.csv`} look="secondary" download label={t('common.csv')} />
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
                  : 'toldOn' in row && row.toldOn !== undefined
                    ? t('common.from-release', { day: format.day(row.toldOn) })
                    : t(`common.from-${row.from}`),
            },
          ]}
        />
      </Section>
      {actions.change && (
        <Section id="enter" title={t('common.enter')} lead={t('common.enter-lead')}>
          <UseCaseForm form={loaderData.form} result={actionData} />
        </Section>
      )}
    </PromisePage>
  );
}
