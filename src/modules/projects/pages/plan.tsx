import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { planLanguage } from '#codes/projects';
import { plainWords } from '#modules/networks/pages/words.ts';
import { TraceChart } from '#web/charts/trace-chart.tsx';
import { defineForm, showForm, submission, submitForms } from '#web/forms/index.server.ts';
import { useFormat, useLanguage, useT } from '#web/i18n/use.ts';
import { orThrow, requireViewer } from '#web/page.ts';
import {
  Button,
  Card,
  Details,
  EmptyState,
  LocalisedWords,
  Section,
  StateLine,
  UseCaseForm,
  Words,
} from '#web/ui/index.ts';
import type { Route } from './+types/plan.ts';
import { PromisePage } from './promise-page.tsx';
import { ReasonList } from './reasons.tsx';

const common = { texts: 'promises', fixed: ['projectId'] } as const;
const callReady = defineForm('projects.callReady', { ...common, id: 'readiness', act: 'ready.call' });
const takeBackReady = defineForm('projects.takeBackReady', {
  ...common,
  id: 'no-readiness',
  act: 'ready.take-back',
});

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { services } = requireViewer(context, request, 'projects:read');
  const opened = orThrow(await services.projects.openPromises(params));
  const form = showForm(context, opened.promises.readiness === undefined ? callReady : takeBackReady);
  return { ...opened, form };
}

export async function action({ context, request, params }: Route.ActionArgs) {
  requireViewer(context, request, 'projects:write');
  const fixed = { projectId: params.projectId };
  return submitForms(
    { context, request },
    submission({ form: callReady, fixed, done: { say: 'promises:called-ready' } }),
    submission({ form: takeBackReady, fixed, done: { say: 'promises:taken-back' } }),
  );
}

/** What a project promises: is it ready and why not, the four columns, and its goals and measures with what is new. */
export default function ProjectPlan({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT('promises');
  const format = useFormat();
  const { head, promises, picture, matrix, reasons, isReady, balance, actions } = loaderData;
  const at = `/projects/${head.projectId}/plan`;
  const blocking = reasons.filter(({ grade }) => grade === 'blocks').length;
  const { readiness } = promises;
  return (
    <PromisePage title={t('plan.title')} head={head} wide>
      <Section id="ready" title={t('ready.title')}>
        <p>
          <StateLine kind={isReady ? 'done' : blocking > 0 ? 'stopped' : 'waiting'}>
            {isReady
              ? t('ready.is', { day: format.day(readiness!.calledOn), by: readiness!.calledBy ?? '–' })
              : blocking > 0
                ? t('ready.not', { count: blocking })
                : t('ready.may')}
          </StateLine>
        </p>
        {readiness !== undefined && !isReady && (
          <p>{t('ready.no-longer', { day: format.day(readiness.calledOn) })}</p>
        )}
        {actions.change && (
          <UseCaseForm
            form={loaderData.form}
            result={actionData}
            label={t('ready.title')}
            look={readiness === undefined && blocking === 0 ? 'primary' : 'secondary'}
          />
        )}
        {reasons.length > 0 && (
          <ReasonList projectId={head.projectId} reasons={reasons} mayChange={actions.change} />
        )}
      </Section>
      <Section id="trace" title={t('trace.title')} lead={t('trace.lead')}>
        {matrix.length === 0 ? (
          <EmptyState title={t('trace.none')} />
        ) : (
          <Fold summary={t('trace.open')} when={matrix.length > 12}>
            <TraceChart picture={picture} matrix={matrix} caption={t('trace.caption', { name: head.name })} />
          </Fold>
        )}
        <p>
          {t('balance', { attendance: balance.attendance, product: balance.product, change: balance.change })}
        </p>
      </Section>
      <Section
        id="goals"
        title={t('goals.title')}
        lead={t('goals.lead')}
        actions={actions.change && <Button to={`${at}/goal/new`} look="secondary" label={t('goals.add')} />}
      >
        {promises.goals.length === 0 && <EmptyState title={t('goals.none')} />}
        <div className="cards">
          {promises.goals.map((goal) => (
            <Card
              key={goal.id}
              title={goal.text}
              actions={
                actions.change && (
                  <Button
                    to={`${at}/goal/${goal.id}`}
                    look="secondary"
                    about={goal.text}
                    label={t('change')}
                  />
                )
              }
            >
              <Joined
                label={t('goals.results')}
                ids={promises.links.filter(({ from }) => from === goal.id).map(({ to }) => to)}
                promises={promises}
              />
            </Card>
          ))}
        </div>
      </Section>
      <Section
        id="measures"
        title={t('measures.title')}
        lead={t('measures.lead')}
        actions={
          actions.change && <Button to={`${at}/measure/new`} look="secondary" label={t('measures.add')} />
        }
      >
        {promises.measures.length === 0 && <EmptyState title={t('measures.none')} />}
        <Fold
          summary={t('measures.count', { count: promises.measures.length })}
          when={promises.measures.length > few}
        >
          <div className="cards">
            {promises.measures.map((measure) => (
              <Card
                key={measure.id}
                title={measure.text}
                actions={
                  actions.change && (
                    <>
                      <Button
                        to={`${at}/measure/${measure.id}`}
                        look="secondary"
                        about={measure.text}
                        label={t('change')}
                      />
                      <Button
                        to={`${at}/comparison/new?measure=${measure.id}`}
                        look="secondary"
                        about={measure.text}
                        label={t('new.add')}
                      />
                      <Button
                        to={`${at}/company-step/new?measure=${measure.id}`}
                        look="secondary"
                        about={measure.text}
                        label={t('step.add')}
                      />
                    </>
                  )
                }
              >
                {measure.workPackage !== undefined && (
                  <p className="source">{t('measures.package', { code: measure.workPackage })}</p>
                )}
                {measure.aspects.length > 0 && (
                  <Words
                    label={t('measures.aspects')}
                    words={measure.aspects.map((aspect) => ({ key: aspect, text: t(`aspect.${aspect}`) }))}
                  />
                )}
                <Joined
                  label={t('measures.outputs')}
                  ids={promises.links.filter(({ from }) => from === measure.id).map(({ to }) => to)}
                  promises={promises}
                />
              </Card>
            ))}
          </div>
        </Fold>
      </Section>
      <AddedValue {...loaderData} />
    </PromisePage>
  );
}

/** As many measures, or comparisons of them, as are shown open. */
const few = 2;

/** What is long stands folded; what is short stands as it is. */
function Fold({
  summary,
  when,
  children,
}: {
  readonly summary: string;
  readonly when: boolean;
  readonly children: ReactNode;
}) {
  return when ? (
    <Details prints summary={summary}>
      {children}
    </Details>
  ) : (
    children
  );
}

function Joined({
  label,
  ids,
  promises,
}: {
  readonly label: string;
  readonly ids: readonly string[];
  readonly promises: Route.ComponentProps['loaderData']['promises'];
}) {
  const t = useT('promises');
  const names = promises.indicators.filter(({ id }) => ids.includes(id)).map(({ names }) => names.fi ?? '');
  return (
    <p>
      {label}: {names.length === 0 ? <strong>{t('nothing')}</strong> : names.join(', ')}
    </p>
  );
}

/** The added-value sheet: each measure beside what is there already, and the projects with which it should be compared. */
function AddedValue({ head, promises, neighbours, services, actions }: Neighbouring) {
  const t = useT('promises');
  const at = `/projects/${head.projectId}/plan`;
  return (
    <Section id="new" title={t('new.title')} lead={t('new.lead')}>
      {promises.comparisons.length === 0 ? (
        <EmptyState title={t('new.none')} />
      ) : (
        <Fold
          summary={`${t('new.caption')} (${promises.comparisons.length})`}
          when={promises.comparisons.length > few}
        >
          <div className="table-place">
            <table className="table">
              <caption>{t('new.caption')}</caption>
              <thead>
                <tr>
                  <th scope="col">{t('one.measure')}</th>
                  <th scope="col">{t('new.against')}</th>
                  <th scope="col">{t('new.difference')}</th>
                  {actions.change && (
                    <th scope="col">
                      <span className="hidden">{t('acts')}</span>
                    </th>
                  )}
                </tr>
              </thead>
              <tbody>
                {promises.comparisons.map((comparison) => (
                  <tr key={comparison.id}>
                    <th scope="row">
                      {promises.measures.find(({ id }) => id === comparison.measureId)?.text}
                    </th>
                    <td>
                      {comparison.name} ({t(`against.${comparison.against}`)})
                    </td>
                    <td>{comparison.difference}</td>
                    {actions.change && (
                      <td>
                        <Button
                          to={`${at}/comparison/${comparison.id}`}
                          look="quiet"
                          about={comparison.name}
                          label={t('change')}
                        />
                      </td>
                    )}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </Fold>
      )}
      <Neighbours {...{ head, promises, neighbours, services, actions }} />
    </Section>
  );
}

type Neighbouring = Pick<
  Route.ComponentProps['loaderData'],
  'head' | 'promises' | 'neighbours' | 'services' | 'actions'
>;

/** What is there already for the same group and area: each service and project, and one press to compare a measure with it. */
function Neighbours({ head, promises, neighbours, services, actions }: Neighbouring) {
  const t = useT('promises');
  const format = useFormat();
  const language = useLanguage();
  const measures = actions.change ? promises.measures : [];
  const compared = (measureId: string, key: 'serviceId' | 'otherId', id: string) =>
    promises.comparisons.some((comparison) => comparison.measureId === measureId && comparison[key] === id);
  /** The measures that have been compared with it, and a press for each that has not. */
  const presses = (of: 'serviceId' | 'otherId', id: string, name: string) => {
    const done = promises.measures.filter((measure) => compared(measure.id, of, id));
    const left = measures.filter((measure) => !done.includes(measure));
    const from = of === 'serviceId' ? 'service' : 'project';
    const buttons = left.map((measure) => (
      <Button
        key={measure.id}
        to={`/projects/${head.projectId}/plan/comparison/new?measure=${measure.id}&${from}=${id}`}
        look="quiet"
        about={name}
        label={t('neighbours.compare-with', { measure: measure.text })}
      />
    ));
    return (
      <>
        {done.length > 0 && (
          <p>
            <StateLine kind="done">
              {t('neighbours.compared-with', { measures: format.list(done.map(({ text }) => text)) })}
            </StateLine>
          </p>
        )}
        {buttons.length > 0 && buttons.length <= 3 && <div className="actions">{buttons}</div>}
        {buttons.length > 3 && (
          <Details summary={t('neighbours.compare')}>
            <div className="actions">{buttons}</div>
          </Details>
        )}
      </>
    );
  };
  const serviceItems = services.map((service) => {
    const name = plainWords(service.names, language);
    return (
      <li key={service.serviceId}>
        <Link to={`/services/${service.serviceId}`}>
          <LocalisedWords text={service.names} />
        </Link>
        : {t('neighbours.municipalities', { count: service.municipalities })}
        {service.targetGroups.length > 0 &&
          `, ${t('neighbours.groups', { count: service.targetGroups.length })}`}
        {presses('serviceId', service.serviceId, name)}
      </li>
    );
  });
  const projectItems = neighbours.map(({ project, municipalities, groups }) => (
    <li key={project.id}>
      <span lang={planLanguage}>{project.name}</span>
      {project.startsOn !== undefined &&
        ` (${format.day(project.startsOn)}–${project.endsOn === undefined ? '' : format.day(project.endsOn)})`}
      : {t('neighbours.municipalities', { count: municipalities.length })}
      {groups.length > 0 && `, ${t('neighbours.groups', { count: groups.length })}`}
      {presses('otherId', project.id, project.name)}
    </li>
  ));
  return (
    <>
      <There of="services-there" items={serviceItems} />
      <There of="neighbours" items={projectItems} />
    </>
  );
}

/** What is there, folded under how many there are; that there is nothing is said as it is. */
function There({
  of,
  items,
}: {
  readonly of: 'services-there' | 'neighbours';
  readonly items: readonly ReactNode[];
}) {
  const t = useT('promises');
  const format = useFormat();
  return items.length === 0 ? (
    <p>{t(`${of}.none`)}</p>
  ) : (
    <Details prints summary={`${t(`${of}.title`)} (${format.number(items.length)})`}>
      <ul className="plain-list">{items}</ul>
    </Details>
  );
}
