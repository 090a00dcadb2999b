/** A plain text letter to one person. */
export interface Letter {
  /** Stays the same when a letter is sent again after a fault, so that nobody gets it twice. */
  readonly id: string;
  readonly to: { readonly name: string; readonly address: string };
  readonly subject: string;
  readonly text: string;
  readonly language: string;
  readonly at: Date;
}

/** How letters leave the house. */
export interface MailTransport {
  /** Hands one letter over. Throws when it could not; then it is tried again later. */
  send(letter: Letter): Promise<void>;
}
