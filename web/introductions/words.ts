import type { introductions } from '#introductions';
import type { OutputOf } from '#use-case';
import type { Format } from '../i18n/format.ts';

export type Introduction = OutputOf<(typeof introductions)['ofOrganisation']>['introductions'][number];

/** Gives the text of a key with its namespace before a colon. */
type T = (key: string, places?: Readonly<Record<string, unknown>>) => string;

/** An introduction as a sentence with its holder and clock. */
export type IntroductionWords = {
  readonly kind: 'waiting' | 'done' | 'late' | 'stopped';
  /** "Konepaja Virta Oy: vastausta odotetaan" */
  readonly sentence: string;
  /** "2 työpäivää"; absent when nobody waits. */
  readonly clock: string | undefined;
  /** What happens next by itself: "Työnantajaa muistutetaan 24.11.2026." */
  readonly next: string | undefined;
};

/** Says an introduction to those who serve, to the employer or to the person, in the language of `t`. */
export function introductionWords(
  t: T,
  format: Format,
  one: Introduction,
  reader: 'services' | 'employer' | 'person',
): IntroductionWords {
  const stem = {
    services: 'introductions:state',
    employer: 'introductions:employer.state',
    person: 'introductions:mine',
  }[reader];
  const silent = one.state === 'waiting' && one.turn.holder === 'adviser';
  const name =
    one.state === 'interview'
      ? one.interviewAhead
        ? 'interview-ahead'
        : 'interview-over'
      : silent && reader !== 'employer'
        ? 'silent'
        : one.state;
  const own = one.reason === 'client-withdrew' || one.reason === 'consent-withdrawn';
  const reason =
    one.reason === undefined
      ? ''
      : t(`introductions:${reader === 'person' && own ? 'mine-reason' : 'reason'}.${one.reason}`);
  const sentence = t(`${stem}.${name}`, {
    company: one.company,
    day: format.day(one.state === 'hired' ? one.hiredOn : one.interviewOn),
    reason,
  });
  return {
    kind: kindOf(one, silent && reader !== 'person'),
    sentence,
    clock: clockOf(t, one),
    next:
      one.turn.nextOn && one.turn.nextIs
        ? t(`introductions:next.${one.turn.nextIs}`, { day: format.day(one.turn.nextOn) })
        : undefined,
  };
}

function kindOf(one: Introduction, late: boolean): IntroductionWords['kind'] {
  if (one.state === 'hired') return 'done';
  if (one.state === 'not-chosen' || one.state === 'withdrawn') return 'stopped';
  return late ? 'late' : 'waiting';
}

function clockOf(t: T, one: Introduction): string | undefined {
  if (one.turn.holder === 'nobody' || one.interviewAhead) return undefined;
  return one.turn.workingDays === 0
    ? t('introductions:today')
    : t('introductions:clock', { count: one.turn.workingDays });
}

/** What the person is called to the viewer: the name when it is open, else the sign of the nameless profile. */
export function nameOf(
  t: T,
  one: { readonly name?: string | undefined; readonly alias?: string | undefined },
): string {
  if (one.name !== undefined && one.name !== '') return one.name;
  return one.alias === undefined
    ? t('introductions:nameless-plain')
    : t('introductions:nameless', { sign: one.alias });
}

/** Does somebody still have to act? */
export const isOpen = (one: Introduction) => one.state === 'waiting' || one.state === 'interview';

/** Those that wait for the adviser first, then those that have waited longest. */
export function silentFirst<One extends Introduction>(list: readonly One[]): One[] {
  const rank = (one: Introduction) => (one.turn.holder === 'adviser' ? 0 : 1);
  return list.toSorted((a, b) => rank(a) - rank(b) || b.turn.workingDays - a.turn.workingDays);
}
