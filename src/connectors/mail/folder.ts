import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Letter, MailTransport } from './port.ts';

/** Lays each letter into a folder as an `.eml` file that every mail program opens. Nothing leaves the machine. */
export function folderMail(folder: string): MailTransport {
  return {
    async send(letter) {
      await mkdir(folder, { recursive: true });
      const file = join(folder, `${letter.id}.eml`);
      await writeFile(`${file}.part`, asMessage(letter));
      await rename(`${file}.part`, file);
    },
  };
}

/** The letter as an Internet message (RFC 5322, RFC 2045, RFC 2047). */
export function asMessage({ id, to, subject, text, language, at }: Letter): string {
  const body = Buffer.from(text.replaceAll(/\r?\n/g, '\r\n')).toString('base64');
  return [
    `Message-ID: <${id}@polku.invalid>`,
    `Date: ${at.toUTCString().replace('GMT', '+0000')}`,
    'From: Polku <no-reply@polku.invalid>',
    `To: ${encoded(to.name)} <${to.address.replaceAll(/[\r\n<>]/g, '')}>`,
    `Subject: ${encoded(subject)}`,
    `Content-Language: ${language}`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: base64',
    'Auto-Submitted: auto-generated',
    '',
    ...(body.match(/.{1,76}/g) ?? []),
    '',
  ].join('\r\n');
}

/** A header's text in encoded words of at most 75 characters, cut between characters. */
function encoded(text: string): string {
  const words: string[] = [];
  let piece = '';
  for (const character of text.replaceAll(/[\r\n]/g, ' ')) {
    if (Buffer.byteLength(piece + character) > 42) {
      words.push(piece);
      piece = '';
    }
    piece += character;
  }
  words.push(piece);
  return words.map((word) => `=?utf-8?B?${Buffer.from(word).toString('base64')}?=`).join('\r\n ');
}
