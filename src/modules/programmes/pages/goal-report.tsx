import { useEffect, useRef, useState } from 'react';
import { data, useFetcher } from 'react-router';
import { defineForm, inputOf, showForm, submitForm } from '#web/forms/index.server.ts';
import { useFormat, useT } from '#web/i18n/use.ts';
import { orThrow, readForm, requireViewer } from '#web/page.ts';
import {
  Button,
  Details,
  Field,
  keptElsewhere,
  Notice,
  Page,
  PrintButton,
  Section,
  Select,
  StateLine,
  TextArea,
  TextField,
  UseCaseForm,
} from '#web/ui/index.ts';
import type { Route } from './+types/goal-report.ts';
import { FigureTable } from './figure-table.tsx';
import { coordinatorWords, halfWords, programmeCrumbs, stateLook } from './words.ts';

const states = ['not-started', 'on-track', 'late', 'done', 'stopped'] as const;

const report = defineForm('programmes.saveGoalDraft', {
  id: 'report',
  hidden: ['revision'],
  fixed: ['programmeId', 'goalId', 'period'],
  fields: {
    'content.summary': { label: 'report.summary', rows: 5, optional: false },
    'content.measures': { label: 'measures', row: { text: { label: 'report.text' } } },
    'content.values': { label: 'report.value', row: { evidence: { label: 'report.evidence' } } },
  },
});

/** After how long a pause in typing the draft is kept by itself. */
const pause = 2_500;

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { services } = requireViewer(context, request, 'programmes:read');
  const opened = orThrow(await services.programmes.openGoalReport(params));
  const { draft, sent, closed } = opened;
  const values = { content: draft?.content ?? fromSent(sent?.content) };
  return { ...opened, form: closed ? undefined : showForm(context, report, { initial: values }) };
}

/** What is typed is kept first, whatever happens to the sending. */
export async function action({ context, request, params }: Route.ActionArgs) {
  const { programmes } = requireViewer(context, request, 'programmes:read').services;
  const sent = await readForm(context, request);
  const { programmeId, period, goalId } = params;
  if (sent.intent === 'auto' && !sent.stale) {
    const saved = await programmes.saveGoalDraft({ ...(await inputOf(context, report, sent)), ...params });
    if (saved.ok) return data({ savedAt: saved.value.savedAt });
  }
  const { goal, told } = orThrow(await programmes.openGoalReport(params));
  const named = (part: string, fields: readonly string[], { id, title }: { id: string; title: string }) =>
    fields.map((field) => [`content.${part}.${id}.${field}`, title] as const);
  const sending = sent.intent === 'send';
  const { reports } = orThrow(await programmes.myReports({}));
  const mine = reports.some((row) => row.goalId === goalId && row.period === period);
  return submitForm({
    context,
    request,
    sent,
    form: report,
    fixed: params,
    labels: Object.fromEntries([
      ...goal.measures.flatMap((measure) => named('measures', ['state', 'text'], measure)),
      ...told.flatMap(({ id, name }) => named('values', ['value', 'evidence'], { id, title: name })),
    ]),
    run: async (input, answer) => {
      const saved = await programmes.saveGoalDraft(input, sending ? undefined : answer);
      if (!saved.ok || !sending) return saved;
      return programmes.submitGoalReport({ ...params, revision: saved.value.revision }, answer);
    },
    done: (value) =>
      sending
        ? {
            to: mine ? '/' : `/programmes/${programmeId}`,
            say: `programmes:report.sent${'late' in value && value.late ? '-late' : ''}`,
          }
        : {
            to: `/programmes/${programmeId}/reports/${period}/${goalId}`,
            say: 'programmes:report.saved',
          },
  });
}

/** Also when a save was refused: the page then shows what the other one wrote. */
export const shouldRevalidate = () => true;

/** One goal of one half-year: figures ready, last time's words beside, a state and a few words for each measure. */
export default function GoalReport({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT('programmes');
  const format = useFormat();
  const { programme, period, goal, last, sent, draft, told, closed, figures, form } = loaderData;
  const { language } = programme;
  const half = halfWords(t, period.period);
  const refusal = actionData !== undefined && 'issues' in actionData ? actionData : undefined;
  const overtaken = refusal?.issues.some(({ code }) => code === 'written-meanwhile');
  const before = (id: string) => last?.content.measures.find(({ measureId }) => measureId === id);
  return (
    <Page
      title={<span lang={language}>{goal.title}</span>}
      browserTitle={`${goal.title}: ${half}`}
      lead={t('report.lead', {
        half,
        day: format.day(period.dueOn),
        who: loaderData.coordinators
          .map(({ name, nowCalled }) => coordinatorWords(t, name, nowCalled))
          .join(', '),
      })}
      breadcrumbs={[
        ...programmeCrumbs(t, programme),
        { to: `/programmes/${programme.programmeId}/reports/${period.period}`, label: half },
      ]}
      wide
      actions={<PrintButton />}
    >
      {closed && <Notice kind="info" title={t('report.closed')} />}
      {loaderData.onBehalf && !closed && <Notice kind="info" title={t('report.on-behalf')} />}
      {sent !== undefined && !closed && (
        <Notice
          kind="success"
          title={t('report.sent-on', { day: format.day(sent.submittedOn), by: sent.by ?? '' })}
        >
          <p>{t('report.sent-again')}</p>
        </Notice>
      )}
      {overtaken === true && draft !== undefined && (
        <Notice
          kind="warning"
          title={t('report.other-saved', { by: draft.by ?? '', instant: format.instant(draft.savedAt) })}
        >
          <Details summary={t('report.other-text')} open>
            <p>{draft.content.summary}</p>
            <ul>
              {goal.measures.map(({ id, title }) => (
                <li key={id}>
                  {title}: {draft.content.measures[id]?.text || '–'}
                </li>
              ))}
            </ul>
          </Details>
        </Notice>
      )}
      <Section id="figures" title={t('figures')} lead={t('report.figures-lead')}>
        <FigureTable figures={figures} before={last?.content.figures} language={language} />
      </Section>
      {form === undefined ? (
        <SentText content={sent?.content} language={language} />
      ) : (
        <UseCaseForm
          form={form}
          hidden={{ revision: draft?.revision ?? 0 }}
          result={refusal}
          label={t('report.form')}
        >
          <AutoSave savedAt={draft?.savedAt} by={draft?.by} />
          <div className="beside">
            <Field name="content.summary" />
            <LastTime day={last?.submittedOn} by={last?.by} language={language}>
              {last?.content.summary}
            </LastTime>
          </div>
          {goal.measures.map((measure) => {
            const was = before(measure.id);
            return (
              <fieldset key={measure.id} className="beside">
                <legend>
                  <span lang={language}>{measure.title}</span>
                </legend>
                <div>
                  <Select
                    name={`content.measures.${measure.id}.state`}
                    label={t('state')}
                    choices={states.map((value) => ({ value, label: t(`state-of.${value}`) }))}
                    empty={t('report.choose-state')}
                  />
                  <TextArea
                    name={`content.measures.${measure.id}.text`}
                    label={t('report.text')}
                    help={t('report.text-help')}
                    rows={3}
                    maxLength={10_000}
                  />
                </div>
                <LastTime day={last?.submittedOn} by={last?.by} language={language}>
                  {was && (
                    <>
                      <StateLine kind={stateLook[was.state]}>{t(`state-of.${was.state}`)}</StateLine>
                      {was.text !== '' && (
                        <span className="board-figure" lang={language}>
                          {was.text}
                        </span>
                      )}
                    </>
                  )}
                </LastTime>
              </fieldset>
            );
          })}
          {told.map((row) => (
            <fieldset key={row.id} className="beside">
              <legend>
                <span lang={language}>{row.name}</span>
              </legend>
              <div>
                <TextField
                  name={`content.values.${row.id}.value`}
                  label={row.unit ? t('report.value-unit', { unit: row.unit }) : t('report.value')}
                  help={t('report.value-help')}
                  keyboard="decimal"
                  width="s"
                  optional
                />
                <TextField
                  name={`content.values.${row.id}.evidence`}
                  label={t('report.evidence')}
                  width="l"
                  optional
                />
              </div>
            </fieldset>
          ))}
          <div className="actions">
            <Button name="intent" value="send" label={t('report.send')} />
            <Button name="intent" value="save" look="secondary" label={t('common:save-draft')} />
          </div>
        </UseCaseForm>
      )}
    </Page>
  );
}

/** What has been sent becomes the beginning of its correction. */
function fromSent(
  content: { summary: string; measures: { measureId: string; state: string; text: string }[] } | undefined,
) {
  return (
    content && {
      summary: content.summary,
      measures: Object.fromEntries(
        content.measures.map(({ measureId, state, text }) => [measureId, { state, text }]),
      ) as Record<string, { state: string; text: string }>,
    }
  );
}

function LastTime({
  day,
  by,
  language,
  children,
}: {
  readonly day: string | undefined;
  readonly by: string | undefined;
  readonly language: string;
  readonly children: React.ReactNode;
}) {
  const t = useT('programmes');
  const format = useFormat();
  return (
    <div className="last-time">
      <p className="source">
        {day === undefined ? t('report.no-last') : t('report.last', { day: format.day(day), by: by ?? '' })}
      </p>
      {day !== undefined && <p lang={language}>{children ?? t('report.nothing-said')}</p>}
    </div>
  );
}

function SentText({
  content,
  language,
}: {
  readonly content:
    | { summary: string; measures: { measureId: string; title: string; state: string; text: string }[] }
    | undefined;
  readonly language: string;
}) {
  const t = useT('programmes');
  if (!content) return <p>{t('cell.closed')}</p>;
  return (
    <div lang={language}>
      <p>{content.summary}</p>
      <ul>
        {content.measures.map((measure) => (
          <li key={measure.measureId}>
            {measure.title}: {t(`state-of.${measure.state}`)}. {measure.text}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Keeps the draft by itself after a pause in typing, and says so. Without JavaScript the button does it. */
function AutoSave({
  savedAt,
  by,
}: {
  readonly savedAt: string | undefined;
  readonly by: string | undefined;
}) {
  const t = useT('programmes');
  const format = useFormat();
  const place = useRef<HTMLParagraphElement>(null);
  const fetcher = useFetcher<typeof action>();
  const { submit } = fetcher;
  const [typed, setTyped] = useState(false);
  useEffect(() => {
    const form = place.current?.closest('form');
    if (!form) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const keep = () => {
      setTyped(false);
      const sent = new FormData(form);
      sent.set('intent', 'auto');
      void submit(sent, { method: 'post' });
    };
    const later = () => {
      setTyped(true);
      clearTimeout(timer);
      timer = setTimeout(keep, pause);
    };
    const stop = () => clearTimeout(timer);
    form.addEventListener('input', later);
    form.addEventListener('submit', stop);
    return () => {
      stop();
      form.removeEventListener('input', later);
      form.removeEventListener('submit', stop);
    };
  }, [submit]);
  const failed = fetcher.data !== undefined && 'issues' in fetcher.data;
  useEffect(() => {
    if (fetcher.state === 'idle' && fetcher.data !== undefined && !failed && !typed) keptElsewhere('report');
  }, [fetcher, failed, typed]);
  const words = () => {
    if (failed) return t('report.auto-failed');
    if (fetcher.state !== 'idle') return t('report.saving');
    if (typed) return t('report.typed');
    if (savedAt === undefined) return t('report.not-saved');
    return t('report.saved-at', { instant: format.instant(savedAt), by: by ?? '' });
  };
  return (
    <p ref={place} className="save-state" role="status">
      {words()}
    </p>
  );
}
