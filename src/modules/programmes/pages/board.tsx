import { Link } from 'react-router';
import { defineForm, showForm, submitForm } from '#web/forms/index.server.ts';
import { useFormat, useT } from '#web/i18n/use.ts';
import { orThrow, requireViewer } from '#web/page.ts';
import {
  AddressForm,
  Button,
  Card,
  DateField,
  DefinitionList,
  Details,
  Notice,
  Page,
  PrintButton,
  Section,
  StateLine,
  UseCaseForm,
} from '#web/ui/index.ts';
import type { Route } from './+types/board.ts';
import { BoardTable } from './board-table.tsx';
import { StatesOverTime } from './states-over-time.tsx';
import { ProgrammeTabs } from './tabs.tsx';
import { halfWords, programmeCrumbs } from './words.ts';
import { askedYears, YearsSection } from './years-section.tsx';

/** As many half-years as are shown at once; older ones by asking. */
const shown = 4;

const remind = defineForm('programmes.remind', {
  id: 'remind',
  fixed: ['programmeId'],
  hidden: ['goalId', 'period'],
  act: 'remind',
});

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { services } = requireViewer(context, request, 'programmes:read');
  const asked = new URL(request.url).searchParams;
  const day = asked.get('on') ?? '';
  const opened = orThrow(
    await services.programmes.openProgramme({
      programmeId: params.programmeId,
      ...(/^\d{4}-\d\d-\d\d$/.test(day) ? { asOf: day } : {}),
    }),
  );
  const municipalities = orThrow(await services.areas.municipalities({}));
  return {
    ...opened,
    all: asked.has('all'),
    byYear: askedYears(opened.years, municipalities, asked),
    remindForm: showForm(context, remind),
  };
}

export async function action({ context, request, params }: Route.ActionArgs) {
  requireViewer(context, request, 'programmes:read');
  const { programmeId } = params;
  return submitForm({
    context,
    request,
    form: remind,
    fixed: { programmeId },
    done: ({ reminded }) => ({
      to: `/programmes/${programmeId}`,
      say: 'programmes:reminded',
      values: { names: reminded.join(', ') },
    }),
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
      title={content.name}
      lang={language}
      lead={t('board-sentence', {
        goals: t('goals-count', { count: counts.goals }),
        measures: t('measures-count', { count: counts.measures }),
        coordinators: t('coordinators-count', { count: counts.coordinators }),
      })}
      breadcrumbs={programmeCrumbs(t)}
      wide
      actions={<PrintButton />}
    >
      <ProgrammeTabs programmeId={programmeId} waiting={loaderData.proposalsWaiting} />
      {loaderData.beginsOn !== undefined && (
        <Notice kind="info" title={t('begins-on', { day: format.day(loaderData.beginsOn) })} />
      )}
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
            {late.map((row) => (
              <Card
                key={`${row.goalId} ${row.period}`}
                title={<span lang={language}>{row.title}</span>}
                to={`/programmes/${programmeId}/goals/${row.goalId}`}
                state={
                  <p>
                    <StateLine kind="late" clock={t('days-late', { count: row.daysLate })}>
                      {t('waits-for', { who: row.coordinators.join(', ') })}
                    </StateLine>
                  </p>
                }
              >
                <p>
                  {halfWords(t, row.period)}
                  {asOf === undefined && (
                    <>
                      {' · '}
                      {row.writers.length > 0
                        ? t('writers', { names: row.writers.join(', ') })
                        : t('nobody-writes')}
                      {row.begun && ` · ${t('begun-already')}`}
                    </>
                  )}
                </p>
                {asOf === undefined && (
                  <>
                    {row.remindedAt !== undefined && (
                      <p className="source">
                        {t('reminded-at', { instant: format.instant(row.remindedAt) })}
                      </p>
                    )}
                    <div className="actions">
                      {row.actions.remind && (
                        <UseCaseForm
                          form={loaderData.remindForm}
                          row={`${row.goalId}-${row.period}`}
                          hidden={{ goalId: row.goalId, period: row.period }}
                          result={actionData}
                          label={t('remind-about', { title: row.title })}
                          about={row.title}
                          look="secondary"
                          inline
                        />
                      )}
                      {row.actions.name && (
                        <Button
                          look="secondary"
                          to={`/programmes/${programmeId}/management#coordinators`}
                          about={row.title}
                          label={t('name-writer')}
                        />
                      )}
                      {row.actions.write && (
                        <Button
                          look="secondary"
                          to={`/programmes/${programmeId}/reports/${row.period}/${row.goalId}`}
                          about={row.title}
                          label={t('write')}
                        />
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
          nowCalled={loaderData.nowCalled}
        />
        {from > 0 && (
          <p>
            <Link to={`/programmes/${programmeId}?all=1`}>{t('all-halves', { count: periods.length })}</Link>
          </p>
        )}
      </Section>
      <StatesOverTime rows={loaderData.rows} periods={periods} />
      <YearsSection
        programmeId={programmeId}
        language={language}
        years={loaderData.years}
        asked={loaderData.byYear}
      />
      {(lacking > 0 || others.length > 0) && (
        <Section id="findings" title={t('findings-title')} lead={t('findings-lead')}>
          <ul>
            {others.map((other) => (
              <li key={`${other.code} ${other.part?.id ?? ''}`}>
                {t(`finding.${other.code}`, {
                  what: other.printed?.kind === 'text' ? lacksIn(t, other.printed.value) : undefined,
                  day: other.printed?.kind === 'day' ? format.day(other.printed.value) : undefined,
                })}
                {other.part && (
                  <>
                    {': '}
                    <span lang={language}>{other.part.title}</span>
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
              <Button to={`/programmes/${programmeId}/edit`} look="secondary" label={t('mend')} />
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
            content.validTo === undefined && {
              term: t('review-on'),
              value: format.day(content.reviewOn) || t('review-missing'),
            },
            {
              term: t('version'),
              value: t('version-words', {
                number: loaderData.version.number,
                day: format.day(loaderData.version.inForceFrom),
              }),
            },
            content.board && {
              term: t('board-name'),
              value: <span lang={language}>{content.board.name}</span>,
            },
            content.approval && {
              term: t('approved-by'),
              value: (
                <>
                  <span lang={language}>{content.approval.body}</span>
                  {[format.day(content.approval.decidedOn), content.approval.reference]
                    .filter(Boolean)
                    .map((row) => `, ${row}`)}
                </>
              ),
            },
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
                  {body.members.map((member) => (
                    <li key={member.memberId}>
                      {[member.position, member.organisation].filter(Boolean).join(', ')} (
                      {g(`capacity.${member.capacity}`)})
                    </li>
                  ))}
                </ul>
                {body.members.length === 0 && <p>{t('body-empty')}</p>}
              </>
            ) : (
              <>
                <p className="source">{t('members-printed')}</p>
                <ul lang={language}>
                  {content.board?.members.map((member) => (
                    <li key={member.name}>{[member.name, member.role].filter(Boolean).join(', ')}</li>
                  ))}
                </ul>
              </>
            )}
          </Details>
        )}
        <AddressForm id="as-of" label={t('as-of-label')} inline>
          <DateField name="on" label={t('as-of-label')} value={asOf} />
          <Button look="secondary" label={t('as-of-show')} />
        </AddressForm>
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
