import { parseFinnishNumber } from '#kernel/finnish-numbers.ts';
import type { Block } from '../form.ts';
import { sentencesIn } from '../prose.ts';
import type { Reading } from '../reading.ts';
import { type Paragraph, paragraphsOf } from '../text/lines.ts';
import { daysWithin, keepCents, numberPattern, sumsWithin } from '../values.ts';
import { keepAttachment } from './board-item-parts.ts';

/** What the text tells beside its parts: sums, promises given before, attachments, the municipality, the project. */
export function readWhole(reading: Reading, blocks: readonly Block[]): void {
  for (const block of blocks.filter(({ rule }) =>
    ['item', 'background', 'cost-effects', 'proposal', 'presenter', 'preparer'].includes(rule.key),
  )) {
    const paragraphs = paragraphsOf(block.lines).filter(({ lines }) =>
      lines.every((line) => reading.isTaken(line)),
    );
    for (const paragraph of paragraphs) {
      keepMoney(reading, paragraph);
      keepCommitment(reading, paragraph);
      keepAttached(reading, paragraph);
      keepThreshold(reading, paragraph);
      keepProject(reading, paragraph);
    }
    keepGoals(reading, paragraphs);
  }
  keepMunicipality(reading, blocks);
}

function keepMoney(reading: Reading, paragraph: Paragraph): void {
  for (const sentence of sentencesIn(paragraph.text)) {
    for (const sum of sumsWithin(sentence)) {
      const path = `money.${reading.countOf('money') + 1}`;
      keepCents(
        reading,
        `${path}.amount`,
        sum.number,
        { lines: paragraph.lines, raw: sum.raw },
        { qualifier: sum.qualifier },
      );
      reading.text(
        `${path}.about`,
        aboutSum(sentence, sum.at),
        { lines: paragraph.lines, raw: sentence },
        { confidence: 'likely' },
      );
    }
  }
}

/** The words before a sum, back to the last clause: what the sum is of. */
function aboutSum(sentence: string, at: number): string {
  const before = sentence
    .slice(0, at)
    .split(/(?:, (?:jonka|joka|josta)|\beuroa ja|, ja) /)
    .at(-1)!;
  return before.replace(/\s+(?:on|ovat|olisi|yhteensä|noin)\s*$/u, '').trim() || sentence.slice(0, 300);
}

const asksFor =
  /pyy(?:tää|si|det|dä)\p{L}*|toivo(?:o|taan|ttiin)|ilmoittamaan|ilmoittautu|(?:tulee|pitää|on|pyydetään) (?:ilmoittaa|ilmoitettava)|mennessä/iu;

/** A promise told before the decision: with its day, its way, and what must come true (F-15). */
function keepCommitment(reading: Reading, paragraph: Paragraph): void {
  const { text, lines } = paragraph;
  if (!/ilmoit|sitoutu/i.test(text)) return;
  // Asking for an answer by a day is no promise; nor is what is to be told yet.
  const sentences = sentencesIn(text).filter((sentence) => !asksFor.test(sentence));
  const promise = sentences.find((sentence) =>
    /(?:ilmoit|sitoutu)\p{L}*.*\b(?:että|osallistu|mukana)/iu.test(sentence),
  );
  const dated = sentences.find(
    (sentence) => /ilmoit|sitoutu/i.test(sentence) && daysWithin(sentence).length > 0,
  );
  const day = dated && daysWithin(dated)[0];
  if (!promise || !dated || !day) return;
  const path = `commitments.${reading.countOf('commitments') + 1}`;
  const clause = /että\s+(.+?)(?:,?\s+(?:jos|mikäli|edellyttäen)\b|\.?$)/iu.exec(promise)?.[1] ?? promise;
  const condition = /\b((?:jos|mikäli|edellyttäen,? että)\s+[^.]+)/iu.exec(promise)?.[1];
  const share = sumsWithin(promise)[0];
  const likely = { confidence: 'likely' } as const;
  reading.text(`${path}.text`, clause.replace(/,$/, ''), { lines, raw: promise }, likely);
  reading.day(`${path}.madeOn`, day.day, { lines, raw: dated }, likely);
  const channel = /sähköpost/i.test(dated)
    ? 'email'
    : /kirje/i.test(dated)
      ? 'letter'
      : /puhelim/i.test(dated)
        ? 'phone'
        : /kokou/i.test(dated)
          ? 'meeting'
          : 'other';
  reading.text(`${path}.channel`, channel, { lines, raw: dated }, likely);
  if (condition) reading.text(`${path}.condition`, condition, { lines, raw: condition }, likely);
  if (share) keepCents(reading, `${path}.amount`, share.number, { lines, raw: share.raw }, likely);
}

/** `Hakemus ja hankkeen kuvaus ovat liitteinä.` · `Liite 3 Hankehakemus` */
function keepAttached(reading: Reading, { text, lines }: Paragraph): void {
  for (const line of lines) {
    const numbered = /^(?:Liite|Oheismateriaali|Bilaga)\s+\d{1,3}[a-z]?[.:)]?\s+\S/u.test(line.text.trim());
    if (numbered) keepAttachment(reading, line.text.trim(), [line]);
  }
  for (const sentence of sentencesIn(text)) {
    const names =
      /^(.{3,160}?)\s+(?:ovat|on)\s+(?:\p{L}+\s+)?(?:liitteinä|liitteenä|oheismateriaalina)\b/iu.exec(
        sentence,
      )?.[1];
    if (!names) continue;
    for (const name of names.split(/,\s*|\s+ja\s+|\s+sekä\s+/)) {
      const title = name.charAt(0).toUpperCase() + name.slice(1);
      reading.text(
        `attachments.${reading.countOf('attachments') + 1}.name`,
        title,
        { lines, raw: sentence },
        { confidence: 'likely' },
      );
    }
  }
}

/** `työllisen työvoiman osalta alle 20 000`: a limit and what it is measured by, which the law may know otherwise (F-14). */
function keepThreshold(reading: Reading, { text, lines }: Paragraph): void {
  const match = new RegExp(
    String.raw`((?:työllisen )?työvoima\p{L}*) (?:\p{L}+ ){0,3}?(alle|vähintään|yli) (${numberPattern})`,
    'iu',
  ).exec(text);
  if (!match) return;
  const limit = parseFinnishNumber(match[3]!);
  if (!limit.ok) return;
  const likely = { confidence: 'likely' } as const;
  reading.count(
    'threshold.limit',
    limit.value,
    { lines, raw: match[0] },
    { ...likely, qualifier: match[2]!.toLowerCase() },
  );
  const measure = /työllisen työvoima\p{L}*/iu.exec(match[0])?.[0] ?? match[1]!;
  reading.text('threshold.measure', measure, { lines, raw: match[0] }, likely);
}

const instrument = /\b(MOKRA|AKKE|ESR\+|ESR|EAKR|JTF|AMIF|Interreg)(?![\p{L}])/u;

/** `X on tehnyt hankehakemuksen Y:lle …`; and another project told beside: `X on Y:n Z:lle tekemä … hankehakemus`. */
function keepProject(reading: Reading, { text, lines }: Paragraph): void {
  const likely = { confidence: 'likely' } as const;
  for (const sentence of sentencesIn(text)) {
    const place = { lines, raw: sentence };
    const applied =
      /^(\p{Lu}.{2,80}?) on (?:tehnyt|jättänyt|laatinut|valmistellut) (?:hanke|rahoitus)hakemuksen (\p{Lu}\S*(?: \S+){0,3}?lle)\b/u.exec(
        sentence,
      );
    if (applied && reading.valueOf('project.applicant') === undefined) {
      reading.text('project.applicant', applied[1]!, place, likely);
      reading.text('project.authority', applied[2]!, place, likely);
      const code = instrument.exec(sentence)?.[1];
      if (code) reading.text('project.instrument', code, place, likely);
    }
    const aim = /^Hankkeen tavoitteena on .+/u.exec(sentence);
    if (aim && reading.valueOf('project.summary') === undefined)
      reading.text('project.summary', sentence, place, likely);
    const beside =
      /^(\p{Lu}.{3,160}?) on (\p{Lu}.{2,100}?n) (\p{Lu}\S*(?: \S+){0,3}?lle) tekemä (\S+) ?-?hankehakemus/u.exec(
        sentence,
      );
    if (!beside) continue;
    const path = `otherProjects.${reading.countOf('otherProjects') + 1}`;
    reading.text(`${path}.name`, beside[1]!, place, likely);
    reading.text(`${path}.applicant`, beside[2]!, place, likely);
    reading.text(`${path}.authority`, beside[3]!, place, likely);
    reading.text(`${path}.instrument`, beside[4]!, place, likely);
    const total = /kokonaiskustannu\p{L}+ (?:ovat|on) /iu.exec(sentence);
    const sums = sumsWithin(sentence);
    const totalSum = total && sums.find((sum) => sum.at >= total.index);
    if (totalSum) keepCents(reading, `${path}.total`, totalSum.number, { lines, raw: totalSum.raw }, likely);
    const own = /omarahoitus\p{L}* /iu.exec(sentence);
    const ownSum = own && sums.find((sum) => sum.at >= own.index);
    if (ownSum) keepCents(reading, `${path}.ownShare`, ownSum.number, { lines, raw: ownSum.raw }, likely);
    const channel = /kanavoitu (\S+n) omarahoitus/iu.exec(sentence)?.[1];
    if (channel) reading.text(`${path}.channelledBy`, channel, place, likely);
  }
}

/** Points under a sentence that promises goals. */
function keepGoals(reading: Reading, paragraphs: readonly Paragraph[]): void {
  let under = false;
  for (const paragraph of paragraphs) {
    if (!paragraph.bullet) under = /tavoit/i.test(paragraph.text) && /:$/.test(paragraph.text.trim());
    else if (under)
      reading.text(
        `project.goals.${reading.countOf('project.goals') + 1}`,
        paragraph.text,
        { lines: paragraph.lines, raw: paragraph.text },
        { confidence: 'likely' },
      );
  }
}

/** Whose board it is: named in the proposal (`että Kangasniemen kunta on mukana`) when the page does not say. */
function keepMunicipality(reading: Reading, blocks: readonly Block[]): void {
  if (reading.valueOf('municipality') !== undefined) return;
  const order = ['presenter', 'proposal', 'background', 'item'];
  for (const key of order) {
    for (const block of blocks.filter(({ rule }) => rule.key === key)) {
      for (const paragraph of paragraphsOf(block.lines)) {
        const match =
          /\b(\p{Lu}[\p{Ll}-]+n) (kunta|kunnan|kaupunki|kaupungin)\b (?:on mukana|osallistuu|osuus|sitoutuu|hyväksyy|liittyy|päättää)/u.exec(
            paragraph.text,
          );
        if (!match) continue;
        const noun = /^kunta|^kunnan/.test(match[2]!) ? 'kunta' : 'kaupunki';
        reading.text(
          'municipality',
          `${match[1]} ${noun}`,
          { lines: paragraph.lines, raw: match[0] },
          { confidence: 'likely' },
        );
        return;
      }
    }
  }
}
