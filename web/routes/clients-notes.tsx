import { ClientTabs, useClientCrumbs } from '../clients/client-tabs.tsx';
import { useFormat, useT } from '../i18n/use.ts';
import { formValues, orThrow, redirectWith, refused, requireViewer } from '../page.ts';
import {
  Button,
  EmptyState,
  Page,
  PolkuForm,
  PrintButton,
  RadioGroup,
  Section,
  TextArea,
} from '../ui/index.ts';
import type { Route } from './+types/clients-notes.ts';

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { services } = requireViewer(context, request);
  const cursor = new URL(request.url).searchParams.get('kohdasta') ?? undefined;
  return orThrow(await services.clients.notes({ clientId: params.clientId, cursor }));
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const { services } = requireViewer(context, request);
  const sent = await formValues(context, request);
  const done = await services.clients.noteCase({
    clientId: params.clientId,
    text: sent.text('text'),
    sensitivity: sent.text('sensitivity') === 'sensitive' ? 'sensitive' : 'ordinary',
  });
  if (!done.ok) return refused(sent, done.error);
  return redirectWith(context, `/clients/${params.clientId}/notes`, {
    kind: 'success',
    key: 'clients:note-saved',
  });
}

/** Notes of a case, newest first, and a place to write one. */
export default function Notes({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT('clients');
  const format = useFormat();
  const { clientId, name, items, next, actions } = loaderData;
  return (
    <Page
      title={t('notes-of', { name })}
      breadcrumbs={useClientCrumbs({ clientId, name })}
      actions={<PrintButton />}
    >
      <ClientTabs clientId={clientId} />
      {actions.note && (
        <Section id="write" title={t('write-note')}>
          <PolkuForm
            key={items[0]?.noteId}
            id="note"
            result={actionData}
            values={{ sensitivity: 'ordinary' }}
            labels={{ text: t('note-text') }}
          >
            <TextArea name="text" label={t('note-text')} help={t('note-help')} rows={6} maxLength={10_000} />
            <RadioGroup
              name="sensitivity"
              label={t('sensitivity')}
              choices={(['ordinary', 'sensitive'] as const).map((value) => ({
                value,
                label: t(`sensitivity-${value}`),
                help: t(`sensitivity-${value}-help`),
              }))}
            />
            <Button>{t('save-note')}</Button>
          </PolkuForm>
        </Section>
      )}
      <Section id="written" title={t('tab.notes')}>
        {items.length === 0 ? (
          <EmptyState title={t('notes-none')} />
        ) : (
          <ul>
            {items.map((note) => (
              <li key={note.noteId}>
                {note.text.split('\n').map((line, at) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: lines of a text that does not change
                  <p key={at}>{line}</p>
                ))}
                <p className="source">
                  {t('note-by', { name: note.authorName, when: format.instant(note.writtenAt) })}
                  {note.sensitivity === 'sensitive' && ` · ${t('sensitive-short')}`}
                </p>
              </li>
            ))}
          </ul>
        )}
        {next !== undefined && (
          <p className="actions">
            <Button look="secondary" to={`/clients/${clientId}/notes?kohdasta=${next}`}>
              {t('older-notes')}
            </Button>
          </p>
        )}
      </Section>
    </Page>
  );
}
