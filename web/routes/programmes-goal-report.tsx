import { useEffect, useRef, useState } from 'react';
import { data, useFetcher } from 'react-router';
import { useFormat, useT } from '../i18n/use.ts';
import { formValues, orThrow, redirectWith, refused, requireViewer, type SentForm } from '../page.ts';
import { FigureTable } from '../programmes/figure-table.tsx';
import { halfWords, networkRoles, programmeCrumbs, stateLook } from '../programmes/words.ts';
import {
  Button,
  Details,
  Notice,
  Page,
  PolkuForm,
  PrintButton,
  Section,
  Select,
  StateLine,
  TextArea,
  TextField,
} from '../ui/index.ts';
import type { Route } from './+types/programmes-goal-report.ts';

const states = ['not-started', 'on-track', 'late', 'done', 'stopped'] as const;

/** After how long a pause in typing the draft is kept by itself. */
const pause = 2_500;

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { services } = requireViewer(context, request, networkRoles);
  return orThrow(await services.programmes.openGoalReport(params));
}

/** What is typed is kept first, whatever happens to the sending. */
export async function action({ context, request, params }: Route.ActionArgs) {
  const { services, viewer } = requireViewer(context, request, networkRoles);
  const sent = await formValues(context, request);
  const saved = await services.programmes.saveGoalDraft({
    ...params,
    content: contentOf(sent),
    revision: Number(sent.text('revision')) || 0,
  });
  if (!saved.ok) return refused(sent, saved.error);
  if (sent.intent === 'auto') return data({ savedAt: saved.value.savedAt });
  if (sent.intent !== 'send')
    return redirectWith(
      context,
      `/programmes/${params.programmeId}/reports/${params.period}/${params.goalId}`,
      {
        kind: 'success',
        key: 'programmes:report.saved',
      },
    );
  const done = await services.programmes.submitGoalReport({ ...params, revision: saved.value.revision });
  if (!done.ok) return refused(sent, done.error);
  const mine = orThrow(await services.programmes.myReports({})).reports.some(
    (one) => one.goalId === params.goalId && one.period === params.period,
  );
  return redirectWith(
    context,
    mine || viewer.role === 'provider' ? '/programmes/my-reports' : `/programmes/${params.programmeId}`,
    { kind: 'success', key: done.value.late ? 'programmes:report.sent-late' : 'programmes:report.sent' },
  );
}

/** Also when a save was refused: the page then shows what the other one wrote. */
export const shouldRevalidate = () => true;

function contentOf(sent: SentForm) {
  const ids = (prefix: string) =>
    Object.keys(sent.values).flatMap((name) => (name.startsWith(prefix) ? name.slice(prefix.length) : []));
  return {
    summary: sent.text('summary'),
    measures: Object.fromEntries(
      ids('state-').map((id) => [id, { state: sent.text(`state-${id}`), text: sent.text(`text-${id}`) }]),
    ),
    values: Object.fromEntries(
      ids('value-').map((id) => [
        id,
        { value: sent.text(`value-${id}`), evidence: sent.text(`evidence-${id}`) },
      ]),
    ),
  };
}

/** One goal of one half-year: figures ready, last time's words beside, a state and a few words for each measure. */
export default function GoalReport({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT('programmes');
  const format = useFormat();
  const { programme, period, goal, last, sent, draft, told, closed, figures } = loaderData;
  const { language } = programme;
  const half = halfWords(t, period.period);
  const refusal = actionData !== undefined && 'issues' in actionData ? actionData : undefined;
  const overtaken = refusal?.issues.some(({ code }) => code === 'written-meanwhile');
  const kept = draft?.content ?? fromSent(sent?.content);
  const values: Record<string, string> = { summary: kept?.summary ?? '' };
  for (const { id } of goal.measures) {
    values[`state-${id}`] = kept?.measures[id]?.state ?? '';
    values[`text-${id}`] = kept?.measures[id]?.text ?? '';
  }
  for (const { id } of told) {
    values[`value-${id}`] = draft?.content.values[id]?.value ?? '';
    values[`evidence-${id}`] = draft?.content.values[id]?.evidence ?? '';
  }
  const before = (id: string) => last?.content.measures.find(({ measureId }) => measureId === id);
  const labels: Record<string, string> = { summary: t('report.summary') };
  for (const { id, title } of goal.measures) {
    labels[`state-${id}`] = title;
    labels[`text-${id}`] = title;
  }
  for (const { id, name } of told) {
    labels[`value-${id}`] = name;
    labels[`evidence-${id}`] = name;
  }
  return (
    <Page
      title={<span lang={language}>{goal.title}</span>}
      browserTitle={`${goal.title}: ${half}`}
      lead={t('report.lead', {
        half,
        day: format.day(period.dueOn),
        who: loaderData.coordinators.map(({ name }) => name).join(', '),
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
      {closed ? (
        <SentText content={sent?.content} language={language} />
      ) : (
        <PolkuForm id="report" result={refusal} values={values} labels={labels} label={t('report.form')}>
          <input type="hidden" name="revision" value={draft?.revision ?? 0} />
          <AutoSave savedAt={draft?.savedAt} by={draft?.by} />
          <div className="beside">
            <TextArea
              name="summary"
              label={t('report.summary')}
              help={t('report.summary-help')}
              rows={5}
              maxLength={10_000}
            />
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
                    name={`state-${measure.id}`}
                    label={t('state')}
                    choices={states.map((value) => ({ value, label: t(`state-of.${value}`) }))}
                    empty={t('report.choose-state')}
                  />
                  <TextArea
                    name={`text-${measure.id}`}
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
          {told.map((one) => (
            <fieldset key={one.id} className="beside">
              <legend>
                <span lang={language}>{one.name}</span>
              </legend>
              <div>
                <TextField
                  name={`value-${one.id}`}
                  label={one.unit ? t('report.value-unit', { unit: one.unit }) : t('report.value')}
                  help={t('report.value-help')}
                  keyboard="decimal"
                  width="s"
                  optional
                />
                <TextField name={`evidence-${one.id}`} label={t('report.evidence')} width="l" optional />
              </div>
            </fieldset>
          ))}
          <div className="actions">
            <Button name="intent" value="send">
              {t('report.send')}
            </Button>
            <Button name="intent" value="save" look="secondary">
              {t('common:save-draft')}
            </Button>
          </div>
        </PolkuForm>
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
        {content.measures.map((one) => (
          <li key={one.measureId}>
            {one.title}: {t(`state-of.${one.state}`)}. {one.text}
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
