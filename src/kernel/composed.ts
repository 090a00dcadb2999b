/** Marks that stand over and under letters, without the one that parts them. */
const manyMarks = /[\p{M}--\u034f]{30}(?=[\p{M}--\u034f])/gv;

/**
 * A text in one form of letters (NFC). Composing sorts the marks of a letter, in time that grows with the square of their
 * number: as Unicode advises (UAX 15, stream-safe text), a sign that cannot be seen parts them after each thirty.
 */
export const composed = (text: string): string => text.replace(manyMarks, '$&\u034f').normalize('NFC');
