import { Link } from 'react-router';
import { useFormat, useT } from '../i18n/use.ts';
import { IntroductionState } from '../introductions/state.tsx';
import { type Introduction, isOpen, nameOf, silentFirst } from '../introductions/words.ts';
import { orThrow, requireViewer } from '../page.ts';
import {
  Button,
  type Column,
  DataTable,
  Details,
  EmptyState,
  Page,
  PrintButton,
  Section,
} from '../ui/index.ts';
import type { Route } from './+types/introductions.ts';

export async function loader({ context, request }: Route.LoaderArgs) {
  const { services, viewer } = requireViewer(context, request, ['business', 'expert', 'youth']);
  const { introductions } = orThrow(await services.introductions.ofOrganisation({}));
  return { introductions, business: viewer.role === 'business' };
}

/** Who waits for whom: the silent first, each with the step that moves it on. */
export default function Introductions({ loaderData }: Route.ComponentProps) {
  const t = useT('introductions');
  const { introductions, business } = loaderData;
  const open = silentFirst(introductions.filter(isOpen));
  const closed = introductions.filter((one) => !isOpen(one));
  return (
    <Page
      title={t('title')}
      lead={business ? t('lead-business') : t('lead-own')}
      wide
      actions={<PrintButton />}
    >
      <Section id="open" title={t('open')}>
        {open.length === 0 ? (
          <EmptyState title={t('none')} action={<Button to="/needs">{t('to-needs')}</Button>}>
            <p>{business ? t('none-next-business') : t('none-next-own')}</p>
          </EmptyState>
        ) : (
          <Rows id="introductions" caption={t('open')} rows={open} business={business} />
        )}
      </Section>
      {closed.length > 0 && (
        <Section id="closed" title={t('closed')}>
          <Details summary={t('closed-count', { count: closed.length })}>
            <Rows id="closed-introductions" caption={t('closed')} rows={closed} business={business} />
          </Details>
        </Section>
      )}
    </Page>
  );
}

function Rows(props: {
  readonly id: string;
  readonly caption: string;
  readonly rows: readonly Introduction[];
  readonly business: boolean;
}) {
  const t = useT('introductions');
  const format = useFormat();
  const columns: Column<Introduction>[] = [
    {
      key: 'who',
      header: t('column.who'),
      rowHeader: true,
      cell: (one) => (
        <Link to={props.business ? `/people/${one.clientId}` : `/clients/${one.clientId}/introductions`}>
          {nameOf(t, one)}
        </Link>
      ),
    },
    {
      key: 'where',
      header: t('column.where'),
      cell: (one) => (
        <>
          <Link to={`/vacancies/${one.vacancyId}`}>{one.vacancy || t('need-gone')}</Link>, {one.company}
        </>
      ),
    },
    {
      key: 'state',
      header: t('column.state'),
      cell: (one) => (
        <>
          <IntroductionState one={one} reader="services" />
          {one.answerNote !== undefined && (
            <>
              <br />
              <small>”{one.answerNote}”</small>
            </>
          )}
          {one.turn.holder === 'adviser' && (
            <>
              <br />
              <Link to={`/companies/${one.companyId}`}>
                {t('call')}
                <span className="hidden">: {one.company}</span>
              </Link>
            </>
          )}
        </>
      ),
    },
    { key: 'since', header: t('column.since'), cell: (one) => format.day(one.introducedOn) },
  ];
  return (
    <DataTable
      id={props.id}
      caption={props.caption}
      captionHidden
      columns={columns}
      rows={props.rows}
      rowKey={(one) => one.introductionId}
      empty=""
    />
  );
}
