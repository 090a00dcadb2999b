/** What an adviser writes to an employer with a profile. `{genitive}` "hitsaajan" */
export const introductionMessages: readonly string[] = [
  'Hei! Puhuimme käynnillä, että tarvitsette {genitive}. Tässä henkilö, joka haluaa tulla juttelemaan. Voisiko tavata tällä viikolla?',
  'Moi, tässä lupaamani profiili. Kortit ovat kunnossa ja aloittamaan pääsee sovittuna päivänä. Vastaisitko muutamassa päivässä?',
  'Hei, löysimme sopivan {genitive} paikalle. Henkilö on antanut luvan näyttää tiedot juuri teille. Kerro, sopiiko haastattelu.',
];

export const interviewNotes: readonly string[] = [
  'Kiinnostava, pyydetään käymään.',
  'Kyllä, sopii tulla tutustumaan hallille.',
  'Haastattelu sovittu, näytetään samalla paikat.',
  'Mielellään, tullaan juttelemaan iltapäivällä.',
];

export const hiredNotes: readonly string[] = [
  'Sovittiin työsuhteesta, aloittaa heti.',
  'Otetaan töihin. Koeaika neljä kuukautta, perehdytys parin kanssa.',
  'Valittiin. Aloitetaan kuuden kuukauden sopimuksella, tavoitteena vakinaistaminen.',
];

export const notChosenNotes: readonly (readonly [
  'skills-missing' | 'licence-missing' | 'language' | 'filled-otherwise' | 'need-ended',
  string,
])[] = [
  ['filled-otherwise', 'Paikka ehdittiin täyttää, mutta otamme mielellään uudestaan yhteyttä keväällä.'],
  ['skills-missing', 'Mukava tyyppi, mutta tähän tarvitaan enemmän kokemusta.'],
  ['licence-missing', 'Kortti puuttuu, palataan asiaan, kun se on hankittu.'],
  ['need-ended', 'Tarve jäikin pois, emme palkkaa nyt ketään.'],
  ['language', 'Asiakaspuheluihin tarvitaan vielä enemmän suomea.'],
];

export const declinedPilot: readonly string[] = [
  'Ei halua mukaan juuri nyt, kysytään keväällä uudestaan.',
  'Opinnot alkavat, ei tarvetta.',
];

export const hiredOutcome: readonly string[] = [
  'Työllistyi esittelyn kautta {essive}.',
  'Aloitti {essive} pilotin työnantajalla, toistaiseksi voimassa oleva työsuhde.',
  'Määräaikainen työ {essive}, jatkosta sovittu keskustelu.',
];
