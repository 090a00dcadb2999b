import type { Language } from '#kernel/localised.ts';

/** The words of the server's own pages. What the product's pages say stands in the files of texts. */
const finnish = {
  banner: 'Esittelyalue. Kaikki ihmiset ja yritykset ovat keksittyjä.',
  personasTitle: 'Kenenä haluat kirjautua?',
  personasLead:
    'Tällä esittelyalueella valitset henkilön etkä tarvitse salasanaa. Oikeassa käytössä tämän sivun tilalla on vahva tunnistautuminen.',
  walk: 'Ensimmäistä kertaa täällä?',
  walkLink: 'Kulje koko lause seitsemässä askeleessa: Ainon osaamisesta lukuun, jossa se lasketaan',
  personas: 'Pilotin henkilöt',
  others: 'Joku muu työnhakija',
  search: 'Hae nimellä',
  searchButton: 'Hae',
  found: 'Löytyneet',
  nobodyFound: 'Tällä nimellä ei löytynyt ketään.',
  noPersonas: 'Esittelyalueella ei ole vielä ketään.',
  cancel: 'Peru kirjautuminen',
  signInFailed: 'Kirjautuminen ei onnistunut',
  'unknown-account':
    'Tunnistautuminen onnistui, mutta sinulla ei ole tunnusta Polussa. Pyydä tunnus organisaatiosi käyttöoikeuksien hallinnasta.',
  'invitation-not-valid':
    'Kutsu ei ole enää voimassa, tai se on jo käytetty. Pyydä työntekijältäsi uusi kutsu.',
  'invitation-of-another': 'Kutsu on toiselle henkilölle. Kirjaudu sinä, jolle kutsu on lähetetty.',
  'account-disabled': 'Tunnuksesi on suljettu. Kysy organisaatiosi käyttöoikeuksien hallinnasta.',
  'no-role':
    'Sinulla ei ole tänään voimassa olevaa roolia. Kysy organisaatiosi käyttöoikeuksien hallinnasta.',
  'attempt-lost':
    'Kirjautuminen kesti liian kauan tai se aloitettiin toisessa selaimessa. Aloita kirjautuminen alusta.',
  'provider-refused': 'Tunnistautuminen keskeytyi. Voit yrittää uudelleen.',
  'assurance-too-low':
    'Tunnistauduit tavalla, joka ei riitä Polkuun. Kirjaudu uudelleen ja valitse vahvempi tunnistustapa, esimerkiksi pankkitunnukset, mobiilivarmenne tai työpaikkasi kaksivaiheinen tunnistus.',
  'provider-unreachable': 'Tunnistautumispalvelu ei nyt vastaa. Yritä hetken kuluttua uudelleen.',
  tryAgain: 'Kirjaudu uudelleen',
  home: 'Etusivulle',
  signedOut: 'Olet kirjautunut ulos',
  signedOutLead: 'Sulje selain, jos käytät yhteistä laitetta.',
  everywhereTitle: 'Kirjaudu ulos kaikkialta',
  everywhereLead:
    'Istuntosi päättyy tässä selaimessa ja kaikissa muissa selaimissa, joissa olet kirjautuneena.',
  everywhereButton: 'Kirjaudu ulos kaikkialta',
  rolesTitle: 'Missä roolissa toimit?',
  rolesLead: 'Toimit aina yhdessä roolissa kerrallaan. Näet vain sen, mihin rooli antaa oikeuden.',
  current: 'nykyinen rooli',
  signIn: 'Kirjaudu sisään',
  staleTitle: 'Lomake on vanhentunut',
  stale:
    'Sivu on ollut auki liian kauan tai kirjautumisesi on vaihtunut. Avaa sivu uudelleen ja yritä sitten.',
  endedTitle: 'Kirjautumisesi on päättynyt',
  ended:
    'Mitään ei tallennettu, mutta kaikki kirjoittamasi on tällä sivulla. Älä sulje sivua. Tiedosto on valittava uudelleen.',
  endedSignIn: 'Kirjaudu sisään (avautuu uuteen välilehteen)',
  endedBack:
    'Palaa tänne ja paina Jatka. Näet lomakkeen, jossa kirjoittamasi on paikallaan, ja voit lähettää sen.',
  endedContinue: 'Jatka',
  tooManyTitle: 'Liian monta pyyntöä',
  tooMany: 'Tästä osoitteesta on tullut hetkessä liian monta pyyntöä. Odota minuutti ja yritä uudelleen.',
  notFoundTitle: 'Sivua ei löytynyt',
  notFound: 'Osoitteessa voi olla virhe, tai sivu on poistettu.',
  badTitle: 'Pyyntöä ei ymmärretty',
  bad: 'Selain lähetti jotain, mitä palvelu ei ymmärrä. Palaa edelliselle sivulle ja yritä uudelleen.',
  awayTitle: 'Palvelu on hetken poissa',
  away: 'Palvelu ei juuri nyt saa yhteyttä tietoihinsa. Odota hetki, palaa edelliselle sivulle ja yritä uudelleen. Kirjoittamasi on siellä tallella.',
  brokenTitle: 'Palvelussa on vika',
  broken:
    'Jokin meni meidän puolellamme vikaan. Yritä hetken kuluttua uudelleen. Jos vika jatkuu, kerro tämä numero:',
};
export type Words = { readonly [K in keyof typeof finnish]: string };

const swedish: Words = {
  banner: 'Demonstrationsområde. Alla personer och företag är påhittade.',
  personasTitle: 'Vem vill du logga in som?',
  personasLead:
    'I det här demonstrationsområdet väljer du en person och behöver inget lösenord. I verklig användning ersätts sidan av stark autentisering.',
  walk: 'Är du här för första gången?',
  walkLink: 'Gå hela meningen i sju steg: från Ainos kunnande till siffran där det räknas',
  personas: 'Pilotens personer',
  others: 'Någon annan arbetssökande',
  search: 'Sök med namn',
  searchButton: 'Sök',
  found: 'Hittade',
  nobodyFound: 'Ingen med det namnet hittades.',
  noPersonas: 'Det finns ännu ingen i demonstrationsområdet.',
  cancel: 'Avbryt inloggningen',
  signInFailed: 'Inloggningen lyckades inte',
  'unknown-account':
    'Autentiseringen lyckades, men du har inget konto i Polku. Be om ett konto av din organisations behörighetsadministration.',
  'invitation-not-valid':
    'Inbjudan är inte längre i kraft eller har redan använts. Be din rådgivare om en ny.',
  'invitation-of-another': 'Inbjudan är till en annan person. Den som fick inbjudan ska logga in.',
  'account-disabled': 'Ditt konto är stängt. Fråga din organisations behörighetsadministration.',
  'no-role': 'Du har ingen roll som gäller i dag. Fråga din organisations behörighetsadministration.',
  'attempt-lost':
    'Inloggningen tog för lång tid eller påbörjades i en annan webbläsare. Börja inloggningen från början.',
  'provider-refused': 'Autentiseringen avbröts. Du kan försöka igen.',
  'assurance-too-low':
    'Du identifierade dig på ett sätt som inte räcker för Polku. Logga in på nytt och välj en starkare identifiering, till exempel bankkoder, mobilcertifikat eller din arbetsplats tvåstegsidentifiering.',
  'provider-unreachable': 'Autentiseringstjänsten svarar inte just nu. Försök igen om en stund.',
  tryAgain: 'Logga in på nytt',
  home: 'Till startsidan',
  signedOut: 'Du har loggat ut',
  signedOutLead: 'Stäng webbläsaren om du använder en gemensam dator.',
  everywhereTitle: 'Logga ut överallt',
  everywhereLead: 'Din session avslutas i den här webbläsaren och i alla andra där du är inloggad.',
  everywhereButton: 'Logga ut överallt',
  rolesTitle: 'I vilken roll arbetar du?',
  rolesLead: 'Du arbetar alltid i en roll åt gången. Du ser bara det som rollen ger rätt till.',
  current: 'nuvarande roll',
  signIn: 'Logga in',
  staleTitle: 'Blanketten är föråldrad',
  stale:
    'Sidan har varit öppen för länge eller din inloggning har ändrats. Öppna sidan på nytt och försök sedan igen.',
  endedTitle: 'Din inloggning har upphört',
  ended:
    'Ingenting sparades, men allt du skrev finns på den här sidan. Stäng den inte. En fil måste väljas på nytt.',
  endedSignIn: 'Logga in (öppnas i en ny flik)',
  endedBack: 'Kom tillbaka hit och tryck på Fortsätt. Du ser formuläret med det du skrev och kan skicka det.',
  endedContinue: 'Fortsätt',
  tooManyTitle: 'För många förfrågningar',
  tooMany: 'Från den här adressen har det kommit för många förfrågningar. Vänta en minut och försök igen.',
  notFoundTitle: 'Sidan hittades inte',
  notFound: 'Det kan finnas ett fel i adressen, eller så har sidan tagits bort.',
  badTitle: 'Förfrågan gick inte att förstå',
  bad: 'Webbläsaren skickade något som tjänsten inte förstår. Gå tillbaka till föregående sida och försök igen.',
  awayTitle: 'Tjänsten är borta en stund',
  away: 'Tjänsten får inte kontakt med sina uppgifter just nu. Vänta en stund, gå tillbaka till föregående sida och försök igen. Det du skrev finns kvar där.',
  brokenTitle: 'Det är ett fel i tjänsten',
  broken: 'Något gick fel hos oss. Försök igen om en stund. Om felet fortsätter, uppge det här numret:',
};

const english: Words = {
  banner: 'Demonstration area. All people and companies are invented.',
  personasTitle: 'Who do you want to sign in as?',
  personasLead:
    'In this demonstration area you choose a person and need no password. In real use, strong identification takes the place of this page.',
  walk: 'Here for the first time?',
  walkLink: 'Walk the whole sentence in seven steps: from Aino’s skills to the figure where it is counted',
  personas: 'People of the pilot',
  others: 'Some other jobseeker',
  search: 'Search by name',
  searchButton: 'Search',
  found: 'Found',
  nobodyFound: 'Nobody of this name was found.',
  noPersonas: 'There is nobody in the demonstration area yet.',
  cancel: 'Cancel signing in',
  signInFailed: 'Signing in did not succeed',
  'unknown-account':
    'You were identified, but you have no account in Polku. Ask for one from the access administration of your organisation.',
  'invitation-not-valid':
    'The invitation is no longer in force, or has been used. Ask your adviser for a new one.',
  'invitation-of-another': 'The invitation is for another person. Whoever was invited signs in.',
  'account-disabled': 'Your account has been closed. Ask the access administration of your organisation.',
  'no-role': 'You have no role that is valid today. Ask the access administration of your organisation.',
  'attempt-lost': 'Signing in took too long or was begun in another browser. Begin signing in again.',
  'provider-refused': 'The identification was interrupted. You can try again.',
  'assurance-too-low':
    'You identified in a way that is not strong enough for Polku. Sign in again and choose a stronger way, such as bank credentials, a mobile certificate or your workplace’s two-step identification.',
  'provider-unreachable': 'The identification service does not answer just now. Try again in a moment.',
  tryAgain: 'Sign in again',
  home: 'To the front page',
  signedOut: 'You have signed out',
  signedOutLead: 'Close the browser if you use a shared device.',
  everywhereTitle: 'Sign out everywhere',
  everywhereLead: 'Your session ends in this browser and in every other browser in which you are signed in.',
  everywhereButton: 'Sign out everywhere',
  rolesTitle: 'In which role do you act?',
  rolesLead: 'You always act in one role at a time. You see only what the role gives the right to.',
  current: 'present role',
  signIn: 'Sign in',
  staleTitle: 'The form has grown old',
  stale: 'The page has been open too long or your sign-in has changed. Open the page again and then try.',
  endedTitle: 'Your sign-in has ended',
  ended:
    'Nothing was saved, but everything that you typed is on this page. Do not close it. A file has to be chosen again.',
  endedSignIn: 'Sign in (opens in a new tab)',
  endedBack:
    'Come back here and press Continue. You see the form with what you typed in its place and can send it.',
  endedContinue: 'Continue',
  tooManyTitle: 'Too many requests',
  tooMany: 'Too many requests have come from this address in a short time. Wait a minute and try again.',
  notFoundTitle: 'The page was not found',
  notFound: 'There may be a mistake in the address, or the page has been removed.',
  badTitle: 'The request was not understood',
  bad: 'The browser sent something that the service does not understand. Go back to the page before and try again.',
  awayTitle: 'The service is away for a moment',
  away: 'The service cannot reach its data right now. Wait a moment, go back to the previous page and try again. What you wrote is still there.',
  brokenTitle: 'There is a fault in the service',
  broken: 'Something went wrong on our side. Try again in a moment. If it goes on, tell this number:',
};

export const wordsOf: Readonly<Record<Language, Words>> = { fi: finnish, sv: swedish, en: english };
