import { documentKinds } from '#codes/intake';
import { defineForm, showForm, submitForm } from '#web/forms/index.server.ts';
import { useT } from '#web/i18n/use.ts';
import { requireViewer } from '#web/page.ts';
import { Button, Page, Section, StateLine, UseCaseForm } from '#web/ui/index.ts';
import { defineList } from '#web/ui/list/declare.ts';
import { List } from '#web/ui/list/list.tsx';
import { listFiles, loadList } from '#web/ui/list/load.ts';
import type { Route } from './+types/intake.ts';
import { CameOf } from './import-outcome.tsx';

const document = defineForm('intake.bringDocument', {
  id: 'document',
  fields: {
    bytes: { as: 'file', bytes: true, accept: '.docx,.pdf,.txt,text/plain', label: 'file', optional: false },
    text: { rows: 8, optional: false },
    fileName: { label: 'name', width: 'l' },
    kind: { as: 'select', words: 'kinds.', empty: 'kind-guess' },
  },
  act: 'read',
});

const documentList = defineList({
  name: 'documents',
  texts: 'intake',
  prefix: 'list.',
  source: (services, asked) => services.intake.listBrought(asked),
  rowKey: ({ documentId }) => documentId,
  columns: [
    {
      key: 'document',
      kind: 'link',
      value: ({ fileName }) => fileName,
      to: ({ documentId }) => `/intake/${documentId}`,
      sort: 'document',
      rowHeader: true,
    },
    {
      key: 'kind',
      kind: 'text',
      value: ({ kind }, { t }) => kind && t(`kinds.${kind}`),
      absent: 'kind-unknown',
      sort: 'kind',
    },
    {
      key: 'by',
      kind: 'text',
      value: ({ receivedBy, importedBy }) => importedBy ?? receivedBy,
      absent: 'house',
    },
    {
      key: 'brought',
      kind: 'instant',
      value: ({ receivedAt, importedAt }) => importedAt ?? receivedAt,
      sort: 'brought',
    },
    {
      key: 'came',
      kind: 'state',
      value: ({ came, importedAt }, { t }) =>
        importedAt === undefined
          ? t('not-imported')
          : came
              .map(({ room, name, outcome }) => `${t(`room.${room}`)}: ${name} (${t(`came.${outcome}`)})`)
              .join(', '),
      cell: ({ came, importedAt }, { t }) =>
        importedAt === undefined ? (
          <StateLine kind="waiting">{t('not-imported')}</StateLine>
        ) : (
          <CameOf came={came} />
        ),
    },
    {
      key: 'hash',
      kind: 'text',
      value: ({ hash }) => hash,
      cell: ({ hash }) => <code title={hash}>{hash.slice(0, 12)}…</code>,
      phone: 'none',
    },
  ],
  filters: [
    {
      name: 'kind',
      kind: 'select',
      choices: ({ t }) => documentKinds.map((value) => ({ value, label: t(`kinds.${value}`) })),
    },
    {
      name: 'state',
      kind: 'select',
      choices: ({ t }) =>
        (['waiting', 'imported'] as const).map((value) => ({ value, label: t(`list.state.${value}`) })),
    },
  ],
  sort: '-brought',
});

export const middleware = [listFiles(documentList)];

export async function loader({ context, request }: Route.LoaderArgs) {
  const { may } = requireViewer(context, request, 'intake:write');
  return {
    list: await loadList(documentList, { context, request }),
    sheets: may('projects:write'),
    form: showForm(context, document),
  };
}

/** Takes a file, or a text that was pasted, and goes to its report. */
export function action({ context, request }: Route.ActionArgs) {
  requireViewer(context, request, 'intake:write');
  return submitForm({
    context,
    request,
    form: document,
    prepare: (input, { files }) => ({
      ...input,
      fileName: input.fileName || files('bytes')[0]?.name.slice(0, 200),
    }),
    done: ({ documentId, alreadyHere }) => ({
      to: `/intake/${documentId}`,
      ...(alreadyHere ? { kind: 'info', say: 'intake:already-here' } : { say: 'intake:read-done' }),
    }),
  });
}

/** Documents brought in: a new one, and those before with who, when and what came of them. */
export default function Intake({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT('intake');
  const { list, sheets, form } = loaderData;
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      wide
      actions={sheets && <Button to="/intake/sheets" look="secondary" label={t('sheet.open')} />}
    >
      <Section id="bring" title={t('bring')}>
        <UseCaseForm form={form} result={actionData} />
      </Section>
      <Section id="before" title={t('list.title')}>
        <List of={documentList} list={list} />
      </Section>
    </Page>
  );
}
