import { useEffect, useState } from 'react';
import { data } from 'react-router';
import { isId, newId } from '#kernel/ids.ts';
import type { CountedNeed } from '#matching';
import { companiesLike } from '#modules/companies/pages/companies-like.server.ts';
import { EasingList } from '#modules/matching/pages/steps.tsx';
import { conceptsLike } from '#modules/vocabulary/pages/concepts-like.server.ts';
import { defineForm, inputOf, showForm, submitForm } from '#web/forms/index.server.ts';
import { useFormat, useT } from '#web/i18n/use.ts';
import { orThrow, readForm, requireViewer } from '#web/page.ts';
import {
  Button,
  Details,
  Fields,
  FormActs,
  Page,
  StateLine,
  type Suggestion,
  UseCaseForm,
} from '#web/ui/index.ts';
import type { Route } from './+types/visit.ts';

const visit = defineForm('vacancies.noteHiddenJob', {
  id: 'visit',
  hidden: ['key'],
  fields: {
    companyId: { as: 'suggest', label: 'visit.company', source: '/companies/suggestions', text: 'company' },
    need: { as: 'area', label: 'visit.need', rows: 2 },
    certainty: { label: 'visit.certainty', inline: true },
    occupationUri: {
      as: 'suggest',
      label: 'occupation',
      source: '/vocabulary/search?kind=occupation',
      text: 'occupation',
    },
    readRight: { label: 'visit.read-right' },
    another: { label: 'visit.another', asked: true },
    channel: {
      label: 'visit.channel',
      words: (value) => `visit.channel-${value}`,
      inline: true,
      optional: false,
    },
  },
  act: 'visit.save',
});

export async function loader({ context, request }: Route.LoaderArgs) {
  const { services } = requireViewer(context, request, 'needs:note');
  const companyId = new URL(request.url).searchParams.get('company') ?? '';
  const opened = isId(companyId) ? await services.companies.openCompany({ companyId }) : undefined;
  const company = opened?.ok === true ? { companyId, company: opened.value.company.name } : undefined;
  const initial = { certainty: 'needed', channel: 'on-site', ...company };
  return { key: newId(), form: showForm(context, visit, { initial }) };
}

export async function action({ context, request }: Route.ActionArgs) {
  const { services } = requireViewer(context, request, 'needs:note');
  const sent = await readForm(context, request);
  if (sent.intent === 'count' && !sent.stale) {
    const { need = '', occupationUri, companyId } = await inputOf(context, visit, sent);
    const counted = orThrow(
      await services.matching.countForNeed({
        text: need.slice(0, 500),
        occupationUri: occupationUri || undefined,
        companyId,
        easing: true,
      }),
    );
    const meant = counted.reading.others.length > 0 ? { occupationUri: choicesOf(counted) } : {};
    return data({ form: sent.form, values: sent.values, issues: [], meant, counted }, { status: 200 });
  }
  return submitForm({
    context,
    request,
    sent,
    form: visit,
    suggest: {
      companyId: companiesLike(services),
      occupationUri: conceptsLike(services, 'occupation'),
    },
    done: ({ vacancyId, companyId, needs }) => ({
      to: needs === 1 ? `/vacancies/${vacancyId}` : `/companies/${companyId}#needs`,
      say: needs === 1 ? 'vacancies:visit.saved' : 'vacancies:visit.saved-many',
      values: { company: String(sent.values.company), count: needs },
    }),
  });
}

/** The visit note, made for a phone: three fields, and under them how many people fit. */
export default function Visit({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT('vacancies');
  const before = actionData !== undefined && 'counted' in actionData ? actionData.counted : undefined;
  const counted = useLiveCount(before);
  const { key, form } = loaderData;
  return (
    <Page title={t('visit.title')} lead={t('visit.lead')} breadcrumbs={[{ to: '/needs', label: t('title') }]}>
      <UseCaseForm form={form} result={actionData} hidden={{ key }}>
        <Fields of={['companyId', 'need', 'certainty', 'another']} />
        <div role="status" id="visit-count">
          <Counted counted={counted} />
        </div>
        <Fields of={['readRight']} />
        <Details
          summary={`${t('visit.change')}: ${t('occupation')}, ${t('visit.channel')}`}
          open={counted !== undefined && counted.reading.occupation === undefined}
        >
          <Fields of={['occupationUri', 'channel']} />
        </Details>
        <FormActs
          intent="save"
          acts={
            <>
              <Button look="secondary" name="intent" value="count" label={t('visit.count')} />
              <Button look="quiet" to="/companies/new" label={t('visit.new-company')} />
            </>
          }
        />
      </UseCaseForm>
    </Page>
  );
}

function choicesOf({ reading }: CountedNeed): Suggestion[] {
  return [...(reading.occupation ? [reading.occupation] : []), ...reading.others].map(({ uri, name }) => ({
    id: uri,
    label: name,
  }));
}

function Counted({ counted }: { readonly counted: CountedNeed | undefined }) {
  const t = useT('vacancies');
  const m = useT('matching');
  const format = useFormat();
  if (counted === undefined) return <p className="help">{t('visit.wait')}</p>;
  const { reading, also, counts, easing } = counted;
  const places = (read: CountedNeed['reading']) =>
    read.placesAtMost === undefined
      ? t('places', { count: read.places })
      : t('places-at-least', { count: read.places, most: read.placesAtMost });
  const guess = [
    places(reading),
    reading.startsOn === undefined
      ? t('visit.guess-no-start')
      : t('visit.guess-start', { day: format.day(reading.startsOn) }),
    ...reading.workingTimes.map((time) => m(`time.${time}`)),
  ];
  return (
    <>
      <p>
        {reading.occupation === undefined ? (
          <StateLine kind="late">{t('visit.guess-none')}</StateLine>
        ) : (
          <>
            → <strong>{reading.occupation.name}</strong>
          </>
        )}
        <br />
        {guess.join(' · ')}
      </p>
      {also.map((read) => (
        <p key={read.text}>
          {t('visit.also')}: <strong>{read.occupation?.name ?? read.text}</strong> · {places(read)}
        </p>
      ))}
      {counts !== undefined && (
        <p>
          {t('visit.fitting')}: <strong>{format.number(counts.fitting)}</strong> · {t('visit.short')}:{' '}
          <strong>{format.number(counts.oneMissing)}</strong>
          <br />
          {t('visit.no-names')}
        </p>
      )}
      {easing !== undefined && easing.steps.length > 0 && <EasingList easing={easing} />}
    </>
  );
}

/** How long after a key the count is asked, in milliseconds. */
const pause = 200;

/** The count that follows the typing; without JavaScript the button brings it. */
function useLiveCount(before: CountedNeed | undefined): CountedNeed | undefined {
  const [live, setLive] = useState<CountedNeed | undefined>(undefined);
  useEffect(() => {
    const form = document.getElementById('visit');
    if (!(form instanceof HTMLFormElement)) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let asked = '';
    let controller = new AbortController();
    const ask = async () => {
      const fields = new FormData(form);
      const query = new URLSearchParams({
        need: String(fields.get('need') ?? ''),
        company: String(fields.get('companyId') ?? ''),
        occupation: String(fields.get('occupationUri') ?? ''),
      }).toString();
      if (query === asked || String(fields.get('need') ?? '').trim().length < 3) return;
      asked = query;
      controller.abort();
      controller = new AbortController();
      try {
        const answer = await fetch(`/visit/count?${query}`, {
          signal: controller.signal,
          headers: { accept: 'application/json' },
        });
        if (answer.ok) setLive((await answer.json()) as CountedNeed);
      } catch {
        // A newer key asked anew, or the connection is away: the button still works.
      }
    };
    const soon = () => {
      clearTimeout(timer);
      timer = setTimeout(ask, pause);
    };
    const events = ['input', 'click', 'focusout'] as const;
    for (const event of events) form.addEventListener(event, soon);
    return () => {
      clearTimeout(timer);
      controller.abort();
      for (const event of events) form.removeEventListener(event, soon);
    };
  }, []);
  return live ?? before;
}
