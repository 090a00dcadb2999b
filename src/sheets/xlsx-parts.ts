import { OverLimit } from '#kernel/cannot-read.ts';
import { limits } from '#kernel/reading-limits.ts';
import { formOfId } from './shown.ts';
import { walkXml } from './xml.ts';
import type { Zip } from './zip.ts';

/** How a cell looks, as far as it changes what is read from it. */
export interface Look {
  readonly form: string;
  readonly struck: boolean;
}

/** A text that cells share. */
export interface SharedText {
  readonly text: string;
  readonly struck: boolean;
}

export const isYes = (value: string | undefined): boolean => value === '1' || value === 'true';

/** The looks of cells, by the number that cells give. */
export function looksIn(zip: Zip): Look[] {
  const forms = new Map<number, string>();
  const struck: boolean[] = [];
  const looks: Look[] = [];
  const inside: string[] = [];
  walkXml(zip.text('xl/styles.xml'), {
    open({ name, get }) {
      inside.push(name);
      if (name === 'numFmt') forms.set(Number(get('numFmtId')), get('formatCode') ?? 'General');
      else if (name === 'font' && inside.at(-2) === 'fonts') struck.push(false);
      else if (name === 'strike' && inside.at(-2) === 'font' && inside.at(-3) === 'fonts')
        struck[struck.length - 1] = get('val') === undefined || isYes(get('val'));
      else if (name === 'xf' && inside.at(-2) === 'cellXfs') {
        const id = Number(get('numFmtId') ?? 0);
        looks.push({
          form: forms.get(id) ?? formOfId(id),
          struck: struck[Number(get('fontId') ?? 0)] ?? false,
        });
      }
    },
    close: () => void inside.pop(),
  });
  return looks;
}

/** Texts as Excel writes them: `_x000D_` is a sign of its own. */
const plain = (text: string): string =>
  text.replaceAll(/_x([0-9a-f]{4})_/gi, (_all, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );

/** Gathers the text of `si`, `is` and `text` elements: runs one after another, without readings aids, and what is crossed out in them. */
export class TextOfRuns {
  #pieces: string[] = [];
  #length = 0;
  #inText = false;
  #inAid = false;
  struck = false;

  open(name: string, get: (attribute: string) => string | undefined): void {
    if (name === 't') this.#inText = true;
    else if (name === 'rPh') this.#inAid = true;
    else if (name === 'strike') this.struck ||= get('val') === undefined || isYes(get('val'));
  }

  close(name: string): void {
    if (name === 't') this.#inText = false;
    else if (name === 'rPh') this.#inAid = false;
  }

  add(text: string): void {
    if (!this.#inText || this.#inAid) return;
    this.#length += text.length;
    if (this.#length > limits.cellLength) throw new OverLimit('over-cell-length', limits.cellLength);
    this.#pieces.push(text);
  }

  /** The text so far; the next begins. */
  take(): SharedText {
    const taken = { text: plain(this.#pieces.join('')), struck: this.struck };
    this.#pieces = [];
    this.#length = 0;
    this.struck = false;
    return taken;
  }
}

/** Texts that cells share, by their number. */
export function sharedTexts(xml: string | undefined): SharedText[] {
  const texts: SharedText[] = [];
  const runs = new TextOfRuns();
  walkXml(xml, {
    open: ({ name, get }) => runs.open(name, get),
    text: (text) => runs.add(text),
    close(name) {
      runs.close(name);
      if (name !== 'si') return;
      texts.push(runs.take());
      if (texts.length > limits.cells) throw new OverLimit('over-cells', limits.cells);
    },
  });
  return texts;
}

/** What a part of the workbook points to: the type of the relation, by its id. */
export function relationsOf(zip: Zip, part: string): Map<string, { type: string; to: string }> {
  const [folder, name] = [part.slice(0, part.lastIndexOf('/') + 1), part.slice(part.lastIndexOf('/') + 1)];
  const relations = new Map<string, { type: string; to: string }>();
  walkXml(zip.text(`${folder}_rels/${name}.rels`), {
    open({ name: element, get }) {
      const to = get('Target');
      if (element !== 'Relationship' || to === undefined || get('TargetMode') === 'External') return;
      relations.set(get('Id') ?? '', {
        type: (get('Type') ?? '').replace(/^.*\//, ''),
        to: new URL(to, `file:///${folder}`).pathname.slice(1),
      });
    },
  });
  return relations;
}

/** Comments of a sheet: the cell and its words. */
export function commentsIn(xml: string | undefined): { ref: string; text: string }[] {
  const found: { ref: string; text: string }[] = [];
  let ref: string | undefined;
  let pieces: string[] = [];
  let inText = false;
  walkXml(xml, {
    open({ name, get }) {
      if (name === 'comment' || name === 'threadedComment') ref = get('ref');
      else if (name === 't' || (name === 'text' && ref !== undefined)) inText = true;
    },
    text: (text) => void (inText && pieces.push(text)),
    close(name) {
      if (name === 't' || name === 'text') inText = false;
      if (name !== 'comment' && name !== 'threadedComment') return;
      if (ref !== undefined) found.push({ ref, text: plain(pieces.join('')).trim() });
      ref = undefined;
      pieces = [];
    },
  });
  return found;
}

/** The texts of pictures and boxes that lie on a sheet. */
export function textsOnTop(xml: string | undefined): string[] {
  const texts: string[] = [];
  let inText = false;
  walkXml(xml, {
    open({ name }) {
      inText = name === 't';
    },
    text(text) {
      if (inText && text.trim() !== '') texts.push(text.trim());
    },
    close() {
      inText = false;
    },
  });
  return texts;
}
