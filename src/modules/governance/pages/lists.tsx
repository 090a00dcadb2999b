import { useT } from '#web/i18n/use.ts';
import { Card, ConfirmForm, FoldedForm, Section, UseCaseForm, type UseCaseFormProps } from '#web/ui/index.ts';
import type { BodyForms } from './body-forms.server.ts';
import { type OpenedItem, seatWords } from './words.ts';

type Props = { readonly forms: BodyForms; readonly result: UseCaseFormProps['result'] };
type List = OpenedItem['lists'][number];

/** Distribution lists of a body, which its secretary chooses by one press when a decision is given out. */
export function Lists({ lists, forms, result }: Props & { readonly lists: readonly List[] }) {
  const t = useT('governance');
  return (
    <Section id="lists" title={t('lists')} lead={t('lists-lead')}>
      {lists.length === 0 && <p>{t('lists-none')}</p>}
      {lists.length > 0 && (
        <div className="cards">
          {lists.map((list) => (
            <ListCard key={list.listId} list={list} forms={forms} result={result} />
          ))}
        </div>
      )}
      <FoldedForm summary={t('list-new')} form={forms.newList} result={result} />
    </Section>
  );
}

function ListCard({ list, forms, result }: Props & { readonly list: List }) {
  const t = useT('governance');
  const { listId } = list;
  return (
    <Card title={list.name}>
      {list.entries.length === 0 ? (
        <p>{t('distribution-none')}</p>
      ) : (
        <ul>
          {list.entries.map((receiver) => (
            <li key={receiver.entryId}>
              {seatWords(receiver)}
              <UseCaseForm
                form={forms.off}
                row={receiver.entryId}
                hidden={{ listId, 'change.entryId': receiver.entryId }}
                result={result}
                inline
                look="quiet"
                label={`${t('drop')}: ${receiver.position}`}
                about={receiver.position}
              />
            </li>
          ))}
        </ul>
      )}
      <FoldedForm
        summary={t('receiver-add')}
        about={list.name}
        form={forms.entry}
        row={listId}
        hidden={{ listId }}
        result={result}
      />
      <ConfirmForm
        form={forms.removeList}
        row={listId}
        hidden={{ listId }}
        summary={t('list-remove')}
        act={t('list-remove')}
        result={result}
        about={list.name}
      >
        <p>{t('list-remove-what')}</p>
      </ConfirmForm>
    </Card>
  );
}
