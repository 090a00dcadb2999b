import { useLoaderData } from 'react-router';
import { projectKeepers } from '#codes/projects';
import { translatorOf } from '../i18n/server.ts';
import { useFormat, useT } from '../i18n/use.ts';
import { languages } from '../language.ts';
import {
  type FormResult,
  formValues,
  invalid,
  orThrow,
  problem,
  redirectWith,
  refused,
  requireViewer,
} from '../page.ts';
import { EditFields } from '../projects/edit-fields.tsx';
import {
  anchors,
  type ChangePart,
  changeOf,
  changeParts,
  isEditPart,
  removable,
  valuesOf,
} from '../projects/edit-values.ts';
import { kindWords, readSheet } from '../projects/excel.server.ts';
import { Button, ConfirmForm, DataTable, FileField, Page, PolkuForm, Section } from '../ui/index.ts';
import type { Route } from './+types/projects-edit.ts';

function partOf(text: string) {
  if (!isEditPart(text)) throw problem(404, { code: 'not-found' });
  return text;
}

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { services } = requireViewer(context, request, projectKeepers);
  const part = partOf(params.part);
  const search = new URL(request.url).searchParams;
  const opened = orThrow(await services.projects.openProject({ projectId: params.projectId }));
  const { decisions } =
    part === 'condition-met' ? orThrow(await services.projects.decisionsToChoose({})) : { decisions: [] };
  const { organisations } =
    part === 'funder' ? orThrow(await services.projects.fundersToChoose({})) : { organisations: [] };
  return {
    part,
    funders: organisations.map((one) => ({ value: one.organisationId, label: one.name })),
    opened,
    values: valuesOf(part, opened, search),
    isRow: search.get('id') !== null,
    search: search.toString(),
    decisions: decisions.map((one) => ({
      value: one.decisionId,
      label: `${one.decidedOn} ${one.body} ${one.heading}`,
    })),
  };
}

type SheetFault = { row: number; column: string; code: string; value: string };

export async function action({ context, request, params }: Route.ActionArgs) {
  const { services } = requireViewer(context, request, projectKeepers);
  const part = partOf(params.part);
  const { projectId } = params;
  const search = new URL(request.url).searchParams;
  const sent = await formValues(context, request);
  const back = `/projects/${projectId}#${anchors[part]}`;
  const to = (key: string, values?: Record<string, string | number>) =>
    redirectWith(context, back, {
      kind: 'success',
      key: `projects:done.${key}`,
      ...(values ? { values } : {}),
    });
  // The paths of a change's faults are its own fields.
  const again = (error: Parameters<typeof refused>[1]) => {
    const issues = error.details?.issues as { path: string; code: string }[] | undefined;
    return issues === undefined
      ? refused(sent, error)
      : invalid(
          sent,
          issues.map((one) => ({ ...one, path: one.path.replace(/^change\./, '') })),
        );
  };

  if (sent.intent === 'remove') {
    const done = await services.projects.changePlan({
      projectId,
      change: { part: 'remove', of: part as never, id: search.get('id') ?? '' },
    });
    return done.ok ? to('removed') : again(done.error);
  }
  if ((changeParts as readonly string[]).includes(part)) {
    const done = await services.projects.changePlan({
      projectId,
      change: changeOf(part as ChangePart, sent, search) as never,
    });
    return done.ok ? to('saved') : again(done.error);
  }
  switch (part) {
    case 'move': {
      const done = await services.projects.moveProject({
        projectId,
        to: sent.text('to') as never,
        on: sent.text('on') || undefined,
        note: sent.text('note'),
        unreadyWhy: sent.text('unreadyWhy'),
      });
      return done.ok ? to('moved') : again(done.error);
    }
    case 'version': {
      const done = await services.projects.keepPlanVersion({ projectId, why: sent.text('why') });
      return done.ok ? to('kept', { number: done.value.number }) : again(done.error);
    }
    case 'report-day': {
      const done = await services.projects.setReportDay({ projectId, reportDueOn: sent.text('reportDueOn') });
      return done.ok ? to('saved') : again(done.error);
    }
    case 'funder': {
      const done = await services.projects.setFunder({ projectId, funderId: sent.text('funderId') });
      return done.ok ? to('saved') : again(done.error);
    }
    case 'hours': {
      const done = await services.projects.noteHours({
        projectId,
        staffId: sent.text('staffId'),
        month: sent.text('month'),
        hours: sent.text('hours'),
      });
      return done.ok ? to('saved') : again(done.error);
    }
    case 'file': {
      const file = sent.files('file')[0];
      const done = await services.projects.attachFile({
        projectId,
        name: file?.name ?? 'tiedosto.txt',
        content: file ? new Uint8Array(await file.arrayBuffer()) : new Uint8Array(),
      });
      return done.ok ? to('attached', { version: done.value.version }) : again(done.error);
    }
    default:
      return sent.form === 'sheet' ? takeSheet() : noteOne();
  }

  async function noteOne() {
    const done = await services.projects.noteRealised({
      projectId,
      month: sent.text('month'),
      kind: sent.text('kind') as never,
      label: sent.text('label'),
      amount: sent.text('amount'),
      evidence: sent.text('evidence'),
    });
    return done.ok ? to('saved') : again(done.error);
  }

  async function takeSheet() {
    const file = sent.files('file')[0];
    const rows = file && (await readSheet(file));
    if (rows === undefined) return refused(sent, { code: 'file-kind-unknown', field: 'file' });
    const translators = languages.map((language) => translatorOf(language).getFixedT(language, 'projects'));
    const done = await services.projects.importRealised({
      projectId,
      rows,
      kinds: kindWords(translators.map((t) => (key: string) => t(key))),
    });
    if (done.ok) return to('taken', { count: done.value.taken });
    const answer = again(done.error);
    return { ...answer, data: { ...answer.data, faults: done.error.details?.faults as SheetFault[] } };
  }
}

/** One part of a project in a form of its own; typed text stays until it can be kept. */
export default function EditProject({ actionData }: Route.ComponentProps) {
  const t = useT('projects');
  const { part, opened, values, isRow, search, decisions, funders } = useLoaderData<typeof loader>();
  const result = actionData as (FormResult & { faults?: readonly SheetFault[] }) | undefined;
  const at = `/projects/${opened.project.projectId}`;
  const labels = Object.fromEntries(
    [
      'name',
      'label',
      'requested',
      'approved',
      'rejected',
      'amount',
      'code',
      'month',
      'hours',
      'evidence',
      'why',
      'metOn',
      'title',
      'words',
      'year',
      'aidRate',
      'endsOn',
      'needs',
      'kind',
      'to',
      'on',
      'file',
      'unreadyWhy',
    ].map((name) => [name, t(`field.${name}`)]),
  );
  return (
    <Page
      title={t(part === 'split' ? 'act.split' : `edit.${part}`)}
      breadcrumbs={[
        { to: '/projects', label: t('title') },
        { to: at, label: opened.plan.identity.name },
      ]}
    >
      <PolkuForm
        key={search}
        id={`edit-${part}`}
        result={result}
        values={values}
        labels={labels}
        files={part === 'file'}
      >
        <EditFields part={part} opened={opened} decisions={decisions} funders={funders} search={search} />
        <div className="actions">
          <Button>{t('act.save')}</Button>
          <Button to={`${at}#${anchors[part]}`} look="secondary">
            {t('act.cancel')}
          </Button>
        </div>
      </PolkuForm>
      {isRow && (removable as readonly string[]).includes(part) && (
        <ConfirmForm
          id="remove"
          summary={t('act.remove')}
          act={t('act.remove')}
          intent="remove"
          result={result}
        >
          <p>{t(`edit.${part}`)}</p>
        </ConfirmForm>
      )}
      {part === 'realised' && <SheetForm result={result} to={`${at}/realised.xlsx`} />}
    </Page>
  );
}

function SheetForm({
  result,
  to,
}: {
  readonly result: (FormResult & { faults?: readonly SheetFault[] }) | undefined;
  readonly to: string;
}) {
  const t = useT('projects');
  const format = useFormat();
  const faults = result?.form === 'sheet' ? result.faults : undefined;
  return (
    <Section id="sheet-import" title={t('sheet.title')} lead={t('help.sheet')}>
      <p>
        <Button to={to} look="secondary" download>
          {t('months.excel')}
        </Button>
      </p>
      <PolkuForm id="sheet" result={result} files labels={{ file: t('field.file') }}>
        <FileField name="file" label={t('field.file')} accept=".xlsx" />
        <Button look="secondary">{t('sheet.take')}</Button>
      </PolkuForm>
      {faults !== undefined && faults.length > 0 && (
        <DataTable
          id="sheet-faults"
          caption={t('sheet.faults')}
          columns={[
            { key: 'row', header: t('sheet.row'), rowHeader: true, cell: (row) => format.number(row.row) },
            { key: 'column', header: t('sheet.column'), cell: (row) => row.column },
            { key: 'what', header: t('sheet.what'), cell: (row) => t(`sheet-fault.${row.code}`) },
            { key: 'value', header: t('sheet.value'), cell: (row) => row.value },
          ]}
          rows={faults}
          rowKey={(row) => `${row.row}-${row.column}-${row.code}`}
          empty=""
        />
      )}
    </Section>
  );
}
