-- The first texts shown before a consent. A text is never edited: a better one is a new version, and receipts keep the old.
-- Two grounds are kept apart: the basis of the data protection regulation, and the consent to give out what is otherwise secret.
alter table consents.notice add column gdpr_basis text not null default '6(1)(a)', add column secrecy_basis text;
insert into consents.notice (id, purpose, version, texts, valid_from, secrecy_basis) values
  ('018a4d00-0000-7000-8000-000000000001', 'business-services', 1, $text${
 "fi": {
  "title": "Suostumus: tietoni yrityspalveluille",
  "sections": [
   {
    "heading": "Päätät itse",
    "text": "Suostumus on vapaaehtoinen. Voit jättää sen antamatta, ja palvelusi jatkuvat täsmälleen ennallaan: kieltäytyminen ei vaikuta työttömyysturvaan, palvelujen saamiseen eikä siihen, miten asiaasi hoidetaan."
   },
   {
    "heading": "Mitä annat ja kenelle",
    "text": "Valitset kohta kohdalta, mitä yhden nimeämäsi organisaation yrityspalvelut näkevät sinusta. Yritysneuvojat etsivät tiedoilla sinulle sopivia työpaikkoja, myös sellaisia, joita ei ole julkaistu. He eivät saa antaa tietojasi työnantajille: siihen tarvitaan sinulta toinen, erillinen suostumus."
   },
   {
    "heading": "Kuinka kauan",
    "text": "Valitset päättymispäivän itse, enintään 12 kuukautta. Sen jälkeen tietosi eivät enää näy, ellet anna uutta suostumusta. Kun tämä suostumus päättyy, päättyvät myös siihen perustuvat suostumukset työnantajille."
   },
   {
    "heading": "Näin perut",
    "text": "Voit perua milloin tahansa yhdellä painalluksella omalta sivultasi tai pyytämällä sitä omalta asiantuntijaltasi. Peruminen vaikuttaa heti. Jos tiedoistasi on tulostettu vihko, sen haltijaa pyydetään hävittämään se ja vahvistamaan hävittäminen. Ennen perumista tehty katselu oli sallittua, eikä sitä voi tehdä tekemättömäksi."
   },
   {
    "heading": "Mitä ei koskaan näytetä",
    "text": "Terveyttä, alkuperää, vakaumusta, rikostaustaa tai sosiaalipalveluja koskevia tietoja, henkilötunnusta, katuosoitetta ja työntekijöiden muistiinpanoja ei jaeta koskaan. Jos sinulla on turvakielto, yhteystietojasi, kotikuntaasi ja aluetta, jolla voit käydä töissä, ei jaeta, vaikka valitsisit ne."
   },
   {
    "heading": "Näet, kuka on katsonut",
    "text": "Jokainen katselu kirjataan. Näet omalta sivultasi, milloin, mistä organisaatiosta ja missä tarkoituksessa tietojasi on katsottu."
   },
   {
    "heading": "Tämä ei ole lakisääteinen työnhakuprofiili",
    "text": "Työmarkkinatorin työnhakuprofiili on eri asia, ja siitä säädetään laissa. Tämä suostumus ei muuta sitä, eikä sitä anneta tällä suostumuksella kenellekään."
   }
  ]
 },
 "sv": {
  "title": "Samtycke: mina uppgifter till företagstjänsterna",
  "sections": [
   {
    "heading": "Du bestämmer själv",
    "text": "Samtycket är frivilligt. Du kan låta bli att ge det och din service fortsätter precis som förut: ett nej påverkar inte ditt utkomstskydd, vilken service du får eller hur ditt ärende sköts."
   },
   {
    "heading": "Vad du ger och till vem",
    "text": "Du väljer punkt för punkt vad företagstjänsterna i en organisation som du namnger får se om dig. Företagsrådgivarna använder uppgifterna för att hitta jobb som passar dig, också sådana som inte har utannonserats. De får inte ge dina uppgifter till arbetsgivare: det kräver ett annat, separat samtycke av dig."
   },
   {
    "heading": "Hur länge",
    "text": "Du väljer själv slutdagen, högst 12 månader. Efter det syns dina uppgifter inte längre om du inte ger ett nytt samtycke. När det här samtycket upphör, upphör också de samtycken till arbetsgivare som bygger på det."
   },
   {
    "heading": "Så återkallar du",
    "text": "Du kan återkalla när som helst med ett tryck på din egen sida eller genom att be din egen expert göra det. Återkallelsen gäller genast. Om dina uppgifter har skrivits ut i ett häfte ombeds den som har det att förstöra det och bekräfta det. Det som någon sett före återkallelsen var tillåtet och kan inte göras ogjort."
   },
   {
    "heading": "Vad som aldrig visas",
    "text": "Uppgifter om hälsa, ursprung, övertygelse, brott eller socialtjänst, personbeteckning, gatuadress och handläggarnas anteckningar delas aldrig. Om du har spärrmarkering delas inte dina kontaktuppgifter, din hemkommun eller det område där du kan arbeta, även om du väljer dem."
   },
   {
    "heading": "Du ser vem som har tittat",
    "text": "Varje visning loggas. På din egen sida ser du när, från vilken organisation och i vilket syfte någon har tittat på dina uppgifter."
   },
   {
    "heading": "Det här är inte den lagstadgade jobbsökarprofilen",
    "text": "Jobbsökarprofilen på Jobbmarknad är en annan sak och regleras i lag. Det här samtycket ändrar den inte, och den lämnas inte ut till någon med det här samtycket."
   }
  ]
 },
 "en": {
  "title": "Consent: my details to business services",
  "sections": [
   {
    "heading": "You decide",
    "text": "Consent is voluntary. You may choose not to give it and your services go on exactly as before: saying no does not affect your unemployment security, the services you get or how your matter is handled."
   },
   {
    "heading": "What you give and to whom",
    "text": "You choose, item by item, what the business services of one organisation that you name may see about you. Business advisers use the details to find jobs that suit you, including ones that have not been advertised. They may not give your details to employers: that needs another, separate consent from you."
   },
   {
    "heading": "For how long",
    "text": "You choose the end date yourself, 12 months at most. After that your details are no longer shown unless you give a new consent. When this consent ends, the consents to employers that stand on it end too."
   },
   {
    "heading": "How to withdraw",
    "text": "You can withdraw at any time with one press on your own page, or by asking your own adviser to do it. Withdrawal takes effect at once. If your details have been printed as a booklet, its holder is asked to destroy it and to confirm that. Looking at your details before you withdrew was allowed and cannot be undone."
   },
   {
    "heading": "What is never shown",
    "text": "Information about health, origin, beliefs, offences or social services, your personal identity code, your street address and the notes of the staff are never shared. If you have a non-disclosure order, your contact details, home municipality and the area where you can work are not shared even if you choose them."
   },
   {
    "heading": "You see who has looked",
    "text": "Every look is recorded. On your own page you see when, from which organisation and for what purpose your details were looked at."
   },
   {
    "heading": "This is not the statutory jobseeker profile",
    "text": "The jobseeker profile in Job Market Finland is a separate thing regulated by law. This consent does not change it, and it is not given to anyone by this consent."
   }
  ]
 }
}$text$, '2023-09-01', 'Act 621/1999, consent of the person concerned');
insert into consents.notice (id, purpose, version, texts, valid_from, secrecy_basis) values
  ('018a4d00-0000-7000-8000-000000000002', 'named-employer', 1, $text${
 "fi": {
  "title": "Suostumus: tietoni yhdelle työnantajalle",
  "sections": [
   {
    "heading": "Päätät itse",
    "text": "Suostumus on vapaaehtoinen. Voit jättää sen antamatta, ja palvelusi jatkuvat täsmälleen ennallaan: kieltäytyminen ei vaikuta työttömyysturvaan, palvelujen saamiseen eikä siihen, miten asiaasi hoidetaan."
   },
   {
    "heading": "Mitä annat ja kenelle",
    "text": "Valitset kohta kohdalta, mitä yksi nimeämäsi työnantaja näkee sinusta, kun se etsii työntekijää. Voit näkyä nimellä tai nimettä. Työnantaja saa käyttää tietoja vain tähän, ja se vastaa itse siitä, miten se niitä käyttää."
   },
   {
    "heading": "Kuinka kauan",
    "text": "Valitset päättymispäivän itse, enintään 12 kuukautta. Suostumus päättyy viimeistään silloin, kun yrityspalveluille antamasi suostumus päättyy tai perut sen."
   },
   {
    "heading": "Näin perut",
    "text": "Voit perua milloin tahansa yhdellä painalluksella omalta sivultasi tai pyytämällä sitä omalta asiantuntijaltasi. Peruminen vaikuttaa heti. Jos tiedoistasi on tulostettu vihko, sen haltijaa pyydetään hävittämään se ja vahvistamaan hävittäminen. Ennen perumista tehty katselu oli sallittua, eikä sitä voi tehdä tekemättömäksi."
   },
   {
    "heading": "Mitä ei koskaan näytetä",
    "text": "Terveyttä, alkuperää, vakaumusta, rikostaustaa tai sosiaalipalveluja koskevia tietoja, henkilötunnusta, katuosoitetta ja työntekijöiden muistiinpanoja ei jaeta koskaan. Jos sinulla on turvakielto, yhteystietojasi, kotikuntaasi ja aluetta, jolla voit käydä töissä, ei jaeta, vaikka valitsisit ne."
   },
   {
    "heading": "Näet, kuka on katsonut",
    "text": "Jokainen katselu kirjataan. Näet omalta sivultasi, milloin, mistä organisaatiosta ja missä tarkoituksessa tietojasi on katsottu."
   },
   {
    "heading": "Tämä ei ole lakisääteinen työnhakuprofiili",
    "text": "Työmarkkinatorin työnhakuprofiili on eri asia, ja siitä säädetään laissa. Tämä suostumus ei muuta sitä, eikä sitä anneta tällä suostumuksella kenellekään."
   }
  ]
 },
 "sv": {
  "title": "Samtycke: mina uppgifter till en arbetsgivare",
  "sections": [
   {
    "heading": "Du bestämmer själv",
    "text": "Samtycket är frivilligt. Du kan låta bli att ge det och din service fortsätter precis som förut: ett nej påverkar inte ditt utkomstskydd, vilken service du får eller hur ditt ärende sköts."
   },
   {
    "heading": "Vad du ger och till vem",
    "text": "Du väljer punkt för punkt vad en arbetsgivare som du namnger får se om dig när den söker arbetskraft. Du kan visas med eller utan namn. Arbetsgivaren får använda uppgifterna bara för detta och ansvarar själv för hur den använder dem."
   },
   {
    "heading": "Hur länge",
    "text": "Du väljer själv slutdagen, högst 12 månader. Samtycket upphör senast när ditt samtycke till företagstjänsterna upphör eller när du återkallar det."
   },
   {
    "heading": "Så återkallar du",
    "text": "Du kan återkalla när som helst med ett tryck på din egen sida eller genom att be din egen expert göra det. Återkallelsen gäller genast. Om dina uppgifter har skrivits ut i ett häfte ombeds den som har det att förstöra det och bekräfta det. Det som någon sett före återkallelsen var tillåtet och kan inte göras ogjort."
   },
   {
    "heading": "Vad som aldrig visas",
    "text": "Uppgifter om hälsa, ursprung, övertygelse, brott eller socialtjänst, personbeteckning, gatuadress och handläggarnas anteckningar delas aldrig. Om du har spärrmarkering delas inte dina kontaktuppgifter, din hemkommun eller det område där du kan arbeta, även om du väljer dem."
   },
   {
    "heading": "Du ser vem som har tittat",
    "text": "Varje visning loggas. På din egen sida ser du när, från vilken organisation och i vilket syfte någon har tittat på dina uppgifter."
   },
   {
    "heading": "Det här är inte den lagstadgade jobbsökarprofilen",
    "text": "Jobbsökarprofilen på Jobbmarknad är en annan sak och regleras i lag. Det här samtycket ändrar den inte, och den lämnas inte ut till någon med det här samtycket."
   }
  ]
 },
 "en": {
  "title": "Consent: my details to one employer",
  "sections": [
   {
    "heading": "You decide",
    "text": "Consent is voluntary. You may choose not to give it and your services go on exactly as before: saying no does not affect your unemployment security, the services you get or how your matter is handled."
   },
   {
    "heading": "What you give and to whom",
    "text": "You choose, item by item, what one employer that you name may see about you when it is looking for staff. You can be shown with or without your name. The employer may use the details for this only, and is itself responsible for how it uses them."
   },
   {
    "heading": "For how long",
    "text": "You choose the end date yourself, 12 months at most. The consent ends at the latest when your consent to business services ends or you withdraw it."
   },
   {
    "heading": "How to withdraw",
    "text": "You can withdraw at any time with one press on your own page, or by asking your own adviser to do it. Withdrawal takes effect at once. If your details have been printed as a booklet, its holder is asked to destroy it and to confirm that. Looking at your details before you withdrew was allowed and cannot be undone."
   },
   {
    "heading": "What is never shown",
    "text": "Information about health, origin, beliefs, offences or social services, your personal identity code, your street address and the notes of the staff are never shared. If you have a non-disclosure order, your contact details, home municipality and the area where you can work are not shared even if you choose them."
   },
   {
    "heading": "You see who has looked",
    "text": "Every look is recorded. On your own page you see when, from which organisation and for what purpose your details were looked at."
   },
   {
    "heading": "This is not the statutory jobseeker profile",
    "text": "The jobseeker profile in Job Market Finland is a separate thing regulated by law. This consent does not change it, and it is not given to anyone by this consent."
   }
  ]
 }
}$text$, '2023-09-01', 'Act 621/1999, consent of the person concerned');
insert into consents.notice (id, purpose, version, texts, valid_from, secrecy_basis) values
  ('018a4d00-0000-7000-8000-000000000003', 'event', 1, $text${
 "fi": {
  "title": "Suostumus: tietoni yhden tapahtuman työnantajille",
  "sections": [
   {
    "heading": "Päätät itse",
    "text": "Suostumus on vapaaehtoinen. Voit jättää sen antamatta, ja palvelusi jatkuvat täsmälleen ennallaan: kieltäytyminen ei vaikuta työttömyysturvaan, palvelujen saamiseen eikä siihen, miten asiaasi hoidetaan."
   },
   {
    "heading": "Mitä annat ja kenelle",
    "text": "Valitset kohta kohdalta, mitä yhteen rekrytointitapahtumaan osallistuvat työnantajat näkevät sinusta. Voit näkyä nimellä tai nimettä. Näet osallistuvien työnantajien luettelon ennen kuin päätät; jos tapahtumaan tulee lisää työnantajia, nekin näkevät valitsemasi tiedot."
   },
   {
    "heading": "Kuinka kauan",
    "text": "Suostumus päättyy, kun tapahtuma suljetaan. Sen jälkeen yksikään tapahtuman työnantaja ei näe tietojasi. Suostumus päättyy aiemmin, jos yrityspalveluille antamasi suostumus päättyy tai perut sen."
   },
   {
    "heading": "Näin perut",
    "text": "Voit perua milloin tahansa yhdellä painalluksella omalta sivultasi tai pyytämällä sitä omalta asiantuntijaltasi. Peruminen vaikuttaa heti. Jos tiedoistasi on tulostettu vihko, sen haltijaa pyydetään hävittämään se ja vahvistamaan hävittäminen. Ennen perumista tehty katselu oli sallittua, eikä sitä voi tehdä tekemättömäksi."
   },
   {
    "heading": "Mitä ei koskaan näytetä",
    "text": "Terveyttä, alkuperää, vakaumusta, rikostaustaa tai sosiaalipalveluja koskevia tietoja, henkilötunnusta, katuosoitetta ja työntekijöiden muistiinpanoja ei jaeta koskaan. Jos sinulla on turvakielto, yhteystietojasi, kotikuntaasi ja aluetta, jolla voit käydä töissä, ei jaeta, vaikka valitsisit ne."
   },
   {
    "heading": "Näet, kuka on katsonut",
    "text": "Jokainen katselu kirjataan. Näet omalta sivultasi, milloin, mistä organisaatiosta ja missä tarkoituksessa tietojasi on katsottu."
   },
   {
    "heading": "Tämä ei ole lakisääteinen työnhakuprofiili",
    "text": "Työmarkkinatorin työnhakuprofiili on eri asia, ja siitä säädetään laissa. Tämä suostumus ei muuta sitä, eikä sitä anneta tällä suostumuksella kenellekään."
   }
  ]
 },
 "sv": {
  "title": "Samtycke: mina uppgifter till arbetsgivarna på ett evenemang",
  "sections": [
   {
    "heading": "Du bestämmer själv",
    "text": "Samtycket är frivilligt. Du kan låta bli att ge det och din service fortsätter precis som förut: ett nej påverkar inte ditt utkomstskydd, vilken service du får eller hur ditt ärende sköts."
   },
   {
    "heading": "Vad du ger och till vem",
    "text": "Du väljer punkt för punkt vad arbetsgivarna på ett rekryteringsevenemang får se om dig. Du kan visas med eller utan namn. Du ser listan över deltagande arbetsgivare innan du bestämmer dig; om fler arbetsgivare kommer med ser också de uppgifterna du valt."
   },
   {
    "heading": "Hur länge",
    "text": "Samtycket upphör när evenemanget stängs. Efter det ser ingen arbetsgivare på evenemanget dina uppgifter. Det upphör tidigare om ditt samtycke till företagstjänsterna upphör eller du återkallar det."
   },
   {
    "heading": "Så återkallar du",
    "text": "Du kan återkalla när som helst med ett tryck på din egen sida eller genom att be din egen expert göra det. Återkallelsen gäller genast. Om dina uppgifter har skrivits ut i ett häfte ombeds den som har det att förstöra det och bekräfta det. Det som någon sett före återkallelsen var tillåtet och kan inte göras ogjort."
   },
   {
    "heading": "Vad som aldrig visas",
    "text": "Uppgifter om hälsa, ursprung, övertygelse, brott eller socialtjänst, personbeteckning, gatuadress och handläggarnas anteckningar delas aldrig. Om du har spärrmarkering delas inte dina kontaktuppgifter, din hemkommun eller det område där du kan arbeta, även om du väljer dem."
   },
   {
    "heading": "Du ser vem som har tittat",
    "text": "Varje visning loggas. På din egen sida ser du när, från vilken organisation och i vilket syfte någon har tittat på dina uppgifter."
   },
   {
    "heading": "Det här är inte den lagstadgade jobbsökarprofilen",
    "text": "Jobbsökarprofilen på Jobbmarknad är en annan sak och regleras i lag. Det här samtycket ändrar den inte, och den lämnas inte ut till någon med det här samtycket."
   }
  ]
 },
 "en": {
  "title": "Consent: my details to the employers at one event",
  "sections": [
   {
    "heading": "You decide",
    "text": "Consent is voluntary. You may choose not to give it and your services go on exactly as before: saying no does not affect your unemployment security, the services you get or how your matter is handled."
   },
   {
    "heading": "What you give and to whom",
    "text": "You choose, item by item, what the employers taking part in one recruitment event may see about you. You can be shown with or without your name. You see the list of employers before you decide; if more employers join the event, they too see the details you chose."
   },
   {
    "heading": "For how long",
    "text": "The consent ends when the event is closed. After that no employer of the event sees your details. It ends earlier if your consent to business services ends or you withdraw it."
   },
   {
    "heading": "How to withdraw",
    "text": "You can withdraw at any time with one press on your own page, or by asking your own adviser to do it. Withdrawal takes effect at once. If your details have been printed as a booklet, its holder is asked to destroy it and to confirm that. Looking at your details before you withdrew was allowed and cannot be undone."
   },
   {
    "heading": "What is never shown",
    "text": "Information about health, origin, beliefs, offences or social services, your personal identity code, your street address and the notes of the staff are never shared. If you have a non-disclosure order, your contact details, home municipality and the area where you can work are not shared even if you choose them."
   },
   {
    "heading": "You see who has looked",
    "text": "Every look is recorded. On your own page you see when, from which organisation and for what purpose your details were looked at."
   },
   {
    "heading": "This is not the statutory jobseeker profile",
    "text": "The jobseeker profile in Job Market Finland is a separate thing regulated by law. This consent does not change it, and it is not given to anyone by this consent."
   }
  ]
 }
}$text$, '2023-09-01', 'Act 621/1999, consent of the person concerned');
