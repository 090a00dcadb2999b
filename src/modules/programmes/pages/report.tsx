import { useEffect } from 'react';
import { useRevalidator } from 'react-router';
import { defineForm, showForm, submission, submitForms } from '#web/forms/index.server.ts';
import { formatOf } from '#web/i18n/format.ts';
import { useFormat, useT } from '#web/i18n/use.ts';
import { orThrow, requireViewer } from '#web/page.ts';
import {
  Button,
  ConfirmForm,
  Notice,
  Page,
  PrintButton,
  Section,
  StateLine,
  UseCaseForm,
} from '#web/ui/index.ts';
import type { Route } from './+types/report.ts';
import { DocumentView, textsOf } from './document-view.tsx';
import { halfWords, programmeCrumbs } from './words.ts';

const common = { fixed: ['programmeId', 'period'] } as const;
const foreword = defineForm('programmes.saveForeword', {
  id: 'foreword',
  fixed: [...common.fixed, 'revision'],
  fields: { foreword: { label: 'board-report.foreword' } },
});
const make = defineForm('programmes.askReportFiles', { ...common, id: 'make', act: 'board-report.make' });
const approve = defineForm('programmes.approveReport', {
  ...common,
  id: 'approve',
  hidden: ['seen'],
  fields: {
    decisionId: { label: 'board-report.decision', empty: 'board-report.decision-none', width: 'l' },
    body: { as: 'line', label: 'board-report.body', width: 'l', optional: false },
    decidedOn: { label: 'board-report.decided-on', optional: false },
    reference: { as: 'line', label: 'board-report.reference' },
  },
  act: 'board-report.approve',
});

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { services, language } = requireViewer(context, request, 'programmes:read');
  const opened = orThrow(await services.programmes.openBoardReport(params));
  const { data, decisions } = opened;
  const format = formatOf(language);
  const decisionId = decisions.map(({ id, decidedOn, reference, heading }) => ({
    value: id,
    label: [format.day(decidedOn), reference, heading].filter(Boolean).join(' · '),
  }));
  return {
    ...opened,
    language,
    forms: {
      foreword: showForm(context, foreword, { values: data }),
      make: showForm(context, make),
      approve: showForm(context, approve, {
        initial: { body: data.programme.board },
        choices: { decisionId },
        without: decisionId.length === 0 ? ['decisionId'] : [],
      }),
    },
  };
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const { services } = requireViewer(context, request, 'programmes:read');
  const { programmeId, period } = params;
  const fixed = { programmeId, period };
  const files = `/programmes/${programmeId}/reports/${period}#files`;
  const open = async () => orThrow(await services.programmes.openBoardReport(params));
  return submitForms(
    { context, request },
    submission({
      form: foreword,
      fixed: { ...fixed, revision: (await open()).revision },
      current: async () => (await open()).data,
      done: { say: 'programmes:board-report.foreword-saved' },
    }),
    submission({ form: make, fixed, done: { to: files, say: 'programmes:board-report.asked' } }),
    submission({ form: approve, fixed, done: { to: files, say: 'programmes:board-report.approved' } }),
  );
}

/** The report to the body: it composes itself; the secretary begins it with a few words and has it approved. */
export default function BoardReport({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT('programmes');
  const format = useFormat();
  const { programmeId, data, document, files, actions, state, hash, reportId, language, forms } = loaderData;
  const half = halfWords(t, data.period.period);
  const own = data.programme.language;
  return (
    <Page
      title={document.title}
      breadcrumbs={programmeCrumbs(t, { programmeId, ...data.programme })}
      wide
      actions={
        <>
          {state === 'approved' && (
            <Button to={`/public/reports/${reportId}`} look="secondary" label={t('board-report.public')} />
          )}
          <PrintButton />
        </>
      }
    >
      <p>
        {state === 'approved' ? (
          <StateLine kind="done" clock={format.day(data.approval?.decidedOn)}>
            {t('board-report.is-approved', { body: data.approval?.body ?? '' })}
          </StateLine>
        ) : data.missing.length > 0 ? (
          <StateLine kind="late">{t('board-report.waits', { count: data.missing.length })}</StateLine>
        ) : (
          <StateLine kind="waiting">{t('board-report.ready')}</StateLine>
        )}
      </p>
      {actions.write && (
        <Section id="foreword-part" title={t('board-report.foreword')}>
          <UseCaseForm form={forms.foreword} result={actionData} look="secondary" />
        </Section>
      )}
      <Section id="files" title={t('board-report.files')} lead={t('board-report.files-lead')}>
        <Files
          files={files}
          to={`/programmes/${programmeId}/reports/${data.period.period}/files/${reportId}`}
          half={half}
        />
        {actions.make && (
          <UseCaseForm
            form={forms.make}
            result={actionData}
            label={t('board-report.make')}
            look="secondary"
            inline
          />
        )}
      </Section>
      {actions.approve && (
        <Section id="approval" title={t('board-report.approval')} lead={t('board-report.approval-lead')}>
          <ConfirmForm
            form={forms.approve}
            hidden={{ seen: hash }}
            summary={t('board-report.approve')}
            act={t('board-report.approve')}
            danger={false}
            result={actionData}
          >
            <p>{t('board-report.approve-what')}</p>
            {data.missing.length > 0 && (
              <Notice
                kind="warning"
                title={t('board-report.approve-missing', { count: data.missing.length })}
              />
            )}
          </ConfirmForm>
        </Section>
      )}
      <DocumentView
        document={document}
        written={own === language ? undefined : { language: own, texts: textsOf(data) }}
      />
    </Page>
  );
}

type File = {
  readonly language: string;
  readonly format: string;
  readonly made: boolean;
  readonly failed: boolean;
};

/** The files, and how far their making is; the page looks again by itself while it goes on. */
function Files({
  files,
  to,
  half,
}: {
  readonly files: readonly File[];
  readonly to: string;
  readonly half: string;
}) {
  const t = useT('programmes');
  const { revalidate } = useRevalidator();
  const made = files.filter((file) => file.made);
  const going = files.some((file) => !file.made && !file.failed);
  const done = made.length;
  useEffect(() => {
    if (!going) return;
    const timer = setInterval(() => void revalidate(), 1_000);
    return () => clearInterval(timer);
  }, [going, revalidate]);
  if (files.length === 0) return <p>{t('board-report.no-files')}</p>;
  return (
    <>
      {going && (
        <div role="status">
          <p>{t('board-report.making', { done, all: files.length })}</p>
          <progress
            className="progress"
            value={done}
            max={files.length}
            aria-label={t('board-report.making-label')}
          />
          <noscript>
            <p>{t('board-report.look-again')}</p>
          </noscript>
        </div>
      )}
      {files.some((file) => file.failed) && <Notice kind="warning" title={t('board-report.failed')} />}
      <ul id="made-files">
        {made.map((file) => (
          <li key={`${file.language} ${file.format}`}>
            <a href={`${to}/${file.language}.${file.format}`} download>
              {t(`board-report.file-${file.format}`, { language: t(`language.${file.language}`) })}
              <span className="hidden">, {half}</span>
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}
