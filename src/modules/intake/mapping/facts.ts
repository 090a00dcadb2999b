import type { ReadDocument, ReadField } from '../domain/reading.ts';

/** The fields of a reading by their paths; asked for as a draft needs them. */
export class Facts {
  private readonly byPath: ReadonlyMap<string, ReadField>;
  readonly document: ReadDocument;

  constructor(document: ReadDocument) {
    this.document = document;
    this.byPath = new Map(document.fields.map((field) => [field.path, field]));
  }

  field(path: string): ReadField | undefined {
    return this.byPath.get(path);
  }

  /** A text that is there and not empty. */
  text(path: string): string | undefined {
    const value = this.byPath.get(path)?.value;
    return typeof value === 'string' && value.trim() !== '' ? value : undefined;
  }

  number(path: string): number | undefined {
    const value = this.byPath.get(path)?.value;
    return typeof value === 'number' ? value : undefined;
  }

  yesNo(path: string): boolean | undefined {
    const value = this.byPath.get(path)?.value;
    return typeof value === 'boolean' ? value : undefined;
  }

  /** Paths of a list's items in their order: `goals` → `goals.1`, `goals.2`. */
  items(list: string): string[] {
    const found = new Set<string>();
    for (const path of this.byPath.keys()) {
      if (!path.startsWith(`${list}.`)) continue;
      const [item = ''] = path.slice(list.length + 1).split('.');
      found.add(item);
    }
    return [...found]
      .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
      .map((item) => `${list}.${item}`);
  }
}

/** Spread into a draft's object: absent values stay absent. */
export function given<T extends object>(values: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}
