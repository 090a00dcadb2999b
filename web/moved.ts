import { generatePath, matchPath } from 'react-router';
import { safeReturn } from '#kernel/return-address.ts';

/**
 * Addresses that pages have had before, and where the same thing stands now. Links of mails, bookmarks and printed
 * papers go on working; what stood after `?` goes along.
 */
export const moved: Readonly<Record<string, string>> = {
  '/saavutettavuus': '/accessibility',
  '/tietosuoja': '/privacy',
  '/nappaimet': '/help#keyboard',
  '/keyboard': '/help#keyboard',
  '/kieli': '/language',
  '/tyyli': '/style-guide',
  '/rules': '/how-polku-counts',
  '/matching-rule': '/how-polku-counts#matching',
  '/projects/report': '/projects#report',
  '/projects/instruments': '/how-polku-counts#funding',
  '/more': '/',
  '/to-read': '/',
  '/programmes/my-reports': '/',
  '/services/:serviceId/edit': '/services/:serviceId?open=edit#edit',
  '/services/:serviceId/places': '/services/:serviceId?open=places#places',
  '/services/:serviceId/providers': '/services/:serviceId?open=providers#providers',
  '/programmes/:programmeId/years': '/programmes/:programmeId?years=yes#by-year',
  '/programmes/:programmeId/versions': '/programmes/:programmeId/management#versions',
  '/programmes/:programmeId/coordinators': '/programmes/:programmeId/management#coordinators',
  '/programmes/:programmeId/proposals': '/programmes/:programmeId/management#proposals',
  '/my/introductions/based-on': '/my/introductions?based-on=yes#based-on',
  '/clients/:clientId/introductions/based-on': '/clients/:clientId/introductions?based-on=yes#based-on',
  '/my/skills/history': '/my/skills?history=yes#history',
  '/clients/:clientId/skills/history': '/clients/:clientId/skills?history=yes#history',
  '/projects/portfolio.xlsx': '/projects?file=xlsx',
  '/projects/:projectId/one-page': '/projects/:projectId',
};

/** The present address of a former one; undefined when it has none. */
export function movedTo(pathname: string, search = ''): string | undefined {
  for (const [before, now] of Object.entries(moved)) {
    const match = matchPath(before, pathname);
    if (match === null) continue;
    const [path = '', fragment] = now.split('#');
    const [plain = '', own] = path.split('?');
    const query = [own, search.replace(/^\?/, '')].filter(Boolean).join('&');
    return `${generatePath(plain, match.params)}${query === '' ? '' : `?${query}`}${fragment === undefined ? '' : `#${fragment}`}`;
  }
  return undefined;
}

/** Names that stood after `?` before English ones; those of the lists' own filters are led on by each list. */
export const movedNames: Readonly<Record<string, string>> = {
  ammatti: 'occupation',
  haku: 'search',
  jakso: 'months',
  jarjestys: 'sort',
  kaikki: 'all',
  kenelle: 'receiver',
  ketka: 'who',
  kunta: 'place',
  muutos: 'change',
  henkilo: 'person',
  lomake: 'template',
  paiva: 'on',
  ryhma: 'group',
  takaisin: 'back',
  tarkkuus: 'digits',
  tiedettiin: 'known',
  valitse: 'choose',
  verrattuna: 'against',
  yritys: 'company',
};

/**
 * An address with the present names after `?`; undefined when they all are. A position of before is left out, and what a
 * browser would take to another origin leads to the first page.
 */
export function presentAddress(address: string): string | undefined {
  const at = address.indexOf('?');
  const asked = [...new URLSearchParams(at < 0 ? '' : address.slice(at))];
  if (!asked.some(([name]) => Object.hasOwn(movedNames, name) || name === 'kohdasta')) return undefined;
  const present = new URLSearchParams(
    asked.filter(([name]) => name !== 'kohdasta').map(([name, value]) => [movedNames[name] ?? name, value]),
  ).toString();
  return safeReturn(address.slice(0, at) + (present === '' ? '' : `?${present}`));
}
