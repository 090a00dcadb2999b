const beyondLatin1 = '€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ';

/** Only letters that the built-in fonts have (Windows-1252); hard spaces become spaces, a minus a dash, other letters lose their marks. */
export function western(text: string): string {
  const writable = (letter: string) =>
    letter === '\n' || (letter >= ' ' && letter.codePointAt(0)! <= 0xff) || beyondLatin1.includes(letter);
  const plain = text.replace(/[\u00a0\u202f\t]/g, ' ').replaceAll('\u2212', '–');
  if (/^[\n\x20-\x7e\xa1-\xff€–]*$/.test(plain)) return plain;
  return [...plain]
    .map((letter) => {
      if (writable(letter)) return letter;
      const bare = letter.normalize('NFD').replace(/\p{M}/gu, '');
      return bare !== '' && [...bare].every(writable) ? bare : '?';
    })
    .join('');
}
