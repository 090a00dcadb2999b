import type { ViewerContext } from '#access';
import { companyNames } from '#companies';
import type { Day } from '#kernel/days.ts';
import { isLive, type State } from '../domain/states.ts';
import {
  allVacancies,
  type Requirements,
  requirementsOfVacancies,
  type VacancyRow,
  vacanciesById,
} from './vacancies.db.ts';

/** A need as the matching engine reads it. */
export interface NeedForMatching extends Requirements {
  id: string;
  companyId: string;
  occupationUri?: string | undefined;
  workingTimes: string[];
  municipalityCode: string;
  places: number;
  startsOn?: Day | undefined;
  validTo: Day;
  hidden: boolean;
  isGuess: boolean;
  live: boolean;
}

/** Needs with their requirements, all or those named, as far as the handle's viewer may see them. */
export async function needsForMatching(
  context: ViewerContext,
  ids?: readonly string[],
): Promise<NeedForMatching[]> {
  const rows = await allVacancies(context, ids);
  const required = await requirementsOfVacancies(context, ids && rows.map((row) => row.id));
  return rows.map((row) => needOf(row, required.get(row.id)));
}

export function needOf(row: VacancyRow, required: Requirements | undefined): NeedForMatching {
  return {
    id: row.id,
    companyId: row.companyId,
    occupationUri: row.occupationUri,
    workingTimes: row.workingTimes,
    municipalityCode: row.municipalityCode,
    places: row.places,
    startsOn: row.startsOn,
    validTo: row.validTo,
    hidden: row.openness === 'hidden',
    isGuess: row.readFromWords,
    live: isLive(row.state),
    essential: required?.essential ?? [],
    optional: required?.optional ?? [],
    languages: required?.languages ?? [],
    licences: required?.licences ?? [],
  };
}

/** A vacancy in a line of another room's page. */
export interface VacancyBrief {
  id: string;
  title: string;
  companyId: string;
  companyName: string;
  municipalityCode: string;
  municipality: string;
  openness: 'hidden' | 'open';
  state: State;
  certainty: string;
  places: number;
  occupationUri?: string | undefined;
  workingTimes: string[];
  startsOn?: Day | undefined;
  validTo: Day;
  verifiedOn: Day;
  createdBy?: string | undefined;
}

/** Vacancies by id, as far as the handle's viewer may see them; the others are absent. */
export async function vacancyBriefs(
  context: ViewerContext,
  ids: readonly string[],
): Promise<Map<string, VacancyBrief>> {
  return briefsOf(context, await vacanciesById(context, [...new Set(ids)]));
}

export async function briefsOf(
  context: ViewerContext,
  rows: readonly VacancyRow[],
): Promise<Map<string, VacancyBrief>> {
  const names = await companyNames(
    context,
    rows.map((row) => row.companyId),
  );
  return new Map(
    rows.map(({ need: _need, source: _source, createdAt: _createdAt, ...row }) => [
      row.id,
      { ...row, companyName: names.get(row.companyId) ?? '' },
    ]),
  );
}
