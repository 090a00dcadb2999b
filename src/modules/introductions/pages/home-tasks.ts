import type { HomeInput, HomeNews, HomePart, HomeTask, HomeTasks, HomeTime } from '#web/home/index.ts';
import { type Introduction, introductionWords, isOpen, nameOf, silentFirst } from './words.ts';

/** How many silent employers the first page shows; it says how many more there are. */
const most = 8;

/** The employer: whom to answer about. The services: employers that keep silent. Everybody: agreed interviews. */
export const homeTasks: HomeTasks = {
  read: async (input) => {
    if (input.may('introductions:answer')) return ofCompany(input);
    if (input.may('own-page:use')) return own(input);
    return input.may('introductions:write') ? ofServices(input) : {};
  },
};

async function ofCompany(input: HomeInput): Promise<HomePart> {
  const { services, t, format } = input;
  const list = await services.introductions.ofCompany({});
  if (!list.ok) return {};
  const open = list.value.introductions.filter(isOpen);
  const to = (row: Introduction) => `/employer/introductions/${row.introductionId}`;
  return {
    times: interviews(input, open, to, (row) => nameOf(t, row)),
    tasks: open.map((row): HomeTask => {
      const words = introductionWords(t, format, row, 'employer');
      return {
        key: row.introductionId,
        to: to(row),
        title: nameOf(t, row),
        what: words.sentence,
        why: t('introductions:employer.answer-why', {
          vacancy: row.vacancy,
          day: format.day(row.introducedOn),
        }),
        clock: words.clock,
        late: words.kind === 'late',
        act: t(row.interviewAhead ? 'introductions:act-open' : 'introductions:employer.answer-act'),
      };
    }),
    news: moved(input, list.value.introductions, to, 'employer', ['withdrawn']),
  };
}

async function ofServices(input: HomeInput): Promise<HomePart> {
  const { services, may, t, format } = input;
  const list = await services.introductions.ofOrganisation({ limit: 500 });
  if (!list.ok) return {};
  const { rows: introductions } = list.value;
  const expert = may('caseload:read');
  const to = (row: Introduction) =>
    expert ? `/clients/${row.clientId}/introductions` : `/companies/${row.companyId}`;
  const silent = silentFirst(introductions).filter((row) => row.turn.holder === 'adviser');
  const waiting = introductions.filter((introduction) => introduction.state === 'waiting').length;
  const rest = silent.length - most;
  return {
    times: interviews(input, introductions, to, (row) => `${nameOf(t, row)} – ${row.company}`),
    counts:
      waiting === 0
        ? []
        : [
            {
              key: 'waiting',
              to: '/introductions',
              words: t('introductions:home.waiting', { count: waiting }),
            },
          ],
    // The own adviser has a silent employer as a duty of the work list.
    tasks: expert
      ? []
      : silent.slice(0, most).map((row) => ({
          key: row.introductionId,
          to: `/companies/${row.companyId}`,
          title: row.company,
          what: t('introductions:home.silent-what', { company: row.company }),
          why: t('introductions:home.silent-why', { who: nameOf(t, row), vacancy: row.vacancy }),
          clock: introductionWords(t, format, row, 'services').clock,
          late: true,
          act: t('introductions:home.silent-act'),
        })),
    rest:
      !expert && rest > 0
        ? { to: '/introductions', words: t('introductions:home.rest', { count: rest }) }
        : undefined,
    news: moved(input, introductions, to, 'services', ['interview', 'hired', 'not-chosen', 'withdrawn']),
  };
}

async function own(input: HomeInput): Promise<HomePart> {
  const { services, viewer } = input;
  if (viewer.clientId === undefined) return {};
  const list = await services.introductions.ofClient({ clientId: viewer.clientId });
  if (!list.ok) return {};
  const { introductions } = list.value;
  const to = () => '/my/introductions';
  return {
    times: interviews(input, introductions, to, (row) => row.company),
    news: moved(input, introductions, to, 'person', ['interview', 'hired', 'not-chosen']),
  };
}

/** Interviews that are ahead, as times. */
const interviews = (
  { t }: HomeInput,
  list: readonly Introduction[],
  to: (item: Introduction) => string,
  who: (item: Introduction) => string,
): HomeTime[] =>
  list
    .filter((row) => row.interviewAhead && row.interviewOn !== undefined)
    .map((row) => ({
      key: `interview ${row.introductionId}`,
      to: to(row),
      day: row.interviewOn!,
      what: t('introductions:home.interview', { who: who(row), vacancy: row.vacancy }),
    }));

/** What has become of introductions. */
const moved = (
  { t, format }: HomeInput,
  list: readonly Introduction[],
  to: (item: Introduction) => string,
  reader: 'services' | 'employer' | 'person',
  states: readonly Introduction['state'][],
): HomeNews[] =>
  list
    .filter((row) => states.includes(row.state))
    .map((row) => ({
      key: `moved ${row.introductionId}`,
      to: to(row),
      words: `${reader === 'person' ? '' : `${nameOf(t, row)}: `}${introductionWords(t, format, row, reader).sentence}`,
      at: row.stateSince,
    }));
