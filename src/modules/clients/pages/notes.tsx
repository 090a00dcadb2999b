import { defineForm, showForm, submitForm } from '#web/forms/index.server.ts';
import { useFormat, useT } from '#web/i18n/use.ts';
import { orThrow, requireViewer } from '#web/page.ts';
import { Button, EmptyState, Page, PrintButton, Section, UseCaseForm } from '#web/ui/index.ts';
import type { Route } from './+types/notes.ts';
import { useClientCrumbs } from './client-tabs.tsx';

const note = defineForm('clients.noteCase', {
  id: 'note',
  fixed: ['clientId'],
  fields: {
    text: { label: 'note-text', help: 'note-help', rows: 6 },
    sensitivity: { words: (value) => `sensitivity-${value}` },
  },
  act: 'save-note',
});

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { services } = requireViewer(context, request);
  const cursor = new URL(request.url).searchParams.get('from') ?? undefined;
  const notes = orThrow(await services.clients.notes({ clientId: params.clientId, cursor }));
  return { ...notes, form: showForm(context, note, { initial: { sensitivity: 'ordinary' } }) };
}

export function action({ context, request, params }: Route.ActionArgs) {
  requireViewer(context, request);
  return submitForm({
    context,
    request,
    form: note,
    fixed: { clientId: params.clientId },
    done: { to: `/clients/${params.clientId}/notes`, say: 'clients:note-saved' },
  });
}

/** Notes of a case, newest first, and a place to write one. */
export default function Notes({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT('clients');
  const format = useFormat();
  const { clientId, name, items, next, actions, form } = loaderData;
  return (
    <Page
      title={t('notes-of', { name })}
      breadcrumbs={useClientCrumbs({ clientId, name })}
      actions={<PrintButton />}
    >
      {actions.note && (
        <Section id="write" title={t('write-note')}>
          <UseCaseForm form={form} result={actionData} />
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
            <Button
              look="secondary"
              to={`/clients/${clientId}/notes?from=${next}`}
              label={t('older-notes')}
            />
          </p>
        )}
      </Section>
    </Page>
  );
}
