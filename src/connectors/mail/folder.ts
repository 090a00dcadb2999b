import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { messageOf } from './message.ts';
import type { MailTransport } from './port.ts';

const nobody = { name: 'Polku', address: 'no-reply@polku.invalid' };

/** Lays each letter into a folder as an `.eml` file that every mail program opens. Nothing leaves the machine. */
export function folderMail(folder: string): MailTransport {
  const writer = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });
  return {
    async send(letter) {
      const { message } = await writer.sendMail(messageOf(letter, nobody));
      await mkdir(folder, { recursive: true });
      const file = join(folder, `${letter.id}.eml`);
      await writeFile(`${file}.part`, message as Buffer);
      await rename(`${file}.part`, file);
    },
  };
}
