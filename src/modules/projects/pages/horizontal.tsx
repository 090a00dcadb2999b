import { defineForm, showForm, submission, submitForms } from '#web/forms/index.server.ts';
import { useSource } from '#web/i18n/source.ts';
import { useFormat, useLanguage, useT } from '#web/i18n/use.ts';
import { orThrow, requireViewer } from '#web/page.ts';
import {
  Button,
  Card,
  DefinitionList,
  Details,
  EmptyState,
  Notice,
  Section,
  StateLine,
  UseCaseForm,
} from '#web/ui/index.ts';
import type { Route } from './+types/horizontal.ts';
import type { Value } from './opened.ts';
import { PromisePage } from './promise-page.tsx';

const common = { texts: 'promises', fixed: ['projectId'] } as const;
const answering = defineForm('projects.saveHorizontal', {
  ...common,
  id: 'answer',
  hidden: ['template', 'criterion'],
  fields: {
    yes: { label: 'horizontal.answer', words: 'horizontal.', inline: true, optional: false },
    direct: { label: 'horizontal.direct' },
    indirect: { label: 'horizontal.indirect' },
    reason: { label: 'horizontal.reason', rows: 3 },
    evidence: { label: 'horizontal.evidence', rows: 2 },
  },
});
const following = defineForm('projects.followHorizontalPromise', {
  ...common,
  id: 'follow',
  hidden: ['promiseId'],
  fields: { on: { label: 'values.day' }, what: { label: 'follow.what', rows: 2 } },
});
const promising = defineForm('projects.addHorizontalPromise', {
  ...common,
  id: 'promise',
  fields: {
    criterion: { as: 'select', label: 'follow.criterion', width: 'l' },
    words: { label: 'follow.words', rows: 2 },
    place: { label: 'follow.place', words: 'place.' },
  },
});

/** An answer as its form has it. */
function present({ answers }: Value<'openHorizontal'>, criterion: string) {
  const answer = answers.find((given) => given.criterion === criterion);
  return { ...answer, yes: answer?.yes === undefined ? undefined : answer.yes ? 'yes' : 'no' };
}

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { services, language } = requireViewer(context, request, 'projects:read');
  const template = new URL(request.url).searchParams.get('template') ?? undefined;
  const opened = orThrow(await services.projects.openHorizontal({ projectId: params.projectId, template }));
  const criteria = opened.template?.criteria ?? [];
  return {
    ...opened,
    forms: {
      answers: Object.fromEntries(
        criteria.map(({ key, kind, needsEvidence }) => [
          key,
          showForm(context, answering, {
            values: present(opened, key),
            without: [
              ...(kind === 'yes-no' ? (['direct', 'indirect'] as const) : (['yes'] as const)),
              ...(needsEvidence === true ? [] : (['evidence'] as const)),
            ],
          }),
        ]),
      ),
      follow: showForm(context, following),
      promise: showForm(context, promising, {
        initial: { place: 'procurement' },
        choices: { criterion: criteria.map(({ key, names }) => ({ value: key, label: names[language] })) },
      }),
    },
  };
}

export function action({ context, request, params }: Route.ActionArgs) {
  const { services } = requireViewer(context, request, 'projects:write');
  const { projectId } = params;
  const fixed = { projectId };
  const done = { to: `/projects/${projectId}/horizontal#promises`, say: 'promises:saved' };
  return submitForms(
    { context, request },
    submission({
      form: answering,
      fixed,
      current: async (_, { template, criterion }) =>
        present(orThrow(await services.projects.openHorizontal({ projectId, template })), criterion),
      done: (_, { criterion }) => ({ ...done, to: `/projects/${projectId}/horizontal#${criterion}` }),
    }),
    submission({ form: following, fixed, done }),
    submission({ form: promising, fixed, done }),
  );
}

/** The horizontal principles by the form of the project's period: answers, sums, what needs evidence, what was promised. */
export default function ProjectHorizontal({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT('promises');
  const language = useLanguage();
  const sourceOf = useSource();
  const { head, template, templates, sums, lackingEvidence } = loaderData;
  return (
    <PromisePage title={t('horizontal.title')} head={head}>
      {template === undefined ? (
        <EmptyState title={t('horizontal.none')}>
          <p>{t('horizontal.choose')}</p>
          <ul>
            {templates.map(({ code, names }) => (
              <li key={code}>
                <Button to={`?template=${code}`} look="secondary" label={names[language]} />
              </li>
            ))}
          </ul>
        </EmptyState>
      ) : (
        <>
          <p className="source">
            {t('horizontal.form', { name: template.names[language], source: sourceOf(template.source) })}
          </p>
          {template.mark === '?' && (
            <Notice kind="warning">
              <p>{t('horizontal.to-verify')}</p>
            </Notice>
          )}
          {lackingEvidence.length > 0 && (
            <Notice kind="warning" title={t('horizontal.lacking', { count: lackingEvidence.length })}>
              <ul>
                {template.criteria
                  .filter(({ key }) => lackingEvidence.includes(key))
                  .map(({ key, names }) => (
                    <li key={key}>
                      <a href={`#${key}`}>{names[language]}</a>
                    </li>
                  ))}
              </ul>
            </Notice>
          )}
          {sums !== undefined && sums.groups.length > 0 && <Sums {...loaderData} />}
          {template.groups.map((group) => (
            <Section key={group.key} id={`group-${group.key}`} title={group.names[language]}>
              {template.criteria
                .filter((criterion) => criterion.group === group.key)
                .map((criterion) => (
                  <Criterion
                    key={criterion.key}
                    page={loaderData}
                    template={template}
                    criterion={criterion}
                    result={actionData}
                  />
                ))}
            </Section>
          ))}
          <Promises page={loaderData} result={actionData} />
        </>
      )}
    </PromisePage>
  );
}

type Loaded = Route.ComponentProps['loaderData'];
type Template = NonNullable<Loaded['template']>;
type Result = Route.ComponentProps['actionData'];

/** Sums by group, as the form of 2014–2020 has them; an effect that was not given is told, not counted as 0. */
function Sums({ template, sums }: Loaded) {
  const t = useT('promises');
  const language = useLanguage();
  const format = useFormat();
  if (!template || !sums) return null;
  const cell = ({ value, missing }: { readonly value: number | undefined; readonly missing: number }) =>
    value === undefined
      ? '–'
      : `${format.number(value)}${missing > 0 ? ` (${t('horizontal.missing', { count: missing })})` : ''}`;
  return (
    <Section
      id="sums"
      title={t('horizontal.sums')}
      lead={template.scale ? undefined : t('horizontal.no-scale')}
    >
      <div className="table-place">
        <table className="table">
          <caption className="hidden">{t('horizontal.sums')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('horizontal.group')}</th>
              <th scope="col" className="number">
                {t('horizontal.direct')}
              </th>
              <th scope="col" className="number">
                {t('horizontal.indirect')}
              </th>
            </tr>
          </thead>
          <tbody>
            {sums.groups.map((group) => (
              <tr key={group.key}>
                <th scope="row">{template.groups.find(({ key }) => key === group.key)?.names[language]}</th>
                <td className="number">{cell(group.direct)}</td>
                <td className="number">{cell(group.indirect)}</td>
              </tr>
            ))}
            <tr>
              <th scope="row">{t('horizontal.total')}</th>
              <td className="number">{cell(sums.total.direct)}</td>
              <td className="number">{cell(sums.total.indirect)}</td>
            </tr>
          </tbody>
        </table>
      </div>
    </Section>
  );
}

function Criterion({
  page: { answers, lackingEvidence, actions, forms },
  template,
  criterion,
  result,
}: {
  readonly page: Loaded;
  readonly template: Template;
  readonly criterion: Template['criteria'][number];
  readonly result: Result;
}) {
  const t = useT('promises');
  const language = useLanguage();
  const { key, kind, names, needsEvidence } = criterion;
  const answer = answers.find((row) => row.criterion === key);
  const yes = answer?.yes === undefined ? '' : answer.yes ? 'yes' : 'no';
  const text = (value: number | undefined) => (value === undefined ? '' : String(value));
  return (
    <div id={key} className="criticism">
      <Card
        title={names[language]}
        state={
          lackingEvidence.includes(key) ? (
            <StateLine kind="stopped">{t('horizontal.needs-evidence')}</StateLine>
          ) : undefined
        }
      >
        <DefinitionList
          items={[
            ...(kind === 'yes-no'
              ? [{ term: t('horizontal.answer'), value: yes === '' ? undefined : t(`horizontal.${yes}`) }]
              : [
                  { term: t('horizontal.direct'), value: text(answer?.direct) },
                  { term: t('horizontal.indirect'), value: text(answer?.indirect) },
                ]),
            { term: t('horizontal.reason'), value: answer?.reason },
            needsEvidence === true && { term: t('horizontal.evidence'), value: answer?.evidence },
          ]}
        />
        {actions.change && (
          <Details summary={<AboutChange name={names[language]} />} open={result?.form === `answer~${key}`}>
            <UseCaseForm
              form={forms.answers[key]!}
              row={key}
              hidden={{ template: template.code, criterion: key }}
              result={result}
              label={names[language]}
              look="secondary"
            />
          </Details>
        )}
      </Card>
    </div>
  );
}

function AboutChange({ name }: { readonly name: string }) {
  const t = useT('promises');
  return (
    <>
      {t('change')}
      <span className="hidden">: {name}</span>
    </>
  );
}

/** What was promised in the form, and whether it was followed: in procurement, in training, in the service (HOR-06). */
function Promises({ page, result }: { readonly page: Loaded; readonly result: Result }) {
  const t = useT('promises');
  const format = useFormat();
  const language = useLanguage();
  const { template, promises, unfollowed, actions } = page;
  const criterionOf = (key: string) =>
    template?.criteria.find((criterion) => criterion.key === key)?.names[language] ?? key;
  return (
    <Section id="promises" title={t('follow.title')} lead={t('follow.lead', { count: unfollowed })}>
      {unfollowed > 0 && ['ended', 'closed'].includes(page.head.state) && (
        <Notice kind="warning">
          <p>{t('follow.at-closing', { count: unfollowed })}</p>
        </Notice>
      )}
      {promises.length === 0 && <EmptyState title={t('follow.none')} />}
      <div className="cards">
        {promises.map((promise) => (
          <Card
            key={promise.id}
            title={`${criterionOf(promise.criterion)}: ${t(`place.${promise.place}`)}`}
            state={
              promise.followedOn === undefined ? (
                <StateLine kind="waiting">{t('follow.open')}</StateLine>
              ) : (
                <StateLine kind="done">{t('follow.done', { day: format.day(promise.followedOn) })}</StateLine>
              )
            }
          >
            <p>{promise.text}</p>
            {promise.followed !== undefined && <p>{promise.followed}</p>}
            {actions.change && promise.followedOn === undefined && (
              <Details summary={t('follow.note')} open={result?.form === `follow~${promise.id}`}>
                <UseCaseForm
                  form={page.forms.follow}
                  row={promise.id}
                  hidden={{ promiseId: promise.id }}
                  result={result}
                  label={`${t('follow.note')}: ${promise.text}`}
                  look="secondary"
                />
              </Details>
            )}
          </Card>
        ))}
      </div>
      {actions.change && template !== undefined && (
        <Details summary={t('follow.add')} open={result?.form === 'promise'}>
          <UseCaseForm form={page.forms.promise} result={result} label={t('follow.add')} look="secondary" />
        </Details>
      )}
    </Section>
  );
}
