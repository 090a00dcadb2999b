import type { Letter } from './port.ts';

/** What mail programs are told besides the text: whose language, that no answer is read, and the letter's own name. */
export function messageOf({ id, to, subject, text, language, at }: Letter, from: Address) {
  return {
    messageId: `<${id}@${from.address.split('@')[1] ?? 'polku.invalid'}>`,
    date: at,
    from,
    to,
    subject,
    text,
    headers: { 'Content-Language': language, 'Auto-Submitted': 'auto-generated' },
    textEncoding: 'base64',
    disableUrlAccess: true,
    disableFileAccess: true,
  } as const;
}

export interface Address {
  readonly name: string;
  readonly address: string;
}
