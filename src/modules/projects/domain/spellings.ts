/** Typing errors seen in the documents (F-25), each with the word that was probably meant. Nothing is corrected by them. */
export const spellings: readonly (readonly [wrong: string, right: string])[] = [
  ['miniklusterikohtaises ti', 'miniklusterikohtaisesti'],
  ['Hankken ', 'Hankkeen '],
  ['Sergregaation', 'Segregaation'],
  ['kynns ', 'kynnys '],
  ['meinaisi', 'menisi'],
  ['Profiloitua käytetään', 'Profilointia käytetään'],
  ['Työpakettin', 'Työpaketin'],
  ['Yritysassiakuussuunnitelman', 'Yritysasiakkuussuunnitelman'],
  ['Organisaatorajapinnat', 'Organisaatiorajapinnat'],
];
