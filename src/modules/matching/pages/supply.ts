/** The columns of supply and demand, in their order. */
export const supplyMeasures = ['available', 'fitting', 'needs', 'hidden', 'places', 'without'] as const;

/** What the address asks of supply and demand; what is not understood is left out. */
export function supplyQuery(request: Request) {
  const asked = new URL(request.url).searchParams;
  const place = asked.get('place') ?? '';
  const group = asked.get('group') ?? '';
  const receiver = asked.get('receiver') ?? '';
  const digits = Number(asked.get('digits') ?? '');
  return {
    organisationId: /^[0-9a-f-]{36}$/.test(receiver) ? receiver : undefined,
    municipalityCode: /^\d{3}$/.test(place) ? place : undefined,
    group: /^\d{1,3}$/.test(group) ? group : '',
    digits: [1, 2, 3, 4].includes(digits) ? digits : undefined,
  };
}
