/** What the work is, by trade: a sentence or two for an advert. */
export const workSentences: Readonly<Record<string, string>> = {
  welder:
    'Työssä hitsataan MIG- ja TIG-menetelmillä teräsrakenteita ja pieniä sarjoja. Piirustukset tulevat valmiina, mutta työtapansa saa valita itse.',
  machinist:
    'Työssä koneistetaan osia CNC-sorvilla ja -jyrsimellä. Asetukset tehdään itse, ohjelmat yhdessä.',
  assembler: 'Työssä kootaan laitteita pareittain ja tehdään koekäytöt ennen toimitusta.',
  'mechanical-engineer':
    'Työssä suunnitellaan laitteiden osia 3D-ohjelmalla ja seurataan, että ne syntyvät hallissa niin kuin oli tarkoitus.',
  nurse: 'Työ on asukkaiden hoitoa, lääkehoidon vastuuta ja yhteistyötä omaisten kanssa pienessä yksikössä.',
  'practical-nurse':
    'Työ on asukkaiden arjessa mukana olemista: aamutoimia, ulkoilua, lääkkeitä ja kirjaamista.',
  childcare: 'Työ on lasten kanssa olemista pienessä ryhmässä, ulkona joka päivä.',
  'preschool-teacher': 'Työssä vastataan ryhmän pedagogiikasta ja tehdään se yhdessä lastenhoitajien kanssa.',
  'social-counsellor': 'Työ on asiakkaiden tukemista arjessa, kotikäyntejä ja verkoston kokoamista.',
  carpenter: 'Työ on korjausrakentamista: runkoja, ikkunoita ja viimeistelyä, enimmäkseen Mikkelissä.',
  builder: 'Työ on talonrakentamista pienessä porukassa perustuksista listoihin.',
  bricklayer: 'Työ on muuraamista ja laatoitusta sekä uusissa että vanhoissa taloissa.',
  painter: 'Työ on tasoitusta, maalausta ja tapetointia, suurin osa asutuissa kodeissa.',
  electrician: 'Työ on asennuksia koteihin ja halleihin, myös aurinkopaneeleita ja latauspisteitä.',
  plumber: 'Työ on putkiremontteja ja lämpöpumppujen asennuksia, päivystys vuorotellen.',
  excavator: 'Työ on pohjatöitä ja tiehankkeita 14 tonnin koneella, talvella lumitöitä.',
  'forest-machine':
    'Työ on harvennuksia ajokoneella tai hakkuukoneella kahdessa vuorossa noin viidenkymmenen kilometrin säteellä.',
  sawmill: 'Työ on sahalinjan valvontaa, lajittelua ja trukilla ajoa kahdessa vuorossa.',
  'cabinet-maker': 'Työ on keittiöiden ja kiintokalusteiden tekemistä piirustuksista asennukseen.',
  'truck-driver': 'Työ on puutavaran ja hakkeen ajoa, öiksi ehtii kotiin.',
  'bus-driver': 'Työ on paikallis- ja koululaislinjojen ajoa, kesällä myös tilausajoja.',
  'taxi-driver': 'Työ on taksin ajoa päivä- ja iltavuoroissa, iso osa kyydeistä on sovittu etukäteen.',
  forklift: 'Työ on kuormien purkua, hyllytystä ja lastausta vastapainotrukilla.',
  warehouse: 'Työ on keräilyä, pakkaamista ja vastaanottoa. Järjestelmän oppii parissa viikossa.',
  mechanic: 'Työ on huoltoja, katsastuskorjauksia ja vianhakua kolmen asentajan korjaamolla.',
  shop: 'Työ on hyllytystä, kassaa ja palvelutiskiä. Vuorot tehdään kolmeksi viikoksi kerrallaan.',
  'sales-rep': 'Työ on asiakkaiden tapaamista Etelä-Savossa ja tarjousten tekemistä. Auto talon puolesta.',
  cook: 'Työ on lounaan valmistamista alusta asti ja kahdesti kuussa juhlapöytä.',
  waiter: 'Työ on salissa, kesällä terassilla. Hyvä olo kuuluu myös henkilökunnalle.',
  kitchen: 'Työ on esivalmistelua, tiskiä ja linjaston hoitamista arkisin.',
  baker: 'Työ alkaa aamuyöllä: taikinat, paisto ja pakkaus ennen jakeluauton lähtöä.',
  cleaner: 'Työ on toimistojen ja koulujen siivousta, kohteet vakituiset.',
  'room-attendant': 'Työ on huoneiden siivousta ja pyykkihuoltoa, kesällä enemmän tunteja.',
  groundskeeper: 'Työ on nurmikoita, istutuksia ja kiveyksiä kesällä, lumitöitä talvella.',
  'farm-worker': 'Työ on lypsyä, ruokintaa ja vasikoiden hoitoa robottinavetassa, joka toinen viikonloppu.',
  developer:
    'Työssä kehitetään toiminnanohjausta pienille teollisuusyrityksille TypeScriptillä. Pääosan viikosta voi tehdä kotoa.',
  'it-support': 'Työ on käyttäjien auttamista puhelimessa ja paikan päällä, laitteita ja tunnuksia.',
  bookkeeper: 'Työ on noin kolmenkymmenen yrityksen kirjanpitoa tilinpäätökseen asti.',
  office: 'Työ on laskutusta, puhelimia ja tilausten kirjaamista kolmen hengen toimistossa.',
  assistant: 'Työ on kalenterin, tarjousten ja kokousten hoitamista johtajan rinnalla.',
  marketer: 'Työ on verkkosivuja, uutiskirjeitä ja mainontaa. Tuloksia seurataan, mutta kokeilla saa.',
  'graphic-designer': 'Työ on ilmeitä, taittoa ja verkkokuvia paikallisille yrityksille.',
  guard: 'Työ on piirivartiointia ja hälytyskäyntejä kahden kunnan alueella.',
  hairdresser: 'Työ on asiakkaita vauvasta vaariin, oma ajanvaraus ja hyvä sijainti.',
};

/** How an advert begins and ends. `{genitive}` "hitsaajan", `{company}`, `{where}` "Mikkelissä". */
export const advertOpenings: readonly string[] = [
  '{company} ottaa töihin {genitive}.',
  'Meiltä on jäänyt eläkkeelle tekijä, ja nyt tarvitsemme uuden {genitive}.',
  'Töitä on enemmän kuin tekijöitä, joten palkkaamme {genitive}.',
  '{company} kasvaa ja palkkaa {genitive}. Työpaikka on {where}.',
];

export const advertClosings: readonly string[] = [
  'Aikaisempi kokemus on eduksi, mutta opetamme myös. Soita ja kysy, kerromme mielellämme lisää.',
  'Palkka alan työehtosopimuksen mukaan. Hakemukseksi riittää muutama rivi ja puhelinnumero.',
  'Tule käymään, niin näytämme paikat. Täytämme paikan heti, kun sopiva tekijä löytyy.',
  'Perehdytämme rauhassa. Hakuaika päättyy ilmoituksessa mainittuna päivänä.',
];

/** What an adviser writes in the car after a visit, by how sure the need is. */
export const hiddenNotes: Readonly<Record<'talk' | 'needed' | 'now', readonly string[]>> = {
  talk: [
    'Ottaisivat {genitive}, jos iso tarjous menee läpi. Päätös muutaman viikon päästä, soitan silloin.',
    'Eläköitymisiä tulossa. Puhuttiin, että {genitive} paikka vapautuu keväällä. Ei vielä ilmoitusta.',
    'Miettivät toista vuoroa. Silloin tarvittaisiin ainakin yksi lisää: {fi}.',
    'Kausi näyttää hyvältä. Harkitsevat {genitive} palkkaamista, mutta haluavat ensin nähdä tilaukset.',
    'Asiakkaita on enemmän kuin ehditään palvella. Harkitsevat {genitive} palkkaamista ensi kuussa.',
  ],
  needed: [
    'Tarvitsevat {genitive}, mutta kukaan ei ole ehtinyt tehdä ilmoitusta. Sovittu, että katsotaan sopivia meidän kautta.',
    'Edellinen {fi} lähtee kuun vaihteessa. Haluavat mieluummin tavata pari ihmistä kuin lukea sata hakemusta.',
    'Vuokratyö on tullut kalliiksi, palkkaisivat nyt oman {genitive}. Asenne ratkaisee, loput opetetaan.',
    'Urakka {where} alkaa pian ja tekijöitä puuttuu. {Fi} tarvitaan ainakin puoleksi vuodeksi, todennäköisesti pidempään.',
  ],
  now: [
    '{Fi} tarvittaisiin jo tällä viikolla. Soittavat mieluummin kuin lukevat papereita.',
    'Kaksi lopettanut lyhyen ajan sisällä, johtaja tekee itse heidän vuorojaan. Uusi {fi} saisi aloittaa heti.',
    'Tilauskirja täynnä kesään asti. Ottavat {genitive} heti, jos korttiasiat ovat kunnossa.',
  ],
};

export const visitNotes: readonly string[] = [
  'Kierrettiin tilat. Työvoimatilanne nyt kunnossa, mutta eläköitymisiä tulossa kahden vuoden sisällä.',
  'Puhuttiin palkkatuesta ja oppisopimuksesta. Lähetän ohjeet.',
  'Hakivat viimeksi kolme kuukautta ilman sopivia hakijoita. Katsottiin yhdessä ilmoituksen teksti.',
  'Yrittäjä ei tiennyt, että kunnan kautta saa apua rekrytointiin. Sovittu uusi käynti.',
  'Kasvua haetaan, uusi halli suunnitteilla. Henkilöstötarve selviää, kun rahoitus on varma.',
  'Hyvä kokemus edellisestä esittelystä. Ottavat mielellään vastaan uusia ehdotuksia.',
  'Puhelu. Lomautukset purettu, uusia ei vielä palkata.',
  'Kesätyöntekijöitä tulossa kuusi. Kiinnostus jatkaa parin kanssa syksyllä.',
  'Kyselivät englanninkielisen perehdytyksen mallia. Luvattu lähettää toisen yrityksen esimerkki.',
];

/** Development actions: what was done, and what came of it. */
export const actionTexts: Readonly<
  Record<
    'recruitment-help' | 'job-description' | 'training-plan' | 'international-recruitment' | 'other',
    readonly (readonly [string, string | undefined])[]
  >
> = {
  'recruitment-help': [
    ['Kartoitettiin henkilöstön tarve ja sovittiin, ketä esitellään.', 'Kaksi esittelyä tehty.'],
    ['Suunniteltiin haastattelujen kulku ja kysymykset.', 'Haastattelut pidettiin samalla viikolla.'],
    ['Käytiin läpi palkkatuen ehdot ja tehtiin hakemus yhdessä.', 'Palkkatuki myönnetty.'],
    ['Koottiin lista sopivista koulutuksista valmistuvista.', undefined],
  ],
  'job-description': [
    [
      'Kirjoitettiin työpaikkailmoitus uusiksi: tehtävä ensin, vaatimukset lyhyesti.',
      'Hakijoita tuli yhdeksän, aiemmin kaksi.',
    ],
    ['Erotettiin välttämätön osaaminen siitä, minkä voi opettaa.', 'Ammattitutkinto ei ole enää ehtona.'],
    ['Jaettiin tehtävä kahdeksi osa-aikaiseksi.', undefined],
  ],
  'training-plan': [
    [
      'Sovittiin RekryKoulutuksen aikataulusta oppilaitoksen kanssa.',
      'Ryhmä alkaa, kun kuusi hakijaa on koossa.',
    ],
    ['Tehtiin oppisopimuksen suunnitelma.', 'Oppisopimus alkoi.'],
    ['Laadittiin perehdytyksen runko kahdelle ensimmäiselle viikolle.', 'Käytössä uusilla työntekijöillä.'],
  ],
  'international-recruitment': [
    [
      'Tehtiin ilmoituksesta englanninkielinen versio ja sovittiin työkielestä.',
      'Ensimmäinen englanninkielinen hakija haastatteluun.',
    ],
    ['Käytiin läpi, miten kieltä oppivaa tuetaan työssä: työpari ja kuvalliset ohjeet.', undefined],
  ],
  other: [
    [
      'Yhdistettiin kaksi yritystä, jotka tarvitsevat saman osaajan osa-aikaisesti.',
      'Sopivat yhteisestä työntekijästä.',
    ],
  ],
};
