import { projectKeepers, projectReaders, promisePlaces } from '#codes/projects';
import { useFormat, useLanguage, useT } from '../i18n/use.ts';
import { formValues, orThrow, redirectWith, refused, requireViewer } from '../page.ts';
import { PromisePage } from '../projects/promise-page.tsx';
import {
  Button,
  Card,
  DateField,
  DefinitionList,
  Details,
  EmptyState,
  Notice,
  PolkuForm,
  RadioGroup,
  Section,
  Select,
  StateLine,
  TextArea,
  TextField,
} from '../ui/index.ts';
import type { Route } from './+types/project-horizontal.ts';

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { services } = requireViewer(context, request, projectReaders);
  const template = new URL(request.url).searchParams.get('lomake') ?? undefined;
  return orThrow(await services.projects.openHorizontal({ projectId: params.projectId, template }));
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const { services } = requireViewer(context, request, projectKeepers);
  const { projectId } = params;
  const sent = await formValues(context, request);
  const { text } = sent;
  const done =
    sent.form === 'promise'
      ? await services.projects.addHorizontalPromise({
          projectId,
          criterion: text('criterion'),
          words: text('words'),
          place: text('place') as 'training',
        })
      : sent.form?.startsWith('follow-') === true
        ? await services.projects.followHorizontalPromise({
            projectId,
            promiseId: text('promiseId'),
            on: text('on'),
            what: text('what'),
          })
        : await services.projects.saveHorizontal({
            projectId,
            template: text('template'),
            criterion: text('criterion'),
            yes: text('yes') as 'yes',
            direct: text('direct'),
            indirect: text('indirect'),
            reason: text('reason'),
            evidence: text('evidence'),
          });
  if (!done.ok) return refused(sent, done.error);
  const part =
    sent.form === 'promise' || sent.form?.startsWith('follow-') === true ? 'promises' : text('criterion');
  return redirectWith(context, `/projects/${projectId}/horizontal#${part}`, {
    kind: 'success',
    key: 'promises:saved',
  });
}

/** The horizontal principles by the form of the project's period: answers, sums, what needs evidence, what was promised. */
export default function ProjectHorizontal({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT('promises');
  const language = useLanguage();
  const { head, template, templates, sums, lackingEvidence } = loaderData;
  return (
    <PromisePage title={t('horizontal.title')} head={head}>
      {template === undefined ? (
        <EmptyState title={t('horizontal.none')}>
          <p>{t('horizontal.choose')}</p>
          <ul>
            {templates.map(({ code, names }) => (
              <li key={code}>
                <Button to={`?lomake=${code}`} look="secondary">
                  {names[language]}
                </Button>
              </li>
            ))}
          </ul>
        </EmptyState>
      ) : (
        <>
          <p className="source">
            {t('horizontal.form', { name: template.names[language], source: template.source })}
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
  page: { answers, lackingEvidence, actions },
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
  const answer = answers.find((one) => one.criterion === key);
  const id = `answer-${key}`;
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
            ...(needsEvidence === true ? [{ term: t('horizontal.evidence'), value: answer?.evidence }] : []),
          ]}
        />
        {actions.change && (
          <Details summary={<AboutChange name={names[language]} />} open={result?.form === id}>
            <PolkuForm
              id={id}
              result={result}
              label={names[language]}
              values={{
                yes,
                direct: text(answer?.direct),
                indirect: text(answer?.indirect),
                reason: answer?.reason ?? '',
                evidence: answer?.evidence ?? '',
              }}
            >
              <input type="hidden" name="template" value={template.code} />
              <input type="hidden" name="criterion" value={key} />
              {kind === 'yes-no' ? (
                <RadioGroup
                  name="yes"
                  label={t('horizontal.answer')}
                  inline
                  choices={(['yes', 'no'] as const).map((value) => ({
                    value,
                    label: t(`horizontal.${value}`),
                  }))}
                />
              ) : (
                <>
                  <TextField
                    name="direct"
                    label={t('horizontal.direct')}
                    keyboard="numeric"
                    width="s"
                    optional
                  />
                  <TextField
                    name="indirect"
                    label={t('horizontal.indirect')}
                    keyboard="numeric"
                    width="s"
                    optional
                  />
                </>
              )}
              <TextArea name="reason" label={t('horizontal.reason')} rows={3} optional />
              {needsEvidence === true && (
                <TextArea
                  name="evidence"
                  label={t('horizontal.evidence')}
                  help={t('horizontal.evidence-help')}
                  rows={2}
                  optional
                />
              )}
              <div className="actions">
                <Button look="secondary">{t('save')}</Button>
              </div>
            </PolkuForm>
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
    template?.criteria.find((one) => one.key === key)?.names[language] ?? key;
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
              <Details summary={t('follow.note')} open={result?.form === `follow-${promise.id}`}>
                <PolkuForm
                  id={`follow-${promise.id}`}
                  result={result}
                  label={`${t('follow.note')}: ${promise.text}`}
                >
                  <input type="hidden" name="promiseId" value={promise.id} />
                  <DateField name="on" label={t('values.day')} />
                  <TextArea name="what" label={t('follow.what')} rows={2} />
                  <div className="actions">
                    <Button look="secondary">{t('save')}</Button>
                  </div>
                </PolkuForm>
              </Details>
            )}
          </Card>
        ))}
      </div>
      {actions.change && template !== undefined && (
        <Details summary={t('follow.add')} open={result?.form === 'promise'}>
          <PolkuForm id="promise" result={result} label={t('follow.add')}>
            <Select
              name="criterion"
              label={t('follow.criterion')}
              width="l"
              choices={template.criteria.map(({ key, names }) => ({ value: key, label: names[language] }))}
            />
            <TextArea name="words" label={t('follow.words')} rows={2} />
            <RadioGroup
              name="place"
              label={t('follow.place')}
              value="procurement"
              choices={promisePlaces.map((value) => ({ value, label: t(`place.${value}`) }))}
            />
            <div className="actions">
              <Button look="secondary">{t('save')}</Button>
            </div>
          </PolkuForm>
        </Details>
      )}
    </Section>
  );
}
