/** Files up to 9 MiB: a form of a page may be 10 MiB. */
export const largestFile = 9 * 1024 * 1024;

const office = 'application/vnd.openxmlformats-officedocument';
const kinds = [
  { endings: ['pdf'], mediaType: 'application/pdf', begins: [0x25, 0x50, 0x44, 0x46] },
  { endings: ['docx'], mediaType: `${office}.wordprocessingml.document`, begins: [0x50, 0x4b, 0x03, 0x04] },
  { endings: ['xlsx'], mediaType: `${office}.spreadsheetml.sheet`, begins: [0x50, 0x4b, 0x03, 0x04] },
  { endings: ['png'], mediaType: 'image/png', begins: [0x89, 0x50, 0x4e, 0x47] },
  { endings: ['jpg', 'jpeg'], mediaType: 'image/jpeg', begins: [0xff, 0xd8, 0xff] },
] as const;

export const acceptedEndings = [...kinds.flatMap((kind) => kind.endings), 'txt', 'csv'];

/** What a file is, by its name and by its first bytes alike; undefined when it is of no accepted kind or lies. */
export function mediaTypeOf(name: string, content: Uint8Array): string | undefined {
  const ending = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase();
  if (ending === 'txt' || ending === 'csv') {
    try {
      const text = new TextDecoder('utf-8', { fatal: true }).decode(content);
      return text.includes('\u0000')
        ? undefined
        : ending === 'csv'
          ? 'text/csv; charset=utf-8'
          : 'text/plain; charset=utf-8';
    } catch {
      return undefined;
    }
  }
  const kind = kinds.find((row) => (row.endings as readonly string[]).includes(ending ?? ''));
  return kind?.begins.every((byte, at) => content[at] === byte) ? kind.mediaType : undefined;
}
