import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { projectKeepers, projectReaders } from '#codes/projects';
import { TraceChart } from '../charts/trace-chart.tsx';
import { useFormat, useLanguage, useT } from '../i18n/use.ts';
import { formValues, orThrow, redirectWith, refused, requireViewer } from '../page.ts';
import { PromisePage } from '../projects/promise-page.tsx';
import { ReasonList } from '../projects/reasons.tsx';
import { plainWords } from '../services/words.ts';
import {
  Button,
  Card,
  Details,
  EmptyState,
  LocalisedWords,
  PolkuForm,
  Section,
  StateLine,
  Words,
} from '../ui/index.ts';
import type { Route } from './+types/project-plan.ts';

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { services } = requireViewer(context, request, projectReaders);
  return orThrow(await services.projects.openPromises(params));
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const { services } = requireViewer(context, request, projectKeepers);
  const sent = await formValues(context, request);
  const ready = sent.intent === 'ready';
  const done = ready
    ? await services.projects.callReady(params)
    : await services.projects.takeBackReady(params);
  if (!done.ok) return refused(sent, done.error);
  return redirectWith(context, `/projects/${params.projectId}/plan`, {
    kind: 'success',
    key: ready ? 'promises:called-ready' : 'promises:taken-back',
  });
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
          <PolkuForm id="readiness" result={actionData} label={t('ready.title')}>
            <div className="actions">
              {readiness === undefined ? (
                <Button name="intent" value="ready" look={blocking > 0 ? 'secondary' : 'primary'}>
                  {t('ready.call')}
                </Button>
              ) : (
                <Button name="intent" value="take-back" look="secondary">
                  {t('ready.take-back')}
                </Button>
              )}
            </div>
          </PolkuForm>
        )}
        {reasons.length > 0 && (
          <ReasonList projectId={head.projectId} reasons={reasons} mayChange={actions.change} />
        )}
      </Section>
      <Section id="trace" title={t('trace.title')} lead={t('trace.lead')}>
        {matrix.length === 0 ? (
          <EmptyState title={t('trace.none')} />
        ) : (
          <TraceChart picture={picture} matrix={matrix} caption={t('trace.caption', { name: head.name })} />
        )}
        <p>
          {t('balance', { attendance: balance.attendance, product: balance.product, change: balance.change })}
        </p>
      </Section>
      <Section
        id="goals"
        title={t('goals.title')}
        lead={t('goals.lead')}
        actions={
          actions.change && (
            <Button to={`${at}/goal/new`} look="secondary">
              {t('goals.add')}
            </Button>
          )
        }
      >
        {promises.goals.length === 0 && <EmptyState title={t('goals.none')} />}
        <div className="cards">
          {promises.goals.map((goal) => (
            <Card
              key={goal.id}
              title={goal.text}
              actions={
                actions.change && (
                  <Button to={`${at}/goal/${goal.id}`} look="secondary" about={goal.text}>
                    {t('change')}
                  </Button>
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
          actions.change && (
            <Button to={`${at}/measure/new`} look="secondary">
              {t('measures.add')}
            </Button>
          )
        }
      >
        {promises.measures.length === 0 && <EmptyState title={t('measures.none')} />}
        <div className="cards">
          {promises.measures.map((measure) => (
            <Card
              key={measure.id}
              title={measure.text}
              actions={
                actions.change && (
                  <>
                    <Button to={`${at}/measure/${measure.id}`} look="secondary" about={measure.text}>
                      {t('change')}
                    </Button>
                    <Button
                      to={`${at}/comparison/new?measure=${measure.id}`}
                      look="secondary"
                      about={measure.text}
                    >
                      {t('new.add')}
                    </Button>
                    <Button
                      to={`${at}/company-step/new?measure=${measure.id}`}
                      look="secondary"
                      about={measure.text}
                    >
                      {t('step.add')}
                    </Button>
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
      </Section>
      <AddedValue {...loaderData} />
    </PromisePage>
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
                  <th scope="row">{promises.measures.find(({ id }) => id === comparison.measureId)?.text}</th>
                  <td>
                    {comparison.name} ({t(`against.${comparison.against}`)})
                  </td>
                  <td>{comparison.difference}</td>
                  {actions.change && (
                    <td>
                      <Button to={`${at}/comparison/${comparison.id}`} look="quiet" about={comparison.name}>
                        {t('change')}
                      </Button>
                    </td>
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <There {...{ head, promises, neighbours, services, actions }} />
    </Section>
  );
}

/** How many of a long list are shown before it is opened. */
const shown = 6;

type Neighbouring = Pick<
  Route.ComponentProps['loaderData'],
  'head' | 'promises' | 'neighbours' | 'services' | 'actions'
>;

/** What is there already for the same group and area: each service and project, and one press to compare a measure with it. */
function There({ head, promises, neighbours, services, actions }: Neighbouring) {
  const t = useT('promises');
  const format = useFormat();
  const language = useLanguage();
  const measures = actions.change ? promises.measures : [];
  const compared = (measureId: string, key: 'serviceId' | 'otherId', id: string) =>
    promises.comparisons.some((one) => one.measureId === measureId && one[key] === id);
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
      >
        {t('neighbours.compare-with', { measure: measure.text })}
      </Button>
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
  const serviceItems = services.map((one) => {
    const name = plainWords(one.names, language);
    return (
      <li key={one.serviceId}>
        <Link to={`/services/${one.serviceId}`}>
          <LocalisedWords text={one.names} />
        </Link>
        : {t('neighbours.municipalities', { count: one.municipalities })}
        {one.targetGroups.length > 0 && `, ${t('neighbours.groups', { count: one.targetGroups.length })}`}
        {presses('serviceId', one.serviceId, name)}
      </li>
    );
  });
  const projectItems = neighbours.slice(0, 20).map(({ project, municipalities, groups }) => (
    <li key={project.id}>
      {project.name}
      {project.startsOn !== undefined &&
        ` (${format.day(project.startsOn)}–${project.endsOn === undefined ? '' : format.day(project.endsOn)})`}
      : {t('neighbours.municipalities', { count: municipalities.length })}
      {groups.length > 0 && `, ${t('neighbours.groups', { count: groups.length })}`}
      {presses('otherId', project.id, project.name)}
    </li>
  ));
  return (
    <>
      <h3>{t('services-there.title')}</h3>
      {services.length === 0 ? <p>{t('services-there.none')}</p> : <LongList items={serviceItems} />}
      <h3>{t('neighbours.title')}</h3>
      {neighbours.length === 0 ? <p>{t('neighbours.none')}</p> : <LongList items={projectItems} />}
    </>
  );
}

function LongList({ items }: { readonly items: readonly ReactNode[] }) {
  const t = useT('promises');
  return (
    <>
      <ul className="plain-list">{items.slice(0, shown)}</ul>
      {items.length > shown && (
        <Details summary={t('neighbours.more', { count: items.length - shown })}>
          <ul className="plain-list">{items.slice(shown)}</ul>
        </Details>
      )}
    </>
  );
}
