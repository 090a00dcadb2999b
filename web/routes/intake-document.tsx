import { redirect } from 'react-router';
import { useFormat, useT } from '../i18n/use.ts';
import { Asked, Kinds, WhatComes } from '../intake/acts.tsx';
import { CameOf } from '../intake/came.tsx';
import { FieldTable, FindingTable, Items, PrintedTables, UnreadLines } from '../intake/report.tsx';
import { choicePlace, intakeRoles } from '../intake/words.ts';
import { formValues, invalid, orThrow, redirectWith, refused, requireViewer } from '../page.ts';
import { ConfirmForm, Notice, Page, PrintButton, Section, StateLine } from '../ui/index.ts';
import type { Route } from './+types/intake-document.ts';

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { services } = requireViewer(context, request, intakeRoles);
  return orThrow(await services.intake.openDocument({ documentId: params.documentId }));
}

/** Imports, reads as another kind, or discards: which one the pressed button says. */
export async function action({ context, request, params }: Route.ActionArgs) {
  const { services } = requireViewer(context, request, intakeRoles);
  const sent = await formValues(context, request);
  const { documentId } = params;
  const here = `/intake/${documentId}`;
  if (sent.form === 'discard') {
    const gone = await services.intake.discardDocument({ documentId });
    return gone.ok
      ? redirectWith(context, '/intake', { kind: 'success', key: 'intake:discarded' })
      : refused(sent, gone.error);
  }
  if (sent.form === 'kind') {
    const chosen = await services.intake.chooseKind({ documentId, kind: sent.text('kind') as 'programme' });
    return chosen.ok ? redirect(here, 303) : refused(sent, chosen.error);
  }
  if (sent.form === 'choose') {
    const choices = Object.keys(sent.values).flatMap((name) => {
      const place = choicePlace(name);
      return place && sent.text(name) !== '' ? [{ ...place, value: Number(sent.text(name)) }] : [];
    });
    if (choices.length === 0) return invalid(sent, [{ path: '', code: 'choice-missing' }]);
    const chosen = await services.intake.chooseReading({ documentId, choices });
    return chosen.ok
      ? redirectWith(context, here, { kind: 'success', key: 'intake:asked-saved' })
      : refused(sent, chosen.error);
  }
  const imported = await services.intake.importDocument({ documentId, partial: sent.ticked('partial') });
  if (!imported.ok) return refused(sent, imported.error);
  return redirectWith(
    context,
    here,
    imported.value.changed
      ? { kind: 'success', key: 'intake:imported' }
      : { kind: 'info', key: 'intake:unchanged' },
  );
}

/** The report of one document: what comes of it, what does not add up, every value beside its line, and what was not understood. */
export default function IntakeDocument({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT('intake');
  const format = useFormat();
  const { document, recognition, reading, findings, actions } = loaderData;
  const matters = reading === undefined ? [] : [reading, ...(reading.items ?? [])];
  const sum = (count: (matter: (typeof matters)[number]) => number) =>
    format.number(matters.reduce((all, matter) => all + count(matter), 0));
  const asked = matters.flatMap(({ fields }) => fields.filter(({ readings }) => readings !== undefined));
  const kind = document.kind ? t(`kinds.${document.kind}`) : t('kind-unknown');
  return (
    <Page
      title={document.fileName}
      lead={t('report-lead', {
        kind,
        bytes: format.number(document.bytes),
        encoding: document.encoding,
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
        </Section>
      )}
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
      {asked.length > 0 && <Asked asked={asked} result={actionData} />}
      {reading !== undefined && <WhatComes report={loaderData} result={actionData} />}
      <Kinds report={loaderData} result={actionData} />
      {reading !== undefined && (
        <Section id="findings" title={t('findings')} lead={t('findings-lead')}>
          <FindingTable findings={findings} />
        </Section>
      )}
      {matters.length > 1 && <Items items={matters} />}
      {reading !== undefined && matters.length === 1 && (
        <>
          <Section id="unread" title={t('unread')}>
            <UnreadLines reading={reading} />
          </Section>
          <Section id="fields" title={t('fields')} lead={t('fields-lead')}>
            <FieldTable fields={reading.fields} />
          </Section>
          {reading.tables.length > 0 && (
            <Section id="tables" title={t('tables')}>
              <PrintedTables tables={reading.tables} />
            </Section>
          )}
        </>
      )}
      {actions.discard && (
        <ConfirmForm id="discard" summary={t('discard')} act={t('discard')} result={actionData}>
          <p>{t('discard-explained')}</p>
        </ConfirmForm>
      )}
    </Page>
  );
}
