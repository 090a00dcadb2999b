import { projectReaders } from '#codes/projects';
import { useFormat, useT } from '../i18n/use.ts';
import { formValues, orThrow, redirectWith, refused, requireViewer } from '../page.ts';
import { PromisePage } from '../projects/promise-page.tsx';
import {
  Button,
  Combobox,
  DataTable,
  DateField,
  DefinitionList,
  PolkuForm,
  RadioGroup,
  Section,
  TextField,
} from '../ui/index.ts';
import type { Route } from './+types/project-company-work.ts';

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { services } = requireViewer(context, request, projectReaders);
  const { head, promises, actions } = orThrow(await services.projects.openPromises(params));
  const { change, tests, actions: may } = orThrow(await services.projects.openCompanyTests(params));
  return { head, promises, change, tests, actions: { change: actions.change, enter: may.enter } };
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const { services } = requireViewer(context, request, ['project']);
  const { projectId } = params;
  const sent = await formValues(context, request);
  let companyId = sent.text('companyId');
  if (companyId === '' && sent.text('company') !== '') {
    // Without JavaScript the name alone is sent; one company that fits is the one that was meant.
    const found = await services.companies.searchCompanies({ text: sent.text('company'), limit: 2 });
    if (found.ok && found.value.companies.length === 1) companyId = found.value.companies[0]!.id;
  }
  if (companyId === '') return refused(sent, { code: 'company-not-found', field: 'company' });
  const done = await services.projects.enterCompanyTest({
    projectId,
    companyId,
    phase: sent.text('phase') as 'before',
    points: sent.text('points'),
    testedOn: sent.text('testedOn'),
  });
  if (!done.ok) return refused(sent, done.error);
  return redirectWith(context, `/projects/${projectId}/company-work`, {
    kind: 'success',
    key: 'promises:saved',
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
        actions.change && promises.measures.length > 0 && <Button to={`${at}/new`}>{t('step.add')}</Button>
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
            ...(actions.change
              ? [
                  {
                    key: 'acts',
                    header: t('acts'),
                    cell: ({ id, content }: (typeof promises.companySteps)[number]) => (
                      <Button to={`${at}/${id}`} look="quiet" about={content}>
                        {t('change')}
                      </Button>
                    ),
                  },
                ]
              : []),
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
            <PolkuForm id="company-test" result={actionData} label={t('companies.enter')}>
              <Combobox
                name="company"
                idName="companyId"
                label={t('companies.company')}
                source="/companies/suggestions"
              />
              <RadioGroup
                name="phase"
                label={t('companies.phase')}
                value="before"
                inline
                choices={(['before', 'after'] as const).map((value) => ({
                  value,
                  label: t(`phase.${value}`),
                }))}
              />
              <TextField
                name="points"
                label={t('companies.points')}
                help={t('companies.points-help')}
                keyboard="decimal"
                width="s"
              />
              <DateField name="testedOn" label={t('values.day')} />
              <div className="actions">
                <Button>{t('save')}</Button>
              </div>
            </PolkuForm>
          </Section>
        )}
      </Section>
    </PromisePage>
  );
}
