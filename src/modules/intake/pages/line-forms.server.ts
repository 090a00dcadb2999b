import type { RouterContextProvider } from 'react-router';
import type { DocumentLine } from '#intake';
import { defineForm, showForm, submission, submitForms } from '#web/forms/index.server.ts';
import { translatorOf } from '#web/i18n/server.ts';
import { pathWordsIn } from './words.ts';

const fixed = ['documentId', 'line'] as const;
const act = { words: 'act.', label: 'act' } as const;
const value = defineForm('intake.setRight', {
  id: 'right',
  fixed: [...fixed, 'path'],
  fields: { act, words: { label: 'right-words', as: 'area', rows: 3, when: { field: 'act', is: ['is'] } } },
  act: 'right-save',
});
const coded = defineForm('intake.setRight', {
  id: 'right-code',
  fixed: [...fixed, 'path'],
  fields: { act, words: { label: 'right-words', as: 'select', when: { field: 'act', is: ['is'] } } },
  act: 'right-save',
});
const place = defineForm('intake.setRight', {
  id: 'place',
  fixed: [...fixed, 'act'],
  fields: {
    path: { label: 'place', as: 'select' },
    words: { label: 'place-words', as: 'area', rows: 3, optional: false },
  },
  act: 'place-save',
});
const leave = defineForm('intake.setRight', {
  id: 'leave',
  fixed: [...fixed, 'path', 'act'],
  act: 'leave-out',
});

/** The forms of a line: those of the value that was chosen, and what the line may be. */
export function lineForms(
  context: Readonly<RouterContextProvider>,
  { actions, places, values, around, line, unread }: DocumentLine,
  language: Parameters<typeof translatorOf>[0],
  chosen: string | undefined,
) {
  if (!actions.setRight) return { chosen: undefined, value: undefined, place: undefined, leave: undefined };
  const translator = translatorOf(language);
  const t = translator.in('intake');
  const pathWords = pathWordsIn(t, (key) => translator.has(`intake:${key}`));
  const field = values.find(({ path }) => path === chosen) ?? (values.length === 1 ? values[0] : undefined);
  const printed = around.find((row) => row.line === line)?.raw.trim() ?? '';
  const form = field?.codes ? coded : value;
  return {
    chosen: field?.path,
    value:
      field &&
      showForm(context, form, {
        initial: {
          act: 'is',
          words: field.codes ? String(field.value ?? '') : field.raw.trim() || printed,
        },
        ...(field.codes
          ? { choices: { words: field.codes.map((code) => ({ value: code, label: t(`value.${code}`) })) } }
          : {}),
      }),
    place: showForm(context, place, {
      initial: { words: printed },
      choices: {
        path: places.map((key) => ({ value: key, label: pathWords(key.replace('.+', '')) })),
      },
    }),
    leave: unread ? showForm(context, leave) : undefined,
  };
}

/** Sets a place of the line right, and goes back to the report. */
export function setLineRight(
  { context, request }: { context: Readonly<RouterContextProvider>; request: Request },
  documentId: string,
  line: number,
) {
  const path = new URL(request.url).searchParams.get('value') ?? '';
  const done = { to: `/intake/${documentId}#said`, say: 'intake:right-saved' };
  const fixed = { documentId, line };
  return submitForms(
    { context, request },
    submission({ form: value, fixed: { ...fixed, path }, done }),
    submission({ form: coded, fixed: { ...fixed, path }, done }),
    submission({ form: place, fixed: { ...fixed, act: 'is' }, done }),
    submission({ form: leave, fixed: { ...fixed, path: '', act: 'left-out' }, done }),
  );
}
