import type { Language } from '#kernel/localised.ts';
import { typefaceStyle } from './typeface.ts';

/** A text that may stand in a page as it is. */
export class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

type Part = string | number | Html | readonly Html[] | undefined;

/** HTML from a template: everything put into it is escaped unless it is HTML already. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return new Html(String.raw({ raw: strings }, ...parts.map(inHtml)));
}

function inHtml(part: Part): string {
  if (part === undefined) return '';
  if (part instanceof Html) return part.text;
  if (typeof part === 'object') return part.map((html) => html.text).join('');
  return String(part)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

export interface PlainPage {
  readonly language: Language;
  readonly title: string;
  readonly nonce: string;
  readonly body: Html;
  /** A line above everything, for the demonstration area. */
  readonly banner?: string | undefined;
  /** The same page in the other languages. */
  readonly languageLinks?: readonly { language: Language; href: string }[] | undefined;
}

const ownNames = { fi: 'Suomi', sv: 'Svenska', en: 'English' } as const;
const words = {
  fi: { skip: 'Siirry sisältöön', languages: 'Kieli' },
  sv: { skip: 'Gå till innehållet', languages: 'Språk' },
  en: { skip: 'Skip to content', languages: 'Language' },
} as const;

/** A page of the server's own (sign-in, errors): whole by itself, without scripts, in the look of the other pages. */
export function plainPage({ language, title, nonce, body, banner, languageLinks }: PlainPage): string {
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title} – Polku</title>
<link rel="icon" href="/favicon.svg" type="image/svg+xml">
<style nonce="${nonce}">${new Html(wholeStyle())}</style>
</head>
<body>
<a class="skip" href="#main">${words[language].skip}</a>
<header>
${banner === undefined ? undefined : html`<p class="banner"><span class="wrap">${banner}</span></p>`}
<div class="wrap top"><a class="brand" href="/">Polku</a>
${
  languageLinks === undefined
    ? undefined
    : html`<nav aria-label="${words[language].languages}"><ul class="languages">${languageLinks.map(
        (link) =>
          html`<li><a href="${link.href}" lang="${link.language}" hreflang="${link.language}" ${
            link.language === language ? new Html('aria-current="true"') : undefined
          }>${ownNames[link.language]}</a></li>`,
      )}</ul></nav>`
}
</div>
</header>
<main id="main" class="wrap" tabindex="-1">
${body}
</main>
</body>
</html>
`.text;
}

let typeface: string | undefined;

/** The typeface is looked up once, when the first such page is asked for. */
function wholeStyle(): string {
  typeface ??= typefaceStyle();
  return typeface + style;
}

// The colours and measures of the pages (web/ui/styles/tokens.css), for a page that needs no file but itself.
const style = `
*{box-sizing:border-box}
body{margin:0;min-height:100vh;background:#fff;color:hsl(0 0% 13%);font:1.0625rem/1.5 "Source Sans 3","Source Sans Pro","Helvetica Neue",Arial,"Liberation Sans",sans-serif;overflow-wrap:break-word}
.wrap{display:block;width:100%;max-width:62rem;margin-inline:auto;padding-inline:20px}
header{border-top:4px solid hsl(214 100% 24%);border-bottom:1px solid hsl(202 7% 80%)}
.banner{max-width:none;margin:0;padding-block:6px;background:hsl(42 100% 94%);border-bottom:1px solid hsl(42 93% 50%);font-size:.9375rem}
.top{display:flex;flex-wrap:wrap;align-items:center;justify-content:space-between;gap:10px 20px;padding-block:10px}
.brand{color:hsl(214 100% 24%);font-size:1.5rem;font-weight:600;text-decoration:none}
.languages{display:flex;gap:15px;list-style:none;margin:0;padding:0}
.languages a{display:inline-block;min-height:32px;padding:4px 0;text-decoration:none}
.languages a[aria-current]{color:hsl(0 0% 13%);font-weight:600;border-bottom:2px solid hsl(214 100% 24%)}
.skip{position:absolute;top:-100px;left:15px;padding:10px;background:#fff;border:2px solid hsl(212 63% 45%)}
.skip:focus{top:10px}
main{padding-block:30px 60px}
main:focus{outline:0}
h1{margin:0 0 15px;font-size:2rem;font-weight:600;line-height:1.15;letter-spacing:-.01em}
h2{margin:30px 0 15px;font-size:1.5rem;font-weight:600;line-height:1.25}
p{margin:0 0 15px;max-width:44rem}
a{color:hsl(212 63% 37%)}
a:hover{color:hsl(214 100% 24%)}
:focus-visible{outline:3px solid hsl(196 77% 44%);outline-offset:2px;border-radius:2px}
.people{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(19rem,100%),1fr));gap:15px;list-style:none;margin:0;padding:0}
.people form{height:100%}
.person{display:flex;flex-direction:column;justify-content:flex-start;width:100%;height:100%;padding:15px 20px;border:1px solid hsl(202 7% 80%);border-left:4px solid hsl(212 63% 45%);border-radius:4px;background:#fff;color:inherit;font:inherit;text-align:left;cursor:pointer}
.person:hover{background:hsl(212 63% 95%);border-color:hsl(212 63% 45%)}
.person b{display:block;color:hsl(212 63% 37%);font-size:1.1875rem;font-weight:600}
.person .role{display:block;color:hsl(202 7% 35%);font-size:1rem}
.person .says{display:block;margin-top:6px;font-size:1rem}
label{display:block;margin-bottom:4px;font-size:1rem;font-weight:600}
.search{display:flex;max-width:36rem;margin-bottom:20px}
.search input{flex:1;min-width:0;min-height:44px;padding:8px 10px;border:1px solid hsl(201 7% 46%);border-right:0;border-radius:2px 0 0 2px;font:inherit;font-size:1rem}
.button{display:inline-flex;align-items:center;min-height:44px;padding:8px 18px;border:1px solid hsl(212 63% 37%);border-radius:2px;background:hsl(212 63% 37%);color:#fff;font:inherit;font-size:1rem;font-weight:600;text-decoration:none;cursor:pointer}
.button:hover{background:hsl(214 100% 24%);color:#fff}
.button.quiet{background:#fff;color:hsl(212 63% 37%)}
.actions{display:flex;flex-wrap:wrap;gap:10px;margin-top:20px}
code{font-family:ui-monospace,"DejaVu Sans Mono",monospace;font-size:.9em}
`;
