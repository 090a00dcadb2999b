import { companiesLike } from '#modules/companies/pages/companies-like.server.ts';
import { defineForm, showForm, submitForm } from '#web/forms/index.server.ts';
import { useFormat, useT } from '#web/i18n/use.ts';
import { orThrow, requireViewer } from '#web/page.ts';
import { Button, DataTable, DefinitionList, Section, UseCaseForm } from '#web/ui/index.ts';
import type { Route } from './+types/company-work.ts';
import { PromisePage } from './promise-page.tsx';

const companyTest = defineForm('projects.enterCompanyTest', {
  id: 'company-test',
  texts: 'promises',
  fixed: ['projectId'],
  fields: {
    companyId: {
      as: 'suggest',
      label: 'companies.company',
      source: '/companies/suggestions',
      text: 'company',
    },
    phase: { label: 'companies.phase', inline: true },
    points: { label: 'companies.points' },
    testedOn: { label: 'values.day' },
  },
});

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { services } = requireViewer(context, request, 'projects:read');
  const { head, promises, actions } = orThrow(await services.projects.openPromises(params));
  const { change, tests, actions: may } = orThrow(await services.projects.openCompanyTests(params));
  return {
    head,
    promises,
    change,
    tests,
    actions: { change: actions.change, enter: may.enter },
    form: showForm(context, companyTest, { initial: { phase: 'before' } }),
  };
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const { services } = requireViewer(context, request, 'company-tests:write');
  return submitForm({
    context,
    request,
    form: companyTest,
    fixed: { projectId: params.projectId },
    suggest: { companyId: companiesLike(services) },
    done: { say: 'promises:saved' },
  });
}

/** What is done with companies: content and hours by measure, and how the companies stood before and after. */
export default function ProjectCompanyWork({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT('promises');
  const format = useFormat();
  const { head, promises, change, tests, actions } = loaderData;
  const at = `/projects/${head.projectId}/plan/company-step`;
  const points = (value: number | undefined) =>
    value === undefined ? undefined : t('points', { count: format.number(value) });
  return (
    <PromisePage
      title={t('companies.title')}
      head={head}
      wide
      actions={
        actions.change && promises.measures.length > 0 && <Button to={`${at}/new`} label={t('step.add')} />
      }
    >
      <Section id="steps" title={t('companies.plan')} lead={t('companies.plan-lead')}>
        <DataTable
          id="company-steps"
          caption={t('companies.plan')}
          captionHidden
          rows={promises.companySteps}
          rowKey={({ id }) => id}
          empty={t('companies.none')}
          columns={[
            {
              key: 'content',
              header: t('edit.company-step.content'),
              rowHeader: true,
              cell: ({ content }) => content,
            },
            {
              key: 'measure',
              header: t('one.measure'),
              cell: ({ measureId }) => promises.measures.find(({ id }) => id === measureId)?.text,
            },
            {
              key: 'hours',
              header: t('companies.hours'),
              number: true,
              cell: ({ hours }) => (hours === undefined ? t('nothing') : format.number(hours)),
            },
            {
              key: 'companies',
              header: t('companies.count'),
              number: true,
              cell: ({ companies }) => (companies === undefined ? '–' : format.number(companies)),
            },
            { key: 'test', header: t('companies.test'), cell: ({ test }) => test ?? t('nothing') },
            actions.change && {
              key: 'acts',
              header: t('acts'),
              cell: ({ id, content }: (typeof promises.companySteps)[number]) => (
                <Button to={`${at}/${id}`} look="quiet" about={content} label={t('change')} />
              ),
            },
          ]}
        />
      </Section>
      <Section id="change" title={t('companies.change')} lead={t('companies.change-lead')}>
        <DefinitionList
          items={[
            { term: t('companies.tested-before'), value: format.number(change.testedBefore) },
            { term: t('companies.tested-twice'), value: format.number(change.testedTwice) },
            { term: t('companies.mean-before'), value: points(change.before) },
            { term: t('companies.mean-after'), value: points(change.after) },
            { term: t('companies.mean-change'), value: points(change.change) },
          ]}
        />
        {tests.length > 0 && (
          <DataTable
            id="tests"
            caption={t('companies.tests')}
            rows={tests}
            rowKey={({ companyId, phase }) => `${companyId} ${phase}`}
            empty=""
            columns={[
              { key: 'name', header: t('companies.company'), rowHeader: true, cell: ({ name }) => name },
              { key: 'phase', header: t('companies.phase'), cell: ({ phase }) => t(`phase.${phase}`) },
              {
                key: 'points',
                header: t('companies.points'),
                number: true,
                cell: (test) => format.number(test.points),
              },
              { key: 'day', header: t('values.day'), cell: ({ testedOn }) => format.day(testedOn) },
            ]}
          />
        )}
        {actions.enter && (
          <Section id="enter" level={3} title={t('companies.enter')}>
            <UseCaseForm form={loaderData.form} result={actionData} label={t('companies.enter')} />
          </Section>
        )}
      </Section>
    </PromisePage>
  );
}
