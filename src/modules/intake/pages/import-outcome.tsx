import { Link } from 'react-router';
import type { Came } from '#intake';
import { useT } from '#web/i18n/use.ts';
import { placeOf } from './words.ts';

/** What came of a document, each with a link to its own page. */
export function CameOf({ came }: { readonly came: readonly Came[] }) {
  const t = useT('intake');
  return (
    <ul>
      {came.map(({ room, id, name, outcome }) => (
        <li key={`${room} ${id}`}>
          {t(`room.${room}`)}: <Link to={placeOf(room, id)}>{name}</Link> ({t(`came.${outcome}`)})
        </li>
      ))}
    </ul>
  );
}
