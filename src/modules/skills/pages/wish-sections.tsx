import { workingTimes } from '#codes/skills';
import { useFormat, useT } from '#web/i18n/use.ts';
import { DefinitionList, FoldedForm, Section } from '#web/ui/index.ts';
import type { PartProps } from './mapping.ts';

/** What work the person wishes, when, from which day on. */
export function WishSection({ mapping: { wish }, forms, result }: PartProps) {
  const t = useT('skills');
  const format = useFormat();
  return (
    <Section id="wishes" title={t('wishes')}>
      {wish === undefined ? (
        <p>{t('wishes-none')}</p>
      ) : (
        <DefinitionList
          items={[
            {
              term: t('wish-occupations'),
              value: format.list(wish.occupations.map(({ words }) => words.text)),
            },
            {
              term: t('working-times'),
              value: format.list(
                workingTimes
                  .filter((time) => wish.workingTimes.includes(time))
                  .map((time) => t(`time.${time}`)),
              ),
            },
            { term: t('earliest-label'), value: format.day(wish.earliestStart) },
            wish.note !== undefined && { term: t('wish-note'), value: wish.note },
          ]}
        />
      )}
      {forms.wish && (
        <FoldedForm
          key={wish?.seen ?? ''}
          form={forms.wish}
          result={result}
          summary={t(wish === undefined ? 'add-wish' : 'change-wish')}
        />
      )}
    </Section>
  );
}

/** The municipalities where the person can go to work. */
export function TravelSection({ mapping: { travelArea }, forms, result }: PartProps) {
  const t = useT('skills');
  const format = useFormat();
  return (
    <Section
      id="travel-area"
      title={t('travel-area')}
      lead={<span className="screen-only">{t('travel-lead')}</span>}
    >
      <p>
        {travelArea === undefined
          ? t('travel-none')
          : format.list(travelArea.municipalities.map(({ name }) => name))}
      </p>
      {forms.travel && (
        <FoldedForm
          key={travelArea?.seen ?? ''}
          form={forms.travel}
          result={result}
          open={travelArea === undefined}
          summary={t(travelArea === undefined ? 'add-travel' : 'change-travel')}
        />
      )}
    </Section>
  );
}
