import { useFormat, useT } from '../i18n/use.ts';
import { orThrow, requireViewer } from '../page.ts';
import { halfWords, networkRoles, programmeCrumbs } from '../programmes/words.ts';
import { EmptyState, NeedList, Page, Section } from '../ui/index.ts';
import type { Route } from './+types/programmes-my-reports.ts';

export async function loader({ context, request }: Route.LoaderArgs) {
  const { services } = requireViewer(context, request, networkRoles);
  return orThrow(await services.programmes.myReports({}));
}

/** The coordinator's page: what is to be told now, and what has been told. */
export default function MyReports({ loaderData }: Route.ComponentProps) {
  const t = useT('programmes');
  const format = useFormat();
  const open = loaderData.reports.filter(({ sentOn }) => sentOn === undefined);
  const sent = loaderData.reports.filter(({ sentOn }) => sentOn !== undefined);
  const row = (one: (typeof open)[number]) => ({
    key: `${one.goalId} ${one.period}`,
    to: `/programmes/${one.programmeId}/reports/${one.period}/${one.goalId}`,
    title: one.title,
    why: `${one.programme}, ${halfWords(t, one.period)}`,
  });
  return (
    <Page title={t('my.title')} lead={t('my.lead')} breadcrumbs={programmeCrumbs(t)}>
      <Section id="open" title={t('my.open')}>
        <NeedList
          id="reports"
          needs={open.map((one) => ({
            ...row(one),
            what: t(one.begun ? 'my.begun' : 'my.not-begun'),
            clock: t(one.late ? 'my.was-due' : 'my.due', { day: format.day(one.dueOn) }),
            late: one.late,
            act: t(one.begun ? 'my.go-on' : 'write'),
          }))}
          empty={<EmptyState title={t('my.none')} />}
        />
      </Section>
      {sent.length > 0 && (
        <Section id="sent" title={t('my.sent')}>
          <NeedList
            id="sent-reports"
            needs={sent.map((one) => ({
              ...row(one),
              what: t('my.sent-on', { day: format.day(one.sentOn) }),
              act: t(one.closed ? 'common:open' : 'my.mend'),
            }))}
          />
        </Section>
      )}
    </Page>
  );
}
