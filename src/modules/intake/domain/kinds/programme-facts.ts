import type { Block } from '../form.ts';
import { officialIn } from '../people.ts';
import { sentencesIn } from '../prose.ts';
import type { Place, Reading } from '../reading.ts';
import { type Paragraph, paragraphsOf } from '../text/lines.ts';
import { partiesIn } from './programme-goals.ts';
import { likely } from './shared.ts';

const rhythms: readonly (readonly [RegExp, string])[] = [
  [/puolivuosit{1,2}ain|kaksi kertaa vuodessa|2 krt\/v|kahdesti vuodessa/i, 'half-year'],
  [/vuosineljänneksit{1,2}äin|neljännesvuosittain/i, 'quarter'],
  [/kuukausittain/i, 'month'],
  [/joka toinen vuosi/i, 'two-years'],
  [/(?<!puoli)vuosit{1,2}ain|kerran vuodessa/i, 'year'],
];
const rhythmOf = (text: string): string | undefined => rhythms.find(([pattern]) => pattern.test(text))?.[1];

/** What the prose tells: who sits on the board, who prepared, how often is reported, which sources are followed. */
export function readWhole(reading: Reading, blocks: readonly Block[]): void {
  for (const block of blocks) {
    for (const paragraph of paragraphsOf(block.lines)) {
      if (paragraph.lines.some((line) => !reading.isTaken(line))) continue;
      if (paragraph.bullet) keepDataSources(reading, paragraph);
      for (const sentence of sentencesIn(paragraph.text)) keepFacts(reading, sentence, paragraph);
    }
  }
}

/** `Johtoryhmään kuuluvat …` names the board in passing; its full name elsewhere goes before. */
function nameBoard(reading: Reading, words: string, place: Place): void {
  const name = /\p{L}*(?:johtoryhmä|ohjausryhmä|yhteistyöryhmä)/iu.exec(words)?.[0];
  if (name && reading.valueOf('board.name') === undefined)
    reading.text('board.name', name.charAt(0).toUpperCase() + name.slice(1), place, likely);
}

function keepFacts(reading: Reading, sentence: string, { lines }: Paragraph): void {
  const place = { lines, raw: sentence };
  const seats =
    /(\p{L}*(?:[Jj]ohtoryhmä|[Oo]hjausryhmä|[Yy]hteistyöryhmä)\p{L}*)\s+(?:on|ovat|kuuluvat|jäseninä ovat)\s+(?:(\S+) lisäksi )?(?:(?:edustettuna|edustettuina|edustus|jäseninä|seuraavat tahot)\s*:?\s*)?(\p{Lu}.{10,1500})$/u.exec(
      sentence,
    );
  if (seats && reading.countOf('board.members') === 0 && /edustet|kuuluvat|jäsen/.test(sentence)) {
    nameBoard(reading, seats[1]!, place);
    const besides = seats[2]?.replace(/n$/, '');
    for (const member of [...(besides ? [besides] : []), ...partiesIn(seats[3]!)])
      reading.text(`board.members.${reading.countOf('board.members') + 1}`, member, place, likely);
  }
  const named =
    /^\p{L}*(?:johtoryhmän|ohjausryhmän) (?:muut )?jäsenet(?: ovat)?\s*:?\s*(\p{Lu}.{10,1500})$/iu.exec(
      sentence,
    );
  if (named && reading.countOf('board.members') === 0) {
    nameBoard(reading, sentence, place);
    for (const member of partiesIn(named[1]!))
      reading.text(`board.members.${reading.countOf('board.members') + 1}`, member, place, likely);
  }
  const appointed =
    /(\p{Lu}[\p{L}\s-]{3,90}?(?:\([\p{L}-]+\))?) (?:esitysten perusteella |esityksestä )?(?:nimittämä|nimeämä|asettama)\p{L}* (\p{Lu}[\p{L}\s-]*(?:johtoryhmä|ohjausryhmä))/u.exec(
      sentence,
    );
  if (appointed && reading.valueOf('board.appointedBy') === undefined) {
    const by = appointed[1]!.replace(/^.*\bon valmisteltu /, '');
    reading.text('board.appointedBy', by, place, likely);
    if (reading.valueOf('board.name') === undefined) reading.text('board.name', appointed[2]!, place, likely);
  }
  const role = /(?:toiminut|toimii)[^.]*?(\p{L}+-?(?:johtoryhmä|ohjausryhmä))nä/iu.exec(sentence)?.[1];
  if (role) reading.text('board.actsAs', role, place, likely);
  const preparer =
    /(?:vastuu)?valmistelija\p{L}*\s.*?(?:on ollut|on toiminut|toimi|oli)\s+(.{5,140}?)\.?$/iu.exec(
      sentence,
    )?.[1];
  const official = preparer && officialIn(preparer);
  if (official && reading.valueOf('preparer.position') === undefined) {
    if (official.position) reading.text('preparer.position', official.position, place, likely);
    if (official.name) reading.text('preparer.name', official.name, place, likely);
  }
  if (
    /raportoi|raportoidaan|raportointi|seurataan|arvioi|käy\p{L}* .*läpi/iu.test(sentence) &&
    rhythmOf(sentence) &&
    reading.valueOf('reporting.rhythm') === undefined
  ) {
    reading.text('reporting.rhythm', rhythmOf(sentence)!, place, likely);
    const to = /(\p{L}*(?:johtoryhmä|ohjausryhmä|lautakunta|hallitukse))lle/iu
      .exec(sentence)?.[1]
      ?.replace(/kse$/, 's');
    if (to) reading.text('reporting.to', to, place, likely);
  }
}

/** `**Ammattibarometri** 2 krt/v, … (<https://…>)`: a source of figures with its rhythm and address. */
function keepDataSources(reading: Reading, { text, lines }: Paragraph): void {
  const starts = [...text.matchAll(/\*\*(.{3,90}?)\*\*/g)];
  if (starts.length === 0 || !(rhythmOf(text) || /https?:\/\//.test(text))) return;
  for (const [at, match] of starts.entries()) {
    const part = text.slice(match.index, starts[at + 1]?.index);
    const path = `dataSources.${reading.countOf('dataSources') + 1}`;
    reading.text(`${path}.name`, match[1]!, { lines, raw: match[1]! });
    const rhythm = rhythmOf(part);
    if (rhythm) reading.text(`${path}.rhythm`, rhythm, { lines, raw: part }, likely);
    const address = /https?:\/\/[^\s<>()]+/.exec(part)?.[0];
    if (address) reading.text(`${path}.address`, address, { lines, raw: address });
  }
}
