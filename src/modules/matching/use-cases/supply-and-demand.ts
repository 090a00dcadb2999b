import { z } from 'zod';
import { actingAsSystem, holds, may, type ViewerContext } from '#access';
import { businessServices } from '#consents';
import type { Day } from '#kernel/days.ts';
import { smallNumberLimitOn } from '#kernel/deadlines.ts';
import { Id } from '#kernel/ids.ts';
import { emptyIsAbsent } from '#kernel/inputs.ts';
import { inLanguage } from '#kernel/localised.ts';
import { ok } from '#kernel/result.ts';
import { type Cell, suppressCount, suppressTree } from '#kernel/small-numbers.ts';
import type { Release } from '#releases';
import { defineUseCase } from '#use-case';
import { conceptNames, iscoGroupUri } from '#vocabulary';
import { licenceNames } from '../db/changes.db.ts';
import type { GroupCounts, SupplyAndDemand } from '../domain/supply-demand.ts';
import { listBehind } from '../list-behind.ts';
import { matcherFor } from '../matcher.ts';
import {
  groupKey,
  lackKey,
  type lackKinds,
  peopleMeasures,
  type SupplyDetails,
  supplyReleases,
  toldIn,
} from './supply-release.ts';

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
 * open needs, places, needs that nobody fits, and what is most often the only thing missing. Who may open the people sees them
 * as they are; everybody else reads the latest release. Hidden jobs are counted and never told one by one.
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
  audit: { kind: 'none', why: 'Released counts, or numbers of people whom the reader may open.' },
  refusals: [],
  async run(context, { municipalityCode, group, ...input }) {
    const { viewer } = context;
    const { language } = viewer;
    const behind = listBehind(context);
    const receivers = (await businessServices(context)).filter(
      ({ id }) => behind === undefined || id === behind.organisationId,
    );
    const receiver = receivers.find(({ id }) => id === input.organisationId) ?? receivers[0];
    const digits = Math.max(input.digits ?? 0, group.length + 1);
    const limit = smallNumberLimitOn(context.today);
    // Who reads hidden jobs one by one reads their exact counts.
    const exact = holds(context, 'needs:list');
    const asked = { municipalityCode, group, limit, exact };
    const found =
      receiver &&
      (behind
        ? await liveTable(context, receiver.id, asked)
        : await releasedTable(context, receiver.id, asked));
    const codes = found?.codes ?? [];
    const cellsOf = found?.cellsOf ?? (() => emptyCells);
    const shown = codes.filter(
      (code) => code.startsWith(group) && (code.length === digits || (code === group && code !== '')),
    );
    const names = await conceptNames(context, codes.filter((code) => code !== '').map(iscoGroupUri));
    const row = (code: string): GroupRow => {
      const named = names.get(iscoGroupUri(code));
      return {
        code,
        name: named ? inLanguage(named, language).text : code,
        cells: cellsOf(code),
        opens: code.length < 4 && code !== group,
      };
    };
    const lacks = found?.lacks ?? { skills: [], licences: [] };
    const keys = (kind: 'skills' | 'licences') => lacks[kind].map(({ key }) => key);
    const skillNames = await conceptNames(context, keys('skills'));
    const licences = (await licenceNames(context, keys('licences'))) as typeof skillNames;
    const named = (rows: readonly ToldLack[], of: typeof skillNames): LackRow[] =>
      rows.map(({ key, people, needs }) => {
        const own = of.get(key);
        return { name: own ? inLanguage(own, language).text : key, people, needs };
      });
    return ok({
      receiver: receiver && { id: receiver.id, name: inLanguage(receiver.names, language).text },
      receivers: receivers.map(({ id, names: own }) => ({ id, name: inLanguage(own, language).text })),
      municipalityCode,
      group: group === '' ? undefined : row(group),
      digits,
      rows: shown.filter((code) => code.length === digits).map(row),
      total: cellsOf(group),
      skills: named(lacks.skills, skillNames),
      licences: named(lacks.licences, licences),
      /** Lacks are released for all groups together. */
      lacksTold: behind !== undefined || group === '',
      exact,
      limit,
      /** As it is now, from the release of a day, or before the first release. */
      from: behind ? ('now' as const) : found ? ('release' as const) : ('nothing' as const),
      day: found?.day ?? context.today,
    });
  },
});

type Asked = { municipalityCode: string | undefined; group: string; limit: number; exact: boolean };
type ToldLack = { key: string; people: Cell; needs: Cell };
interface Told {
  readonly day: Day;
  readonly codes: readonly string[];
  readonly cellsOf: (code: string) => GroupRow['cells'];
  readonly lacks: Readonly<Record<'skills' | 'licences', readonly ToldLack[]>>;
}

const number = (value: number): Cell => ({ kind: 'number', value });
const empty: GroupCounts = { available: 0, fitting: 0, needs: 0, hidden: 0, places: 0, without: 0 };
const emptyCells = Object.fromEntries(measures.map((measure) => [measure, number(0)])) as GroupRow['cells'];

/** The table as it is, for the one who may open the people in it. */
async function liveTable(context: ViewerContext, organisationId: string, asked: Asked): Promise<Told> {
  const { municipalityCode, group } = asked;
  const matcher = await matcherFor(context);
  const found = await matcher.supplyAndDemand({ organisationId, municipalityCode, group });
  const counts = new Map(found.here);
  const lacks = (rows: SupplyAndDemand['skills']): ToldLack[] =>
    rows.map(({ key, people, needs }) => ({ key, people: number(people), needs: number(needs) }));
  return {
    day: context.today,
    codes: found.here.map(([code]) => code),
    cellsOf: (code) => {
      const own = counts.get(code) ?? empty;
      return Object.fromEntries(
        measures.map((measure) => [measure, number(own[measure])]),
      ) as GroupRow['cells'];
    },
    lacks: { skills: lacks(found.skills), licences: lacks(found.licences) },
  };
}

/** The table of the latest release; undefined before the first, or for a place that is not in it. */
async function releasedTable(
  context: ViewerContext,
  organisationId: string,
  asked: Asked,
): Promise<Told | undefined> {
  const { municipalityCode: place = '', limit, exact } = asked;
  const releases = await actingAsSystem(context, 'reading what was released', (system) =>
    supplyReleases(system, organisationId),
  );
  const release = releases.at(-1);
  const needs = release?.details.needs[place];
  if (!release || !needs) return undefined;
  const cells = needCells(release, place, { limit, exact });
  const people = (code: string) =>
    peopleMeasures.map((measure) => [measure, toldIn(release, groupKey(measure, place, code))] as const);
  // A group stands here for its needs or for a number of people that is told; that somebody is there tells nothing else.
  const codes = Object.keys(needs)
    .filter((code) => needs[code]!.needs > 0 || people(code).some(([, cell]) => cell.kind === 'number'))
    .sort();
  const lacks = (kind: (typeof lackKinds)[number]): ToldLack[] =>
    asked.group === ''
      ? release.details.lacks
          .filter((row) => row.place === place && row.kind === kind)
          .map((row) => ({
            key: row.key,
            people: toldIn(release, lackKey(place, kind, row.key)),
            needs: exact ? number(row.needs) : suppressCount(row.needs, { limit }),
          }))
      : [];
  return {
    day: release.day,
    codes,
    cellsOf: (code) => {
      const told = Object.fromEntries(people(code)) as Record<(typeof peopleMeasures)[number], Cell>;
      const own = cells(code);
      // Of needs that nobody fits only where those who fit are told: it would tell whether somebody does.
      const without = told.fitting.kind === 'number' ? own.without : told.fitting;
      return { ...own, ...told, without };
    },
    lacks: { skills: lacks('skills'), licences: lacks('licences') },
  };
}

type NeedMeasure = Exclude<Measure, (typeof peopleMeasures)[number]>;
const needMeasures = ['needs', 'hidden', 'places', 'without'] as const satisfies readonly NeedMeasure[];

/**
 * The needs of every group as they may be told: exact for those who may read hidden jobs; for others small counts are hidden
 * over all levels at once, and in a place also where what is left of everywhere would be small.
 */
function needCells(
  { details: { needs } }: Release<SupplyDetails>,
  place: string,
  { limit, exact }: { limit: number; exact: boolean },
): (code: string) => Record<NeedMeasure, Cell> {
  const here = needs[place] ?? {};
  const everywhere = needs[''] ?? {};
  const tables = new Map(
    needMeasures.map((measure) => {
      const counts = new Map(Object.entries(here).map(([code, group]) => [code, group[measure]]));
      if (!counts.has('')) counts.set('', 0);
      if (exact) return [measure, new Map([...counts].map(([code, value]) => [code, number(value)]))];
      const rest = (code: string) => (everywhere[code] ?? empty)[measure] - (counts.get(code) ?? 0);
      const also = (code: string) => rest(code) > 0 && rest(code) < limit;
      return [measure, suppressTree(counts, { limit, showZero: true, also })];
    }),
  );
  return (code) =>
    Object.fromEntries(
      needMeasures.map((measure) => [measure, tables.get(measure)!.get(code) ?? number(0)]),
    ) as Record<NeedMeasure, Cell>;
}
