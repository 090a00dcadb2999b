import { createTransport } from 'nodemailer';
import { type Address, messageOf } from './message.ts';
import { LetterRefused, type MailTransport } from './port.ts';

/** How long the mail server may be silent before the letter is tried again later, in milliseconds. */
const patience = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 };

/**
 * Hands letters to a mail server by SMTP. A refusal for good (5xx) of one letter is a `LetterRefused`; everything else (the
 * server is away, says 4xx, or falls silent) is thrown as it is, and the letter is tried again later.
 * @param url `smtps://name:password@mail.example:465` or `smtp://…:587`; with smtp the connection is encrypted by STARTTLS
 * whenever a name is given
 */
export function smtpMail(url: string, from: Address, waits: Partial<typeof patience> = {}): MailTransport {
  const { protocol, hostname, port, username, password } = new URL(url);
  const secure = protocol === 'smtps:';
  const transport = createTransport({
    host: hostname,
    port: Number(port) || (secure ? 465 : 587),
    secure,
    requireTLS: !secure && username !== '',
    ...(username === ''
      ? {}
      : { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }),
    pool: true,
    maxConnections: 2,
    ...patience,
    ...waits,
  });
  return {
    async send(letter) {
      try {
        await transport.sendMail(messageOf(letter, from));
      } catch (error) {
        const { responseCode, command } = error as { responseCode?: number; command?: string };
        const isOfThisLetter = command === 'RCPT TO' || command === 'DATA' || command === 'MAIL FROM';
        if (isOfThisLetter && responseCode !== undefined && responseCode >= 500)
          throw new LetterRefused((error as Error).message, { cause: error });
        throw error;
      }
    },
    async check() {
      await transport.verify();
    },
    close() {
      transport.close();
    },
  };
}
