/** A contact person of a company as people tell one from another. */
export type ContactLook = {
  readonly name: string;
  readonly position?: string | null | undefined;
  readonly phone?: string | null | undefined;
  readonly email?: string | null | undefined;
};

const details = ({ position, phone, email }: ContactLook) =>
  [position, phone, email].map((detail) => plain(detail ?? ''));

const plain = (text: string) => text.trim().replaceAll(/\s+/g, ' ').toLocaleLowerCase('fi');

/**
 * Would the new contact person look like one who is there: the same name, and no detail that tells them apart? A detail
 * tells when the new one has it and the other has another or none.
 */
export function isLikeAnother(added: ContactLook, there: readonly ContactLook[]): boolean {
  return there
    .filter(({ name }) => plain(name) === plain(added.name))
    .some((other) => {
      const known = details(other);
      return details(added).every((detail, at) => detail === '' || detail === known[at]);
    });
}
