import type { introductions } from '#introductions';
import type { OutputOf } from '#use-case';
import type { Format } from '#web/i18n/format.ts';

export type Introduction = OutputOf<(typeof introductions)['ofOrganisation']>['rows'][number];

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
  row: Introduction,
  reader: 'services' | 'employer' | 'person',
): IntroductionWords {
  const stem = {
    services: 'introductions:state',
    employer: 'introductions:employer.state',
    person: 'introductions:mine',
  }[reader];
  const silent = row.state === 'waiting' && row.turn.holder === 'adviser';
  const name =
    row.state === 'interview'
      ? row.interviewAhead
        ? 'interview-ahead'
        : 'interview-over'
      : row.state === 'withdrawn' && row.interviewOn !== undefined
        ? 'interview-cancelled'
        : silent && reader !== 'employer'
          ? 'silent'
          : row.state;
  const own = row.reason === 'client-withdrew' || row.reason === 'consent-withdrawn';
  const reason =
    row.reason === undefined
      ? ''
      : t(`introductions:${reader === 'person' && own ? 'mine-reason' : 'reason'}.${row.reason}`);
  const sentence = t(`${stem}.${name}`, {
    company: row.company,
    day: format.day(row.state === 'hired' ? row.hiredOn : row.interviewOn),
    reason,
  });
  return {
    kind: kindOf(row, silent && reader !== 'person'),
    sentence,
    clock: clockOf(t, row),
    next:
      row.turn.nextOn && row.turn.nextIs
        ? t(`introductions:next.${row.turn.nextIs}`, { day: format.day(row.turn.nextOn) })
        : undefined,
  };
}

function kindOf(row: Introduction, late: boolean): IntroductionWords['kind'] {
  if (row.state === 'hired') return 'done';
  if (row.state === 'not-chosen' || row.state === 'withdrawn') return 'stopped';
  return late ? 'late' : 'waiting';
}

function clockOf(t: T, row: Introduction): string | undefined {
  if (row.turn.holder === 'nobody' || row.interviewAhead) return undefined;
  return row.turn.workingDays === 0
    ? t('introductions:today')
    : t('introductions:clock', { count: row.turn.workingDays });
}

/** What the person is called to the viewer: the name when it is open, else the sign of the nameless profile. */
export function nameOf(
  t: T,
  row: { readonly name?: string | undefined; readonly alias?: string | undefined },
): string {
  if (row.name !== undefined && row.name !== '') return row.name;
  return row.alias === undefined
    ? t('introductions:nameless-plain')
    : t('introductions:nameless', { sign: row.alias });
}

/** Does somebody still have to act? */
export const isOpen = (row: Introduction) => row.state === 'waiting' || row.state === 'interview';

/** Those that wait for the adviser first, then those that have waited longest. */
export function silentFirst<One extends Introduction>(list: readonly One[]): One[] {
  const rank = (row: Introduction) => (row.turn.holder === 'adviser' ? 0 : 1);
  return list.toSorted((a, b) => rank(a) - rank(b) || b.turn.workingDays - a.turn.workingDays);
}
