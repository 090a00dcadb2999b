import type { Format } from '#web/i18n/format.ts';
import type { T } from '#web/i18n/use.ts';

/** A state of a mapping in words, as the history gives it. */
export type Described = {
  readonly name?: { readonly text: string } | undefined;
  readonly names?: readonly string[] | undefined;
  readonly ownWords?: string | undefined;
  readonly level?: number | undefined;
  readonly evidence?: string | undefined;
  readonly note?: string | undefined;
  readonly years?: number | undefined;
  readonly cefr?: string | undefined;
  readonly until?: string | undefined;
  readonly from?: string | undefined;
  readonly workingTimes?: readonly string[] | undefined;
  readonly day?: string | undefined;
};

export type ShownChange = {
  readonly part: string;
  readonly kind: string;
  readonly before?: Described | undefined;
  readonly after?: Described | undefined;
};

/** "Lisätty taito: hitsaus – osaa itsenäisesti, työssä" · "Muutettu kieli: ruotsi – B1 → B2". */
export function changeWords(t: T, format: Format, change: ShownChange): string {
  const { part, kind, before, after } = change;
  const name = (after ?? before)?.name?.text;
  const what = `${t(`change.${kind}`)} ${t(`part.${part}`)}${name === undefined ? '' : `: ${name}`}`;
  const was = before === undefined ? '' : factsOf(t, format, before);
  const is = after === undefined ? '' : factsOf(t, format, after);
  const facts = kind === 'changed' && was !== '' ? `${was} → ${is || '–'}` : is || was;
  if (facts === '') return what;
  return `${what}${name === undefined ? ': ' : ' – '}${facts}`;
}

function factsOf(t: T, format: Format, state: Described): string {
  return [
    state.names === undefined || state.names.length === 0 ? undefined : format.list(state.names),
    state.ownWords,
    state.level === undefined ? undefined : t(`level-short.${state.level}`),
    state.evidence === undefined ? undefined : t(`evidence.${state.evidence}`),
    state.years === undefined
      ? undefined
      : t('years', { count: state.years, years: format.number(state.years, 1) }),
    state.cefr === undefined ? undefined : t(`cefr.${state.cefr}`),
    state.until === undefined ? undefined : t('valid-to', { day: format.day(state.until) }),
    ...(state.workingTimes ?? []).map((time) => t(`time.${time}`)),
    state.from === undefined ? undefined : t('earliest', { day: format.day(state.from) }),
    state.note,
    state.day === undefined ? undefined : format.day(state.day),
  ]
    .filter((fact) => fact !== undefined && fact !== '')
    .join(', ');
}
