import type { LocalisedText } from '#kernel/localised.ts';

/** The licences and cards that the demonstration speaks of, with the words by which a vocabulary may name them. */
const licences: readonly {
  readonly code: string;
  readonly kind: 'driving' | 'card' | 'permit';
  readonly names: Required<LocalisedText>;
  readonly words: RegExp;
}[] = [
  { code: 'driving-b', kind: 'driving', names: { fi: 'ajokortti B', sv: 'körkort B', en: 'driving licence B' }, words: /ajokortti.*\bB\b|\bB-(ajo|kortti|luok)/ },
  { code: 'driving-c', kind: 'driving', names: { fi: 'ajokortti C', sv: 'körkort C', en: 'driving licence C' }, words: /ajokortti.*\bC\b|\bC-(ajo|kortti|luok)/ },
  { code: 'driving-ce', kind: 'driving', names: { fi: 'ajokortti CE', sv: 'körkort CE', en: 'driving licence CE' }, words: /ajokortti.*\bCE\b|\bCE-(ajo|kortti|luok)/ },
  { code: 'driving-d', kind: 'driving', names: { fi: 'ajokortti D', sv: 'körkort D', en: 'driving licence D' }, words: /ajokortti.*\bD\b|\bD-(ajo|kortti|luok)/ },
  { code: 'driving-t', kind: 'driving', names: { fi: 'ajokortti T', sv: 'körkort T', en: 'driving licence T' }, words: /ajokortti.*\bT\b|\bT-(ajo|kortti|luok)/ },
  { code: 'professional-driver', kind: 'permit', names: { fi: 'kuljettajan ammattipätevyys', sv: 'yrkeskompetens för förare', en: "driver's certificate of professional competence" }, words: /ammattipätevyys/i },
  { code: 'taxi', kind: 'permit', names: { fi: 'taksinkuljettajan ajolupa', sv: 'körtillstånd för taxiförare', en: "taxi driver's licence" }, words: /taksi/i },
  { code: 'forklift', kind: 'card', names: { fi: 'trukkikortti', sv: 'truckkort', en: 'forklift card' }, words: /trukki/i },
  { code: 'work-safety', kind: 'card', names: { fi: 'työturvallisuuskortti', sv: 'arbetarskyddskort', en: 'occupational safety card' }, words: /työturvallisuuskortti/i },
  { code: 'hot-work', kind: 'card', names: { fi: 'tulityökortti', sv: 'heta arbeten-kort', en: 'hot work card' }, words: /tulityö/i },
  { code: 'road-safety', kind: 'card', names: { fi: 'tieturvakortti', sv: 'vägskyddskort', en: 'road work safety card' }, words: /tieturva/i },
  { code: 'electrical-safety', kind: 'card', names: { fi: 'sähkötyöturvallisuuskortti (SFS 6002)', sv: 'elarbetssäkerhetskort (SFS 6002)', en: 'electrical safety card (SFS 6002)' }, words: /sähkötyöturvallisuus|6002/i },
  { code: 'hygiene', kind: 'card', names: { fi: 'hygieniapassi', sv: 'hygienpass', en: 'hygiene passport' }, words: /hygienia/i },
  { code: 'alcohol', kind: 'card', names: { fi: 'anniskelupassi', sv: 'serveringspass', en: 'alcohol serving passport' }, words: /anniskelu/i },
  { code: 'first-aid', kind: 'card', names: { fi: 'ensiapukoulutus EA1', sv: 'första hjälpen 1', en: 'first aid 1' }, words: /ensiapu|\bEA ?1\b/i },
  { code: 'medication', kind: 'permit', names: { fi: 'lääkehoidon lupa', sv: 'läkemedelslov', en: 'medication permit' }, words: /lääkeh|lääkelu/i },
  { code: 'guard', kind: 'card', names: { fi: 'vartijakortti', sv: 'väktarkort', en: "guard's card" }, words: /vartija/i },
];

/** A list of licences to load where the vocabulary has none yet. */
export const demoLicences: readonly {
  readonly code: string;
  readonly kind: string;
  readonly names: Required<LocalisedText>;
}[] = licences.map(({ code, kind, names }) => ({ code, kind, names }));

/** The code under which a vocabulary knows one of our licences: the same code, or one whose Finnish name says the same. */
export function findLicenceCode(
  ours: string,
  known: readonly { readonly code: string; readonly names: LocalisedText }[],
): string | undefined {
  const own = licences.find((licence) => licence.code === ours);
  if (own === undefined) throw new Error(`No licence ${ours}`);
  return (known.find((one) => one.code === ours) ?? known.find((one) => own.words.test(one.names.fi ?? '')))?.code;
}
