import { redirect } from 'react-router';
import { useFormat, useT } from '../i18n/use.ts';
import { CameOf } from '../intake/came.tsx';
import { intakeRoles } from '../intake/words.ts';
import { formValues, invalid, orThrow, redirectWith, refused, requireViewer } from '../page.ts';
import {
  Button,
  DataTable,
  FileField,
  Page,
  PolkuForm,
  Section,
  Select,
  StateLine,
  TextArea,
  TextField,
} from '../ui/index.ts';
import type { Route } from './+types/intake.ts';

const kinds = [
  'selection-proposal',
  'project-description',
  'board-item',
  'project-presentation',
  'programme',
] as const;

export async function loader({ context, request }: Route.LoaderArgs) {
  const { services, viewer } = requireViewer(context, request, intakeRoles);
  const cursor = new URL(request.url).searchParams.get('kohdasta') ?? undefined;
  const brought = orThrow(await services.intake.listBrought({ cursor }));
  return { ...brought, sheets: viewer.role === 'project' || viewer.role === 'controller' };
}

/** Takes a file, or a text that was pasted, and goes to its report. */
export async function action({ context, request }: Route.ActionArgs) {
  const { services } = requireViewer(context, request, intakeRoles);
  const sent = await formValues(context, request);
  const [file] = sent.files('file');
  const text = sent.text('text');
  if (!file && text === '') return invalid(sent, [{ path: 'file', code: 'document-missing' }]);
  const kind = kinds.find((one) => one === sent.text('kind'));
  const brought = await services.intake.bringDocument({
    fileName:
      (file ? file.name : sent.text('name')) ||
      text
        .split('\n')
        .find((line) => line.trim() !== '')
        ?.trim()
        .slice(0, 100) ||
      'teksti',
    bytes: file ? new Uint8Array(await file.arrayBuffer()) : new TextEncoder().encode(text),
    ...(kind ? { kind } : {}),
  });
  if (!brought.ok) return refused(sent, { ...brought.error, field: file ? 'file' : 'text' });
  const to = `/intake/${brought.value.documentId}`;
  if (brought.value.alreadyHere)
    return redirectWith(context, to, { kind: 'info', key: 'intake:already-here' });
  return redirect(to, 303);
}

/** Documents brought in: a new one, and those before with who, when and what came of them. */
export default function Intake({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT('intake');
  const format = useFormat();
  const { items, next, sheets } = loaderData;
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      wide
      actions={
        sheets && (
          <Button to="/intake/sheets" look="secondary">
            {t('sheet.open')}
          </Button>
        )
      }
    >
      <Section id="bring" title={t('bring')}>
        <PolkuForm
          id="document"
          result={actionData}
          files
          labels={{ file: t('file'), text: t('text'), kind: t('kind') }}
        >
          <FileField name="file" label={t('file')} help={t('file-help')} accept=".txt,text/plain" />
          <TextArea name="text" label={t('text')} help={t('text-help')} rows={8} />
          <TextField name="name" label={t('name')} help={t('name-help')} optional width="l" />
          <Select
            name="kind"
            label={t('kind')}
            empty={t('kind-guess')}
            choices={kinds.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))}
          />
          <Button>{t('read')}</Button>
        </PolkuForm>
      </Section>
      <Section id="before" title={t('list')}>
        <DataTable
          id="documents"
          caption={t('list')}
          captionHidden
          rows={items}
          rowKey={({ documentId }) => documentId}
          empty={t('list-empty')}
          next={next}
          columns={[
            {
              key: 'document',
              header: t('column-document'),
              rowHeader: true,
              cell: ({ documentId, fileName }) => (
                <Button to={`/intake/${documentId}`} look="quiet">
                  {fileName}
                </Button>
              ),
            },
            {
              key: 'kind',
              header: t('column-kind'),
              cell: ({ kind }) => (kind ? t(`kinds.${kind}`) : t('kind-unknown')),
            },
            {
              key: 'brought',
              header: t('column-brought'),
              cell: ({ receivedBy, receivedAt, importedBy, importedAt }) =>
                `${importedBy ?? receivedBy ?? t('house')}, ${format.instant(importedAt ?? receivedAt)}`,
            },
            {
              key: 'came',
              header: t('column-came'),
              cell: ({ came, importedAt }) =>
                importedAt === undefined ? (
                  <StateLine kind="waiting">{t('not-imported')}</StateLine>
                ) : (
                  <CameOf came={came} />
                ),
            },
            {
              key: 'hash',
              header: t('column-hash'),
              cell: ({ hash }) => <code title={hash}>{hash.slice(0, 12)}…</code>,
            },
          ]}
        />
      </Section>
    </Page>
  );
}
