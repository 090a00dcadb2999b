import { Link } from 'react-router';
import { dayInFinland } from '#kernel/clock.ts';
import { signInPath } from '#kernel/return-address.ts';
import { submitForms } from '#web/forms/index.server.ts';
import type { ShownForm } from '#web/forms/shown.ts';
import { type HomePage, type HomeTask, homeOf, homePresses } from '#web/home/index.ts';
import { formatOf } from '#web/i18n/format.ts';
import { useFormat, useT } from '#web/i18n/use.ts';
import { page, requireViewer } from '#web/page.ts';
import {
  AsidePart,
  Button,
  Card,
  Details,
  EmptyState,
  NextBox,
  Page,
  Section,
  StateLine,
  UseCaseForm,
  useShell,
} from '#web/ui/index.ts';
import type { Route } from './+types/home.ts';

export async function loader({ context }: Route.LoaderArgs) {
  const { services, viewer, may, today = dayInFinland(new Date()) } = page(context);
  if (viewer === undefined) return { name: undefined };
  return {
    name: viewer.name,
    home: await homeOf({ services, viewer, may, today }),
    presses: homePresses.map(({ show }) => show(context)),
  };
}

export async function action({ context, request }: Route.ActionArgs) {
  const { language } = requireViewer(context, request);
  const format = formatOf(language);
  return submitForms({ context, request }, ...homePresses.map(({ submission }) => submission(format)));
}

/** Answers one question: what needs me now? A visitor is told what the service is. */
export default function Home({ loaderData, actionData }: Route.ComponentProps) {
  return loaderData.name === undefined ? (
    <Visitor />
  ) : (
    <Mine name={loaderData.name} home={loaderData.home} presses={loaderData.presses} result={actionData} />
  );
}

type Result = Route.ComponentProps['actionData'];

/** Today's times, numbers that open, rows with their act in place, and what has happened since yesterday. */
function Mine(props: {
  readonly name: string;
  readonly home: HomePage;
  readonly presses: readonly ShownForm[];
  readonly result: Result;
}) {
  const t = useT('home');
  const { name, home, presses, result } = props;
  const now = home.times.filter(({ day }) => day === home.today);
  const later = home.times.filter(({ day }) => day !== home.today);
  return (
    <Page
      title={t('title-named', { name: name.split(' ')[0] })}
      browserTitle={t('title')}
      aside={later.length + home.news.length > 0 ? <Beside later={later} news={home.news} /> : undefined}
    >
      {now.length > 0 && (
        <NextBox id="today" title={t('today-title')}>
          <Times times={now} />
        </NextBox>
      )}
      {home.figures.length > 0 && (
        <dl className="home-figures" aria-label={t('figures')}>
          {home.figures.map((figure) => (
            <div key={`${figure.to} ${figure.key}`}>
              <dt>
                <Link to={figure.to}>{figure.label}</Link>
              </dt>
              <dd>
                <strong>{figure.value}</strong> {figure.note}
              </dd>
            </div>
          ))}
        </dl>
      )}
      {home.counts.length > 0 && (
        <ul className="counts" aria-label={t('counts')}>
          {home.counts.map((count) => (
            <li key={`${count.to} ${count.key}`}>
              <Link to={count.to} className={count.late === true ? 'count count--late' : 'count'}>
                {count.words}
              </Link>
            </li>
          ))}
        </ul>
      )}
      {home.tasks.length === 0 ? (
        <EmptyState title={t('nothing')}>
          <p>{t('nothing-next')}</p>
          <OwnPlaces />
        </EmptyState>
      ) : (
        <ul className="needs" id="needs">
          {home.tasks.map((task) => (
            <Row key={`${task.to} ${task.key}`} task={task} presses={presses} result={result} />
          ))}
        </ul>
      )}
      {home.rest.length > 0 && (
        <p className="rests">
          {home.rest.map((rest) => (
            <Link key={rest.words} to={rest.to}>
              {rest.words}
            </Link>
          ))}
        </p>
      )}
      {home.done.map((done) => (
        <Details key={done.key} summary={done.summary}>
          <ul>
            {done.rows.map((row) => (
              <li key={row.key}>
                <Link to={row.to}>{row.words}</Link> <span className="clock">– {row.clock}</span>
              </li>
            ))}
          </ul>
        </Details>
      ))}
    </Page>
  );
}

/** Where one's own work is, when nothing waits: no first page is a dead end. */
function OwnPlaces() {
  const navigation = useT('navigation');
  const places = (useShell()?.places ?? []).filter(({ to }) => to !== '/');
  return (
    <ul className="counts">
      {places.map(({ to, key }) => (
        <li key={to}>
          <Link to={to} className="count">
            {navigation(key)}
          </Link>
        </li>
      ))}
    </ul>
  );
}

function Row({
  task,
  presses,
  result,
}: {
  readonly task: HomeTask;
  readonly presses: readonly ShownForm[];
  readonly result: Result;
}) {
  const press = presses.find(({ id }) => id === task.press?.form);
  return (
    <li className={task.late === true ? 'need need--late' : 'need'}>
      <div className="need-text">
        <p className="need-title">
          <Link to={task.to}>{task.title}</Link>
        </p>
        <p>
          <StateLine kind={task.late === true ? 'late' : 'waiting'} clock={task.clock}>
            {task.what}
          </StateLine>
        </p>
        <p className="need-why">{task.why}</p>
      </div>
      <div className="need-acts">
        {press !== undefined && (
          <UseCaseForm
            form={press}
            row={task.key}
            hidden={task.press?.hidden ?? {}}
            about={task.title}
            look="secondary"
            inline
            result={result}
          />
        )}
        <Button
          look={press === undefined ? 'secondary' : 'quiet'}
          to={task.to}
          about={task.title}
          label={task.act}
        />
      </div>
    </li>
  );
}

function Times({ times }: { readonly times: HomePage['times'] }) {
  const t = useT('home');
  const format = useFormat();
  return (
    <ul className="times">
      {times.map((time) => (
        <li key={`${time.to} ${time.key}`}>
          <span className="time-day">
            {format.weekday(time.day)}
            {time.at !== undefined && ` ${t('at', { time: time.at.replace(':', '.') })}`}
          </span>
          <Link to={time.to}>{time.what}</Link>
          {time.place !== undefined && <span className="clock">{time.place}</span>}
        </li>
      ))}
    </ul>
  );
}

/** Times that come and what is new, each when there is any. */
function Beside({ later, news }: { readonly later: HomePage['times']; readonly news: HomePage['news'] }) {
  const t = useT('home');
  const format = useFormat();
  return (
    <>
      {later.length > 0 && (
        <AsidePart title={t('times')}>
          <Times times={later} />
        </AsidePart>
      )}
      {news.length > 0 && (
        <AsidePart title={t('news')}>
          <ul className="times">
            {news.map((row) => (
              <li key={`${row.to} ${row.key}`}>
                <Link to={row.to}>{row.words}</Link>
                <span className="clock">{format.instant(row.at)}</span>
              </li>
            ))}
          </ul>
        </AsidePart>
      )}
    </>
  );
}

function Visitor() {
  const t = useT('home');
  const navigation = useT('navigation');
  return (
    <Page title={t('visitor.title')} lead={t('visitor.lead')} wide>
      <p className="actions">
        <a className="button button--primary" href={signInPath}>
          {navigation('sign-in')}
        </a>
        <Button look="secondary" to="/jobs" label={t('visitor.open-jobs')} />
        <Button look="secondary" to="/services" label={navigation('services')} />
      </p>
      <div className="cards">
        {(['jobseeker', 'employer', 'worker'] as const).map((who) => (
          <Card key={who} level={2} title={t(`visitor.${who}`)}>
            <p>{t(`visitor.${who}-text`)}</p>
          </Card>
        ))}
      </div>
      <Section id="news" title={t('visitor.read')}>
        <ul>
          <li>
            <Link to="/public/bulletins">{navigation('public-bulletins')}</Link>
          </li>
          <li>
            <Link to="/public/questions">{navigation('public-questions')}</Link>
          </li>
          <li>
            <Link to="/public/minutes">{navigation('public-minutes')}</Link>
          </li>
          <li>
            <Link to="/public/reports">{navigation('public-reports')}</Link>
          </li>
        </ul>
      </Section>
    </Page>
  );
}
