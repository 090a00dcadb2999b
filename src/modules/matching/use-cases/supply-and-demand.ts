import { z } from 'zod';
import { conditionOf, holds, may } from '#access';
import { businessServices } from '#consents';
import { smallNumberLimitOn } from '#kernel/deadlines.ts';
import { Id } from '#kernel/ids.ts';
import { emptyIsAbsent } from '#kernel/inputs.ts';
import { inLanguage } from '#kernel/localised.ts';
import { ok } from '#kernel/result.ts';
import { type Cell, suppressCount, suppressTree } from '#kernel/small-numbers.ts';
import { defineUseCase } from '#use-case';
import { conceptNames, iscoGroupUri } from '#vocabulary';
import { licenceNames } from '../db/changes.db.ts';
import type { GroupCounts, SupplyAndDemand } from '../domain/supply-demand.ts';
import { matcherFor } from '../matcher.ts';

const measures = ['available', 'fitting', 'needs', 'hidden', 'places', 'without'] as const;
export type Measure = (typeof measures)[number];

/** One occupation group with its numbers as they may be told. */
export interface GroupRow {
  readonly code: string;
  readonly name: string;
  readonly cells: Readonly<Record<Measure, Cell>>;
  /** Is there anything under it, to be opened? */
  readonly opens: boolean;
}

/** Something that is most often the only thing missing. */
export interface LackRow {
  readonly name: string;
  readonly people: Cell;
  readonly needs: Cell;
}

/**
 * Supply and demand by occupation group, in a municipality or everywhere: people who let business services know and who fit,
 * open needs, places, needs that nobody fits, and what is most often the only thing missing. Small counts are hidden over all
 * levels at once; hidden jobs are counted and never told one by one.
 */
export const supplyAndDemand = defineUseCase({
  name: 'matching.supply-and-demand',
  purpose: 'steering',
  input: z.object({
    /** Whose consents count; business advisers have their own. */
    organisationId: z.preprocess(emptyIsAbsent, Id.optional()),
    municipalityCode: z.preprocess(
      emptyIsAbsent,
      z
        .string()
        .regex(/^\d{3}$/)
        .optional(),
    ),
    /** The group that is opened, by its code of ISCO-08; '' is all. */
    group: z
      .string()
      .regex(/^\d{0,3}$/)
      .default(''),
    /** Digits of the rows; one more than the group's own without it. */
    digits: z.int().min(1).max(4).optional(),
  }),
  policy: may('figures:read'),
  audit: { kind: 'none', why: 'Counts with small numbers hidden; nobody can be told apart.' },
  refusals: [],
  async run(context, { municipalityCode, group, ...input }) {
    const { viewer } = context;
    const { language } = viewer;
    const receives = conditionOf(viewer.role, 'person.skills:read') === 'consent-1';
    const receivers = (await businessServices(context)).filter(
      ({ id }) => !receives || id === viewer.organisationId,
    );
    const receiver = receivers.find(({ id }) => id === input.organisationId) ?? receivers[0];
    const digits = Math.max(input.digits ?? 0, group.length + 1);
    const matcher = await matcherFor(context);
    const found: SupplyAndDemand = receiver
      ? await matcher.supplyAndDemand({ organisationId: receiver.id, municipalityCode, group })
      : { here: [], everywhere: [], skills: [], licences: [] };
    const limit = smallNumberLimitOn(context.today);
    // Who reads hidden jobs one by one reads their exact counts.
    const exact = holds(context, 'needs:list');
    const cellsOf = safely(found, { limit, exact });
    const codes = found.here.map(([code]) => code);
    const shown = codes.filter(
      (code) => code.startsWith(group) && (code.length === digits || (code === group && code !== '')),
    );
    const names = await conceptNames(context, codes.filter((code) => code !== '').map(iscoGroupUri));
    const skillNames = await conceptNames(
      context,
      found.skills.map(({ key }) => key),
    );
    const licences = await licenceNames(
      context,
      found.licences.map(({ key }) => key),
    );
    const row = (code: string): GroupRow => {
      const named = names.get(iscoGroupUri(code));
      return {
        code,
        name: named ? inLanguage(named, language).text : code,
        cells: cellsOf(code),
        opens: code.length < 4 && code !== group,
      };
    };
    const lacks = (rows: SupplyAndDemand['skills'], named: typeof names): LackRow[] =>
      rows
        .filter(({ people }) => people >= limit)
        .map(({ key, people, needs }) => {
          const own = named.get(key);
          return {
            name: own ? inLanguage(own, language).text : key,
            people: { kind: 'number', value: people },
            needs: exact ? { kind: 'number', value: needs } : suppressCount(needs, { limit }),
          };
        });
    return ok({
      receiver: receiver && { id: receiver.id, name: inLanguage(receiver.names, language).text },
      receivers: receivers.map(({ id, names: own }) => ({ id, name: inLanguage(own, language).text })),
      municipalityCode,
      group: group === '' ? undefined : row(group),
      digits,
      rows: shown.filter((code) => code.length === digits).map(row),
      total: cellsOf(group),
      skills: lacks(found.skills, skillNames),
      licences: lacks(found.licences, licences as typeof names),
      exact,
      limit,
      day: context.today,
    });
  },
});

/**
 * The cells of every group as they may be told. A place is hidden too where what is left of everywhere would be small. Needs
 * are exact for those who may read hidden jobs, and hidden like people for the others.
 */
function safely(
  { here, everywhere }: SupplyAndDemand,
  { limit, exact }: { limit: number; exact: boolean },
): (code: string) => GroupRow['cells'] {
  const whole = new Map(everywhere);
  const tables = new Map(
    measures.map((measure) => {
      const counts = new Map(here.map(([code, group]) => [code, group[measure]]));
      if (!counts.has('')) counts.set('', 0);
      const isPeople = measure === 'available' || measure === 'fitting';
      if (!isPeople && exact)
        return [
          measure,
          new Map([...counts].map(([code, value]) => [code, { kind: 'number', value } as Cell])),
        ];
      const rest = (code: string) => (whole.get(code) ?? empty)[measure] - (counts.get(code) ?? 0);
      const also = (code: string) => rest(code) > 0 && rest(code) < limit;
      return [measure, suppressTree(counts, { limit, showZero: true, also })];
    }),
  );
  const nothing: Cell = { kind: 'number', value: 0 };
  return (code) =>
    Object.fromEntries(
      measures.map((measure) => [measure, tables.get(measure)!.get(code) ?? nothing]),
    ) as GroupRow['cells'];
}

const empty: GroupCounts = { available: 0, fitting: 0, needs: 0, hidden: 0, places: 0, without: 0 };
