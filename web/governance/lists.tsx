import { useT } from '../i18n/use.ts';
import type { FormResult } from '../page.ts';
import { Button, Card, ConfirmForm, Details, PolkuForm, Section, TextField } from '../ui/index.ts';
import { type Official, ReceiverFields } from './choices.tsx';
import { type OpenedItem, seatWords } from './words.ts';

/** Distribution lists of a body, which its secretary chooses by one press when a decision is given out. */
export function Lists({
  lists,
  officials,
  result,
}: {
  readonly lists: OpenedItem['lists'];
  readonly officials: readonly Official[];
  readonly result: FormResult | undefined;
}) {
  const t = useT('governance');
  return (
    <Section id="lists" title={t('lists')} lead={t('lists-lead')}>
      {lists.length === 0 && <p>{t('lists-none')}</p>}
      {lists.length > 0 && (
        <div className="cards">
          {lists.map((list) => (
            <Card key={list.listId} title={list.name}>
              {list.entries.length === 0 ? (
                <p>{t('distribution-none')}</p>
              ) : (
                <ul>
                  {list.entries.map((one) => (
                    <li key={one.entryId}>
                      {seatWords(one)}
                      <PolkuForm
                        id={`off-${one.entryId}`}
                        result={result}
                        inline
                        label={`${t('drop')}: ${one.position}`}
                      >
                        <input type="hidden" name="listId" value={list.listId} />
                        <input type="hidden" name="entryId" value={one.entryId} />
                        <Button look="quiet" about={one.position}>
                          {t('drop')}
                        </Button>
                      </PolkuForm>
                    </li>
                  ))}
                </ul>
              )}
              <Details summary={t('receiver-add')} open={result?.form === `entry-${list.listId}`}>
                <PolkuForm
                  key={list.entries.length}
                  id={`entry-${list.listId}`}
                  result={result}
                  label={`${t('receiver-add')}: ${list.name}`}
                  labels={{ position: t('position') }}
                >
                  <input type="hidden" name="listId" value={list.listId} />
                  <ReceiverFields officials={officials} />
                  <Button>{t('receiver-add')}</Button>
                </PolkuForm>
              </Details>
              <ConfirmForm
                id={`remove-list-${list.listId}`}
                summary={t('list-remove')}
                act={t('list-remove')}
                result={result}
                about={list.name}
              >
                <input type="hidden" name="listId" value={list.listId} />
                <p>{t('list-remove-what')}</p>
              </ConfirmForm>
            </Card>
          ))}
        </div>
      )}
      <Details summary={t('list-new')} open={result?.form === 'new-list'}>
        <PolkuForm
          key={lists.length}
          id="new-list"
          result={result}
          label={t('list-new')}
          labels={{ name: t('list-name') }}
        >
          <TextField name="name" label={t('list-name')} width="l" maxLength={200} />
          <Button>{t('list-new')}</Button>
        </PolkuForm>
      </Details>
    </Section>
  );
}
