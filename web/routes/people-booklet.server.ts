import PDFDocument from 'pdfkit';
import type { ShareProfile } from '#consents';
import { formatOf } from '../i18n/format.ts';
import { translatorOf } from '../i18n/server.ts';
import type { Language } from '../language.ts';
import { capital, languageName } from './share-profile.tsx';

export type Booklet = {
  readonly profile: ShareProfile;
  readonly until: string;
  readonly number: string;
  readonly printedAt: string;
  readonly holder: { readonly name: string; readonly of: string };
};

const left = 56;
const ink = '#212121';
const quiet = '#4d4d4d';

/**
 * The booklet as a tagged PDF: language, title, headings, paragraphs and lists in reading order. The built-in fonts write
 * the letters of Western Europe; other letters are written without their marks, or as "?".
 */
export async function bookletPdf(booklet: Booklet, language: Language): Promise<Buffer> {
  const t = translatorOf(language).getFixedT(language, 'consents');
  const format = formatOf(language);
  const { profile } = booklet;
  const title = profile.name
    ? `${profile.name.given} ${profile.name.family}`
    : t('profile.nameless', { sign: profile.sign ?? '' });
  const doc = new PDFDocument({
    size: 'A4',
    margin: left,
    tagged: true,
    pdfVersion: '1.7',
    lang: language,
    displayTitle: true,
    info: {
      Title: western(`${t('booklet.title')}: ${title}`),
      Author: 'Polku',
      CreationDate: new Date(booklet.printedAt),
    },
  });
  const done = collect(doc);
  const root = doc.struct('Document');
  doc.addStructure(root);
  const write = (tag: 'H1' | 'H2' | 'P', text: string, size: number, bold: boolean, colour = ink) =>
    root.add(
      doc.struct(tag, {}, () => {
        doc
          .font(bold ? 'Helvetica-Bold' : 'Helvetica')
          .fontSize(size)
          .fillColor(colour);
        doc.text(western(text), { paragraphGap: size / 3 });
      }),
    );
  const list = (items: readonly string[]) => {
    const l = doc.struct('L');
    root.add(l);
    for (const item of items) {
      const li = doc.struct('LI');
      l.add(li);
      li.add(
        doc.struct('LBody', {}, () => {
          doc.font('Helvetica').fontSize(11).fillColor(ink);
          doc.text(western(`• ${item}`), { indent: 6, paragraphGap: 2 });
        }),
      );
      li.end();
    }
    l.end();
  };
  const part = (heading: string, items: readonly string[] | undefined) => {
    if (!items || items.length === 0) return;
    doc.moveDown(0.6);
    write('H2', heading, 14, true);
    list(items);
  };

  write('H1', title, 22, true);
  write('P', t('booklet.number', { number: booklet.number }), 11, true, quiet);
  write(
    'P',
    t('booklet.holder', {
      name: booklet.holder.name,
      of: booklet.holder.of,
      instant: format.instant(booklet.printedAt),
    }),
    10,
    false,
    quiet,
  );
  write('P', t('booklet.until', { day: format.day(booklet.until) }), 10, false, quiet);
  if (profile.visible.length === 0) write('P', t('profile.nothing'), 11, false);
  part(
    capital(t('field.contact')),
    [profile.contact?.phone, profile.contact?.email].filter((one) => one !== undefined),
  );
  part(capital(t('field.municipality')), profile.municipality && [profile.municipality.name.text]);
  part(
    t('profile.skills'),
    profile.skills?.map(
      (one) =>
        `${one.name.text} – ${t(`profile.level.${one.level}`)}, ${t(`profile.evidence.${one.evidence}`)}`,
    ),
  );
  part(
    t('profile.occupations'),
    profile.occupations?.map(
      (one) =>
        `${one.name.text}, ${one.years < 1 ? t('profile.under-year') : t('profile.years', { count: Math.floor(one.years) })}`,
    ),
  );
  part(
    capital(t('field.education')),
    profile.education && [
      [t(`profile.education-level.${profile.education.level}`), profile.education.field]
        .filter(Boolean)
        .join(', '),
    ],
  );
  part(
    capital(t('field.languages')),
    profile.languages?.map(
      (one) => `${languageName(language, one.language)}: ${one.native ? t('profile.native') : one.cefr}`,
    ),
  );
  part(
    capital(t('field.licences')),
    profile.licences?.map(
      (one) =>
        `${one.name.text}${one.validTo ? ` (${t('profile.valid-to', { day: format.day(one.validTo) })})` : ''}`,
    ),
  );
  part(
    capital(t('field.wishes')),
    profile.wishes && [
      ...profile.wishes.occupations.map((one) => one.name.text),
      ...profile.wishes.workingTimes.map((one) => t(`profile.time.${one}`)),
      ...(profile.wishes.earliestStart
        ? [`${t('profile.wish-start')}: ${format.day(profile.wishes.earliestStart)}`]
        : []),
    ],
  );
  part(
    capital(t('field.travel-area')),
    profile.travelArea && [format.list(profile.travelArea.map((one) => one.name.text))],
  );
  root.end();
  doc.end();
  return done;
}

function collect(doc: PDFKit.PDFDocument): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    doc.on('data', (chunk: Buffer) => chunks.push(chunk));
    doc.on('end', () => resolve(Buffer.concat(chunks)));
    doc.on('error', reject);
  });
}

const beyondLatin1 = '€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ';

/** Only letters that the built-in fonts have (Windows-1252); hard spaces become spaces, other letters lose their marks. */
export function western(text: string): string {
  const writable = (letter: string) => letter.codePointAt(0)! <= 0xff || beyondLatin1.includes(letter);
  return [...text.replace(/[\u00a0\u202f]/g, ' ')]
    .map((letter) => {
      if (writable(letter)) return letter;
      const bare = letter.normalize('NFD').replace(/\p{M}/gu, '');
      return bare !== '' && [...bare].every(writable) ? bare : '?';
    })
    .join('');
}
