import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { MatchView } from '#matching';
import { useFormat, useT } from '#web/i18n/use.ts';
import { Card, Details, StateLine, Words } from '#web/ui/index.ts';

type Fact = { readonly key: string; readonly text: string; readonly kind?: 'fits' | 'missing' | 'wish' };

/** How many words of a row stand in sight; the rest open from a line under them. */
const inSight = 4;

const stateOf = { fits: 'done', short: 'waiting', stopped: 'stopped', far: 'info' } as const;

/** One match with its reasons, the same for both sides: what fits, what is missing, what is wished, what stops it. */
export function MatchCard({
  title,
  to,
  under,
  match,
  pair,
  own = false,
  level = 3,
  children,
  actions,
}: {
  readonly title: string;
  readonly to?: string;
  /** What stands under the title: company, place, distance. */
  readonly under?: ReactNode;
  readonly match: MatchView;
  /** The address of the pair's own page, where a change on either side can be tried. */
  readonly pair?: string;
  /** Is the reader the person? Then wishes are "yours". */
  readonly own?: boolean;
  readonly level?: 2 | 3;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
}) {
  const t = useT('matching');
  const rows = useReasons(match);
  return (
    <Card
      title={title}
      level={level}
      {...(to === undefined ? {} : { to })}
      state={
        <StateLine
          kind={stateOf[match.standing]}
          clock={`${t('points-label')} ${t('points', { points: match.points })}`}
        >
          {t(`standing.${match.standing}`)}
        </StateLine>
      }
      actions={actions}
    >
      {under !== undefined && <p>{under}</p>}
      <dl className="definitions">
        <Row term={t('fits')} facts={rows.fits} />
        <Row term={t('missing')} facts={rows.missing} none={t('nothing-missing')} />
        {rows.near.length > 0 && <Row term={t('near-term')} facts={rows.near} />}
        {rows.wished.length > 0 && <Row term={own ? t('wished') : t('wished-other')} facts={rows.wished} />}
        <Row term={t('stops')} facts={rows.stops} none={t('no-stops')} />
        {rows.unknown.length > 0 && <Row term={t('unknown')} facts={rows.unknown} />}
        {rows.terms.length > 0 && <Row term={t('term.title')} facts={rows.terms} />}
      </dl>
      <p>
        {pair !== undefined && (
          <>
            <Link to={pair}>
              {t('why')}
              <span className="hidden"> {title}</span>
            </Link>{' '}
            ·{' '}
          </>
        )}
        <Link to="/how-polku-counts#matching">{t('rule-link')}</Link>
      </p>
      {children}
    </Card>
  );
}

function Row({
  term,
  facts,
  none,
}: {
  readonly term: string;
  readonly facts: readonly Fact[];
  readonly none?: string;
}) {
  const t = useT('matching');
  if (facts.length === 0 && none === undefined) return null;
  return (
    <div>
      <dt>{term}</dt>
      <dd>
        {facts.length === 0 ? none : <Words label={term} words={facts.slice(0, inSight)} />}
        {facts.length > inSight && (
          <Details summary={t('more', { count: facts.length - inSight })}>
            <Words label={term} words={facts.slice(inSight)} />
          </Details>
        )}
      </dd>
    </div>
  );
}

/** The facts of a match as words; the sign of a level is told in words too. */
function useReasons(
  match: MatchView,
): Record<'fits' | 'missing' | 'near' | 'wished' | 'stops' | 'unknown' | 'terms', Fact[]> {
  const t = useT('matching');
  const format = useFormat();
  const times = (list: readonly string[]) => format.list(list.map((time) => t(`time.${time}`)));
  return {
    fits: match.fits.map((fact): Fact => {
      const key = `${fact.kind}-${fact.name}`;
      if (fact.kind === 'occupation')
        return {
          key,
          kind: 'fits',
          text: t(`occupation.${fact.nearness === 'none' ? 'two' : fact.nearness}`, {
            name: fact.name,
            years: format.number(fact.years),
          }),
        };
      if (fact.kind === 'language')
        return { key, kind: 'fits', text: t('language-fits', { name: fact.name, needed: fact.needed }) };
      if (fact.kind === 'licence') return { key, kind: 'fits', text: fact.name };
      const how =
        fact.level === undefined ? t('presumed') : `${'●'.repeat(fact.level)} ${t(`level.${fact.level}`)}`;
      return { key, kind: 'fits', text: `${fact.name} – ${how}` };
    }),
    missing: match.missing.map((fact): Fact => {
      const key = `${fact.kind}-${fact.name}`;
      if (fact.kind === 'skill')
        return { key, kind: 'missing', text: fact.essential ? fact.name : `${fact.name} (${t('helpful')})` };
      const opens =
        fact.opens === undefined || fact.opens < 2 ? '' : `; ${t('opens', { count: fact.opens })}`;
      return { key, kind: 'missing', text: `${fact.name} → ${t('short-course')}${opens}` };
    }),
    near: match.near.map(
      ({ name, by, group }): Fact => ({ key: name, text: t(`near.${group}`, { name, by }) }),
    ),
    terms: match.terms.map(
      ({ kind, points }): Fact => ({ key: kind, text: t(`term.${kind}`, { points: format.number(points) }) }),
    ),
    wished: match.wished.map((fact): Fact => {
      const key = `${fact.kind}-${fact.met ? 'met' : 'not'}`;
      if (fact.kind === 'working-time')
        return { key, kind: 'wish', text: t(`wish.${key}`, { times: times(fact.times) }) };
      if (fact.kind === 'start')
        return { key, kind: 'wish', text: t(`wish.${key}`, { day: format.day(fact.day) }) };
      return { key, kind: 'wish', text: t(`wish.${key}`) };
    }),
    stops: match.stops.map((stop): Fact => {
      if (stop.kind === 'travel-area')
        return { key: stop.kind, text: t('stop.travel-area', { place: stop.place }) };
      if (stop.kind === 'working-time')
        return { key: stop.kind, text: t('stop.working-time', { times: times(stop.times) }) };
      if (stop.kind === 'need-ended') return { key: stop.kind, text: t('stop.need-ended') };
      if (stop.kind === 'licence')
        return { key: `licence-${stop.name}`, text: t('stop.licence', { name: stop.name }) };
      return stop.has === undefined
        ? {
            key: `language-${stop.name}`,
            text: t('stop.language-none', { name: stop.name, needed: stop.needed }),
          }
        : {
            key: `language-${stop.name}`,
            text: t('stop.language', { name: stop.name, needed: stop.needed, has: stop.has }),
          };
    }),
    unknown: match.unknown.map((field): Fact => ({ key: field, text: t(`unknown-field.${field}`) })),
  };
}
