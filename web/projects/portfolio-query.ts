import { instrumentCodes, portfolioOnly, projectStates, sortings } from '#codes/projects';

/** The portfolio's search as its address says it; what the address says wrongly is left out. */
export function portfolioQuery(url: URL) {
  const of = (name: string) => url.searchParams.get(name) ?? '';
  const all = <T extends string>(name: string, known: readonly T[]) =>
    known.filter((one) => url.searchParams.getAll(name).includes(one));
  const sort = of('jarjestys');
  const only = portfolioOnly.find((one) => one === of('vain'));
  const municipality = /^\d{3}$/.test(of('kunta')) ? of('kunta') : undefined;
  return {
    text: of('haku').slice(0, 200),
    states: all('tila', projectStates),
    instruments: all('rahoitus', instrumentCodes),
    municipality,
    only,
    sort: sortings.find((one) => one === sort.replace(/^-/, '')) ?? ('name' as const),
    descending: sort.startsWith('-'),
    cursor: of('kohdasta') || undefined,
  };
}
