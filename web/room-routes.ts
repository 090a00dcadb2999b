import { type RouteConfigEntry, route } from '@react-router/dev/routes';

/** Makes the addresses of a room: `page('clients/:clientId', 'client.tsx')` is a file of its folder `pages`. */
export function room(name: string) {
  return (path: string, file: string, options: { readonly id?: string } = {}): RouteConfigEntry =>
    route(path, `modules/${name}/pages/${file}`, options);
}
