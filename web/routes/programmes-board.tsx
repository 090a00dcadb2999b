import { Link } from 'react-router';
import { useFormat, useT } from '../i18n/use.ts';
import { formValues, orThrow, redirectWith, refused, requireViewer } from '../page.ts';
import { BoardTable } from '../programmes/board-table.tsx';
import { StatesOverTime } from '../programmes/states-over-time.tsx';
import { ProgrammeTabs } from '../programmes/tabs.tsx';
import { halfWords, networkRoles, programmeCrumbs } from '../programmes/words.ts';
import {
  Button,
  Card,
  DateField,
  DefinitionList,
  Details,
  Notice,
  Page,
  PolkuForm,
  PrintButton,
  Section,
  StateLine,
} from '../ui/index.ts';
import type { Route } from './+types/programmes-board.ts';

/** As many half-years as are shown at once; older ones by asking. */
const shown = 4;

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { services } = requireViewer(context, request, networkRoles);
  const asked = new URL(request.url).searchParams;
  const day = asked.get('paiva') ?? '';
  const opened = orThrow(
    await services.programmes.openProgramme({
      programmeId: params.programmeId,
      ...(/^\d{4}-\d\d-\d\d$/.test(day) ? { asOf: day } : {}),
    }),
  );
  return { ...opened, all: asked.has('kaikki') };
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const { services } = requireViewer(context, request, networkRoles);
  const sent = await formValues(context, request);
  const done = await services.programmes.remind({
    programmeId: params.programmeId,
    goalId: sent.text('goal'),
    period: sent.text('period'),
  });
  if (!done.ok) return refused(sent, done.error);
  return redirectWith(context, `/programmes/${params.programmeId}`, {
    kind: 'success',
    key: 'programmes:reminded',
    values: { names: done.value.reminded.join(', ') },
  });
}

/** The board of a programme: what is late first, then themes as rows and half-years as columns. */
export default function ProgrammeBoard({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT('programmes');
  const g = useT('governance');
  const format = useFormat();
  const { programmeId, content, periods, late, asOf, body, actions, counts, findings, boardReports } =
    loaderData;
  const from = loaderData.all ? 0 : Math.max(0, periods.length - shown);
  const lacking = findings.filter(({ code }) => code === 'measure-without-indicator').length;
  const others = findings.filter(({ code }) => code !== 'measure-without-indicator');
  const { language } = content;
  return (
    <Page
      title={<span lang={language}>{content.name}</span>}
      browserTitle={content.name}
      lead={t('board-sentence', {
        goals: t('goals-count', { count: counts.goals }),
        measures: t('measures-count', { count: counts.measures }),
        coordinators: t('coordinators-count', { count: counts.coordinators }),
      })}
      breadcrumbs={programmeCrumbs(t)}
      wide
      actions={<PrintButton />}
    >
      <ProgrammeTabs programmeId={programmeId} waiting={loaderData.proposalsWaiting} keeper={actions.keep} />
      {asOf !== undefined && (
        <Notice kind="info" title={t('as-of', { day: format.day(asOf) })}>
          <p>
            <Link to={`/programmes/${programmeId}`}>{t('as-of-today')}</Link>
          </p>
        </Notice>
      )}
      {late.length > 0 && (
        <Section id="late" title={t('late-title', { count: late.length })} lead={t('late-lead')}>
          <div className="cards">
            {late.map((one) => (
              <Card
                key={`${one.goalId} ${one.period}`}
                title={<span lang={language}>{one.title}</span>}
                to={`/programmes/${programmeId}/goals/${one.goalId}`}
                state={
                  <p>
                    <StateLine kind="late" clock={t('days-late', { count: one.daysLate })}>
                      {t('waits-for', { who: one.coordinators.join(', ') })}
                    </StateLine>
                  </p>
                }
              >
                <p>
                  {halfWords(t, one.period)}
                  {asOf === undefined && (
                    <>
                      {' · '}
                      {one.writers.length > 0
                        ? t('writers', { names: one.writers.join(', ') })
                        : t('nobody-writes')}
                      {one.begun && ` · ${t('begun-already')}`}
                    </>
                  )}
                </p>
                {asOf === undefined && (
                  <>
                    {one.remindedAt !== undefined && (
                      <p className="source">
                        {t('reminded-at', { instant: format.instant(one.remindedAt) })}
                      </p>
                    )}
                    <div className="actions">
                      {one.actions.remind && (
                        <PolkuForm
                          id={`remind-${one.goalId}-${one.period}`}
                          result={actionData}
                          label={t('remind-about', { title: one.title })}
                          inline
                        >
                          <input type="hidden" name="goal" value={one.goalId} />
                          <input type="hidden" name="period" value={one.period} />
                          <Button look="secondary" about={one.title}>
                            {t('remind')}
                          </Button>
                        </PolkuForm>
                      )}
                      {one.actions.name && (
                        <Button
                          look="secondary"
                          to={`/programmes/${programmeId}/coordinators`}
                          about={one.title}
                        >
                          {t('name-writer')}
                        </Button>
                      )}
                      {one.actions.write && (
                        <Button
                          look="secondary"
                          to={`/programmes/${programmeId}/reports/${one.period}/${one.goalId}`}
                          about={one.title}
                        >
                          {t('write')}
                        </Button>
                      )}
                    </div>
                  </>
                )}
              </Card>
            ))}
          </div>
        </Section>
      )}
      <Section
        id="board"
        title={t('board-title')}
        lead={periods.length === 0 ? t('no-reporting-lead') : t('board-lead')}
      >
        <BoardTable
          programmeId={programmeId}
          language={language}
          rows={loaderData.rows}
          periods={periods.slice(from)}
          from={from}
          reports={boardReports}
        />
        {from > 0 && (
          <p>
            <Link to={`/programmes/${programmeId}?kaikki=1`}>
              {t('all-halves', { count: periods.length })}
            </Link>
          </p>
        )}
      </Section>
      <StatesOverTime rows={loaderData.rows} periods={periods} />
      {(lacking > 0 || others.length > 0) && (
        <Section id="findings" title={t('findings-title')} lead={t('findings-lead')}>
          <ul>
            {others.map((one) => (
              <li key={`${one.code} ${one.part?.id ?? ''}`}>
                {t(`finding.${one.code}`, {
                  what: one.printed?.kind === 'text' ? lacksIn(t, one.printed.value) : undefined,
                  day: one.printed?.kind === 'day' ? format.day(one.printed.value) : undefined,
                })}
                {one.part && (
                  <>
                    {': '}
                    <span lang={language}>{one.part.title}</span>
                  </>
                )}
              </li>
            ))}
            {lacking > 0 && (
              <li>
                {t('finding.measures-without-indicator', { count: lacking, all: counts.measures })}
                <Details summary={t('which')}>
                  <ul lang={language}>
                    {findings
                      .filter(({ code }) => code === 'measure-without-indicator')
                      .map(({ part }) => (
                        <li key={part?.id}>{part?.title}</li>
                      ))}
                  </ul>
                </Details>
              </li>
            )}
          </ul>
          {actions.keep && (
            <p className="actions">
              <Button to={`/programmes/${programmeId}/edit`} look="secondary">
                {t('mend')}
              </Button>
            </p>
          )}
        </Section>
      )}
      <Section id="about" title={t('about-title')}>
        <DefinitionList
          items={[
            { term: t('kind-label'), value: t(`kind.${content.kind}`) },
            { term: t('owner'), value: loaderData.owner },
            {
              term: t('valid'),
              value:
                content.validTo === undefined
                  ? t('valid-open', { from: format.day(content.validFrom) })
                  : t('valid-between', {
                      from: format.day(content.validFrom),
                      to: format.day(content.validTo),
                    }),
            },
            ...(content.validTo === undefined
              ? [{ term: t('review-on'), value: format.day(content.reviewOn) || t('review-missing') }]
              : []),
            {
              term: t('version'),
              value: t('version-words', {
                number: loaderData.version.number,
                day: format.day(loaderData.version.inForceFrom),
              }),
            },
            ...(content.board
              ? [
                  {
                    term: t('board-name'),
                    value: <span lang={language}>{content.board.name}</span>,
                  },
                ]
              : []),
            ...(content.approval
              ? [
                  {
                    term: t('approved-by'),
                    value: (
                      <>
                        <span lang={language}>{content.approval.body}</span>
                        {[format.day(content.approval.decidedOn), content.approval.reference]
                          .filter(Boolean)
                          .map((one) => `, ${one}`)}
                      </>
                    ),
                  },
                ]
              : []),
          ]}
        />
        {(body || content.board) && (
          <Details
            summary={t('members-on', {
              count: (body ?? content.board)?.members.length ?? 0,
              day: format.day(asOf ?? loaderData.today),
            })}
          >
            {body ? (
              <>
                <p>
                  <Link to={`/bodies/${body.bodyId}`} lang={body.name.language}>
                    {body.name.text}
                  </Link>
                  {!body.inForce && ` – ${t('body-not-in-force')}`}
                </p>
                <ul>
                  {body.members.map((one) => (
                    <li key={one.memberId}>
                      {[one.position, one.organisation].filter(Boolean).join(', ')} (
                      {g(`capacity.${one.capacity}`)})
                    </li>
                  ))}
                </ul>
                {body.members.length === 0 && <p>{t('body-empty')}</p>}
              </>
            ) : (
              <>
                <p className="source">{t('members-printed')}</p>
                <ul lang={language}>
                  {content.board?.members.map((one) => (
                    <li key={one.name}>{[one.name, one.role].filter(Boolean).join(', ')}</li>
                  ))}
                </ul>
              </>
            )}
          </Details>
        )}
        <PolkuForm id="as-of" method="get" label={t('as-of-label')} inline>
          <DateField name="paiva" label={t('as-of-label')} value={asOf} />
          <Button look="secondary">{t('as-of-show')}</Button>
        </PolkuForm>
      </Section>
    </Page>
  );
}

/** "lähtöarvo, tavoite": what an indicator lacks. */
function lacksIn(t: (key: string) => string, codes: string): string {
  return codes
    .split(' ')
    .map((code) => t(`lacks.${code}`))
    .join(', ');
}
