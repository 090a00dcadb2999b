import { type Document, toDocx, toPdf } from '#documents';
import { plainLetters } from '#kernel/letters.ts';

const kinds = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const;

/** A document as the file that the address asks for: PDF, or Word when it ends with `.docx`. */
export async function fileOf(request: Request, document: Document, title: string): Promise<Response> {
  const kind = new URL(request.url).pathname.endsWith('.docx') ? 'docx' : 'pdf';
  const bytes = kind === 'pdf' ? await toPdf(document) : await toDocx(document);
  const name = plainLetters(title).replaceAll(' ', '-');
  return new Response(new Uint8Array(bytes), {
    headers: {
      'cache-control': 'no-store',
      'content-type': kinds[kind],
      'content-disposition': `attachment; filename="${name}.${kind}"`,
    },
  });
}
