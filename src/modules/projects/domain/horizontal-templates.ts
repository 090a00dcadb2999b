import { letters } from '#kernel/letters.ts';
import type { Criterion, HorizontalTemplate } from './horizontal.ts';

const names = (fi: string, sv: string, en: string) => ({ fi, sv, en });

const effect =
  (group: string) =>
  (key: string, fi: string, sv: string, en: string): Criterion => ({
    key,
    group,
    kind: 'direct-indirect',
    names: names(fi, sv, en),
  });
const question =
  (group: string, needsEvidence: boolean) =>
  (key: string, fi: string, sv: string, en: string): Criterion => ({
    key,
    group,
    kind: 'yes-no',
    needsEvidence,
    names: names(fi, sv, en),
  });

const ecological = effect('ecological');
const economic = effect('economic');
const social = effect('social');

/** The form of 2014–2020 as it stands in 002:143-189: three questions and fifteen effects without a stated scale. */
const esf2014: HorizontalTemplate = {
  code: 'esf-2014-2020',
  names: names('Ohjelmakausi 2014–2020', 'Programperioden 2014–2020', 'Programme period 2014–2020'),
  groups: [
    {
      key: 'gender',
      names: names('Sukupuolten tasa-arvo', 'Jämställdhet mellan könen', 'Equality of women and men'),
    },
    {
      key: 'ecological',
      names: names('Ekologinen kestävyys', 'Ekologisk hållbarhet', 'Ecological sustainability'),
    },
    {
      key: 'economic',
      names: names('Taloudellinen kestävyys', 'Ekonomisk hållbarhet', 'Economic sustainability'),
    },
    {
      key: 'social',
      names: names(
        'Sosiaalinen ja kulttuurinen kestävyys sekä yhdenvertaisuus',
        'Social och kulturell hållbarhet samt likabehandling',
        'Social and cultural sustainability and equality',
      ),
    },
  ],
  criteria: [
    question('gender', true)(
      'gender-analysis',
      'Hankkeessa on tehty toimintaympäristön analyysi sukupuolinäkökulmasta',
      'Verksamhetsmiljön har analyserats ur könsperspektiv',
      'The operating environment has been analysed from a gender perspective',
    ),
    question('gender', false)(
      'gender-mainstreaming',
      'Sukupuolinäkökulma on huomioitu hankkeen toiminnassa (valtavirtaistaminen)',
      'Könsperspektivet har beaktats i projektets verksamhet (integrering)',
      'The gender perspective has been taken into account in what the project does',
    ),
    question('gender', false)(
      'gender-main-goal',
      'Hankkeen päätavoite on sukupuolten tasa-arvon edistäminen',
      'Projektets huvudmål är att främja jämställdheten',
      'The main goal of the project is to promote gender equality',
    ),
    ecological(
      'natural-resources',
      'Luonnonvarojen käytön kestävyys',
      'Hållbar användning av naturresurser',
      'Sustainable use of natural resources',
    ),
    ecological(
      'climate',
      'Ilmastonmuutoksen aiheuttamien riskien vähentäminen',
      'Minskade risker av klimatförändringen',
      'Fewer risks from climate change',
    ),
    ecological(
      'biodiversity',
      'Kasvillisuus, eliöt ja luonnon monimuotoisuus',
      'Växtlighet, organismer och naturens mångfald',
      'Plants, living things and biodiversity',
    ),
    ecological(
      'water-soil-air',
      'Pinta- ja pohjavedet, maaperä sekä ilma (ja kasvihuonekaasujen väheneminen)',
      'Yt- och grundvatten, jordmån och luft (och minskade växthusgaser)',
      'Waters, soil and air (and fewer greenhouse gases)',
    ),
    ecological('natura', 'Natura 2000 -ohjelman kohteet', 'Natura 2000-områden', 'Natura 2000 sites'),
    economic('materials', 'Materiaalit ja jätteet', 'Material och avfall', 'Materials and waste'),
    economic(
      'renewables',
      'Uusiutuvien energialähteiden käyttö',
      'Användning av förnybara energikällor',
      'Use of renewable energy',
    ),
    economic(
      'local-economy',
      'Paikallisen elinkeinorakenteen kestävä kehittäminen',
      'Hållbar utveckling av den lokala näringsstrukturen',
      'Sustainable development of the local economy',
    ),
    economic(
      'intangible',
      'Aineettomien tuotteiden ja palvelujen kehittäminen',
      'Utveckling av immateriella produkter och tjänster',
      'Development of intangible products and services',
    ),
    economic('mobility', 'Liikkuminen ja logistiikka', 'Rörlighet och logistik', 'Mobility and logistics'),
    social('wellbeing', 'Hyvinvoinnin edistäminen', 'Främjande av välfärd', 'Promotion of wellbeing'),
    social('equality', 'Tasa-arvon edistäminen', 'Främjande av jämställdhet', 'Promotion of equality'),
    social(
      'cultural-equality',
      'Yhteiskunnallinen ja kulttuurinen yhdenvertaisuus',
      'Samhällelig och kulturell likabehandling',
      'Social and cultural equality',
    ),
    social('cultural-environment', 'Kulttuuriympäristö', 'Kulturmiljö', 'Cultural environment'),
    social('environmental-skills', 'Ympäristöosaaminen', 'Miljökunnande', 'Environmental skills'),
  ],
  source: '002:143-189',
  mark: '✔',
};

/**
 * The period 2021–2027 by the principles of the regulation. EURA's own wording and order were not read: marked ? until
 * somebody compares them.
 */
const esf2021: HorizontalTemplate = {
  code: 'esf-plus-2021-2027',
  names: names('Ohjelmakausi 2021–2027', 'Programperioden 2021–2027', 'Programme period 2021–2027'),
  groups: [
    { key: 'rights', names: names('Perusoikeudet', 'Grundläggande rättigheter', 'Fundamental rights') },
    {
      key: 'gender',
      names: names('Sukupuolten tasa-arvo', 'Jämställdhet mellan könen', 'Equality of women and men'),
    },
    {
      key: 'non-discrimination',
      names: names(
        'Yhdenvertaisuus ja esteettömyys',
        'Likabehandling och tillgänglighet',
        'Non-discrimination and accessibility',
      ),
    },
    {
      key: 'sustainability',
      names: names('Kestävä kehitys', 'Hållbar utveckling', 'Sustainable development'),
    },
  ],
  criteria: [
    question('rights', false)(
      'charter',
      'EU:n perusoikeuskirjaa noudatetaan hankkeen kaikessa toiminnassa',
      'EU:s stadga om de grundläggande rättigheterna följs i all verksamhet',
      'The EU Charter of Fundamental Rights is followed in all that the project does',
    ),
    question('gender', true)(
      'gender-analysis',
      'Hankkeen toimintaympäristö on analysoitu sukupuolinäkökulmasta',
      'Verksamhetsmiljön har analyserats ur könsperspektiv',
      'The operating environment has been analysed from a gender perspective',
    ),
    question('gender', false)(
      'gender-mainstreaming',
      'Sukupuolinäkökulma on otettu huomioon toimenpiteissä',
      'Könsperspektivet har beaktats i åtgärderna',
      'The gender perspective has been taken into account in the measures',
    ),
    question('gender', false)(
      'gender-main-goal',
      'Sukupuolten tasa-arvon edistäminen on hankkeen päätavoite',
      'Att främja jämställdheten är projektets huvudmål',
      'Promoting gender equality is the main goal of the project',
    ),
    question('non-discrimination', false)(
      'non-discrimination',
      'Hanke ehkäisee syrjintää',
      'Projektet förebygger diskriminering',
      'The project prevents discrimination',
    ),
    question('non-discrimination', true)(
      'accessibility',
      'Toiminta on esteetöntä ja saavutettavaa vammaisille henkilöille',
      'Verksamheten är tillgänglig för personer med funktionsnedsättning',
      'What the project does is accessible to persons with disabilities',
    ),
    question('sustainability', false)(
      'sustainable-development',
      'Hanke edistää kestävää kehitystä',
      'Projektet främjar hållbar utveckling',
      'The project promotes sustainable development',
    ),
    question('sustainability', true)(
      'no-significant-harm',
      'Hanke ei aiheuta merkittävää haittaa ympäristölle',
      'Projektet orsakar ingen betydande skada för miljön',
      'The project does no significant harm to the environment',
    ),
  ],
  source: 'Regulation (EU) 2021/1060, article 9',
  mark: '?',
};

export const horizontalTemplates: readonly HorizontalTemplate[] = [esf2014, esf2021];

/** The template by its code, or undefined. */
export function findTemplate(code: string | undefined): HorizontalTemplate | undefined {
  return horizontalTemplates.find((template) => template.code === code);
}

/** The form that a project of an instrument fills when nothing else was said; other instruments have none. */
export function templateOfInstrument(instrument: string): HorizontalTemplate | undefined {
  if (instrument === 'esf') return esf2014;
  return instrument === 'esf-plus' ? esf2021 : undefined;
}

/** The criterion that a document's question names, by its Finnish words; forgives endings in brackets. */
export function criterionCalled(template: HorizontalTemplate, question: string): Criterion | undefined {
  const bare = (text: string) => letters(text.replace(/\([^)]*\)/g, ''));
  const wanted = bare(question);
  return (
    template.criteria.find((criterion) => bare(criterion.names.fi) === wanted) ??
    template.criteria.find(
      (criterion) =>
        wanted.startsWith(bare(criterion.names.fi)) || bare(criterion.names.fi).startsWith(wanted),
    )
  );
}
