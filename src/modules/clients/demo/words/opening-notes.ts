/**
 * Case notes by life: ordinary matters only, nothing of health, family troubles or money. `{essive}` is "hitsaajana",
 * `{genitive}` "hitsaajan", `{place}` "konepajalla", `{years}` "8 vuotta", `{where}` "Juvalla". A text with `{years}`
 * is used only of those who have worked for two years or more; those of `everybody` fit any life.
 */
export const openingNotes: Readonly<Record<string, readonly string[]>> = {
  everybody: [
    'Alkuhaastattelu. Käytiin läpi tähänastiset työt ja toiveet. Hakee {genitive} töitä, kokoaikatyö sopii parhaiten.',
    'Alkuhaastattelu puhelimitse. Kertoi tilanteestaan ja siitä, mitä haluaa tehdä. Sovittiin ensimmäiset haettavat paikat.',
  ],
  'laid-off-metal': [
    'Alkuhaastattelu. Työ {place} päättyi tuotannollisista syistä. Ollut alalla {years}. Hakee ensisijaisesti {genitive} töitä, lähtee tarvittaessa Mikkeliä kauemmaksikin.',
    'Alkuhaastattelu. Irtisanottu, kun tilauskanta romahti. Työhistoria {essive} vahva, {years} samalla työnantajalla. Ansioluettelo täytyy tehdä alusta, edellinen on vuosien takaa.',
    'Alkuhaastattelu puhelimitse. Lomautettu toistaiseksi, palaa omaan työhönsä jos töitä tulee. Haluaa silti katsoa muitakin paikkoja.',
  ],
  'young-without-vocation': [
    'Alkuhaastattelu. Peruskoulun jälkeen aloittanut ammattiopistossa, mutta ala ei ollut oma ja opinnot jäivät kesken. Haluaa ensin töihin ja katsoa sitten koulutusta.',
    'Alkuhaastattelu. Ei vielä ammattia. Kesätöitä ollut kolmena kesänä, niistä hyvää palautetta. Kiinnostaa käytännön työ, ei istuminen.',
    'Alkuhaastattelu. Lukio valmis, välivuosi menossa. Hakee kokoaikatyötä ainakin kevääseen asti ja hakee keväällä kouluun.',
  ],
  'fresh-from-vocational': [
    'Alkuhaastattelu. Tutkinto Esedusta tuli valmiiksi, hakee ensimmäistä vakituista {genitive} työtä. Työssäoppiminen meni hyvin {place}, lupasivat toimia suosittelijana.',
    'Alkuhaastattelu. Tutkinto valmis, paperit liitetty. Haluaisi jäädä kotiseudulle, mutta avoimissa {genitive} paikoissa pyydetään kokemusta.',
    'Alkuhaastattelu etänä. Uusi tutkinto, ansioluettelo kunnossa. Kerrottiin palkkatuesta, jonka voi ottaa puheeksi työnantajan kanssa.',
  ],
  'nurse-from-abroad': [
    'Alkuhaastattelu. Sairaanhoitajan tutkinto ja {years} kokemusta kotimaasta. Ammattioikeuden hakeminen Suomessa on kesken. Voisi sitä ennen työskennellä hoiva-avustajana.',
    'Alkuhaastattelu tulkin kanssa. Työskennellyt sairaalan vuodeosastolla {years}. Tavoite on tehdä oman alan töitä Mikkelin seudulla. Suomen kielen kurssi jatkuu.',
    'Alkuhaastattelu. Hoitoalan tutkinto käännetty englanniksi. Käytiin läpi, mitä laillistus vaatii ja kuinka kauan se kestää.',
  ],
  'returning-parent': [
    'Alkuhaastattelu. Palaa työelämään perhevapaan jälkeen. Aiempi työ {essive}. Päivähoito järjestyy kuukauden varoitusajalla, päivätyö olisi paras.',
    'Alkuhaastattelu. Ollut kotona lasten kanssa, määräaikainen työ ehti päättyä vapaan aikana. Valmis aloittamaan heti, kun hoitopaikka varmistuu.',
    'Alkuhaastattelu puhelimitse. Hakee mieluiten osa-aikatyötä ensimmäiseksi puoleksi vuodeksi, sen jälkeen kokoaikaista.',
  ],
  'it-long': [
    'Alkuhaastattelu. Työskennellyt {place} {years}. Tehtävä siirrettiin pääkaupunkiseudulle. Osaaminen on vahvaa, mutta uudemmat tekniikat kaipaavat päivitystä.',
    'Alkuhaastattelu. Hakenut kymmeniä paikkoja, haastatteluun on päässyt kahdesti. Etätyö sopii hyvin. Sovittiin, että katsotaan ansioluettelo uusin silmin.',
  ],
  forest: [
    'Alkuhaastattelu puhelimitse. Kelirikon ajan lomautettuna, työt jatkuvat maiden kantaessa. Osaa ajaa sekä hakkuukonetta että ajokonetta.',
    'Alkuhaastattelu. Urakoitsija vähensi yhden koneketjun. Kuljettajana {years}, tuntee seudun metsäyrittäjät hyvin.',
  ],
  graduate: [
    'Alkuhaastattelu. Tutkinto valmistui, hakee oman alan ensimmäistä työpaikkaa. Harjoittelut tehty, opinnäytetyö tehty yritykselle. Lähtisi mieluiten {genitive} töihin.',
    'Alkuhaastattelu. Tuore tutkinto. Haluaisi jäädä Mikkeliin, koska asunto ja puoliso ovat täällä. Hyvä englanti, hyvä ote hakemiseen.',
  ],
  restaurant: [
    'Alkuhaastattelu. Kesäsesonki päättyi. Työskennellyt {essive} {years}, suosittelijoita on kaksi. Vuorotyö sopii.',
    'Alkuhaastattelu puhelimitse. Ravintola vaihtoi omistajaa ja vuorot vähenivät. Hakee lisätunteja tai toista paikkaa.',
  ],
  driver: [
    'Alkuhaastattelu. Ajanut {years}, kaikki kortit ja pätevyydet voimassa. Pitkät reissut eivät enää kiinnosta, päiväajo tai jakelu sopisi.',
    'Alkuhaastattelu. Kuljetussopimus päättyi ja auto myytiin. Valmis aloittamaan {essive} heti.',
  ],
  building: [
    'Alkuhaastattelu. Työmaa valmistui eikä uutta ollut tiedossa. Ollut alalla {years}. Työturvallisuuskortti voimassa.',
    'Alkuhaastattelu puhelimitse. Lomautettu talveksi, kuten edellisinäkin vuosina. Lähtee keikalle nopeallakin aikataululla.',
    'Alkuhaastattelu. Tehnyt {genitive} töitä sekä uudiskohteissa että saneerauksissa. Oma auto ja työkalut.',
  ],
  'office-veteran': [
    'Alkuhaastattelu. Tehtävä lakkautettiin, kun hallinto keskitettiin. Työvuosia {place} on takana paljon. Tottunut hoitamaan asiat itsenäisesti.',
    'Alkuhaastattelu. Kokemusta laskutuksesta, palkoista ja asiakaspalvelusta {years}. Kaipaa apua siihen, miten kertoa osaamisestaan lyhyesti.',
  ],
  'learning-finnish': [
    'Alkuhaastattelu tulkin kanssa. Kotimaassa työskennellyt {essive}. Suomen kielen opinnot alkuvaiheessa. Kotoutumissuunnitelma tehdään yhdessä.',
    'Alkuhaastattelu. Haluaa töihin mahdollisimman pian, vaikka kielikurssi on kesken. Puhuu suomea arkiasioissa, kirjoittaminen on vaikeampaa.',
    'Alkuhaastattelu. Tutkinto tehty ulkomailla, todistus käännettävänä. Kiinnostunut jatkamaan {genitive} töissä Suomessa.',
  ],
  shop: [
    'Alkuhaastattelu. Myymälä suljettiin. Työskennellyt kassalla, hyllytyksessä ja palvelutiskillä. Vuorot ja viikonloput sopivat.',
    'Alkuhaastattelu puhelimitse. Tekee nyt noin 18 tuntia viikossa, hakee lisää tunteja tai kokoaikaista työtä.',
  ],
  cleaning: [
    'Alkuhaastattelu. Kohde kilpailutettiin ja työ päättyi. Tehnyt siivousta {years}, osaa myös koneet ja vahauksen.',
    'Alkuhaastattelu. Osa-aikatyö aamuisin, haluaisi lisää tunteja iltapäiviin. Oma auto on.',
  ],
  'care-substitute': [
    'Alkuhaastattelu. Sijaisuus päättyi. Tekee keikkaa, mutta haluaisi vakituisen paikan, jotta vuorot tietäisi etukäteen.',
    'Alkuhaastattelu puhelimitse. Ollut {essive} useassa lyhyessä sijaisuudessa. Lääkeluvat kunnossa. Ilta- ja viikonloppuvuorot sopivat.',
  ],
  'former-entrepreneur': [
    'Alkuhaastattelu. Lopetti yrityksensä. Yrittäjänä {years}. Hakee nyt palkkatyötä, mieluiten {essive}.',
    'Alkuhaastattelu. Yritystoiminta lopetettu ja siitä on verottajan todistus. Osaa oman työnsä lisäksi tarjouslaskennan ja asiakkaiden kanssa toimimisen.',
  ],
  farm: [
    'Alkuhaastattelu. Karjanpito tilalla lopetettiin. Tottunut aikaisiin aamuihin ja koneisiin. Kiinnostaa työ toisella tilalla tai kiinteistönhuollossa.',
    'Alkuhaastattelu {where}. Ollut tilalla töissä {years}. Julkiset eivät kulje, mutta oma auto on.',
  ],
  'school-assistant': [
    'Alkuhaastattelu. Määräaikainen työ alakoulussa päättyi kevätlukukauden loppuun. Toivoo jatkoa syksyllä, mutta päätöstä ei ole vielä tullut.',
    'Alkuhaastattelu puhelimitse. Työskennellyt koulunkäynninohjaajana {years}, aina lukuvuosi kerrallaan. Miettii vakituisempaa alaa.',
  ],
  'career-changer': [
    'Alkuhaastattelu. Työskennellyt {essive} {years} ja haluaa vaihtaa alaa. Kiinnostuksen kohteena lähihoitajan työ tai varastoala.',
    'Alkuhaastattelu. Alan vaihto harkinnassa. Sovittiin, että tutustuu kahteen työpaikkaan ennen kuin hakee koulutukseen.',
  ],
  'long-unemployed': [
    'Alkuhaastattelu uuden asiantuntijan kanssa. Edellisestä pitkästä työsuhteesta on aikaa. Tehnyt välillä lyhyitä töitä. Motivaatio on kunnossa, kun työ löytyy läheltä.',
    'Käytiin tilanne alusta läpi. Aiemmin tehnyt {genitive} töitä. Autoa ei ole, joten työmatka on ratkaistava ensin.',
  ],
  'moved-with-spouse': [
    'Alkuhaastattelu. Muutti {where} puolison työn vuoksi. Kokemusta {genitive} työstä {years}. Verkostoja seudulla ei vielä ole.',
    'Alkuhaastattelu. Uusi paikkakunnalla. Toivoo oman alan työtä, mutta on valmis aloittamaan muustakin, jotta pääsee tutustumaan ihmisiin.',
  ],
  joinery: [
    'Alkuhaastattelu. Verstas lopetti, kun omistaja jäi eläkkeelle. Tehnyt keittiöitä ja ovia {years}. Hakee oman alan töitä, rakennustyökin käy.',
    'Alkuhaastattelu puhelimitse. Määräaikainen työ {place} päättyi. Osaa työn piirustuksesta asennukseen.',
  ],
  sales: [
    'Alkuhaastattelu. Myyntipiiri lakkautettiin. Kiertänyt asiakkaita Itä-Suomessa {years}. Pienempi matkustaminen sopisi nyt.',
    'Alkuhaastattelu etänä. Tottunut tavoitteisiin ja asiakkaiden tapaamiseen. Hakee {genitive} töitä, myös asiakaspalvelu kiinnostaa.',
  ],
  wood: [
    'Alkuhaastattelu. Saha ajoi kaksi vuoroa yhteen ja määräaikaiset lähtivät. Kokemusta lajittelusta ja trukilla ajosta.',
    'Alkuhaastattelu puhelimitse. Lomautettu, tilauskirja on tyhjä ainakin kuukauden. Tehnyt puualan töitä {years}.',
  ],
  security: [
    'Alkuhaastattelu. Vartijana {years}. Kohde vaihtoi palveluntarjoajaa. Yövuorot ovat sopineet, mutta päivätyökin kiinnostaa.',
    'Alkuhaastattelu puhelimitse. Tuntitöitä tapahtumissa, hakee säännöllisiä vuoroja. Vartijakortti voimassa.',
  ],
  outdoors: [
    'Alkuhaastattelu. Kausityö päättyi pakkasiin. Kesällä töissä viheralueilla, talvella ajanut lumityökonetta.',
    'Alkuhaastattelu. Tekee mieluiten ulkotöitä. Kokemusta {years}, kortit voimassa. Aamuherätykset eivät haittaa.',
  ],
};
