import type { RouterContextProvider } from 'react-router';
import type { DocumentReport } from '#intake';
import { defineForm, showForm, submission, submitForms } from '#web/forms/index.server.ts';

const fixed = ['documentId'] as const;
const bring = defineForm('intake.importDocument', { id: 'import', fixed, fields: { partial: {} } });
const choose = defineForm('intake.chooseReading', {
  id: 'choose',
  fixed,
  fields: { choices: { as: 'hidden', row: { line: { as: 'hidden' }, path: { as: 'hidden' } } } },
  act: 'asked-save',
});
const kind = defineForm('intake.chooseKind', {
  id: 'kind',
  fixed,
  fields: { kind: { as: 'select', words: 'kinds.' } },
  act: 'choose',
});
const back = defineForm('intake.takeBack', { id: 'back', hidden: ['line', 'path'], fixed, act: 'take-back' });
const undo = defineForm('intake.undoImport', { id: 'undo', fixed, act: 'undo' });
const discard = defineForm('intake.discardDocument', { id: 'discard', fixed, act: 'discard' });

/** The forms of a document's report: those of the acts that are open. */
export function documentForms(
  context: Readonly<RouterContextProvider>,
  { document, recognition, cut, actions }: DocumentReport,
) {
  const kinds = recognition.fits.map((fit) => fit.kind);
  return {
    choose: showForm(context, choose),
    bring: actions.import
      ? showForm(context, bring, {
          without: cut ? [] : ['partial'],
          act: document.importedAt === undefined ? 'import' : 'import-again',
        })
      : undefined,
    kind: actions.choose
      ? showForm(context, kind, { initial: { kind: document.kind ?? kinds[0] }, only: { kind: kinds } })
      : undefined,
    discard: actions.discard ? showForm(context, discard) : undefined,
    back: actions.setRight ? showForm(context, back) : undefined,
    undo: actions.undo ? showForm(context, undo) : undefined,
  };
}

/** Imports, chooses readings, reads as another kind, or discards. */
export function actOnDocument(
  context: Readonly<RouterContextProvider>,
  request: Request,
  documentId: string,
) {
  const to = `/intake/${documentId}`;
  const given = { fixed: { documentId } };
  return submitForms(
    { context, request },
    submission({
      form: bring,
      ...given,
      done: ({ changed }) =>
        changed ? { to, say: 'intake:imported' } : { to, kind: 'info', say: 'intake:unchanged' },
    }),
    submission({ form: choose, ...given, done: { to, say: 'intake:asked-saved' } }),
    submission({ form: kind, ...given, done: { to, say: 'intake:kind-chosen' } }),
    submission({ form: back, ...given, done: { to: `${to}#said`, say: 'intake:taken-back' } }),
    submission({ form: undo, ...given, done: { to, say: 'intake:undone' } }),
    submission({ form: discard, ...given, done: { to: '/intake', say: 'intake:discarded' } }),
  );
}
