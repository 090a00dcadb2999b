/** A telephone number that a phone can call; the number stays as it was written. */
export function Phone({ number }: { readonly number: string }) {
  return <a href={`tel:${number.replace(/(?!^\+)[^\d]/g, '')}`}>{number}</a>;
}

/** An e-mail address that opens a letter. */
export function Email({ address }: { readonly address: string }) {
  return <a href={`mailto:${address}`}>{address}</a>;
}
