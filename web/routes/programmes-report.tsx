import { useEffect } from 'react';
import { useRevalidator } from 'react-router';
import { useFormat, useT } from '../i18n/use.ts';
import { formValues, orThrow, redirectWith, refused, requireViewer } from '../page.ts';
import { DocumentView, textsOf } from '../programmes/document-view.tsx';
import { halfWords, networkRoles, programmeCrumbs } from '../programmes/words.ts';
import {
  Button,
  ConfirmForm,
  DateField,
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
import type { Route } from './+types/programmes-report.ts';

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { services, language } = requireViewer(context, request, networkRoles);
  return { ...orThrow(await services.programmes.openBoardReport(params)), language };
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const { services } = requireViewer(context, request, networkRoles);
  const sent = await formValues(context, request);
  const here = `/programmes/${params.programmeId}/reports/${params.period}`;
  switch (sent.intent) {
    case 'make': {
      const done = await services.programmes.askReportFiles(params);
      if (!done.ok) return refused(sent, done.error);
      return redirectWith(context, `${here}#files`, {
        kind: 'success',
        key: 'programmes:board-report.asked',
      });
    }
    case 'approve': {
      const done = await services.programmes.approveReport({
        ...params,
        decisionId: sent.text('decisionId') || undefined,
        body: sent.text('body'),
        decidedOn: sent.text('decidedOn') || undefined,
        reference: sent.text('reference') || undefined,
        seen: sent.text('seen'),
      });
      if (!done.ok) return refused(sent, done.error);
      return redirectWith(context, `${here}#files`, {
        kind: 'success',
        key: 'programmes:board-report.approved',
      });
    }
    default: {
      const done = await services.programmes.saveForeword({
        ...params,
        foreword: sent.text('foreword'),
        revision: Number(sent.text('revision')) || 0,
      });
      if (!done.ok) return refused(sent, done.error);
      return redirectWith(context, here, { kind: 'success', key: 'programmes:board-report.foreword-saved' });
    }
  }
}

/** The report to the body: it composes itself; the secretary begins it with a few words and has it approved. */
export default function BoardReport({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT('programmes');
  const format = useFormat();
  const { programmeId, data, document, files, actions, state, hash, reportId, language } = loaderData;
  const half = halfWords(t, data.period.period);
  const own = data.programme.language;
  return (
    <Page
      title={document.title}
      breadcrumbs={programmeCrumbs(t, { programmeId, name: data.programme.name })}
      wide
      actions={
        <>
          {state === 'approved' && (
            <Button to={`/public/reports/${reportId}`} look="secondary">
              {t('board-report.public')}
            </Button>
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
          <PolkuForm id="foreword" result={actionData} values={{ foreword: data.foreword }}>
            <input type="hidden" name="revision" value={loaderData.revision} />
            <TextArea
              name="foreword"
              label={t('board-report.foreword')}
              help={t('board-report.foreword-help')}
              rows={5}
              maxLength={20_000}
            />
            <div className="actions">
              <Button look="secondary">{t('common:save')}</Button>
            </div>
          </PolkuForm>
        </Section>
      )}
      <Section id="files" title={t('board-report.files')} lead={t('board-report.files-lead')}>
        <Files
          files={files}
          to={`/programmes/${programmeId}/reports/${data.period.period}/files/${reportId}`}
          half={half}
        />
        {actions.make && (
          <PolkuForm id="make" result={actionData} label={t('board-report.make')} inline>
            <Button name="intent" value="make" look="secondary">
              {t('board-report.make')}
            </Button>
          </PolkuForm>
        )}
      </Section>
      {actions.approve && (
        <Section id="approval" title={t('board-report.approval')} lead={t('board-report.approval-lead')}>
          <ConfirmForm
            id="approve"
            summary={t('board-report.approve')}
            act={t('board-report.approve')}
            intent="approve"
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
            <input type="hidden" name="seen" value={hash} />
            {loaderData.decisions.length > 0 && (
              <Select
                name="decisionId"
                label={t('board-report.decision')}
                help={t('board-report.decision-help')}
                empty={t('board-report.decision-none')}
                choices={loaderData.decisions.map((one) => ({
                  value: one.id,
                  label: [format.day(one.decidedOn), one.reference, one.heading].filter(Boolean).join(' · '),
                }))}
                width="l"
              />
            )}
            <TextField name="body" label={t('board-report.body')} value={data.programme.board} width="l" />
            <DateField name="decidedOn" label={t('board-report.decided-on')} />
            <TextField
              name="reference"
              label={t('board-report.reference')}
              help={t('board-report.reference-help')}
              optional
            />
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
  const made = files.filter((one) => one.made);
  const going = files.some((one) => !one.made && !one.failed);
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
      {files.some((one) => one.failed) && <Notice kind="warning" title={t('board-report.failed')} />}
      <ul id="made-files">
        {made.map((one) => (
          <li key={`${one.language} ${one.format}`}>
            <a href={`${to}/${one.language}.${one.format}`} download>
              {t(`board-report.file-${one.format}`, { language: t(`language.${one.language}`) })}
              <span className="hidden">, {half}</span>
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}
