import { useFormat, useT } from '../i18n/use.ts';
import {
  Button,
  CheckboxGroup,
  Combobox,
  DateField,
  DefinitionList,
  Details,
  PolkuForm,
  Section,
  Select,
  TextArea,
} from '../ui/index.ts';
import type { PartProps } from './mapping.ts';
import { Hidden } from './parts.tsx';

const workingTimes = [
  'full-time',
  'part-time',
  'day',
  'evening',
  'night',
  'weekend',
  'shift',
  'remote',
] as const;

/** What work the person wishes, when, from which day on. */
export function WishSection({ mapping, result }: PartProps) {
  const t = useT('skills');
  const format = useFormat();
  const { wish, actions } = mapping;
  const mine = result?.form === 'wish' ? result : undefined;
  const asked = mine?.choices === undefined ? '' : String(mine.values.occupation ?? '');
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
            ...(wish.note === undefined ? [] : [{ term: t('wish-note'), value: wish.note }]),
          ]}
        />
      )}
      {actions.wishes && (
        <Details
          key={wish?.seen ?? ''}
          open={mine !== undefined}
          summary={wish === undefined ? t('add-wish') : t('change-wish')}
        >
          <PolkuForm
            id="wish"
            result={result}
            values={{ earliestStart: wish?.earliestStart ?? '', note: wish?.note ?? '' }}
            labels={{ occupation: t('wish-occupation'), uri: t('wish-occupation'), note: t('wish-note') }}
          >
            <Hidden values={{ part: 'wish', seen: wish?.seen, asked }} />
            {wish !== undefined && wish.occupations.length > 0 && (
              <CheckboxGroup
                name="occupationUris"
                label={t('wish-occupations')}
                values={wish.occupationUris}
                optional
                choices={wish.occupations.map(({ uri, words }) => ({ value: uri, label: words.text }))}
              />
            )}
            <Combobox
              key={asked}
              name="occupation"
              idName="uri"
              label={t('wish-occupation')}
              help={t('wish-occupation-help')}
              source="/vocabulary/search?kind=occupation"
              choices={mine?.choices}
              optional
            />
            <CheckboxGroup
              name="workingTimes"
              label={t('working-times')}
              values={wish?.workingTimes}
              optional
              choices={workingTimes.map((time) => ({ value: time, label: t(`time.${time}`) }))}
            />
            <DateField name="earliestStart" label={t('earliest-label')} optional />
            <TextArea
              name="note"
              label={t('wish-note')}
              help={t('wish-note-help')}
              rows={3}
              maxLength={1000}
              optional
            />
            <div className="actions">
              <Button name="intent" value="save">
                {t('save-wish')}
              </Button>
            </div>
          </PolkuForm>
        </Details>
      )}
    </Section>
  );
}

/** The municipalities where the person can go to work. */
export function TravelSection({ mapping, result }: PartProps) {
  const t = useT('skills');
  const format = useFormat();
  const { travelArea, choices, actions } = mapping;
  const { area, near, others, ticked } = choices.travel;
  const choicesOf = (municipalities: typeof area) =>
    municipalities.map(({ code, name }) => ({ value: code, label: name }));
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
      {actions.travelArea && (
        <Details
          key={travelArea?.seen ?? ''}
          open={result?.form === 'travel' || travelArea === undefined}
          summary={travelArea === undefined ? t('add-travel') : t('change-travel')}
        >
          <PolkuForm id="travel" result={result} labels={{ other: t('travel-other') }}>
            <Hidden values={{ part: 'travel-area', seen: travelArea?.seen }} />
            {area.length > 0 && (
              <CheckboxGroup
                name="area"
                label={t('travel-own-area')}
                values={ticked}
                choices={choicesOf(area)}
                inline
                optional
              />
            )}
            {near.length > 0 && (
              <CheckboxGroup
                name="near"
                label={t('travel-near')}
                values={ticked}
                choices={choicesOf(near)}
                inline
                optional
              />
            )}
            <Select
              name="other"
              label={t('travel-other')}
              help={t('travel-other-help')}
              empty={t('travel-no-other')}
              choices={choicesOf(others)}
              optional
            />
            <div className="actions">
              <Button name="intent" value="save">
                {t('save-travel')}
              </Button>
            </div>
          </PolkuForm>
        </Details>
      )}
    </Section>
  );
}
