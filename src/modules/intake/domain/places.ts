import type { DocumentKind } from './codes.ts';
import type { ValueType } from './reading.ts';

/**
 * What a line of a document may be said to be. A place ends in `.+` when there may be many of its kind; a `row` takes a
 * name and one number; `with` are the codes that go with it.
 */
export interface Place {
  readonly path: string;
  readonly type: ValueType | 'row';
  /** Under the place: where the words go (`text`), or the number of a row (`amount`). */
  readonly at?: string;
  /** Where the name of a row goes. */
  readonly name?: string;
  readonly with?: Readonly<Record<string, string>>;
  /** The name of the place, when one path has several (`outcomes.+` is noted or decided). */
  readonly key?: string;
}

const text = (path: string): Place => ({ path, type: 'text' });
const day = (path: string): Place => ({ path, type: 'day' });
const many = (path: string, at?: string, more: Partial<Place> = {}): Place => ({
  path: `${path}.+`,
  type: 'text',
  ...(at === undefined ? {} : { at }),
  ...more,
});
const row = (path: string, name = 'label', at = 'amount'): Place => ({
  path: `${path}.+`,
  type: 'row',
  name,
  at,
});
const coded = (path: string, field: string, code: string, at = 'text'): Place =>
  many(path, at, { with: { [field]: code }, key: `${path}.${code}` });

const ofProjects: readonly Place[] = [
  ...['name', 'applicant.name', 'applicant.businessId', 'authority.name', 'fund', 'programme'].map(text),
  ...['applicationNumber', 'projectCode', 'registerNumber', 'costModel', 'wageMethod'].map(text),
  ...['startsOn', 'endsOn', 'datedOn', 'arrivedOn'].map(day),
  { path: 'supported', type: 'yes-no' },
  { path: 'aidRate', type: 'share' },
  row('costs'),
  row('funding'),
  many('figures.costs-total', 'amount', { type: 'cents' }),
  row('indicators', 'name', 'planned'),
  many('partners'),
  many('municipalities'),
  many('goals', 'text'),
  many('measures', 'text'),
  many('targetGroups', 'text', { with: { reach: 'direct' } }),
  many('reasons'),
  ...['summary', 'need', 'results', 'cost-notes', 'other'].map((kind) => many(`texts.${kind}`, 'text')),
];

const places: Readonly<Record<DocumentKind, readonly Place[]>> = {
  'selection-proposal': ofProjects,
  'project-description': ofProjects,
  'project-presentation': ofProjects,
  'board-item': [
    text('body.name'),
    text('municipality'),
    day('meetingOn'),
    text('meetingNumber'),
    { path: 'section', type: 'count' },
    text('heading'),
    many('registerNumbers'),
    ...['background', 'proposal', 'handling', 'decision'].map((kind) => coded('parts', 'kind', kind)),
    ...['decide', 'note', 'propose-onward'].map((kind) => coded('outcomes', 'kind', kind)),
    { path: 'result', type: 'text' },
    row('money', 'about'),
    many('attachments', 'name'),
    many('distribution', 'position'),
  ],
  programme: [
    text('name'),
    { path: 'validFromYear', type: 'count' },
    { path: 'validToYear', type: 'count' },
    text('board.name'),
    many('board.members'),
    many('goals', 'title'),
    many('texts.need', 'text'),
  ],
};

/** How a place is named in a form and kept. */
export const keyOfPlace = ({ key, path }: Place): string => key ?? path;

/** What a line of a document of this kind may be. */
export const placesOf = (kind: DocumentKind): readonly Place[] => places[kind];

export const placeOf = (kind: DocumentKind, key: string): Place | undefined =>
  places[kind].find((place) => keyOfPlace(place) === key);

const codes: readonly (readonly [pattern: RegExp, codes: readonly string[]])[] = [
  [/^result$/, ['accepted', 'accepted-changed', 'rejected', 'tabled', 'returned']],
  [/^outcomes\.\d+\.kind$/, ['decide', 'note', 'propose-onward']],
  [/^targetGroups\.\d+\.reach$/, ['direct', 'indirect']],
  [
    /^parts\.\d+\.kind$/,
    [
      ...['preparer', 'background', 'legal-basis', 'attachments', 'presenter', 'proposal', 'handling'],
      ...['decision', 'distribution', 'appeal', 'other'],
    ],
  ],
  [/^(?:outcomes|indicators)\.\d+\.kind$/, ['output', 'result']],
];

/** The codes of a value that has no words of its own; undefined for every other. */
export function codesAt(kind: DocumentKind, path: string): readonly string[] | undefined {
  const found = codes.filter(([pattern]) => pattern.test(path));
  return (kind === 'board-item' ? found[0] : found.at(-1))?.[1];
}
