import { useT } from '#web/i18n/use.ts';
import { blocksOf } from './words.ts';

/** An item's parts in the order in which a board prints them, in the item's own language. */
export function PrintedItem({
  parts,
  language,
}: {
  readonly parts: readonly { readonly title: string; readonly text: string }[];
  readonly language: string;
}) {
  const t = useT('governance');
  if (parts.length === 0) return <p>{t('nothing-written')}</p>;
  return (
    <div className="minutes" lang={language}>
      {parts.map((part, at) => {
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a document have no other name than their place
          <section key={at}>
            {part.title !== '' && <h3>{part.title}</h3>}
            {blocksOf(part.text).map((block, place) =>
              block.kind === 'list' ? (
                // biome-ignore lint/suspicious/noArrayIndexKey: as above
                <ul key={place}>
                  {block.items.map((item) => (
                    <li key={item}>{item}</li>
                  ))}
                </ul>
              ) : (
                // biome-ignore lint/suspicious/noArrayIndexKey: as above
                <p key={place}>{block.text}</p>
              ),
            )}
          </section>
        );
      })}
    </div>
  );
}
