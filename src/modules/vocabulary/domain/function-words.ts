import { type Language, languages } from '#kernel/localised.ts';

const lists: Record<Language, string> = {
  fi: `ja sekä tai että joka jotka jonka mutta kun kuin jos niin myös ei en et emme eivät eikä on oli ovat olivat olen olin
    olla ollut ollaan minä minun minulla minut sinä hän hänen me te he se sen siitä siinä tämä tämän nämä ne niitä noin
    kanssa sisältäen liittyvä liittyvät liittyviä liittyvien liittyen varten mukaan kautta ennen jälkeen aikana vuotta
    vuoden vuosi vuonna esimerkiksi eri sellainen hyvä hyvin paljon sekä kaikki kaikkien muu muut muiden muita oma omat
    omaa oman itse joita joissa jossa josta jolla erilaiset erilaisia erilaisten erilaisissa ym jne`,
  sv: `och eller att som men när om så även inte ingen jag är var har hade min mitt mina du han hon vi ni de det den dessa
    detta en ett i på av till för med från hos vid under över efter mellan genom inom utan olika samt alla allt annat andra
    sin sitt sina mycket bra också år exempelvis`,
  en: `and or that which who but when if so also not no i am is are was were be been have has had my me you he she we they it
    its this these those a an the of in on at to for with from by as into onto during over after between through within
    without various other all own their your our very well years year such etc including related`,
};

const sets: Record<Language, ReadonlySet<string>> = {
  fi: new Set(lists.fi.split(/\s+/)),
  sv: new Set(lists.sv.split(/\s+/)),
  en: new Set(lists.en.split(/\s+/)),
};

const emptyVerbs: Record<Language, ReadonlySet<string>> = {
  fi: new Set('käyttää työskennellä tehdä suorittaa hallita osata soveltaa harjoittaa'.split(' ')),
  sv: new Set('använda utföra arbeta göra tillämpa hantera'.split(' ')),
  en: new Set('use operate perform apply work carry do conduct'.split(' ')),
};

/** Verbs that say no more than that one can do what follows; a text seldom repeats them. */
export function isEmptyVerb(word: string, language: Language): boolean {
  return emptyVerbs[language].has(word);
}

const negations = new Set(
  'ei en et emme ette eivät eikä enkä ilman inte ingen inga utan not no never without cannot don'.split(' '),
);

/** Words that carry grammar only and say nothing of a skill. */
export function isFunctionWord(word: string, language: Language): boolean {
  return sets[language].has(word);
}

/** Words that turn what follows into its opposite ("en osaa hitsata", "no experience of …"). */
export function isNegation(word: string): boolean {
  return negations.has(word);
}

/** The languages a text is written in, told by its function words; all three when it has none (a bare list). */
export function languagesOf(words: readonly string[]): Language[] {
  const counts = languages.map((language) => words.filter((word) => sets[language].has(word)).length);
  const most = Math.max(...counts);
  return languages.filter((_, at) => counts[at]! >= most * 0.3);
}
