import { defineForm, showForm, submission, submitForms } from '#web/forms/index.server.ts';
import { formatOf } from '#web/i18n/format.ts';
import { translatorOf } from '#web/i18n/server.ts';
import { useFormat, useT } from '#web/i18n/use.ts';
import { orThrow, requireViewer } from '#web/page.ts';
import { Page, Section, StateLine, UseCaseForm } from '#web/ui/index.ts';
import type { Route } from './+types/absences.ts';
import { textIn } from './words.ts';

const set = defineForm('clients.setAbsence', {
  id: 'absence',
  fields: {
    accountId: { label: 'absent', empty: 'choose-colleague', width: 'l' },
    from: { label: 'absence-from' },
    until: { label: 'absence-until' },
    substituteId: { label: 'substitute', empty: 'choose-colleague', width: 'l' },
  },
  act: 'set-absence',
});
const end = defineForm('clients.endAbsence', {
  id: 'end-absence',
  hidden: ['absenceId'],
  act: 'end-absence',
});
const drop = defineForm('clients.endAbsence', {
  id: 'drop-absence',
  hidden: ['absenceId'],
  act: 'undo-absence',
});

export async function loader({ context, request }: Route.LoaderArgs) {
  const { services, language, viewer } = requireViewer(context, request);
  const { today, leads, items, workers } = orThrow(await services.clients.absences({}));
  const { t } = translatorOf(language);
  const format = formatOf(language);
  const choices = workers.map((worker) => ({
    value: worker.accountId,
    label: [
      t('clients:colleague', {
        name: worker.name,
        organisation: textIn(worker.organisation, language),
        count: worker.clients,
      }),
      ...(worker.awayUntil === undefined
        ? []
        : [t('clients:colleague-away', { day: format.day(worker.awayUntil) })]),
    ].join(', '),
  }));
  const others = choices.filter(({ value }) => value !== viewer.userId);
  return {
    leads,
    items,
    viewerId: viewer.userId,
    forms: {
      set: showForm(context, set, {
        initial: { from: today, ...(leads ? {} : { accountId: viewer.userId }) },
        choices: { accountId: leads ? choices : choices.filter(({ value }) => value === viewer.userId), substituteId: others },
      }), // biome-ignore format: one line
      end: showForm(context, end),
      drop: showForm(context, drop),
    },
  };
}

export function action({ context, request }: Route.ActionArgs) {
  const { language } = requireViewer(context, request);
  const format = formatOf(language);
  const ended = { kind: 'info', say: 'clients:absence-ended' } as const;
  return submitForms(
    { context, request },
    submission({
      form: set,
      done: ({ name, from, until, clients, closed }) => ({
        ...(closed > 0 ? { kind: 'warning' as const } : {}),
        say: closed > 0 ? 'clients:absence-set-but' : 'clients:absence-set',
        values: { name, from: format.day(from), until: format.day(until), count: clients, closed },
      }),
    }),
    submission({ form: end, done: ended }),
    submission({ form: drop, done: ended }),
  );
}

/** Who is away and who stands in, until which day; a new absence; ending one. */
export default function Absences({
  loaderData: { leads, items, viewerId, forms },
  actionData,
}: Route.ComponentProps) {
  const t = useT('clients');
  const format = useFormat();
  return (
    <Page
      title={t('absences')}
      lead={t(leads ? 'absences-lead-all' : 'absences-lead')}
      breadcrumbs={[leads ? { to: '/teams', label: t('teams') } : { to: '/clients', label: t('title') }]}
    >
      <Section id="absence-list" title={t('absences-now')}>
        {items.length === 0 ? (
          <p>{t('absences-none')}</p>
        ) : (
          <ul className="needs">
            {items.map((row) => (
              <li key={row.absenceId} className="need">
                <div className="need-text">
                  <p>
                    <StateLine
                      kind={row.state === 'now' ? 'waiting' : row.state === 'coming' ? 'info' : 'done'}
                      clock={t('between', { from: format.day(row.from), until: format.day(row.until) })}
                    >
                      {row.accountId === viewerId
                        ? t('absence-own', { substitute: row.substitute })
                        : row.substituteId === viewerId
                          ? t('absence-stand-in', { name: row.name })
                          : t('absence-of', { name: row.name, substitute: row.substitute })}
                    </StateLine>
                  </p>
                  <p className="source">{t('absence-by', { name: row.by })}</p>
                </div>
                {row.ends && (
                  <UseCaseForm
                    form={row.state === 'now' ? forms.end : forms.drop}
                    row={row.absenceId}
                    hidden={{ absenceId: row.absenceId }}
                    about={row.name}
                    look="secondary"
                    inline
                    result={actionData}
                  />
                )}
              </li>
            ))}
          </ul>
        )}
      </Section>
      <Section id="new-absence" title={t('new-absence')} lead={t('new-absence-lead')}>
        <UseCaseForm form={forms.set} result={actionData} />
      </Section>
    </Page>
  );
}
