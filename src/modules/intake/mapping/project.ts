import { z } from 'zod';
import { ProjectDraft } from '#projects';
import type { ReadField } from '../domain/reading.ts';
import { type Facts, given } from './facts.ts';
import {
  aboutMany,
  costKindOf,
  costModelOf,
  type Draft,
  fundingOf,
  instrumentOf,
  purchaseKindOf,
  qualifierOf,
  stateOf,
  stepOf,
  wageMethodOf,
} from './project-codes.ts';

type Place = { at: { document: string; line: number }; printed: string };

/** The lists of a draft whose rows are read field by field. */
type ListName = {
  [K in keyof Draft]-?: NonNullable<Draft[K]> extends readonly object[] ? K : never;
}[keyof Draft];
type Item<K extends ListName> = NonNullable<Draft[K]>[number];
/** What of a row stands under another name, or is told by its words. */
type Own<T> = (
  item: string,
  text: (field: string) => string | undefined,
) => { readonly [F in keyof T]?: T[F] | undefined };

/**
 * What a reading states about one project, as the room of projects takes it. Nothing is computed: a blank stays blank,
 * and a value whose number was asked is absent until somebody answers.
 * @param key what the document is called in sources (`003`)
 */
export function projectDraft(facts: Facts, key: string): Draft | undefined {
  const { kind } = facts.document;
  if (kind === 'board-item' || kind === 'programme') return undefined;
  const name = facts.field('name');
  if (typeof name?.value !== 'string') return undefined;
  const to = new PlanMapper(facts, key);
  return {
    document: { key, kind, ...given({ datedOn: facts.text('datedOn') }) },
    name: to.said(name, name.value),
    ...given({
      registerNumbers: to.registerNumbers(),
      instrument: to.coded(['fund', 'instrument'], instrumentOf),
      programme: to.stated('programme'),
      priority: to.stated('priority'),
      objective: to.stated('objective'),
      call: to.stated('call'),
      callCode: to.stated('callCode'),
      aidForm: to.stated('aidForm'),
      implementers: to.coded(['implementers'], aboutMany),
      handler: to.stated('handler.name'),
      applicant: to.organisation('applicant'),
      authority: to.organisation('authority'),
      parts: to.rows('parts', 'partners', (item) => {
        const organisation = facts.text(item);
        return { organisation: organisation && upTo(organisation, 500), role: 'partner' as const };
      }),
      arrivedOn: to.stated('arrivedOn'),
      startsOn: to.stated('startsOn'),
      endsOn: to.stated('endsOn'),
      state: to.coded(['state'], stateOf),
      nationwide: to.answer('nationwide', (yes) => yes),
      regions: to.names('regions'),
      subRegions: to.names('subRegions'),
      municipalities: to.names('municipalities'),
      site: to.site(),
      targetGroups: to.rows('targetGroups', 'targetGroups', (_item, text) => ({
        reach: text('reach') === 'indirect' ? ('indirect' as const) : ('direct' as const),
      })),
      sections: to.sections(),
      goals: to.rows('goals', 'goals', to.under),
      measures: to.rows('measures', 'measures', to.under),
      workPackages: to.workPackages(),
      staff: to.rows('staff', 'staff'),
      costModel: to.coded(['costModel'], costModelOf),
      wageMethod: to.coded(['wageMethod'], wageMethodOf),
      aidRate: to.rate('aidRate'),
      costLines: to.rows('costLines', 'costs', (item, text) => {
        const kind = costKindOf(text('label') ?? '');
        // Income is deducted, whether the document prints it with a minus or without.
        return { kind, ...to.columns(item, kind === 'income' ? Math.abs : undefined) };
      }),
      fundingShares: to.fundingShares(),
      figures: to.figures(),
      indicators: to.rows('indicators', 'indicators', (item) => ({
        qualifier: qualifierOf(facts.field(`${item}.planned`)),
      })),
      outcomes: to.rows('outcomes', 'outcomes', (item, text) => ({
        kind: text('kind') === 'result' ? ('result' as const) : ('output' as const),
        qualifier: qualifierOf(facts.field(`${item}.amount`)),
      })),
      horizontal: to.rows('horizontal', 'principles'),
      links: to
        .names('programmeLinks.spearheads')
        ?.map(({ value, ...place }) => ({ name: value, relation: 'implements' as const, ...place })),
      proceedings: to.rows('proceedings', 'proceedings', (_item, text) => ({
        what: stepOf(text('body') ?? ''),
      })),
      verdict: to.answer('supported', (yes) => (yes ? 'supported' : 'not-supported')),
      rejectionReasons: facts.yesNo('supported') === true ? undefined : to.names('reasons'),
    }),
  };
}

const some = <T>(items: T[]): T[] | undefined => (items.length === 0 ? undefined : items);
const upTo = (text: string, length: number) => text.slice(0, length);
const positive = (value: number | undefined) => (value !== undefined && value >= 0 ? value : undefined);
const bare = (schema: z.core.$ZodType): z.core.$ZodType =>
  schema instanceof z.ZodOptional ? bare(schema.unwrap()) : schema;

class PlanMapper {
  private readonly facts: Facts;
  private readonly key: string;

  constructor(facts: Facts, key: string) {
    this.facts = facts;
    this.key = key;
  }

  place({ line, raw }: ReadField): Place {
    return { at: { document: this.key, line }, printed: upTo(raw, 20_000) };
  }

  said<T>(field: ReadField, value: T): { value: T } & Place {
    return { value, ...this.place(field) };
  }

  stated(path: string): ({ value: string } & Place) | undefined {
    const text = this.facts.text(path);
    return text === undefined ? undefined : this.said(this.facts.field(path)!, upTo(text, 500));
  }

  /** The code that the first text among the paths means. */
  coded<C extends string>(paths: readonly string[], codeOf: (text: string) => C | undefined) {
    const path = paths.find((row) => this.facts.text(row) !== undefined);
    const code = path === undefined ? undefined : codeOf(this.facts.text(path)!);
    return code === undefined ? undefined : this.said(this.facts.field(path!)!, code);
  }

  answer<T>(path: string, means: (yes: boolean) => T): ({ value: T } & Place) | undefined {
    const yes = this.facts.yesNo(path);
    return yes === undefined ? undefined : this.said(this.facts.field(path)!, means(yes));
  }

  rate(path: string): ({ value: number } & Place) | undefined {
    const rate = this.facts.number(path);
    return rate === undefined ? undefined : this.said(this.facts.field(path)!, rate);
  }

  names(list: string): ({ value: string } & Place)[] | undefined {
    return some(this.facts.items(list).flatMap((item) => this.stated(item) ?? []));
  }

  /** The rows of a list of the draft, each field of theirs read as the draft names it. */
  rows<K extends ListName>(list: K, path: string, own: Own<Item<K>> = () => ({})): Item<K>[] | undefined {
    const { element } = bare(ProjectDraft.shape[list]) as z.ZodArray<z.ZodObject>;
    return this.each(path, element, own) as Item<K>[] | undefined;
  }

  private each<T>(path: string, schema: z.ZodObject, own: Own<T> = () => ({})): object[] | undefined {
    return some(this.facts.items(path).flatMap((item) => this.object(item, schema, own) ?? []));
  }

  /** What stands at a path and below it, with its place; undefined when something is missing that must be there. */
  private object<T>(path: string, schema: z.ZodObject, own: Own<T>): object | undefined {
    const first = this.facts.document.fields.find(
      (field) => field.path === path || field.path.startsWith(`${path}.`),
    );
    if (first === undefined) return undefined;
    const told = own(path, (field) => this.facts.text(`${path}.${field}`));
    const { at: _at, printed: _printed, ...fields } = schema.shape;
    const read = Object.entries(fields).map(
      ([name, field]) =>
        [name, name in told ? told[name as keyof T] : this.value(`${path}.${name}`, bare(field))] as const,
    );
    const lacks = read.some(
      ([name, value]) => value === undefined && !(fields[name] instanceof z.ZodOptional),
    );
    return lacks ? undefined : { ...given(Object.fromEntries(read)), ...this.place(first) };
  }

  private value(path: string, schema: z.core.$ZodType): unknown {
    if (schema instanceof z.ZodArray)
      return schema.element instanceof z.ZodObject
        ? this.each(path, schema.element)
        : some(this.facts.items(path).flatMap((item) => this.facts.text(item) ?? []));
    if (schema instanceof z.ZodObject) return this.object(path, schema, () => ({}));
    if (schema instanceof z.ZodBoolean) return this.facts.yesNo(path);
    if (schema instanceof z.ZodNumber) {
      const number = this.facts.number(path);
      return /\.(year|toYear)$/.test(path) && !schema.safeParse(number).success ? undefined : number;
    }
    const text = this.facts.text(path);
    if (text === undefined) return undefined;
    if (schema instanceof z.ZodEnum) return schema.options.includes(text) ? text : undefined;
    return schema instanceof z.ZodString && schema.maxLength === 500 ? upTo(text, 500) : text;
  }

  registerNumbers(): Draft['registerNumbers'] {
    const forms = [
      ['projectCode', 'project-code'],
      ['registerNumber', 'register'],
      ['applicationNumber', 'application'],
    ] as const;
    return some(
      forms.flatMap(([path, form]) => {
        const { value: text, ...place } = this.stated(path) ?? {};
        return text === undefined ? [] : [{ form, text, ...place }];
      }),
    );
  }

  organisation(path: 'applicant' | 'authority'): Draft['applicant'] {
    const name = this.facts.field(`${path}.name`);
    if (typeof name?.value !== 'string') return undefined;
    const schema = bare(ProjectDraft.shape.applicant) as z.ZodObject;
    const read = this.object(path, schema, () => ({
      name: upTo(String(name.value), 500),
    })) as Draft['applicant'];
    const { contact } = read ?? {};
    const email = contact?.email?.replace(/\s?\(at\)\s?/, '@');
    return (
      read && {
        ...read,
        ...given({ contact: contact && { ...contact, ...given({ email }) } }),
        ...this.place(name),
      }
    );
  }

  site(): Draft['site'] {
    if (!this.facts.document.fields.some(({ path }) => path.startsWith('site.'))) return undefined;
    return given({
      street: this.facts.text('site.street'),
      postcode: this.facts.text('site.postcode'),
      city: this.facts.text('site.city'),
    });
  }

  sections(): Draft['sections'] {
    const { kind: kinds } = (bare(ProjectDraft.shape.sections) as z.ZodArray<z.ZodObject>).element.shape;
    const made = (kinds as z.ZodEnum).options.flatMap((kind) =>
      this.facts.items(`texts.${kind}`).map((item) => {
        const body = this.facts.field(`${item}.text`);
        const title = this.facts.text(`${item}.title`);
        const text = typeof body?.value === 'string' ? body.value : '';
        const field = body ?? this.facts.field(`${item}.title`)!;
        return {
          kind: kind as Item<'sections'>['kind'],
          ...given({ title: title === undefined ? undefined : upTo(title, 500) }),
          text: upTo(text, 100_000),
          at: { document: this.key, line: field.line },
        };
      }),
    );
    return some(made.toSorted((a, b) => a.at.line - b.at.line));
  }

  /** A document counts from one. */
  under = (item: string) => {
    const under = this.facts.number(`${item}.under`);
    return { under: under === undefined ? undefined : under - 1 };
  };

  workPackages(): Draft['workPackages'] {
    return this.rows('workPackages', 'workPackages', (item, text) => {
      const words = [text('text'), text('actions')].filter(Boolean).join('\n\n');
      const name = text('name') ?? text('nameInActions') ?? text('code');
      return {
        name: name && upTo(name, 500),
        text: words === '' ? undefined : upTo(words, 100_000),
        purchases: this.purchases(item),
        total: this.total(item),
      };
    });
  }

  private purchases(item: string) {
    const packages = (bare(ProjectDraft.shape.workPackages) as z.ZodArray<z.ZodObject>).element.shape;
    const { element } = bare(packages.purchases!) as z.ZodArray<z.ZodObject>;
    type Purchase = NonNullable<Item<'workPackages'>['purchases']>[number];
    return this.each<Purchase>(`${item}.purchases`, element, (purchase, text) => ({
      kind: purchaseKindOf(text('label') ?? ''),
      qualifier: qualifierOf(this.facts.field(`${purchase}.amount`)),
    })) as Purchase[] | undefined;
  }

  private total(item: string): Item<'workPackages'>['total'] {
    const field = this.facts.field(`${item}.total.amount`);
    if (typeof field?.value !== 'number') return undefined;
    return {
      amount: field.value,
      ...given({ qualifier: qualifierOf(field), called: this.facts.text(`${item}.total.called`) }),
      ...this.place(field),
    };
  }

  columns(item: string, as: (cents: number) => number = (cents) => cents) {
    const cents = (column: string) => {
      const value = this.facts.number(`${item}.${column}`);
      return value === undefined ? undefined : as(value);
    };
    return {
      requested: cents('requested') ?? cents('amount'),
      approved: cents('approved'),
      rejected: cents('rejected'),
    };
  }

  /** Own funding waits for the first condition told. */
  fundingShares(): Draft['fundingShares'] {
    const shape = (bare(ProjectDraft.shape.fundingShares) as z.ZodArray<z.ZodObject>).element.shape;
    return this.rows('fundingShares', 'funding', (item, text) => {
      const { source, role } = fundingOf(text('label') ?? '');
      const condition = role === 'own' ? this.value('conditions.1', bare(shape.condition!)) : undefined;
      return {
        source,
        role,
        printedShare: positive(this.facts.number(`${item}.share`)),
        condition: condition as Item<'fundingShares'>['condition'],
        ...this.columns(item),
      };
    });
  }

  figures(): Draft['figures'] {
    const { facts } = this;
    const shape = (bare(ProjectDraft.shape.figures) as z.ZodArray<z.ZodObject>).element;
    const figure = (path: string, kind: Item<'figures'>['kind'], amountPath = path) => {
      const field = facts.field(amountPath);
      if (typeof field?.value !== 'number') return [];
      const read = this.object<Item<'figures'>>(path, shape, () => ({
        kind,
        amount: Number(field.value),
        printedShare: positive(facts.number(`${path}.share`)),
        qualifier: qualifierOf(field),
      }));
      return read === undefined ? [] : [{ ...read, ...this.place(field) } as Item<'figures'>];
    };
    const each = (list: string, kind: Item<'figures'>['kind']) =>
      facts.items(list).flatMap((item) => figure(item, kind, `${item}.amount`));
    return some([
      ...(['granted', 'realised', 'public-planned', 'public-realised'] as const).flatMap((kind) =>
        figure(`figures.${kind}`, kind),
      ),
      ...each('figures.costs-total', 'costs-total'),
      ...each('figures.wages', 'wages'),
      ...figure('costsTotal', 'costs-total', 'costsTotal.requested'),
      ...figure('fundingTotal', 'funding-total', 'fundingTotal.requested'),
      // Own funding told in prose is a figure of its own only where no table has it (F-03: the table binds).
      ...(facts.items('funding').length === 0 ? each('figures.own-share', 'own-share') : []),
    ]);
  }
}
