import type { ProjectDraft } from '#projects';
import type { ReadField } from '../domain/reading.ts';

export type Draft = ProjectDraft;
type Item<K extends keyof Draft> = NonNullable<Draft[K]> extends readonly (infer T)[] ? T : never;
type Coded<K extends keyof Draft> = NonNullable<Draft[K]> extends { value: infer V } ? V : never;
type Purchase = NonNullable<Item<'workPackages'>['purchases']>[number];

/** `esf-plus` for `Euroopan sosiaalirahasto (ESR+)`; `other` for what Polku has no template of. */
export function instrumentOf(text: string): Coded<'instrument'> {
  if (/mokra|omaehtoisen kehittämisen/i.test(text)) return 'mokra';
  if (/akke|kestävän kasvun ja elinvoiman/i.test(text)) return 'akke';
  if (/esr ?\+|esf ?\+/i.test(text)) return 'esf-plus';
  if (/\besr\b|\besf\b|sosiaalirahasto/i.test(text)) return 'esf';
  return 'other';
}

const qualifiers: Readonly<Record<string, Item<'indicators'>['qualifier']>> = {
  noin: 'about',
  'n.': 'about',
  arviolta: 'about',
  '~': 'about',
  vähintään: 'at-least',
  yli: 'at-least',
  enintään: 'at-most',
  alle: 'at-most',
};
export const qualifierOf = (field: ReadField | undefined) =>
  field?.qualifier === undefined ? undefined : qualifiers[field.qualifier];
/** What is bought, by the words of its sentence. */
export function purchaseKindOf(label: string): Purchase['kind'] {
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
export function fundingOf(label: string): Pick<Item<'fundingShares'>, 'source' | 'role'> {
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

/** Is it carried out by one or by many? Undefined when the words tell neither. */
export function aboutMany(text: string): Coded<'implementers'> | undefined {
  if (/yhteishanke|usea|useamman|monta|siirto(?! -menettely)|useita/i.test(text)) return 'many';
  return /yhden|yksi|vain/i.test(text) ? 'one' : undefined;
}

/** The state that a document speaks of. */
export function stateOf(text: string): Coded<'state'> | undefined {
  if (/päättynyt|loppunut|päätetty/i.test(text)) return 'ended';
  if (/käynnissä|meneillään|toiminnassa/i.test(text)) return 'running';
  if (/hylätty|kielteinen/i.test(text)) return 'rejected';
  return /myönnetty|hyväksytty/i.test(text) ? 'granted' : undefined;
}

/** How costs without receipts are counted. */
export function costModelOf(text: string): Coded<'costModel'> | undefined {
  const rate = /(\d{1,2}) ?%/.exec(text)?.[1];
  const flat = (['40', '25', '20', '15', '7', '17', '24'] as const).find((row) => row === rate);
  if (flat) return `flat-rate-${flat}`;
  if (/kertakorvau|lump|engångs/i.test(text)) return 'lump-sum';
  if (/yksikkökustannu|enhetskostnad/i.test(text)) return 'unit-costs';
  return /todelli|tosiasial|faktisk/i.test(text) ? 'real-costs' : undefined;
}

export function wageMethodOf(text: string): Coded<'wageMethod'> | undefined {
  if (/yksikkökustannu|enhetskostnad/i.test(text)) return 'unit-cost-1720';
  if (/sivukulu/i.test(text)) return 'side-costs';
  return /todelli|tosiasial|faktisk/i.test(text) ? 'real' : undefined;
}

/** Which step of the funder's handling a body takes. */
export function stepOf(body: string): Item<'proceedings'>['what'] {
  if (/sihteeristö/i.test(body)) return 'secretariat';
  return /lausunto/i.test(body) ? 'opinion' : 'meeting';
}
