import { Parser } from 'saxen';
import { NotASheet } from './sheet.ts';

/** An element as it opens; the prefix of a name is left out, that of an attribute is kept. */
export interface Element {
  readonly name: string;
  /** The value of an attribute, its entities read; undefined when there is none. */
  readonly get: (attribute: string) => string | undefined;
}

interface Listener {
  readonly open?: (element: Element) => void;
  readonly close?: (name: string) => void;
  readonly text?: (text: string) => void;
}

const bare = (name: string) => name.slice(name.indexOf(':') + 1);

/** Goes through an XML text once, from its beginning to its end. @throws NotASheet when it is none */
export function walkXml(xml: string | undefined, { open, close, text }: Listener): void {
  if (xml === undefined) return;
  const parser = new Parser();
  let failed: unknown;
  if (open)
    parser.on('openTag', (name, attributes, decode) => {
      let all: Record<string, string> | undefined;
      open({
        name: bare(name),
        get: (attribute) => {
          all ??= attributes();
          const value = all[attribute];
          return value === undefined ? undefined : decode(value);
        },
      });
    });
  if (close) parser.on('closeTag', (name) => close(bare(name)));
  if (text) {
    parser.on('text', (value, decode) => text(decode(value)));
    parser.on('cdata', (value) => text(value));
  }
  parser.on('error', (error) => {
    failed ??= error;
    parser.stop();
  });
  // What looks odd and can be read is no fault.
  parser.on('warn', () => {});
  parser.parse(xml.replace(/^\ufeff/, ''));
  if (failed !== undefined) throw new NotASheet('sheet-unreadable', failed);
}
