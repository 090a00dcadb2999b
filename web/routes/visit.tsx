import { useEffect, useState } from 'react';
import { data } from 'react-router';
import { isId, newId } from '#kernel/ids.ts';
import type { CountedNeed } from '#matching';
import type { Services } from '#server/services.ts';
import { useFormat, useT } from '../i18n/use.ts';
import { EasingList } from '../matching/steps.tsx';
import {
  formValues,
  invalid,
  orThrow,
  redirectWith,
  refused,
  requireViewer,
  type SentForm,
  type Values,
} from '../page.ts';
import {
  Button,
  Combobox,
  Details,
  Page,
  PolkuForm,
  RadioGroup,
  StateLine,
  type Suggestion,
  TextField,
} from '../ui/index.ts';
import type { Route } from './+types/visit.ts';

export async function loader({ context, request }: Route.LoaderArgs) {
  const { services } = requireViewer(context, request, ['business']);
  const companyId = new URL(request.url).searchParams.get('company') ?? '';
  const opened = isId(companyId) ? await services.companies.openCompany({ companyId }) : undefined;
  const company =
    opened?.ok === true ? { id: opened.value.company.id, label: opened.value.company.name } : undefined;
  return { key: newId(), company };
}

/** The company that was meant: chosen, or the only one of that name. Otherwise what there is to choose from. */
async function companyOf(
  services: Services,
  sent: SentForm,
): Promise<{ id: string; choices?: Suggestion[] }> {
  const chosen = sent.text('companyId');
  if (chosen !== '') return { id: chosen };
  const typed = sent.text('company');
  if (typed === '') return { id: '' };
  const { companies } = orThrow(await services.companies.searchCompanies({ text: typed, limit: 8 }));
  const same = companies.filter(({ name }) => name.toLocaleLowerCase('fi') === typed.toLocaleLowerCase('fi'));
  const only = same.length === 1 ? same[0] : companies.length === 1 ? companies[0] : undefined;
  if (only) return { id: only.id };
  return {
    id: '',
    choices: companies.map(({ id, name, municipality, businessId }) => ({
      id,
      label: name,
      detail: `${municipality} · ${businessId}`,
    })),
  };
}

export async function action({ context, request }: Route.ActionArgs) {
  const { services } = requireViewer(context, request, ['business']);
  const sent = await formValues(context, request);
  const company = await companyOf(services, sent);
  const occupationUri = sent.text('occupationUri') || undefined;
  const again = (issues: { path: string; code: string }[], status: number, counted?: CountedNeed) =>
    data(
      {
        form: sent.form,
        values: { ...sent.values, companyId: company.id },
        issues,
        counted,
        companyChoices: company.choices,
      },
      { status },
    );
  if (sent.intent === 'count') {
    const counted = orThrow(
      await services.matching.countForNeed({
        text: sent.text('need').slice(0, 500),
        occupationUri,
        companyId: company.id,
        easing: true,
      }),
    );
    return again([], 200, counted);
  }
  if (company.id === '' && sent.text('company') !== '')
    return again(
      [{ path: company.choices?.length ? 'companyId' : 'company', code: 'choose-suggestion' }],
      422,
    );
  if (company.id === '') return invalid(sent, [{ path: 'company', message: 'required' }]);
  const certainty = sent.text('certainty');
  if (certainty !== 'talk' && certainty !== 'needed' && certainty !== 'now')
    return invalid(sent, [{ path: 'certainty', message: 'choose-one' }]);
  const channel = sent.text('channel');
  const done = await services.vacancies.noteHiddenJob({
    key: sent.text('key'),
    companyId: company.id,
    need: sent.text('need'),
    certainty,
    occupationUri,
    channel: channel === 'phone' || channel === 'remote' ? channel : 'on-site',
  });
  if (!done.ok) return refused({ ...sent.values, companyId: company.id }, done.error);
  return redirectWith(context, `/vacancies/${done.value.vacancyId}`, {
    kind: 'success',
    key: 'vacancies:visit.saved',
    values: { company: sent.text('company') },
  });
}

/** The visit note, made for a phone: three fields, and under them how many people fit. */
export default function Visit({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT('vacancies');
  const before = actionData !== undefined && 'counted' in actionData ? actionData.counted : undefined;
  const choices =
    actionData !== undefined && 'companyChoices' in actionData ? actionData.companyChoices : undefined;
  const counted = useLiveCount(before);
  const sent: Values | undefined = actionData?.values;
  const kept = sent?.key;
  return (
    <Page title={t('visit.title')} lead={t('visit.lead')} breadcrumbs={[{ to: '/needs', label: t('title') }]}>
      <PolkuForm
        id="visit"
        result={actionData}
        labels={{
          company: t('visit.company'),
          companyId: t('visit.choose-company'),
          need: t('visit.need'),
          certainty: t('visit.certainty'),
        }}
      >
        <input type="hidden" name="key" value={typeof kept === 'string' ? kept : loaderData.key} />
        <Combobox
          name="company"
          idName="companyId"
          label={t('visit.company')}
          help={t('visit.company-help')}
          source="/companies/suggestions"
          chosen={loaderData.company}
          choices={choices}
        />
        <TextField
          name="need"
          label={t('visit.need')}
          help={t('visit.need-help')}
          width="l"
          maxLength={500}
        />
        <RadioGroup
          name="certainty"
          label={t('visit.certainty')}
          value="needed"
          inline
          choices={(['talk', 'needed', 'now'] as const).map((value) => ({
            value,
            label: t(`certainty.${value}`),
          }))}
        />
        <div role="status" id="visit-count">
          <Counted counted={counted} />
        </div>
        <Details
          summary={`${t('visit.change')}: ${t('occupation')}, ${t('visit.channel')}`}
          open={counted !== undefined && counted.reading.occupation === undefined}
        >
          <Combobox
            name="occupation"
            idName="occupationUri"
            label={t('occupation')}
            optional
            source="/occupations/suggestions"
            choices={before?.reading.others.length ? choicesOf(before) : undefined}
          />
          <RadioGroup
            name="channel"
            label={t('visit.channel')}
            value="on-site"
            inline
            choices={(['on-site', 'phone', 'remote'] as const).map((value) => ({
              value,
              label: t(`visit.channel-${value}`),
            }))}
          />
        </Details>
        <div className="actions">
          <Button name="intent" value="save">
            {t('visit.save')}
          </Button>
          <Button look="secondary" name="intent" value="count">
            {t('visit.count')}
          </Button>
          <Button look="quiet" to="/companies/new">
            {t('visit.new-company')}
          </Button>
        </div>
      </PolkuForm>
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
  const { reading, counts, easing } = counted;
  const number = (cell: { kind: string; value?: number }) =>
    cell.kind === 'number' && cell.value !== undefined
      ? format.number(cell.value)
      : t('visit.under', { limit: counts?.limit ?? 5 });
  const guess = [
    t('places', { count: reading.places }),
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
      {counts !== undefined && (
        <p>
          {t('visit.fitting')}: <strong>{number(counts.fitting)}</strong> · {t('visit.short')}:{' '}
          <strong>{number(counts.oneMissing)}</strong>
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
