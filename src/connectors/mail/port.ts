/** A plain text letter to one person. */
export interface Letter {
  /** Stays the same when a letter is sent again after a fault, so that a mail program shows it once. */
  readonly id: string;
  readonly to: { readonly name: string; readonly address: string };
  readonly subject: string;
  readonly text: string;
  readonly language: string;
  readonly at: Date;
}

/** How letters leave the house. */
export interface MailTransport {
  /**
   * Hands one letter over.
   * @throws LetterRefused when it will never be taken; anything else means that it is to be tried again later
   */
  send(letter: Letter): Promise<void>;
  /** Can letters be handed over now? Throws why not. */
  check?(): Promise<void>;
  close?(): void;
}

/** The mail server will not take this letter, now or later. */
export class LetterRefused extends Error {}
