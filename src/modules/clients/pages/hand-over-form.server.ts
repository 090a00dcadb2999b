import type { RouterContextProvider } from 'react-router';
import type { clients } from '#clients';
import type { OutputOf } from '#use-case';
import { defineForm, showForm } from '#web/forms/index.server.ts';
import { formatOf } from '#web/i18n/format.ts';
import { translatorOf } from '#web/i18n/server.ts';
import type { Language } from '#web/language.ts';
import { textIn } from './words.ts';

/** To whom, from which day and why: the same for one person and for many. */
export const handing = defineForm('clients.handOver', {
  id: 'hand-over',
  fixed: ['clientIds'],
  fields: {
    accountId: { label: 'hand-over-to', empty: 'choose-colleague', width: 'l' },
    from: { label: 'hand-over-from', optional: false },
    reason: { label: 'hand-over-reason', as: 'line' },
  },
  act: 'hand-over',
});

type Colleagues = OutputOf<(typeof clients)['colleagues']>;

/** The form with the colleagues who can be chosen; nothing when there is nobody. */
export function showHanding(
  context: Readonly<RouterContextProvider>,
  { items, today }: Colleagues,
  language: Language,
) {
  const { t } = translatorOf(language);
  const format = formatOf(language);
  const accountId = items.map((colleague) => ({
    value: colleague.accountId,
    label: [
      t('clients:colleague', {
        name: colleague.name,
        organisation: textIn(colleague.organisation, language),
        count: colleague.clients,
      }),
      ...(colleague.awayUntil === undefined
        ? []
        : [t('clients:colleague-away', { day: format.day(colleague.awayUntil) })]),
    ].join(', '),
  }));
  return items.length === 0
    ? undefined
    : showForm(context, handing, { initial: { from: today }, choices: { accountId } });
}

type Handed = OutputOf<(typeof clients)['handOver']>;

/** What is said when it is done: who went, and by name who did not. */
export function handedWords({ name, from, handed, left }: Handed, language: Language) {
  const format = formatOf(language);
  const values = { name, day: format.day(from), count: handed, left: format.list(left) };
  return left.length > 0
    ? ({ kind: 'warning', say: 'clients:handed-over-but', values } as const)
    : ({ say: 'clients:handed-over', values } as const);
}
