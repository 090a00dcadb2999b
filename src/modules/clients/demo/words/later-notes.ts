/** Notes after the first meeting, by life; those of `everybody` fit any. The slots are those of opening-notes.ts. */
export const laterNotes: Readonly<Record<string, readonly string[]>> = {
  everybody: [
    'Työnhakukeskustelu. Hakenut sovitut neljä paikkaa, yhdestä tullut vastaus. Jatketaan samalla linjalla.',
    'Työnhakukeskustelu. Käytiin läpi avoimet paikat, kolme sopivaa löytyi. Hakee niitä viikon aikana.',
    'Puhelu. Kertoi käyneensä haastattelussa, päätös tulee ensi viikolla.',
    'Puhelu. Ei valittu, mutta palaute haastattelusta oli hyvä: kokemus riitti, toinen hakija oli jo tuttu.',
    'Asiakas päivitti ansioluettelon, näyttää hyvältä. Lisättiin suosittelija.',
    'Työnhakukeskustelu etänä. Tilanne ennallaan. Sovittiin, että laajentaa hakua naapurikuntiin.',
    'Asiakas kysyi viestillä työmatkakuluista. Vastattu ja lähetetty ohje.',
    'Ehdotettu osaamiskartoitusta. Asiakas piti ajatuksesta, tehdään seuraavalla käynnillä.',
    'Puhelu. Sai kahden viikon keikan, ilmoittaa tunnit itse.',
    'Työnhakukeskustelu. Suunnitelma tarkistettu, tavoite pysyy samana.',
    'Asiakas ei vastannut aamulla, soitti itse takaisin iltapäivällä. Oli ollut haastattelussa.',
    'Asiakas siirsi sovitun tapaamisen viikolla eteenpäin, syynä työhaastattelu.',
    'Tapaaminen vaihdettu puheluksi asiakkaan toiveesta. Käytiin läpi avoimet paikat.',
    'Kerrottu Mikkelin rekrytointitapahtumasta. Aikoo tulla paikalle ja ottaa ansioluettelon mukaan.',
    'Työnhakukeskustelu. Puhuttiin siitä, miten kertoa työtauosta haastattelussa. Harjoiteltiin kaksi kysymystä.',
    'Asiakas lähetti hakemuksen luettavaksi. Lyhennettiin yhdessä yhteen sivuun.',
  ],
  'laid-off-metal': [
    'Kortit tarkistettu: työturvallisuus voimassa, tulityökortti uusittava keväällä.',
    'Asiakas kiinnostunut CNC-koulutuksesta, jos hakuaika osuu talveen. Selvitetään.',
    'Kertoi kuulleensa, että pari konepajaa seudulla ottaisi tekijöitä ilman ilmoitusta. Välitetty tieto yrityspalveluille.',
  ],
  'young-without-vocation': [
    'Sovittu tutustuminen varastotyöhön kahdeksi päiväksi. Asiakas itse otti yhteyttä työpaikkaan.',
    'Ohjattu Ohjaamoon miettimään koulutusvaihtoehtoja. Aika varattu.',
    'Työkokeilu alkoi hyvin. Työnantaja kehunut täsmällisyyttä.',
  ],
  'fresh-from-vocational': [
    'Oppisopimus erikoisammattitutkintoon kiinnostaa, jos työpaikka löytyy.',
    'Tehnyt keikkaa entiseen harjoittelupaikkaan. Vakituista ei ole luvassa ennen kesää.',
    'Ajokortti ajettu, joten hakualuetta voi laajentaa.',
  ],
  'nurse-from-abroad': [
    'Kielitodistus B1 saatu. Ammattioikeushakemus jätetty, käsittelyssä muutama kuukausi.',
    'Aloittaa hoiva-avustajan työkokeilun. Työpaikalla on suomea opettava työpari.',
    'Asiakas kysyi, voiko työnantajalle kertoa ulkomaisesta tutkinnosta jo nyt. Sovittiin, että kerrotaan hänen luvallaan.',
  ],
  'returning-parent': [
    'Päivähoitopaikka vahvistui. Voi aloittaa kokoaikatyön kuun vaihteesta.',
    'Haluaa nyt hakea myös iltavuoroja, koska puoliso tekee päivätyötä.',
  ],
  'it-long': [
    'Aloitti verkkokurssin pilvipalveluista, valmistuu kuukauden päästä.',
    'Keskusteltu siitä, että seudun pienet yritykset tarvitsevat IT-tukea muutamana päivänä viikossa. Asiakas kiinnostui.',
    'Ansioluettelo muutettu osaamisen mukaan ryhmitellyksi. Selkeämpi kuin ennen.',
  ],
  forest: [
    'Urakoitsija soitti, työt jatkuvat, jos pakkaset tulevat. Asiakas pitää ilmoituksen voimassa siihen asti.',
    'Puhuttu hakkuukoneen huoltotöistä talven varalle. Asiakas osaa hydrauliikan perusteet.',
  ],
  graduate: [
    'Hakenut paikkoja myös pääkaupunkiseudulta, mutta etätyö Mikkelistä olisi ykkönen.',
    'Esitelty työnäytteet. Kannattaa liittää hakemukseen kolme parasta, ei kaikkia.',
    'Pääsi toiselle kierrokselle, työnäyte tehtävänä viikonloppuna.',
  ],
  restaurant: [
    'Sai viikonloppuvuoroja hotellista. Hakee edelleen kokoaikaista.',
    'Hygieniapassi ja anniskelupassi lisätty osaamiseen.',
  ],
  driver: [
    'Ammattipätevyys uusittava tänä vuonna, kurssipäivä varattu.',
    'Kävi koeajossa, työnantaja miettii reittien järjestelyä.',
  ],
  building: [
    'Kertoi, että työmaa Mikkelissä alkaa kevättalvella. Urakoitsija kysellyt jo miehiä.',
    'Asiakas voisi tehdä myös sisätöitä talven yli. Lisätty toiveisiin.',
  ],
  'office-veteran': [
    'Käytiin läpi taloushallinnon ohjelmat. Kaksi kolmesta yleisimmästä on tuttuja.',
    'Osa-aikainen työ tilitoimistossa kiinnostaa. Sovittiin, että asiakas soittaa kahteen toimistoon itse.',
  ],
  'learning-finnish': [
    'Kotoutumiskoulutus etenee, opettajan arvion mukaan suomi on tasolla A2.',
    'Työkokeilu sovittu paikkaan, jossa puhutaan suomea koko päivä. Asiakas on innostunut.',
    'Todistuksen käännös saatu. Lisätty osaamiskartoitukseen.',
  ],
  shop: [
    'Sai joulunajaksi lisävuoroja. Tilanne katsotaan uudelleen tammikuussa.',
    'Kiinnostunut myös rautakaupasta, koska on itse rakentanut.',
  ],
  cleaning: [
    'Toinen osa-aikapaikka löytyi iltapäiviksi, tuntimäärä nousee noin kolmeenkymmeneen.',
    'Laitoshuoltajan tutkinnosta puuttuu yksi osa. Selvitetään, voiko sen näyttää työssä.',
  ],
  'care-substitute': [
    'Sijaisuutta jatkettiin kuukaudella. Haku pidetään voimassa.',
    'Haluaisi siirtyä kotihoidosta palvelutaloon. Lisätty toiveisiin.',
  ],
  'former-entrepreneur': [
    'Miettii vielä kevytyrittäjyyttä sivutoimisena. Kerrottu, mitä siitä pitää ilmoittaa.',
    'Entinen asiakas kysellyt häntä palkkatyöhön. Neuvottelu menossa.',
  ],
  farm: [
    'Lomituspalvelusta luvattu tuurauksia. Asiakas ilmoittaa päivät.',
    'Trukkikortti kiinnostaa, koska sahalle ja terminaaliin on haettu väkeä.',
  ],
  'school-assistant': [
    'Kunta ilmoitti, että paikat täytetään elokuussa. Hakee sitä ennen iltapäiväkerhon paikkaa.',
    'Kiinnostunut lastenhoitajan opinnoista oppisopimuksella.',
  ],
  'career-changer': [
    'Tutustumispäivä meni hyvin, ala vahvistui. Hakee koulutukseen tammikuussa.',
    'Koulutus alkoi. Keskustelu sovittu kolmen kuukauden päähän.',
  ],
  'long-unemployed': [
    'Palkkatuettu työ kunnalla päättyi. Palaute oli hyvä, suosittelija luvattu.',
    'Kimppakyyti Mikkeliin voisi onnistua, naapuri kulkee samaan suuntaan.',
    'Keskusteltu siitä, mikä edellisessä työssä sujui. Kirjattiin kolme vahvuutta osaamiskartoituksen pohjaksi.',
  ],
  'moved-with-spouse': [
    'Kerrottu alan paikallisista työnantajista. Asiakas lähtee yrittäjien aamukahville tutustumaan.',
    'Etätyö entiselle työnantajalle jatkuu kuukauden, sen jälkeen kokoaikaisesti haussa.',
  ],
  joinery: [
    'Asiakas näytti kuvia tekemistään keittiöistä. Liitetään ansioluetteloon.',
    'Kiinnostunut myös kirvesmiehen töistä, jos matka on alle tunnin.',
  ],
  sales: [
    'Kävi tapaamassa rautakaupan väkeä. Paikka aukeaa ehkä keväällä.',
    'Ansioluetteloon lisätty luvut: asiakkaita noin 120, myynti kasvoi joka vuosi.',
  ],
  wood: [
    'Saha pyysi takaisin kahdeksi viikoksi. Jatko riippuu tilauksista.',
    'Trukkikortti kunnossa, hakee myös varastotöitä.',
  ],
  security: [
    'Vartijakortti uusittu. Hakee myös kiinteistövalvomoon.',
    'Lähdössä järjestyksenvalvojan kertauskurssille.',
  ],
  outdoors: [
    'Kausityöstä luvattu jatkoa huhtikuussa. Talveksi haetaan muuta.',
    'Puhuttu kiinteistönhuollosta, jossa työ jatkuisi ympäri vuoden.',
  ],
};
