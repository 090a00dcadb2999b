import type { ServerBuild } from 'react-router';

interface Place {
  readonly inside: Map<string, Place>;
  pattern?: string;
}

const place = (): Place => ({ inside: new Map() });
/** Any one part of an address. */
const any = ':';

/**
 * Which page an address is of, as its pattern (`/clients/:clientId/skills`), or undefined when it is of none. What stands
 * in the address itself (an id, or whatever somebody has typed) never comes out.
 */
export function pagePatterns(routes: ServerBuild['routes']): (path: string) => string | undefined {
  const root = place();
  const partsOf = (id: string | undefined): string[] => {
    const route = id === undefined ? undefined : routes[id];
    return route ? [...partsOf(route.parentId), ...(route.path ?? '').split('/').filter(Boolean)] : [];
  };
  for (const route of Object.values(routes)) {
    if (!route || (route.path === undefined && route.index !== true)) continue;
    const parts = partsOf(route.id);
    if (parts.includes('*')) continue;
    let at = root;
    for (const part of parts) {
      const key = part.startsWith(':') ? any : part;
      if (!at.inside.has(key)) at.inside.set(key, place());
      at = at.inside.get(key)!;
    }
    at.pattern = `/${parts.join('/')}`;
  }

  function find(at: Place, parts: readonly string[]): string | undefined {
    const [part, ...rest] = parts;
    if (part === undefined) return at.pattern;
    for (const next of [at.inside.get(part), at.inside.get(any)]) {
      const found = next && find(next, rest);
      if (found !== undefined) return found;
    }
    return undefined;
  }
  return (path) => {
    // What the scripts of a page ask for ends in `.data`; of the first page it is `/_root.data`.
    const [, page = path, data = ''] = /^(.*?)(\.data)?$/.exec(path) ?? [];
    const found = find(root, page === '/_root' && data ? [] : page.split('/').filter(Boolean));
    return found === undefined ? undefined : found + data;
  };
}
