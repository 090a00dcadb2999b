import { useFormat, useT } from '#web/i18n/use.ts';
import { orThrow, requireViewer } from '#web/page.ts';
import { ConfirmForm, Notice, Page, PrintButton, Section, StateLine } from '#web/ui/index.ts';
import type { Route } from './+types/document.ts';
import { Asked, Kinds, WhatComes } from './acts.tsx';
import { actOnDocument, documentForms } from './document-forms.server.ts';
import { BuiltOn, CameOf, UndoneImports } from './import-outcome.tsx';
import { FieldTable, FindingTable, Items, PrintedTables, UnreadLines } from './report.tsx';
import { SaidList } from './said.tsx';
import { lineTo } from './words.ts';

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { services } = requireViewer(context, request, 'intake:write');
  const report = orThrow(await services.intake.openDocument({ documentId: params.documentId }));
  return { report, forms: documentForms(context, report) };
}

/** Imports, reads as another kind, or discards: which one the pressed button says. */
export function action({ context, request, params }: Route.ActionArgs) {
  requireViewer(context, request, 'intake:write');
  return actOnDocument(context, request, params.documentId);
}

/** The report of one document: what comes of it, what does not add up, every value beside its line, and what was not understood. */
export default function IntakeDocument({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT('intake');
  const format = useFormat();
  const { report, forms } = loaderData;
  const { document, recognition, reading, findings } = report;
  const acts = { report, forms, result: actionData };
  const matters = reading === undefined ? [] : [reading, ...(reading.items ?? [])];
  const sum = (count: (matter: (typeof matters)[number]) => number) =>
    format.number(matters.reduce((all, matter) => all + count(matter), 0));
  const asked = matters.flatMap(({ fields }) => fields.filter(({ readings }) => readings !== undefined));
  const rightTo = report.actions.setRight
    ? (line: number, path?: string) => lineTo(document.documentId, line, path)
    : undefined;
  const kind = document.kind ? t(`kinds.${document.kind}`) : t('kind-unknown');
  return (
    <Page
      title={document.fileName}
      lead={t('report-lead', {
        kind,
        bytes: format.number(document.bytes),
        encoding:
          document.encoding === 'word' || document.encoding === 'pdf'
            ? t(`written.${document.encoding}`)
            : document.encoding,
        hash: `${document.hash.slice(0, 12)}…`,
      })}
      breadcrumbs={[{ to: '/intake', label: t('title') }]}
      wide
      actions={<PrintButton />}
    >
      {document.importedAt !== undefined && (
        <Section id="came" title={t('column-came')}>
          <p>
            <StateLine kind="done">
              {t('imported-at', {
                day: format.instant(document.importedAt),
                who: document.importedBy ?? t('house'),
              })}
            </StateLine>
          </p>
          <CameOf came={document.came} />
          {report.built.length > 0 && <BuiltOn built={report.built} />}
          {forms.undo && (
            <ConfirmForm form={forms.undo} summary={t('undo')} act={t('undo')} result={actionData}>
              <p>{t('undo-explained')}</p>
            </ConfirmForm>
          )}
        </Section>
      )}
      {report.undone.length > 0 && <UndoneImports undone={report.undone} />}
      {reading === undefined ? (
        <Notice kind="warning" title={t(recognition.outcome === 'unsure' ? 'unsure' : 'foreign')}>
          <p>{t('foreign-lead')}</p>
        </Notice>
      ) : (
        <p>
          {t('counts', {
            fields: sum(({ fields }) => fields.length),
            unread: sum(({ unread }) => unread.length),
            findings: format.number(findings.length),
          })}
        </p>
      )}
      {asked.length > 0 && <Asked {...acts} asked={asked} />}
      {report.said.length > 0 && (
        <Section id="said" title={t('said')} lead={t('said-lead')}>
          <SaidList
            said={report.said}
            documentId={document.documentId}
            back={forms.back}
            result={actionData}
          />
        </Section>
      )}
      {reading !== undefined && <WhatComes {...acts} />}
      <Kinds {...acts} />
      {reading !== undefined && (
        <Section id="findings" title={t('findings')} lead={t('findings-lead')}>
          <FindingTable
            findings={findings}
            unread={matters.reduce((all, { unread }) => all + unread.length, 0)}
          />
        </Section>
      )}
      {matters.length > 1 && <Items items={matters} rightTo={rightTo} />}
      {reading !== undefined && matters.length === 1 && (
        <>
          <Section id="unread" title={t('unread')}>
            <UnreadLines reading={reading} rightTo={rightTo} />
          </Section>
          <Section id="fields" title={t('fields')} lead={t('fields-lead')}>
            <FieldTable fields={reading.fields} rightTo={rightTo} />
          </Section>
          {reading.tables.length > 0 && (
            <Section id="tables" title={t('tables')}>
              <PrintedTables tables={reading.tables} />
            </Section>
          )}
        </>
      )}
      {forms.discard && (
        <ConfirmForm form={forms.discard} summary={t('discard')} act={t('discard')} result={actionData}>
          <p>{t('discard-explained')}</p>
        </ConfirmForm>
      )}
    </Page>
  );
}
