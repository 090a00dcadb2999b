import type { Background } from './lives.ts';

/** First names by the years in which they were given; women's and men's only so that a surname can agree with them. */
type Names = { readonly women: string; readonly men: string };

const finnishByCohort: readonly { readonly until: number; readonly names: Names }[] = [
  {
    until: 1972,
    names: {
      women:
        'Tuula Ritva Päivi Leena Anne Pirjo Merja Marja Eija Sari Tarja Minna Kirsi Arja Seija Anita Sirpa Marjo Ulla Jaana Outi Teija',
      men: 'Jari Kari Timo Pekka Jukka Markku Ari Hannu Juha Seppo Petri Pasi Harri Mika Jorma Esa Heikki Veijo Ilkka Kimmo Raimo Tapio',
    },
  },
  {
    until: 1987,
    names: {
      women:
        'Johanna Katja Hanna Heidi Jenni Laura Satu Anna Maria Kaisa Tiina Elina Susanna Mari Riikka Outi Terhi Piia Niina Suvi Mirva Sanna',
      men: 'Marko Jani Janne Sami Mikko Antti Ville Tommi Tero Teemu Jussi Toni Juho Lauri Matti Jarno Vesa Kalle Olli Henri Tuomas Ismo',
    },
  },
  {
    until: 2010,
    names: {
      women:
        'Emilia Sara Iida Jenna Veera Roosa Anni Oona Ella Emma Nea Siiri Venla Milla Pinja Julia Sini Aino Henna Kiia Vilma Saana',
      men: 'Joonas Niko Aleksi Jere Juuso Eetu Arttu Roope Onni Elias Joona Valtteri Jesse Oskari Matias Severi Veeti Miro Otto Santeri Luka Topi',
    },
  },
];

const finnishSurnames =
  'Pulkkinen Manninen Hokkanen Tiusanen Laitinen Parkkinen Karhunen Kuitunen Häkkinen Lyytikäinen Pylkkänen Ukkonen Himanen Rautiainen Romo Marttinen Halinen Valkonen Hämäläinen Korhonen Virtanen Nieminen Kettunen Liukkonen Paasonen Montonen Seppälä Kiljunen Purhonen Muhonen Suhonen Tarkiainen Väisänen Kervinen Pesonen Vartiainen Auvinen Hänninen Ripatti Lappalainen Immonen Nykänen Kokkonen Teittinen Toivakka Kinnunen Hyvönen Leppänen Salminen Heikkinen Koskinen Mäkelä Lehtonen Jokinen Laine Rantanen Torniainen Kontinen Vänskä Reponen Rossi Viljakainen Noponen Ylönen Pöntinen Tuukkanen Kauppinen Loikkanen Asikainen Smolander Hölttä Naukkarinen Luukkonen Vesalainen Turtiainen Pasonen Oksanen Kauria Puttonen Sikanen Vauhkonen Tissari Juntunen Kemppainen Lahikainen Pietikäinen Pakarinen';

/** First names, and surnames of women and of men where the language makes a difference. */
const others: Readonly<
  Record<Exclude<Background, 'fi'>, Names & { readonly surnames: string; readonly womensSurnames?: string }>
> = {
  sv: {
    women: 'Anna Linda Malin Sofia Johanna Camilla Ida Ellen',
    men: 'Anders Johan Fredrik Henrik Mats Kim Robin Oscar',
    surnames: 'Lindqvist Holmberg Nyström Sundqvist Forsman Westerlund Backman Sjöblom',
  },
  uk: {
    women:
      'Olena Iryna Oksana Nataliia Tetiana Yuliia Kateryna Viktoriia Mariia Anastasiia Svitlana Halyna Daryna Alina',
    men: 'Andrii Oleksandr Serhii Volodymyr Dmytro Mykola Ivan Vitalii Bohdan Maksym Taras Yurii',
    surnames:
      'Kovalenko Shevchuk Bondarenko Tkachenko Melnyk Kravchenko Oliinyk Polishchuk Lysenko Savchenko Moroz Rudenko Petrenko Marchenko Kulyk Hordiienko',
  },
  ru: {
    women: 'Svetlana Natalia Irina Elena Olga Tatjana Anna Ekaterina Marina Ljudmila',
    men: 'Aleksei Sergei Dmitri Igor Andrei Mihail Pavel Viktor',
    surnames: 'Ivanov Smirnov Sokolov Morozov Volkov Petrov Orlov Lebedev Nikitin Belov Zaitsev',
    womensSurnames:
      'Ivanova Smirnova Sokolova Morozova Volkova Petrova Orlova Lebedeva Nikitina Belova Zaitseva',
  },
  ar: {
    women: 'Fatima Mariam Zainab Huda Rania Noor Amal Layla',
    men: 'Ahmad Omar Hassan Yusuf Mustafa Khaled Karim Samir',
    surnames: 'Hussein Haddad Saleh Mahmoud Nasser Abbas Khalil Ibrahim Al-Khatib Al-Hassan',
  },
  et: {
    women: 'Kadri Liis Piret Triin Kristiina Maarika Tiiu Eha',
    men: 'Tiit Kristjan Rein Margus Priit Andres Urmas Raivo',
    surnames: 'Tamm Saar Kask Mägi Rebane Kukk Ilves Sepp Pärn Oja',
  },
  en: {
    women: 'Grace Maria Angela Joy Rosalie Cristina Liza Marites',
    men: 'Joseph Ramon Samuel Patrick Marvin Jerome Rodel Noel',
    surnames: 'Santos Reyes Mendoza Navarro Villanueva Bautista Salazar Pascual Aquino Domingo',
  },
  fa: {
    women: 'Zahra Maryam Fereshteh Shirin Parisa Nasrin',
    men: 'Farid Ali Reza Hamid Javad Navid',
    surnames: 'Rahimi Ahmadi Karimi Hosseini Noori Jafari Sharifi',
  },
  th: {
    women: 'Suda Malee Kanya Nok Ratana Siriporn',
    men: 'Somchai Anan Chai Niran',
    surnames: 'Saetang Chaiyasit Phanit Suksawat Thongdee Wongsa',
  },
};

/** The words that a first name and a surname are picked from, for a background and a year of birth. */
export function namesFor(
  background: Background,
  birthYear: number,
  sex: 'women' | 'men',
): { readonly first: readonly string[]; readonly last: readonly string[] } {
  if (background === 'fi') {
    const cohort = finnishByCohort.find((row) => birthYear <= row.until) ?? finnishByCohort.at(-1);
    return { first: words(cohort?.names[sex] ?? ''), last: words(finnishSurnames) };
  }
  const names = others[background];
  const last = sex === 'women' ? (names.womensSurnames ?? names.surnames) : names.surnames;
  return { first: words(names[sex]), last: words(last) };
}

function words(text: string): string[] {
  return text.split(' ');
}
