import type { ViewerContext } from '#access';
import type { Municipality } from '#areas';
import { municipalitiesOfEmploymentArea, municipalitiesOn, municipalityOn, neighboursOn } from '#areas';
import { compareTexts } from '#kernel/letters.ts';

export interface MunicipalityChoice {
  code: string;
  name: string;
}

/**
 * Municipalities to tick: those of the home's employment area, then its neighbours, then anything chosen from farther
 * away; all others in one list. When nothing has been chosen yet, the home is ticked beforehand. A home that the
 * viewer may not know decides nothing.
 */
export function travelChoices(
  { today, viewer }: ViewerContext,
  homeCode: string | undefined,
  chosen: readonly string[] | undefined,
) {
  const named = (municipalities: Iterable<Municipality>): MunicipalityChoice[] =>
    [...municipalities]
      .map(({ code, name }) => ({ code, name: viewer.language === 'sv' ? name.sv : name.fi }))
      .sort((a, b) => compareTexts(a.name, b.name));
  const home = homeCode === undefined ? undefined : municipalityOn(homeCode, today);
  const areaCode = home?.employmentAreaCode;
  const inArea = areaCode === undefined ? [] : municipalitiesOfEmploymentArea(areaCode, today);
  const area = new Map((inArea.length === 0 && home ? [home] : inArea).map((row) => [row.code, row]));
  const near = new Map<string, Municipality>();
  for (const municipality of area.values()) {
    for (const neighbour of neighboursOn(municipality.code, today)) {
      if (!area.has(neighbour.code)) near.set(neighbour.code, neighbour);
    }
  }
  for (const code of chosen ?? []) {
    const municipality = municipalityOn(code, today);
    if (municipality && !area.has(municipality.code)) near.set(municipality.code, municipality);
  }
  return {
    area: named(area.values()),
    near: named(near.values()),
    others: named(municipalitiesOn(today).filter(({ code }) => !area.has(code) && !near.has(code))),
    ticked: chosen === undefined ? (home === undefined ? [] : [home.code]) : [...chosen],
  };
}
