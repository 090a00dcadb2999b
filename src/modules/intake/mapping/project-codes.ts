import type { ProjectDraft } from '#projects';
import type { ReadField } from '../domain/reading.ts';

export type Draft = ProjectDraft;
export type Item<K extends keyof Draft> = NonNullable<Draft[K]> extends readonly (infer T)[] ? T : never;

/** `esf-plus` for `Euroopan sosiaalirahasto (ESR+)`; `other` for what Polku has no template of. */
export function instrumentOf(text: string): 'mokra' | 'akke' | 'esf' | 'esf-plus' | 'other' {
  if (/mokra|omaehtoisen kehittämisen/i.test(text)) return 'mokra';
  if (/akke|kestävän kasvun ja elinvoiman/i.test(text)) return 'akke';
  if (/esr ?\+|esf ?\+/i.test(text)) return 'esf-plus';
  if (/\besr\b|\besf\b|sosiaalirahasto/i.test(text)) return 'esf';
  return 'other';
}

const qualifiers: Readonly<Record<string, 'about' | 'at-least' | 'at-most'>> = {
  noin: 'about',
  'n.': 'about',
  arviolta: 'about',
  '~': 'about',
  vähintään: 'at-least',
  yli: 'at-least',
  enintään: 'at-most',
  alle: 'at-most',
};
export const looseness = (field: ReadField | undefined) =>
  field?.qualifier === undefined ? undefined : qualifiers[field.qualifier];
/** What is bought, by the words of its sentence. */
export function purchaseKindOf(
  label: string,
): 'travel' | 'expert' | 'licence' | 'publicity' | 'event' | 'other' {
  if (/matk/i.test(label)) return 'travel';
  if (/asiantunti|konsult/i.test(label)) return 'expert';
  if (/lisens|tietojärjestelm|tekni|ohjelmisto|lausepank/i.test(label)) return 'licence';
  if (
    /esite|esittee|medial|tiedotu|viestin|paino|levity|markkinoin/i.test(label) &&
    !/tapahtuman kustannu/i.test(label)
  )
    return 'publicity';
  if (/tapahtum|tilaisuu|seminaar/i.test(label)) return 'event';
  return 'other';
}

/** What a cost line is, by its label. */
export function costKindOf(label: string): Item<'costLines'>['kind'] {
  if (/flat ?rate|kiinteä/i.test(label)) return 'flat';
  if (/palk|(?<!\p{L})löne?/iu.test(label)) return 'wages';
  if (/tulot|inkomst/i.test(label)) return 'income';
  if (/ostopalv|köpta tjänst|köptjänst/i.test(label)) return 'purchases';
  if (/matk|rese/i.test(label)) return 'travel';
  if (/kone|laite|laitt|kalust|utrustning/i.test(label)) return 'equipment';
  if (/kertakorvau|lump|engångs/i.test(label)) return 'lump-sum';
  return 'other';
}

/** Where money comes from and in which role: two things (F-24: `Omarahoitus: Kuntarahoitus` is municipal and own). */
export function fundingOf(label: string): {
  source: Item<'fundingShares'>['source'];
  role: 'grant' | 'own' | 'other';
} {
  const own = /oma ?rahoitus|kuntaosuu|omavastuu|egen ?finans|självfinans/i.test(label);
  const source = /eu-|valtion|statlig|esr|esf|eakr|jtf/i.test(label)
    ? 'eu-and-state'
    : /mokra|akke|maakuntaliit/i.test(label)
      ? 'regional-council'
      : /kunta|kuntien|kaupun|seutu|tvk|kommun/i.test(label)
        ? 'municipal'
        : /muu julkinen|annan offentlig/i.test(label)
          ? 'other-public'
          : /yksity|privat/i.test(label)
            ? 'private'
            : own
              ? 'own'
              : 'other-public';
  const grant =
    !own &&
    (source === 'eu-and-state' || source === 'regional-council' || /avustus|haettava|som söks/i.test(label));
  return { source, role: own ? 'own' : grant ? 'grant' : 'other' };
}
