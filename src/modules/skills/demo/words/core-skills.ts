/**
 * The skills that each trade is best known by, from among those that ESCO 1.1.1 gives to the occupation. They make the
 * demonstration's people and needs speak of the same things; a skill that the vocabulary lacks is passed over.
 *
 * First the last part of the concept URI with ESCO's Finnish name, then the trades with the names.
 */
const skillRows = `
2815f65d-6adb-46a6-8041-5768febf5580 ajaa kaupunkialueilla
b8c1e014-1f54-480a-bf0f-2ef3d2d275e8 ajaa liikuteltavia raskaita rakennuskoneita
e0b749fa-4d71-488e-9b83-e27ae6fa3f25 ajaa metsäkonetta
680f271f-4a7e-410a-aaaf-4f42c8f48251 annostella ainesosia elintarviketuotannossa
ae4ea3e1-3c1a-45b0-96a7-106988c053c0 antaa asiakkaalle tietoja korjauksista
546aaf54-8f69-4573-837c-b60e00327edc antaa eläimille ensiapua
1d21f6ad-340f-45da-a0a3-4e83867f47a6 antaa ensiapua
b9bb1f03-15e2-4079-943e-7e483b21725b antaa rakentavaa palautetta
09d6ed43-95a1-4492-8bd7-d01039285afa antaa sosiaalineuvontaa
60b2dd49-c677-4f47-816e-aff3b577e113 antaa terveyskasvatusta
3d427a49-4f85-42cd-8a92-62d4a34f41a1 arkistoida asiakirjoja
28ca596e-5e2f-4149-a28d-42d2c4c20227 arvioida nuorten kehitystä
8d927aab-9202-4c02-9f39-5d478458f25c arvioida sosiaalipalvelujen käyttäjien tilanteita
13b7c6f6-69fe-4829-b39e-7401b9dee876 asentaa kattohuopaa
11c0bfec-6bc8-4ec0-a535-91bd65be92c5 asentaa puuelementtejä rakenteisiin
a47cfa4f-30f5-4306-b23d-11fbacd7f189 asentaa puuosia
8ed53702-3e4e-4637-a4c3-9dc8f4281019 asentaa rakennusprofiileja
16801a68-549b-4eaf-9531-f2d516a9380c asentaa vedenpitäviä kalvoja
1f5148bb-1eb0-473d-a312-50e4ed24159f asettaa koneeseen tarvittavia työstöosia
61970f8b-099c-4e7e-82e0-9ccdced0baf3 auttaa asiakkaita
d69f2971-5de6-4493-9000-5323115c5c06 avustaa eläinten synnytyksissä
bcb02777-45be-4166-9448-74a15b6f8136 avustaa lapsia, joilla on erityistarpeita, kouluympäristössä
8e09fe66-2649-4179-81ef-91fefa3ceee8 avustaa lasten henkilökohtaisten taitojen kehittämisessä
d5e1e30e-44ab-4aba-abab-b8263e801b7a avustaa opiskelijoita opinnoissa
145fb42f-ebee-48e2-bdf8-2e935edc7158 desinfioida pintoja
63395522-32f0-46c4-851d-69c2d3800a8a ehkäistä kunnallistekniikalle aiheutuvia vahinkoja
de7b8c6c-9ed4-4776-924c-4265dd1d9cde esitellä tuotteen ominaisuuksia
f10cf304-f32c-40ee-97a7-ec8d84d72955 estää myymälävarkauksia
2522a6ce-3202-4ac8-9f5b-b9cb5a3a83a1 etsiä ja poistaa virheet ohjelmistosta
21c5790c-0930-4d74-b3b0-84caf5af12ea hallita budjetteja
0e9fbf47-0cec-4d82-97f9-12a3334819fe hallita eläinten liikkumista
e1f5c539-7c93-49ee-917d-a24e0d887686 hallita kuluja
b32e593b-cc7f-4f38-bf50-e69431ec7ada havainnollistaa opettaessa
34250f4b-b39e-42bd-a2d7-783e90051b08 havaita virheitä metallissa
28123a65-be06-4466-b117-e2ff289899f8 hoitaa huonekalujen toimitus
279101c1-e325-4349-bf58-401b6c8ff208 hoitaa kassaa
7b3717e4-e963-44e0-b94f-1088a7242da0 hoitaa kasveja
eadf0f36-cba0-4e68-8458-c91bc60b494d hoitaa puita
e4a9ec84-4eb3-494b-8a70-0fcf0d687f03 hoitaa sorvia
a4d46d86-9de5-4734-881c-5b2059b9fccf hoitaa sosiaalisia kriisitilanteita
933e7ccf-5d56-46ba-aca4-857f826a6b3a huolehtia ajanvarauksista
7c6ab71d-c8d4-4a85-9f33-7ab3c2e23157 huolehtia karjan terveydestä ja hyvinvoinnista
faf8943c-72ff-4736-a587-25508695d6f0 huolehtia kirjanpidosta
beb952e4-8a9c-47af-8a60-c6eb5c5f25bc huolehtia lasten fyysisistä perustarpeista
d39a5880-7d0a-4573-9f70-a75ff875bf83 huolehtia oppitunnin materiaaleista
0e1fe34b-f4e7-4642-8c8b-5a05ac3438e5 huolehtia tehtävien aikataulusta
4d614c92-0c48-4a11-a5ed-416b34fd50d2 huolehtia terveydenhuollon asiakkaiden tiedoista
5598739b-6718-4cff-8402-91d7f65b1505 huolehtia työskentelyalueen puhtaudesta
ca55d9dd-f177-45b6-a2ee-1a4695044b76 huolehtia varaston kierrosta
499c05a2-6f36-4407-83c1-dc3448d35818 huolehtia yleisestä turvallisuudesta
79aa4ec0-399d-432e-aae8-7a390ce89bcc huoltaa asennettuja laitteita
8f8e16a0-a5d5-4bce-b2fa-d8177a26c43b huoltaa metsätalouslaitteita
f54c10e4-630d-4e50-95e9-4e9e268e8f12 hyväksyä teknisiä suunnitelmia
5e433def-210d-4dfa-bf07-dbf6d04e0eaa hävittää jätteitä
40fa39b5-0f69-432a-b5ea-b01b5d98649a hävittää vaarallista jätettä
8ce4a4af-969b-4d1c-8bfe-891cff82f913 istuttaa vihreitä kasveja
77a11321-754a-41de-b9e4-80d747f528db järjestää tuotteiden näytteillepano
3e04e39d-9eb6-4167-ad2d-e3413f647e4e järjestää yrityksen asiakirjat
b8cfe3d0-15a7-4be4-a7f1-f5141ed11f16 kaataa puita
229b10cf-6f3a-490c-9706-01c107df0562 kannustaa opiskelijoita ryhmätyöhön
51b4a8c4-6af7-41b7-a68d-f3c2fd63c9ec karsia puita
797a4416-0b8d-44f3-8fcd-eb10bd0be6b4 kehittää ohjelmiston prototyyppi
5bac4bcc-1846-4688-ba02-ad2b51544282 kehittää syrjimätöntä viestintämateriaalia
097098fc-6d89-44e9-9305-98ac5c0a78ac kertoa sairauksien ehkäisystä
d15f8745-28f8-4abf-a7b6-6cb8a304efd2 kestää stressiä
b1e4b6b3-c32e-426f-91a1-41b8adac086c kiinnittää tavarat
880c54f9-866e-4f37-b5fa-25ef8a7d49b6 kirjanpitotekniikat
5133ed7b-0785-4c28-825d-1dcf518c4b5b kohdistaa osia
87a0c0e6-c114-4ea1-b2d0-933bce1f3c5f koota koneita
65155435-1c5b-41ee-8812-e0b9b03ae480 korjata ajoneuvoja
a17286c5-238d-4f0b-bc24-29e9121345de kuunnella aktiivisesti
28d715e3-3e5b-4fb6-8dd2-4be4919c8587 käsitellä asiakasvalituksia
a6d697d1-80ba-4175-82d4-43440ed04270 käsitellä hyvityksiä
51a26193-9abe-4bce-9108-f50835be1c35 käsitellä kemiallisia puhdistusaineita
63321ecf-4fc6-44d9-88f1-5373a4f3038a käsitellä käteiskassaa
1493adef-8342-418b-bf61-87cf8a99c4d7 käsitellä lasiastioita
07090471-265a-48ec-b744-72b357e801ed käsitellä lasten ongelmia
bdcac0c8-b77a-4640-9eaf-c0cf3efd1e23 käsitellä maksuja
76f22707-8d30-453f-9eb7-3376e2960311 käsitellä postia
b769f524-0f25-44d7-8538-5c46710a040e käsitellä sähköisiä asiakirjoja
f7e7ccb6-fadc-4c35-935d-e1040be40dfe käsitellä taloustapahtumia
97fb21db-a4e5-4b03-af21-03b9d510d872 käyttää GPS-järjestelmiä
9889b795-d755-41b2-8afd-2e3c87a65a38 käyttää asiakkuuksien hallintaohjelmia
c42d2a2a-2f55-45ac-beb1-0a8a76412457 käyttää elintarvikkeiden leikkaustyökaluja
fe490139-ccc4-4b82-ab55-5c6708cb0e30 käyttää ennakoivaa ajotapaa
415abd43-e8e5-4643-b5da-5f11307af57a käyttää eri viestintäkanavia
28cb374e-6261-4133-8371-f9a5470145da käyttää haarukkatrukkia
14b4a40e-da80-452a-86d6-88a959052219 käyttää happihitsauspoltinta
2ee57de4-bffd-4194-b009-0060edec77cc käyttää hitsauslaitteita
96d1e352-6cfe-4400-bd4d-1e11c03aa20b käyttää hiustenleikkuutaitoja
27d26fd6-5795-4f0a-884e-112df7c68314 käyttää kaarihitsauksen tekniikoita
978a76ca-0d14-43b5-a69d-1996dfeb22de käyttää kaivinkonetta
4c831013-9027-4ec6-83de-c5c19e68d083 käyttää koneita turvallisesti
0ee94af1-b445-4973-9c3f-459fab250342 käyttää konfliktinhallintataitoja
d019e141-80a7-4a38-9aa9-972e663e7f55 käyttää metsäkoneita
b92758d4-4591-4df1-9ceb-f907aa71ebd9 käyttää mittauslaitteita
b1338cfb-930c-4bcb-b77a-1034d76ddb0e käyttää perinteisiä työkaluja
f2f9934c-b462-43e1-9172-432cf1904c8c käyttää puunsahauslaitteita
8a1942a8-bebd-4cc5-bdff-fe215aaa3de5 käyttää puutarhanhoitovälineitä
bb84d739-1b06-477b-9195-251650bb3c14 käyttää ruoanlaiton viimeistelytekniikoita
f3934441-4bff-4076-9945-e6c51a01c467 käyttää ruoanvalmistusmenetelmiä
4b15a965-9bb4-42f1-8e44-1024aeb0b08c käyttää ruoanvalmistustekniikoita
04fe962b-4017-4eb7-9139-7d69b6922bc9 käyttää sovelluskohtaisia käyttöliittymiä
6122d586-5978-431f-8e7a-96e61fc1f3fc käyttää soveltuvia suojavarusteita
c643e59b-d74c-4f44-b76e-6e1d96c05ec4 käyttää suojavarusteita rakennustyömaalla
16636767-c215-4cf0-b126-e144fea20926 käyttää sähköisiä terveyspalveluita ja terveysteknologiaa
1973c966-f236-40c9-b2d4-5d71a89019be käyttää taulukkolaskentaohjelmistoja
541561bc-510c-4a99-881c-2d8bf5a85462 käyttää teknisen piirtämisen ohjelmistoja
cffc3e97-e942-4b13-a2f3-0bf4910c06d3 käyttää teknistä dokumentaatiota
74374d09-7a54-4a05-ae78-d5940423de7c käyttää testauslaitteita
b34e2ba1-9080-48c9-9b42-ee9192a4d3f1 käyttää tietokoneavusteisia suunnitteluohjelmia
71dde84c-0058-4c52-a556-523369333db8 käyttää toimistojärjestelmiä
d18408c1-c2ba-4835-9ee0-352705d807d0 käyttää vaakaa
055ff233-6569-43db-9f95-a4b03dca97da käyttää varastotietojärjestelmiä
79c366d4-0316-4838-b72e-c3be4f90fbd3 käyttää viestintälaitteita
110d7aa3-e44e-4cce-a927-8d4de615f3d9 lajitella jätettä
5d9dd44a-81f8-4710-bd4d-af27ec5c2139 laskea rakennustarvikkeiden tarve
af9b6098-7d2f-4990-b4eb-d7dd73fdb933 leikata kasveja
87ebb1d4-3aab-4257-b2bd-7b7f2008eea2 levittää suojaava kerros
29d762da-1711-4a3c-b424-f0a404f4bf2d liittää metalleja
2e8e2acf-5d58-4d99-807d-2ed77a6c8b17 liittää puukappaleita
3172f001-a4dd-4e7e-9f74-9707b2e7c6e1 lukea karttoja
68b6ef08-d823-489d-a95c-752ae6f6e6a7 lukea tavanomaisia piirustuksia
901105f8-3a08-453e-b1dc-23619e317fd3 luoda vuokaaviodiagrammi
9ccd8da7-733b-4aff-a49f-94c390aeb618 luovuttaa ruoanvalmistustila seuraavalle vuorolle
cacb30e8-eb78-40bf-b664-b7a4c8a018a3 lypsää eläimiä
4ad83664-21a9-4f96-8834-0fc8f671be9c lähettää käsitellyt tilaukset
b826a56a-811d-477c-b165-271729f644a4 maalata pintoja
2da864d4-339f-40ab-91c0-9f8d229a2c0b merkitä viiva värilangalla
36aa8d72-84b2-4abc-a30b-cdee19363cb3 mitata valmistettujen tuotteiden osia
337e06b0-29e3-47bf-95a3-19bd84b311de muokata metallia
44e2906f-48f2-48ee-88f8-351ecdb53f18 muokata puuta
42b23922-1c40-4dbe-9e0c-7a568dfdf06b muokata teknisiä suunnitelmia
13e1c0a2-b90d-46f4-be51-11730360b38d muurata tiiliä
d9e5349e-8791-49c2-8ba4-839fdd1606c2 määritellä teknisiä vaatimuksia
ab2bb44a-3956-4028-8715-8b70b1960b99 nostaa painavia kuormia
912f7556-6b75-4d73-9658-4e710050199d noudattaa eläinhygieniakäytäntöjä
a34f4fd4-1aff-4941-82d5-542ac94f81c3 noudattaa hygieniaprosesseja elintarvikkeiden jalostuksen aikana
76395873-7fe2-4f9a-b4b6-9932f8cbd0b4 noudattaa kliinisiä ohjeita
fafbb75f-ec35-4cc2-996a-20c85ef6c266 noudattaa korkealla tehtävän työn turvallisuusohjeita
e162e52d-204c-41f6-91ad-8ea2654a1606 noudattaa kuljetussuunnitelmaa
aa238394-8126-4ada-be2f-9dfe065cf314 noudattaa organisaation ohjeita
fc511e12-fe90-40a0-bec8-227abb5e4255 noudattaa suullisia ohjeita
9fcf9918-fdef-49c3-aedc-518eb1e7e1f5 noudattaa terveydenhuoltolainsäädäntöä
86df7af2-f9f3-4c06-a500-7f1fba9e78fe noudattaa terveys- ja turvallisuuskäytäntöjä rakennustyömaalla
e3211ab2-18b5-49b4-90de-d395f3be2378 noudattaa työohjeita
d22ed03b-5385-4c53-b399-17bfec2b61f5 ohjata palvelun käyttäjiä yhteiskunnallisiin palveluihin
8215bbba-2f6d-4530-bf41-904d871eaf72 ohjata raskaita ajoneuvoja
c65aa043-98da-4136-9877-494e72d9e4cf olla yhteydessä terveydenhuollon asiakkaisiin
2b69525c-731c-4813-99a7-673fa5679d32 opastaa asiakasta tuotteen valinnassa
bb2b4485-2bad-402f-8517-44bf7d9afff4 ottaa käyttöön virustorjuntaohjelmisto
704bed2c-737a-4585-b840-1d28bbcab9b4 ottaa ruoka- ja juomatilaukset asiakkailta
a89c463d-e6f0-417d-9216-b59b92249226 ottaa vastaan tilauksia
b99aa3b8-0066-46b2-a027-30afae444ad8 panna täytäntöön myyntistrategioita
e95dc989-ae49-49c6-bfc4-9aef35e92f35 partioida alueilla
3d086228-d7fc-4c23-972a-22b7d44a6173 pinota tavaroita
8b7409b0-e18e-4dfc-9ad9-8ddbcce38849 pitää kirjaa asiakasyhteyksistä
bd17a64e-a9bd-439d-9b87-01c6bb1b7e09 pitää kirjaa palvelun käyttäjien parissa tehdystä työstä
43b13058-68d0-40c6-8031-caf5a7b7d20c pitää kirjaa tehtävistä
ccfbdaad-b91d-4bfe-bd0e-d30b33587f19 pitää kirjaa työn edistymisestä
0c04d0af-af50-4463-8ce3-e9968e229237 pitää raskas rakennuskalusto hyvässä kunnossa
23db1cab-e565-4a90-89f8-3a8685a20029 pitää varasto järjestyksessä
5a42eaf5-93bb-4bca-8ebd-4d78e96e4929 pitää yllä järjestystä koulussa
31f01be9-7bbf-4afb-a647-bcd4931cfc8b poistaa heikkolaatuisia työkappaleita
329d7233-7231-4082-8ca4-0b5e295785aa poistaa pöly
ca1e4742-42cc-463a-9b12-a1733f06d7a3 porata seinäroiloja
29ac0064-fcd6-448e-8efb-a8b7842af9e6 puhdistaa huonekaluja
d05ae693-dc7d-4073-8806-2782f117c24a puhdistaa lasipintoja
c45efdbc-08f7-4d95-b9c9-1fc63c9b40c4 puhdistaa maalausvälineet
6ff01827-907d-43d8-b6e4-7162c1cf0aca puhdistaa pintoja
adf661fe-9429-4094-8671-ca69fb72ad02 puhdistaa puun pintaa
5521fcf8-80fa-489b-af18-a69823b85702 puhdistaa ruoan- ja juomanvalmistuskoneita
c747ab82-9c35-4bf6-ab90-b50b9a53d292 puhdistaa ruoanvalmistusalue
74aa45cf-175f-47ef-9978-d9de437d92ba pysyä valppaana
fdb44237-c0b0-4924-9439-911332e0d884 rakentaa avustussuhde sosiaalipalveluiden käyttäjiin
de131ede-cbfe-4e34-aff4-96f16831c3c4 raportoida pilaantumisonnettomuuksista
03b9b491-fc9b-4868-914a-bf7cd47b5041 ratkaista ongelmia
14832d87-2f2f-4895-b290-e4760ebae42a ratkaista teknisiä ongelmia
3ab0d7fc-a266-4609-bdab-85d09d5de10e ruokkia eläimiä
bfd96453-f2fd-43ea-afc1-fb2dc0d7367d sekoittaa saumauslaastia
1de6b87b-2c7d-49aa-bcc0-3b2ef75f064f selvittää laitteiden toimintahäiriöitä
144318ce-d147-49fb-ae0b-3c5a9a677c14 seurata ajoneuvon suorituskykyä
d10030a4-f49c-4125-8646-6b091efe5089 seurata eläinten hyvinvointia
7bb01a18-4637-4535-ba18-258f48f705b8 siivota huoneita
a2cd3b30-2d6c-473e-a5d4-4e7cb576babe siivota rakennuksen kerroksia
59eb177a-2f30-4943-8b30-5f87dd51a80d soveltaa erilaisia opetusmenetelmiä
7a63f944-6948-4ae4-9c1f-d08e492535c9 soveltaa henkilökeskeistä hoitotapaa
30bfd573-ab0b-457e-95fa-851dc681af60 suojata pinnat rakennustyön ajaksi
60ff3eac-7d4d-4e51-87b8-74c3b5d62498 suorittaa MAG-hitsausta
f015c5d5-6a1c-4f63-9012-a05f4f34105e suorittaa MIG-hitsausta
a51adea8-bf02-488a-a0d8-b0961caca5b0 suorittaa TIG-hitsausta
465ff64a-1271-4064-8ed1-e969cb68d8b4 suorittaa koekäyttöjä
8a4e99e0-f259-4931-888f-604cfdc15b31 suorittaa koneiden huoltoa
cd5efa8c-e44d-4cbc-91c6-796018dbed68 suorittaa projektinhallintaa
f13bcfba-84b9-44a0-974f-a3d5b470ea9a suorittaa tarkastuskierros
ee5e2297-39cc-4ed6-89e5-d58016118a7f suorittaa tilausten keräys lähetystä varten
b1d75e36-64d3-4000-bd9c-14899bea87e2 suorittaa välituntivalvontaa
9ea652f6-accf-45bb-b9a8-590f06f7bd51 syöttää konetta
beeaddc7-fe69-4b97-a286-0bd595432eb9 tarjoilla juomia
42a6eff0-e9d9-423d-877b-e48fe91ff26f tarjoilla ruokaa pöytiin
04dfd9fb-e0cf-40f6-96c6-9d2280c4347e tarjota teknistä dokumentaatiota
c2296e2e-5fef-4f24-a24f-e5b3792268be tarjota tieto- ja viestintäteknistä tukea
50f2d23c-b3fb-48a5-967b-14fd0a6dd205 tarkastaa rakennustarvikkeita
4f9f0410-5db0-4b3b-8de3-1ded1600c719 tarkastaa rakennustyömaita
1a3660c2-011c-4e96-9b1d-529afc305428 tarkastaa tuotteiden laatu
5d05068e-7ae7-4ff6-8fa3-e35ea03b48b1 tarkastaa tuotteiden laatu tuotantolinjalla
b713a540-54d8-4648-809f-6304450579f5 tasoittaa pursepintoja
c81c9ea3-4689-4146-9076-24dd175c69bc tehdä aktiivista myyntityötä
0c0a8629-97b7-412f-ad91-be97d80205af tehdä esiasennuksen laatutarkistuksia
e97733e8-5bf1-4c21-93c4-8bebbdabc394 tehdä itsenäisesti ruumiillista työtä
d9818afc-1dec-4944-8c9c-e3ae8fad176d tehdä koneen ohjausasetuksia
c0fc7d2d-d013-40d7-bc58-75cf3771153f tehdä laitteisiin pieniä korjauksia
e53c1103-5d13-45f9-86d8-0b291a3eaa10 tehdä metallitöitä
e3e42d54-78bd-4337-aa87-bb31a7670c9a tehdä myyntilaskuja
ae699de1-0746-4fe2-86f0-17770db7790d tehdä turvatarkastuksia
210827e3-3129-45a2-8683-70399f3f561f tilata tarvikkeita
4a460161-eaea-4fe2-bd0e-164ccc635be1 tilinpäätös
996243ee-543f-4c36-a31a-e0f2403c0c5d toimia empaattisesti
51e79cb4-fab3-404c-88f3-cd4a1bd5879e toimia ensihoitotilanteessa
94a1b3c5-2a95-4703-8559-973bc6d14747 torjua rikkakasveja
6b58a6d2-89cf-4ab5-bb62-eb29ae968934 toteuttaa lasten hoito-ohjelmia
13e2378e-0d10-450d-843a-b3592575826e toteuttaa markkinointistrategioita
a65fb963-6faf-47b2-a3d9-c4e5e4d833c5 tukea lasten hyvinvointia
74beca00-bd58-4c27-812d-0d5933c76d6f tukea palveluiden käyttäjiä taitojen kehittämisessä
dfce2aba-783e-4e17-9c17-e74aca505ec2 tulkita kaksiulotteisia suunnitelmia
aafbb139-02c6-4f35-bc62-ff73faf97d6d tulkita kolmiulotteisia suunnitelmia
be0afbfa-2d39-47d0-8d5c-81df2a27d250 tulkita liikennevaloja
b07daddc-8625-4360-946e-ad2b0e56ebf6 tulkita teknisiä piirustuksia
68698869-c13c-4563-adc7-118b7644f45d tunnistaa asiakkaan tarpeet
334e3e49-fb02-4051-809a-f06adfdc1c40 tunnistaa ongelmia
a4fd17bf-6309-47c5-b7fa-ae5560673acf tunnistaa turvallisuusuhkia
2475cd27-8d6c-4318-a364-21395b23acba tuntea empatiaa terveydenhuollon asiakasta kohtaan
6ed2fb8d-3580-497f-8a21-30a0ada5caae turvata työskentelyalue
156f8c5b-894a-4ccc-a70e-37a2726f3f00 työskennellä ergonomisesti
2fcd95a4-1f9a-41cf-95a9-4701bde476b4 työskennellä hitsauslaitteilla
eba85523-6ad2-4cd9-9b27-a0b6a39b8cfa työskennellä monialaisissa terveystiimeissä
4fa2d6ba-4fff-4f21-bddd-4a54ae840955 työskennellä rakennustiimissä
a0d96ce8-aeeb-4ffb-bd78-21c0598179ff työskennellä reseptin mukaisesti
89d2bb53-67fc-4b9e-80c7-07b6c587bc0d työskennellä turvallisesti kemikaalien kanssa
7e9daad3-8604-4839-af9b-dc6f8db3ef68 täyttää hyllyjä
0a85e1c5-393b-4348-97c4-7b5bef419e7d vaihtaa vesihanoja
f33b0ef2-7fe1-4ac1-96c4-36a1bff1771b valita lisämetalli
5df6be8c-c4ff-4bef-b744-3d502e5e5330 valmistaa sileää puupintaa
e1479957-1606-4dbd-90f7-4c46c615936c valmistella istutusalue
20f57a7f-b90e-4403-8c77-5ddd89b5835b valmistella oppitunnin sisältöä
e921279a-1a7e-4900-9720-bde93ae3e70e valmistella tuotantoprototyyppejä
7aa52bdc-9c56-4341-be65-e8e30f64403f valvoa automatisoituja koneita
188048ff-18bf-43c4-a1a0-7adb6e68f421 valvoa koneiden käyttöä
f8d4a24c-fb62-444e-9525-7aa5662f440d valvoa lapsia
3edfcb2b-2d0e-4673-87ce-f55c37eb5fca valvoa tuotannon laatustandardeja
44f6a65f-6be7-4818-9a66-73908797283f valvoa varastomääriä
29b326ea-a9c8-4963-b35a-8541d0cdff77 varastoida elintarvikkeiden raaka-aineita
710c37e5-a6df-4755-9482-2e87db91f593 varmistaa ajoneuvon käytettävyys
00e53a0a-c0ba-4c9f-a2ed-4706d5832a00 varmistaa asiakastyytyväisyys
0c944316-12f6-4949-a156-a03dbaae790f varmistaa puhtaanapito
ce0d6a42-59c1-433e-ab62-adfc969c46bb varmistaa terveydenhuollon asiakkaiden turvallisuus
2206af0c-3deb-48c5-a544-b9983d347da3 vastata tarjouspyyntöihin
b1272de4-1f5f-408b-8b26-061f2550fc72 verkkokauppajärjestelmät
574bf430-50a1-4734-9719-a823e7d80b10 viestiä ammatillisesti muilla aloilla toimivien kollegoiden kanssa
0da516ee-e70e-4384-be13-f5ff80be8127 viestiä asiakkaiden kanssa
b5af495b-61f1-4330-9891-dca56d97d714 viestiä nuorten kanssa
de2f0ce8-f8d6-48c5-a213-4d065251cecf viestiä puhelimitse
7110bf9f-b245-4adc-9159-5081013fd64d viestiä terveydenhuollossa
81dc035c-921b-4fea-a453-94538e86097c välittää viestejä ihmisille
75dfe1ee-5935-42ce-b820-697f827825c3 ylläpitää asiakaspalvelua
59dbeac8-de39-4b55-8671-f11e6092abe8 ylläpitää liinavaatetoimintoja
c87c5366-c9a9-4205-8333-4938a9c384ad ylläpitää siistiä, hygieenistä ja turvallista työskentely-ympäristöä
7b4bc709-5888-4f78-bbaf-fb760d4e2e4b ylläpitää siivousvälineitä
2239694b-771a-4586-8b54-2794e361a9ae ylläpitää suhteita asiakkaisiin
efe801a5-8704-4def-8a96-c32f7a6cb9fb ylläpitää suhteita lasten vanhempiin
3cd35f5d-ce6d-4f14-9a09-53d7a28d834c ylläpitää suhteita tavarantoimittajiin
e0ae0101-ab8f-47a2-938b-ab0cc367b3b5 ylläpitää varastotietokantaa
5033c2fb-ec55-4b8e-b0a4-9379593f1e1c ylläpitää välineitä
`;

const tradeRows = `
welder: suorittaa MAG-hitsausta; suorittaa MIG-hitsausta; suorittaa TIG-hitsausta; käyttää kaarihitsauksen tekniikoita; työskennellä hitsauslaitteilla; havaita virheitä metallissa; liittää metalleja; kohdistaa osia; tulkita kaksiulotteisia suunnitelmia; tulkita kolmiulotteisia suunnitelmia; valita lisämetalli; tasoittaa pursepintoja; käyttää happihitsauspoltinta
machinist: hoitaa sorvia; tehdä metallitöitä; mitata valmistettujen tuotteiden osia; tarkastaa tuotteiden laatu; muokata metallia; lukea tavanomaisia piirustuksia; tulkita teknisiä piirustuksia; tehdä koneen ohjausasetuksia; käyttää teknistä dokumentaatiota; ratkaista teknisiä ongelmia
assembler: koota koneita; suorittaa koekäyttöjä; huoltaa asennettuja laitteita; suorittaa koneiden huoltoa; turvata työskentelyalue; lukea tavanomaisia piirustuksia; tehdä esiasennuksen laatutarkistuksia; selvittää laitteiden toimintahäiriöitä; käyttää testauslaitteita; käyttää hitsauslaitteita
mechanical-engineer: muokata teknisiä suunnitelmia; käyttää teknisen piirtämisen ohjelmistoja; hyväksyä teknisiä suunnitelmia; käyttää tietokoneavusteisia suunnitteluohjelmia; tulkita teknisiä piirustuksia; määritellä teknisiä vaatimuksia; suorittaa projektinhallintaa; tarjota teknistä dokumentaatiota; valmistella tuotantoprototyyppejä; valvoa tuotannon laatustandardeja
nurse: toimia ensihoitotilanteessa; noudattaa kliinisiä ohjeita; viestiä terveydenhuollossa; soveltaa henkilökeskeistä hoitotapaa; varmistaa terveydenhuollon asiakkaiden turvallisuus; tuntea empatiaa terveydenhuollon asiakasta kohtaan; antaa terveyskasvatusta; käyttää sähköisiä terveyspalveluita ja terveysteknologiaa; työskennellä monialaisissa terveystiimeissä; kuunnella aktiivisesti; noudattaa terveydenhuoltolainsäädäntöä
practical-nurse: olla yhteydessä terveydenhuollon asiakkaisiin; tuntea empatiaa terveydenhuollon asiakasta kohtaan; kuunnella aktiivisesti; noudattaa kliinisiä ohjeita; huolehtia terveydenhuollon asiakkaiden tiedoista; varmistaa terveydenhuollon asiakkaiden turvallisuus; toimia ensihoitotilanteessa; käyttää sähköisiä terveyspalveluita ja terveysteknologiaa; työskennellä monialaisissa terveystiimeissä; kertoa sairauksien ehkäisystä; noudattaa organisaation ohjeita
childcare: valvoa lapsia; tukea lasten hyvinvointia; toteuttaa lasten hoito-ohjelmia; ylläpitää suhteita lasten vanhempiin; viestiä nuorten kanssa; arvioida nuorten kehitystä; toimia empaattisesti; kuunnella aktiivisesti; avustaa lapsia, joilla on erityistarpeita, kouluympäristössä; kestää stressiä; noudattaa organisaation ohjeita
preschool-teacher: toteuttaa lasten hoito-ohjelmia; tukea lasten hyvinvointia; avustaa lasten henkilökohtaisten taitojen kehittämisessä; soveltaa erilaisia opetusmenetelmiä; arvioida nuorten kehitystä; käsitellä lasten ongelmia; valmistella oppitunnin sisältöä; kannustaa opiskelijoita ryhmätyöhön; havainnollistaa opettaessa; antaa rakentavaa palautetta
social-counsellor: antaa sosiaalineuvontaa; arvioida sosiaalipalvelujen käyttäjien tilanteita; ohjata palvelun käyttäjiä yhteiskunnallisiin palveluihin; rakentaa avustussuhde sosiaalipalveluiden käyttäjiin; soveltaa henkilökeskeistä hoitotapaa; kuunnella aktiivisesti; hoitaa sosiaalisia kriisitilanteita; pitää kirjaa palvelun käyttäjien parissa tehdystä työstä; tukea palveluiden käyttäjiä taitojen kehittämisessä; viestiä ammatillisesti muilla aloilla toimivien kollegoiden kanssa
carpenter: asentaa puuelementtejä rakenteisiin; liittää puukappaleita; asentaa puuosia; valmistaa sileää puupintaa; tulkita kaksiulotteisia suunnitelmia; käyttää mittauslaitteita; noudattaa terveys- ja turvallisuuskäytäntöjä rakennustyömaalla; käyttää suojavarusteita rakennustyömaalla; tarkastaa rakennustarvikkeita; asentaa rakennusprofiileja; merkitä viiva värilangalla
builder: asentaa puuelementtejä rakenteisiin; työskennellä rakennustiimissä; lukea tavanomaisia piirustuksia; asentaa rakennusprofiileja; noudattaa terveys- ja turvallisuuskäytäntöjä rakennustyömaalla; noudattaa korkealla tehtävän työn turvallisuusohjeita; käyttää suojavarusteita rakennustyömaalla; asentaa kattohuopaa; laskea rakennustarvikkeiden tarve; valmistaa sileää puupintaa
bricklayer: muurata tiiliä; sekoittaa saumauslaastia; käyttää mittauslaitteita; tulkita kaksiulotteisia suunnitelmia; noudattaa terveys- ja turvallisuuskäytäntöjä rakennustyömaalla; noudattaa korkealla tehtävän työn turvallisuusohjeita; tarkastaa rakennustarvikkeita; turvata työskentelyalue; käyttää suojavarusteita rakennustyömaalla; merkitä viiva värilangalla
painter: maalata pintoja; suojata pinnat rakennustyön ajaksi; puhdistaa maalausvälineet; työskennellä turvallisesti kemikaalien kanssa; noudattaa korkealla tehtävän työn turvallisuusohjeita; tulkita kaksiulotteisia suunnitelmia; hävittää vaarallista jätettä; käyttää suojavarusteita rakennustyömaalla; tarkastaa rakennustarvikkeita
plumber: vaihtaa vesihanoja; käyttää hitsauslaitteita; tulkita kaksiulotteisia suunnitelmia; käyttää mittauslaitteita; noudattaa terveys- ja turvallisuuskäytäntöjä rakennustyömaalla; asentaa vedenpitäviä kalvoja; porata seinäroiloja; tarkastaa rakennustarvikkeita; pitää kirjaa työn edistymisestä; laskea rakennustarvikkeiden tarve
excavator: käyttää kaivinkonetta; ajaa liikuteltavia raskaita rakennuskoneita; pitää raskas rakennuskalusto hyvässä kunnossa; ehkäistä kunnallistekniikalle aiheutuvia vahinkoja; tarkastaa rakennustyömaita; käyttää GPS-järjestelmiä; asettaa koneeseen tarvittavia työstöosia; noudattaa terveys- ja turvallisuuskäytäntöjä rakennustyömaalla; tehdä laitteisiin pieniä korjauksia; tulkita kaksiulotteisia suunnitelmia
forest-machine: käyttää metsäkoneita; ajaa metsäkonetta; kaataa puita; karsia puita; huoltaa metsätalouslaitteita; käyttää GPS-järjestelmiä; antaa ensiapua; raportoida pilaantumisonnettomuuksista
sawmill: käyttää puunsahauslaitteita; muokata puuta; käyttää koneita turvallisesti; valvoa automatisoituja koneita; poistaa heikkolaatuisia työkappaleita; syöttää konetta; tunnistaa ongelmia; suorittaa koekäyttöjä; käyttää soveltuvia suojavarusteita
cabinet-maker: liittää puukappaleita; valmistaa sileää puupintaa; käyttää puunsahauslaitteita; levittää suojaava kerros; puhdistaa puun pintaa; hoitaa huonekalujen toimitus; käyttää tietokoneavusteisia suunnitteluohjelmia; puhdistaa huonekaluja
truck-driver: ohjata raskaita ajoneuvoja; käyttää GPS-järjestelmiä; lukea karttoja; seurata ajoneuvon suorituskykyä; pysyä valppaana; käyttää viestintälaitteita; tulkita liikennevaloja
bus-driver: käyttää ennakoivaa ajotapaa; noudattaa kuljetussuunnitelmaa; viestiä asiakkaiden kanssa; ajaa kaupunkialueilla; antaa ensiapua; varmistaa ajoneuvon käytettävyys; käyttää konfliktinhallintataitoja; pysyä valppaana; seurata ajoneuvon suorituskykyä
taxi-driver: ajaa kaupunkialueilla; viestiä asiakkaiden kanssa; käyttää GPS-järjestelmiä; käsitellä käteiskassaa; varmistaa ajoneuvon käytettävyys; lukea karttoja; kestää stressiä; noudattaa suullisia ohjeita
forklift: käyttää haarukkatrukkia; nostaa painavia kuormia; suorittaa tilausten keräys lähetystä varten; huolehtia varaston kierrosta; ylläpitää varastotietokantaa; noudattaa työohjeita; pysyä valppaana; noudattaa suullisia ohjeita; ylläpitää välineitä
warehouse: suorittaa tilausten keräys lähetystä varten; pitää varasto järjestyksessä; pinota tavaroita; käyttää varastotietojärjestelmiä; valvoa varastomääriä; lähettää käsitellyt tilaukset; nostaa painavia kuormia; kiinnittää tavarat; noudattaa suullisia ohjeita; lajitella jätettä
mechanic: korjata ajoneuvoja; antaa asiakkaalle tietoja korjauksista; käyttää perinteisiä työkaluja; huolehtia työskentelyalueen puhtaudesta; noudattaa työohjeita; tunnistaa asiakkaan tarpeet; käyttää soveltuvia suojavarusteita; tehdä itsenäisesti ruumiillista työtä
shop: hoitaa kassaa; täyttää hyllyjä; opastaa asiakasta tuotteen valinnassa; tehdä aktiivista myyntityötä; järjestää tuotteiden näytteillepano; varmistaa asiakastyytyväisyys; tunnistaa asiakkaan tarpeet; ottaa vastaan tilauksia; valvoa varastomääriä; käsitellä hyvityksiä; estää myymälävarkauksia
sales-rep: panna täytäntöön myyntistrategioita; vastata tarjouspyyntöihin; esitellä tuotteen ominaisuuksia; käyttää asiakkuuksien hallintaohjelmia; pitää kirjaa asiakasyhteyksistä; viestiä asiakkaiden kanssa; varmistaa asiakastyytyväisyys; ylläpitää suhteita tavarantoimittajiin
cook: käyttää ruoanvalmistusmenetelmiä; käyttää ruoanvalmistustekniikoita; varastoida elintarvikkeiden raaka-aineita; ylläpitää siistiä, hygieenistä ja turvallista työskentely-ympäristöä; käyttää ruoanlaiton viimeistelytekniikoita; tilata tarvikkeita; hallita kuluja; puhdistaa ruoanvalmistusalue; käyttää elintarvikkeiden leikkaustyökaluja; luovuttaa ruoanvalmistustila seuraavalle vuorolle
waiter: tarjoilla ruokaa pöytiin; tarjoilla juomia; ottaa ruoka- ja juomatilaukset asiakkailta; ylläpitää asiakaspalvelua; käsitellä maksuja; auttaa asiakkaita; tunnistaa asiakkaan tarpeet; ylläpitää suhteita asiakkaisiin; puhdistaa pintoja
kitchen: puhdistaa ruoanvalmistusalue; käsitellä lasiastioita; hävittää jätteitä; ylläpitää siistiä, hygieenistä ja turvallista työskentely-ympäristöä; puhdistaa pintoja; käsitellä kemiallisia puhdistusaineita; huolehtia varaston kierrosta; käyttää ruoanvalmistustekniikoita; käyttää elintarvikkeiden leikkaustyökaluja
baker: työskennellä reseptin mukaisesti; annostella ainesosia elintarviketuotannossa; valvoa koneiden käyttöä; noudattaa hygieniaprosesseja elintarvikkeiden jalostuksen aikana; varastoida elintarvikkeiden raaka-aineita; puhdistaa ruoan- ja juomanvalmistuskoneita; tarkastaa tuotteiden laatu tuotantolinjalla; käyttää vaakaa; varmistaa puhtaanapito
cleaner: siivota rakennuksen kerroksia; puhdistaa pintoja; poistaa pöly; ylläpitää siivousvälineitä; puhdistaa lasipintoja; lajitella jätettä; desinfioida pintoja; siivota huoneita; puhdistaa huonekaluja
room-attendant: siivota huoneita; ylläpitää liinavaatetoimintoja; ylläpitää asiakaspalvelua; käsitellä kemiallisia puhdistusaineita; käsitellä asiakasvalituksia; siivota rakennuksen kerroksia; puhdistaa huonekaluja; tilata tarvikkeita
groundskeeper: käyttää puutarhanhoitovälineitä; torjua rikkakasveja; hoitaa kasveja; leikata kasveja; istuttaa vihreitä kasveja; hoitaa puita; valmistella istutusalue; viestiä asiakkaiden kanssa
farm-worker: lypsää eläimiä; ruokkia eläimiä; huolehtia karjan terveydestä ja hyvinvoinnista; seurata eläinten hyvinvointia; hallita eläinten liikkumista; noudattaa eläinhygieniakäytäntöjä; avustaa eläinten synnytyksissä; antaa eläimille ensiapua
developer: etsiä ja poistaa virheet ohjelmistosta; tarjota teknistä dokumentaatiota; kehittää ohjelmiston prototyyppi; määritellä teknisiä vaatimuksia; käyttää sovelluskohtaisia käyttöliittymiä; luoda vuokaaviodiagrammi
it-support: tarjota tieto- ja viestintäteknistä tukea; ratkaista ongelmia; auttaa asiakkaita; viestiä asiakkaiden kanssa; pitää kirjaa tehtävistä; tunnistaa asiakkaan tarpeet; huolehtia tehtävien aikataulusta; ottaa käyttöön virustorjuntaohjelmisto
bookkeeper: huolehtia kirjanpidosta; tehdä myyntilaskuja; käsitellä taloustapahtumia; järjestää yrityksen asiakirjat; tilinpäätös; kirjanpitotekniikat
office: käyttää taulukkolaskentaohjelmistoja; käyttää toimistojärjestelmiä; viestiä puhelimitse; arkistoida asiakirjoja; käsitellä sähköisiä asiakirjoja; viestiä asiakkaiden kanssa; järjestää yrityksen asiakirjat; käsitellä postia; välittää viestejä ihmisille
marketer: toteuttaa markkinointistrategioita; käyttää eri viestintäkanavia; hallita budjetteja; suorittaa projektinhallintaa; kehittää syrjimätöntä viestintämateriaalia; panna täytäntöön myyntistrategioita; verkkokauppajärjestelmät
school-assistant: tukea lasten hyvinvointia; suorittaa välituntivalvontaa; avustaa opiskelijoita opinnoissa; käsitellä lasten ongelmia; avustaa lasten henkilökohtaisten taitojen kehittämisessä; huolehtia oppitunnin materiaaleista; huolehtia lasten fyysisistä perustarpeista; antaa rakentavaa palautetta; pitää yllä järjestystä koulussa
guard: partioida alueilla; suorittaa tarkastuskierros; tunnistaa turvallisuusuhkia; tehdä turvatarkastuksia; huolehtia yleisestä turvallisuudesta; pysyä valppaana; antaa ensiapua
hairdresser: käyttää hiustenleikkuutaitoja; tunnistaa asiakkaan tarpeet; viestiä asiakkaiden kanssa; ylläpitää asiakaspalvelua; ylläpitää välineitä; käsitellä maksuja; huolehtia ajanvarauksista; työskennellä ergonomisesti
`;

/** URIs by the key of the trade. */
export const coreSkills: ReadonlyMap<string, readonly string[]> = readTrades();

function readTrades(): Map<string, string[]> {
  const uriOf = new Map(
    skillRows
      .trim()
      .split('\n')
      .map((row) => [row.slice(37), `http://data.europa.eu/esco/skill/${row.slice(0, 36)}`] as const),
  );
  return new Map(
    tradeRows
      .trim()
      .split('\n')
      .map((row) => {
        const [key = '', names = ''] = row.split(': ');
        return [key, names.split('; ').map((name) => getUri(uriOf, name))];
      }),
  );
}

function getUri(uriOf: ReadonlyMap<string, string>, name: string): string {
  const uri = uriOf.get(name);
  if (uri === undefined) throw new Error(`No skill "${name}" in the table`);
  return uri;
}
