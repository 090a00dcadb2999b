import type { ReadField } from '../domain/reading.ts';
import { type Facts, given } from './facts.ts';
import {
  costKindOf,
  type Draft,
  fundingOf,
  type Item,
  instrumentOf,
  looseness,
  purchaseKindOf,
} from './project-codes.ts';

type Place = { at: { document: string; line: number }; printed: string };
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
  const to = new Stating(facts, key);
  return {
    document: { key, kind, ...given({ datedOn: to.day('datedOn') }) },
    name: to.said(name, name.value),
    ...given({
      registerNumbers: to.registerNumbers(),
      instrument: to.instrument(),
      programme: to.stated('programme'),
      priority: to.stated('priority'),
      objective: to.stated('objective'),
      call: to.stated('call'),
      callCode: to.stated('callCode'),
      aidForm: to.stated('aidForm'),
      implementers: to.implementers(),
      handler: to.stated('handler.name'),
      applicant: to.organisation('applicant'),
      authority: to.organisation('authority'),
      parts: to.parts(),
      arrivedOn: to.statedDay('arrivedOn'),
      startsOn: to.statedDay('startsOn'),
      endsOn: to.statedDay('endsOn'),
      state: to.state(),
      nationwide: to.nationwide(),
      regions: to.names('regions'),
      subRegions: to.names('subRegions'),
      municipalities: to.names('municipalities'),
      site: to.site(),
      targetGroups: to.targetGroups(),
      sections: to.sections(),
      goals: to.goals(),
      measures: to.measures(),
      workPackages: to.workPackages(),
      staff: to.staff(),
      costModel: to.costModel(),
      wageMethod: to.wageMethod(),
      aidRate: to.aidRate(),
      costLines: to.costLines(),
      fundingShares: to.fundingShares(),
      figures: to.figures(),
      indicators: to.indicators(),
      outcomes: to.outcomes(),
      horizontal: to.horizontal(),
      links: to.links(),
      proceedings: to.proceedings(),
      verdict: to.verdict(),
      rejectionReasons: to.reasons(),
    }),
  };
}

const years = (year: number | undefined) =>
  year !== undefined && year >= 1990 && year <= 2100 ? year : undefined;
const some = <T>(items: T[]): T[] | undefined => (items.length === 0 ? undefined : items);
const upTo = (text: string, length: number) => text.slice(0, length);

class Stating {
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

  day(path: string): string | undefined {
    return this.facts.text(path);
  }

  statedDay(path: string): ({ value: string } & Place) | undefined {
    const day = this.day(path);
    return day === undefined ? undefined : this.said(this.facts.field(path)!, day);
  }

  /** An object from its first field that is there, with its place. */
  private from<T extends object>(
    path: string,
    make: (field: ReadField) => T | undefined,
  ): (T & Place) | undefined {
    const field = this.facts.document.fields.find(
      ({ path: one }) => one === path || one.startsWith(`${path}.`),
    );
    const made = field && make(field);
    return made && { ...made, ...this.place(field) };
  }

  private each<T extends object>(
    list: string,
    make: (item: string, field: ReadField) => T | undefined,
  ): (T & Place)[] | undefined {
    return some(
      this.facts.items(list).flatMap((item) => {
        const made = this.from(item, (field) => make(item, field));
        return made ? [made] : [];
      }),
    );
  }

  names(list: string): ({ value: string } & Place)[] | undefined {
    return some(this.facts.items(list).flatMap((item) => this.stated(item) ?? []));
  }

  registerNumbers(): Item<'registerNumbers'>[] | undefined {
    const forms = [
      ['projectCode', 'project-code'],
      ['registerNumber', 'register'],
      ['applicationNumber', 'application'],
    ] as const;
    return some(
      forms.flatMap(([path, form]) => {
        const text = this.facts.text(path);
        return text === undefined
          ? []
          : [{ form, text: upTo(text, 500), ...this.place(this.facts.field(path)!) }];
      }),
    );
  }

  instrument(): Draft['instrument'] {
    const field = [this.facts.field('fund'), this.facts.field('instrument')].find(
      (one) => typeof one?.value === 'string',
    );
    return field && this.said(field, instrumentOf(String(field.value)));
  }

  implementers(): Draft['implementers'] {
    const text = this.facts.text('implementers');
    if (text === undefined) return undefined;
    const many = /yhteishanke|usea|useamman|monta|siirto(?! -menettely)|useita/i.test(text);
    const one = /yhden|yksi|vain/i.test(text);
    if (!many && !one) return undefined;
    return this.said(this.facts.field('implementers')!, many ? 'many' : 'one');
  }

  organisation(path: 'applicant' | 'authority'): Draft['applicant'] {
    const name = this.facts.field(`${path}.name`);
    if (typeof name?.value !== 'string') return undefined;
    const text = (part: string) => {
      const value = this.facts.text(`${path}.${part}`);
      return value === undefined ? undefined : upTo(value, 500);
    };
    const contact = this.from(`${path}.contact`, () =>
      given({
        name: text('contact.name'),
        position: text('contact.position'),
        email: text('contact.email')?.replace(/\s?\(at\)\s?/, '@'),
        phone: text('contact.phone'),
      }),
    );
    return {
      name: upTo(name.value, 500),
      ...given({
        type: text('type'),
        businessId: text('businessId'),
        street: text('street'),
        postcode: text('postcode'),
        city: text('city'),
        phone: text('phone'),
        web: text('web'),
        contact,
      }),
      ...this.place(name),
    };
  }

  parts(): Item<'parts'>[] | undefined {
    return this.each('partners', (item) => {
      const organisation = this.facts.text(item);
      return organisation === undefined
        ? undefined
        : { organisation: upTo(organisation, 500), role: 'partner' as const };
    });
  }

  state(): Draft['state'] {
    const text = this.facts.text('state');
    if (text === undefined) return undefined;
    const state = /päättynyt|loppunut|päätetty/i.test(text)
      ? 'ended'
      : /käynnissä|meneillään|toiminnassa/i.test(text)
        ? 'running'
        : /hylätty|kielteinen/i.test(text)
          ? 'rejected'
          : /myönnetty|hyväksytty/i.test(text)
            ? 'granted'
            : undefined;
    return state && this.said(this.facts.field('state')!, state);
  }

  nationwide(): Draft['nationwide'] {
    const answer = this.facts.yesNo('nationwide');
    return answer === undefined ? undefined : this.said(this.facts.field('nationwide')!, answer);
  }

  site(): Draft['site'] {
    if (!this.facts.document.fields.some(({ path }) => path.startsWith('site.'))) return undefined;
    return given({
      street: this.facts.text('site.street'),
      postcode: this.facts.text('site.postcode'),
      city: this.facts.text('site.city'),
    });
  }

  targetGroups(): Item<'targetGroups'>[] | undefined {
    return this.each('targetGroups', (item) => {
      const text = this.facts.text(`${item}.text`);
      const reach =
        this.facts.text(`${item}.reach`) === 'indirect' ? ('indirect' as const) : ('direct' as const);
      return text === undefined ? undefined : { reach, text: upTo(text, 20_000) };
    });
  }

  sections(): Item<'sections'>[] | undefined {
    const kinds = [
      'summary',
      'need',
      'goals',
      'actions',
      'results',
      'adoption',
      'cooperation',
      'cost-notes',
      'final-report',
      'other',
    ] as const;
    const made = kinds.flatMap((kind) =>
      this.facts.items(`texts.${kind}`).map((item) => {
        const body = this.facts.field(`${item}.text`);
        const title = this.facts.text(`${item}.title`);
        const text = typeof body?.value === 'string' ? body.value : '';
        const field = body ?? this.facts.field(`${item}.title`)!;
        return {
          kind,
          ...given({ title: title === undefined ? undefined : upTo(title, 500) }),
          text: upTo(text, 100_000),
          at: { document: this.key, line: field.line },
        };
      }),
    );
    return some(made.toSorted((a, b) => a.at.line - b.at.line));
  }

  goals(): Item<'goals'>[] | undefined {
    return this.each('goals', (item) => {
      const text = this.facts.text(`${item}.text`);
      const under = this.facts.number(`${item}.under`);
      return text === undefined
        ? undefined
        : { text, ...given({ under: under === undefined ? undefined : under - 1 }) };
    });
  }

  measures(): Item<'measures'>[] | undefined {
    return this.each('measures', (item) => {
      const text = this.facts.text(`${item}.text`);
      const under = this.facts.number(`${item}.under`);
      const year = years(this.facts.number(`${item}.year`));
      return text === undefined
        ? undefined
        : { text, ...given({ year, under: under === undefined ? undefined : under - 1 }) };
    });
  }

  workPackages(): Item<'workPackages'>[] | undefined {
    return this.each('workPackages', (item) => {
      const code = this.facts.text(`${item}.code`);
      const name = this.facts.text(`${item}.name`) ?? this.facts.text(`${item}.nameInActions`);
      if (code === undefined) return undefined;
      const text = [this.facts.text(`${item}.text`), this.facts.text(`${item}.actions`)]
        .filter(Boolean)
        .join('\n\n');
      return {
        code,
        name: upTo(name ?? code, 500),
        ...given({
          text: text === '' ? undefined : upTo(text, 100_000),
          needs: some(this.facts.items(`${item}.needs`).flatMap((need) => this.facts.text(need) ?? [])),
          purchases: this.purchases(item),
          total: this.total(item),
        }),
      };
    });
  }

  private purchases(item: string): NonNullable<Item<'workPackages'>['purchases']> | undefined {
    return this.each(`${item}.purchases`, (purchase) => {
      const amount = this.facts.number(`${purchase}.amount`);
      const label = this.facts.text(`${purchase}.label`);
      if (amount === undefined || label === undefined) return undefined;
      return {
        kind: purchaseKindOf(label),
        label: upTo(label, 500),
        amount,
        ...given({ qualifier: looseness(this.facts.field(`${purchase}.amount`)) }),
      };
    });
  }

  private total(item: string): Item<'workPackages'>['total'] {
    const field = this.facts.field(`${item}.total.amount`);
    if (typeof field?.value !== 'number') return undefined;
    return {
      amount: field.value,
      ...given({ qualifier: looseness(field), called: this.facts.text(`${item}.total.called`) }),
      ...this.place(field),
    };
  }

  staff(): Item<'staff'>[] | undefined {
    return this.each('staff', (item) => {
      const position = this.facts.text(`${item}.position`);
      return position === undefined ? undefined : { position: upTo(position, 500) };
    });
  }

  costModel(): Draft['costModel'] {
    const text = this.facts.text('costModel');
    if (text === undefined) return undefined;
    const rate = /(\d{1,2}) ?%/.exec(text)?.[1];
    const flat = (['40', '25', '20', '15', '7', '17', '24'] as const).find((one) => one === rate);
    const model =
      flat && /flat|kiinteä|prosent|%/i.test(text)
        ? (`flat-rate-${flat}` as const)
        : /kertakorvau|lump|engångs/i.test(text)
          ? ('lump-sum' as const)
          : /yksikkökustannu|enhetskostnad/i.test(text)
            ? ('unit-costs' as const)
            : /todelli|tosiasial|faktisk/i.test(text)
              ? ('real-costs' as const)
              : undefined;
    return model && this.said(this.facts.field('costModel')!, model);
  }

  wageMethod(): Draft['wageMethod'] {
    const text = this.facts.text('wageMethod');
    if (text === undefined) return undefined;
    const method = /yksikkökustannu|enhetskostnad/i.test(text)
      ? ('unit-cost-1720' as const)
      : /sivukulu/i.test(text)
        ? ('side-costs' as const)
        : /todelli|tosiasial|faktisk/i.test(text)
          ? ('real' as const)
          : undefined;
    return method && this.said(this.facts.field('wageMethod')!, method);
  }

  aidRate(): Draft['aidRate'] {
    const rate = this.facts.number('aidRate');
    return rate === undefined ? undefined : this.said(this.facts.field('aidRate')!, rate);
  }

  private columns(item: string, as: (cents: number) => number = (cents) => cents) {
    const cents = (column: string) => {
      const value = this.facts.number(`${item}.${column}`);
      return value === undefined ? undefined : as(value);
    };
    return given({
      requested: cents('requested') ?? cents('amount'),
      approved: cents('approved'),
      rejected: cents('rejected'),
    });
  }

  costLines(): Item<'costLines'>[] | undefined {
    return this.each('costs', (item) => {
      const label = this.facts.text(`${item}.label`);
      if (label === undefined) return undefined;
      const kind = costKindOf(label);
      return {
        kind,
        label: upTo(label, 500),
        ...given({ year: years(this.facts.number(`${item}.year`)) }),
        // Income is deducted, whether the document prints it with a minus or without.
        ...this.columns(item, kind === 'income' ? Math.abs : undefined),
      };
    });
  }

  fundingShares(): Item<'fundingShares'>[] | undefined {
    return this.each('funding', (item) => {
      const label = this.facts.text(`${item}.label`);
      if (label === undefined) return undefined;
      const { source, role } = fundingOf(label);
      const condition = role === 'own' ? this.condition() : undefined;
      return {
        source,
        role,
        label: upTo(label, 500),
        ...given({
          year: years(this.facts.number(`${item}.year`)),
          printedShare: positive(this.facts.number(`${item}.share`)),
          condition,
        }),
        ...this.columns(item),
      };
    });
  }

  /** Own funding that waits for a decision: the first condition told. */
  private condition(): Item<'fundingShares'>['condition'] {
    return this.from('conditions.1', () => {
      const text = this.facts.text('conditions.1.text');
      return text === undefined
        ? undefined
        : {
            text,
            ...given({
              body: this.facts.text('conditions.1.body'),
              expectedOn: this.facts.text('conditions.1.expectedOn'),
            }),
          };
    });
  }

  figures(): Item<'figures'>[] | undefined {
    const made: Item<'figures'>[] = [];
    const put = (path: string, kind: Item<'figures'>['kind'], amountPath = path) => {
      const field = this.facts.field(amountPath);
      if (typeof field?.value !== 'number') return;
      made.push({
        kind,
        amount: field.value,
        ...given({
          approved: this.facts.number(`${path}.approved`),
          rejected: this.facts.number(`${path}.rejected`),
          printedShare: positive(this.facts.number(`${path}.share`)),
          year: years(this.facts.number(`${path}.year`)),
          toYear: years(this.facts.number(`${path}.toYear`)),
          qualifier: looseness(field),
        }),
        ...this.place(field),
      });
    };
    for (const kind of ['granted', 'realised', 'public-planned', 'public-realised'] as const)
      put(`figures.${kind}`, kind);
    for (const item of this.facts.items('figures.costs-total')) put(item, 'costs-total', `${item}.amount`);
    for (const item of this.facts.items('figures.wages')) put(item, 'wages', `${item}.amount`);
    put('costsTotal', 'costs-total', 'costsTotal.requested');
    put('fundingTotal', 'funding-total', 'fundingTotal.requested');
    // Own funding told in prose is a figure of its own only where no table has it (F-03: the table binds).
    if (this.facts.items('funding').length === 0)
      for (const item of this.facts.items('figures.own-share')) put(item, 'own-share', `${item}.amount`);
    return some(made);
  }

  indicators(): Item<'indicators'>[] | undefined {
    return this.each('indicators', (item) => {
      const name = this.facts.text(`${item}.name`);
      if (name === undefined) return undefined;
      const kind = this.facts.text(`${item}.kind`);
      return {
        name: upTo(name, 500),
        ...given({
          kind: kind === 'result' || kind === 'output' ? kind : undefined,
          baseline: this.facts.number(`${item}.baseline`),
          planned: this.facts.number(`${item}.planned`),
          realised: this.facts.number(`${item}.realised`),
          qualifier: looseness(this.facts.field(`${item}.planned`)),
          breakdown: this.each(`${item}.breakdown`, (part) => {
            const label = this.facts.text(`${part}.label`);
            const planned = this.facts.number(`${part}.planned`);
            return label === undefined || planned === undefined ? undefined : { label, planned };
          }),
        }),
      };
    });
  }

  outcomes(): Item<'outcomes'>[] | undefined {
    return this.each('outcomes', (item) => {
      const text = this.facts.text(`${item}.text`);
      if (text === undefined) return undefined;
      return {
        kind: this.facts.text(`${item}.kind`) === 'result' ? ('result' as const) : ('output' as const),
        text,
        ...given({
          workPackage: this.facts.text(`${item}.workPackage`),
          amount: this.facts.number(`${item}.amount`),
          qualifier: looseness(this.facts.field(`${item}.amount`)),
        }),
      };
    });
  }

  horizontal(): Item<'horizontal'>[] | undefined {
    return this.each('principles', (item) => {
      const question = this.facts.text(`${item}.question`);
      if (question === undefined) return undefined;
      return {
        question: upTo(question, 500),
        ...given({
          section: this.facts.text(`${item}.section`),
          answer: this.facts.yesNo(`${item}.answer`),
          direct: this.facts.number(`${item}.direct`),
          indirect: this.facts.number(`${item}.indirect`),
          text: this.facts.text(`${item}.text`),
        }),
      };
    });
  }

  links(): Item<'links'>[] | undefined {
    const implemented = this.names('programmeLinks.spearheads') ?? [];
    return some(
      implemented.map(({ value, ...place }) => ({ name: value, relation: 'implements' as const, ...place })),
    );
  }

  proceedings(): Item<'proceedings'>[] | undefined {
    return this.each('proceedings', (item) => {
      const body = this.facts.text(`${item}.body`);
      if (body === undefined) return undefined;
      const what = /sihteeristö/i.test(body)
        ? ('secretariat' as const)
        : /lausunto/i.test(body)
          ? ('opinion' as const)
          : ('meeting' as const);
      return { body: upTo(body, 500), what, ...given({ on: this.facts.text(`${item}.on`) }) };
    });
  }

  verdict(): Draft['verdict'] {
    const supported = this.facts.yesNo('supported');
    return supported === undefined
      ? undefined
      : this.said(this.facts.field('supported')!, supported ? 'supported' : 'not-supported');
  }

  reasons(): Item<'rejectionReasons'>[] | undefined {
    return this.facts.yesNo('supported') === true ? undefined : this.names('reasons');
  }
}

const positive = (value: number | undefined) => (value !== undefined && value >= 0 ? value : undefined);
