/** A file of a report from the last part of an address: `fi.pdf`, `sv.docx`. */
export function fileOf(name: string): { language: 'fi' | 'sv' | 'en'; format: 'pdf' | 'docx' } | undefined {
  const found = /^(fi|sv|en)\.(pdf|docx)$/.exec(name);
  if (!found) return undefined;
  return { language: found[1] as 'fi' | 'sv' | 'en', format: found[2] as 'pdf' | 'docx' };
}

const types = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const;

/** The bytes as they were made, with their own name and fingerprint. */
export function fileAnswer(
  file: { bytes: Uint8Array; sha256: string; period: string },
  name: { language: string; format: 'pdf' | 'docx' },
): Response {
  return new Response(new Uint8Array(file.bytes), {
    headers: {
      'content-type': types[name.format],
      'content-disposition': `attachment; filename="polku-${file.period}-${name.language}.${name.format}"`,
      etag: `"${file.sha256}"`,
    },
  });
}
