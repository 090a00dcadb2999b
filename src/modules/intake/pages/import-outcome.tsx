import { Link } from 'react-router';
import type { Came, DocumentReport } from '#intake';
import { useFormat, useT } from '#web/i18n/use.ts';
import { Section } from '#web/ui/index.ts';
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

/** What was built on what came, so that its import cannot be undone. */
export function BuiltOn({ built }: { readonly built: DocumentReport['built'] }) {
  const t = useT('intake');
  const format = useFormat();
  const words = (tables: readonly string[]) =>
    format.list([
      ...new Set(tables.map((table) => t(t.has(`built.${table}`) ? `built.${table}` : 'built.other'))),
    ]);
  return (
    <>
      <p>{t('built-on')}</p>
      <ul id="built">
        {built.map(({ name, tables }) => (
          <li key={name}>
            {name}: {words(tables)}
          </li>
        ))}
      </ul>
    </>
  );
}

/** Imports of the document that were undone: what had come, who undid it and when. */
export function UndoneImports({ undone }: { readonly undone: DocumentReport['undone'] }) {
  const t = useT('intake');
  const format = useFormat();
  return (
    <Section id="undone" title={t('undone-title')}>
      <ul>
        {undone.map(({ came, at, by }) => (
          <li key={at}>
            {t('undone-at', { day: format.instant(at), who: by ?? t('house') })}{' '}
            {came.map(({ room, name }) => `${t(`room.${room}`)}: ${name}`).join('; ')}
          </li>
        ))}
      </ul>
    </Section>
  );
}
