import type { ChangeView, EasingView, NeedEasing, StepView } from '#matching';
import { useFormat, useT } from '#web/i18n/use.ts';
import { AddressForm, Button, CheckboxGroup, Details, Section } from '#web/ui/index.ts';

/** The name in the address of what is imagined. */
const changeName = 'change';

/** What was chosen to be imagined, from the address. */
export function changesIn(request: Request): string[] {
  return new URL(request.url).searchParams.getAll(changeName).slice(0, 50);
}

type Whose = 'own' | 'other';

/** A change as a clause that begins a sentence: "Jos sinulla olisi hygieniapassi". */
export function useChangeWords(whose: Whose): (change: ChangeView) => string {
  const t = useT('matching');
  return (change) => {
    const { side, kind, level } = change;
    const name = kind === 'time' ? t(`time.${change.name}`) : change.name;
    const key =
      side === 'person'
        ? `steps.${whose}.${kind}`
        : `steps.need.${kind === 'language' && level === undefined ? 'no-language' : kind}`;
    return t(key, { name, level: level ?? '' });
  };
}

/** What one step would open to a person, in sentences with numbers, and a form to try others. */
export function PersonSteps({
  steps,
  whatIf,
  own,
}: {
  readonly steps: readonly StepView[];
  readonly whatIf?:
    | { readonly changes: readonly ChangeView[]; readonly before: Counted; readonly after: Counted }
    | undefined;
  readonly own: boolean;
}) {
  const t = useT('matching');
  const words = useChangeWords(own ? 'own' : 'other');
  return (
    <Section id="steps" title={t('steps.title')} lead={t(own ? 'steps.lead' : 'steps.lead-other')}>
      {steps.length > 0 && (
        <ul>
          {steps.slice(0, stepsInSight).map((step) => (
            <li key={step.key}>
              {words(step)}:{' '}
              <strong>
                {step.fitting > 0
                  ? t('steps.fitting', { count: step.fitting })
                  : t('steps.listed', { count: step.listed })}
              </strong>
            </li>
          ))}
        </ul>
      )}
      <WhatIfForm choices={[steps]} chosen={whatIf?.changes} whose={own ? 'own' : 'other'} />
      {whatIf !== undefined && (
        <div id="what-if-result" role="status">
          <p>{whatIf.changes.map(words).join('; ')}:</p>
          <JobCounts {...whatIf} />
        </div>
      )}
    </Section>
  );
}

type Counted = { readonly fitting: number; readonly oneMissing: number };
const stepsInSight = 6;

/** Jobs before and after, exactly: they are the person's own. */
export function JobCounts({ before, after }: { readonly before: Counted; readonly after: Counted }) {
  const t = useT('matching');
  const format = useFormat();
  const numbers = (of: (counted: Counted) => number) => ({
    before: format.number(of(before)),
    after: format.number(of(after)),
  });
  return (
    <ul>
      <li>
        {t(
          'what-if.jobs',
          numbers(({ fitting }) => fitting),
        )}
      </li>
      <li>
        {t(
          'what-if.jobs-listed',
          numbers(({ fitting, oneMissing }) => fitting + oneMissing),
        )}
      </li>
    </ul>
  );
}

/** What a need could ask less of, in numbers of people. */
export function NeedSteps({ easing, form = true }: { readonly easing: NeedEasing; readonly form?: boolean }) {
  const t = useT('matching');
  const words = useChangeWords('other');
  const { steps, choices, whatIf } = easing;
  return (
    <Section id="steps" title={t('steps.title-need')} lead={t('steps.lead-need')}>
      <EasingList easing={easing} />
      {form && choices.length > 0 && (
        <WhatIfForm choices={[choices]} chosen={whatIf?.changes} whose="other" open={steps.length === 0} />
      )}
      {whatIf !== undefined && (
        <div id="what-if-result" role="status">
          <p>{whatIf.changes.map(words).join('; ')}:</p>
          <PeopleCounts {...whatIf} />
        </div>
      )}
    </Section>
  );
}

/** The sentences of a need's easings, or that there is none to tell. */
export function EasingList({ easing: { steps } }: { readonly easing: NeedEasing }) {
  const t = useT('matching');
  const words = useChangeWords('other');
  if (steps.length === 0) return <p>{t('steps.none-need')}</p>;
  return (
    <ul>
      {steps.map((step) => (
        <li key={step.key}>
          {words(step)}: <strong>{t('steps.people', { count: step.gain })}</strong>
        </li>
      ))}
    </ul>
  );
}

/** People before and after. */
export function PeopleCounts({ before, after }: Pick<EasingView, 'before' | 'after'>) {
  const t = useT('matching');
  const format = useFormat();
  return (
    <ul>
      <li>{t('what-if.people', { before: format.number(before), after: format.number(after) })}</li>
    </ul>
  );
}

/** Boxes for what would be otherwise; a plain form that puts the choices in the address. */
export function WhatIfForm({
  choices,
  chosen = [],
  whose,
  legends,
  open,
}: {
  readonly choices: readonly (readonly ChangeView[])[];
  readonly chosen?: readonly ChangeView[] | undefined;
  readonly whose: Whose;
  readonly legends?: readonly string[];
  readonly open?: boolean;
}) {
  const t = useT('matching');
  const words = useChangeWords(whose);
  const keys = chosen.map(({ key }) => key);
  const groups = choices.map((group, at) =>
    // What was chosen stays among the choices even when it is no longer a step.
    at === 0
      ? [...group, ...chosen.filter(({ key }) => !choices.flat().some((choice) => choice.key === key))]
      : group,
  );
  return (
    <Details
      summary={t(legends === undefined ? 'what-if.try' : 'what-if.choose')}
      open={open === true || keys.length > 0}
    >
      <AddressForm key={keys.join(' ')} id="what-if" label={t('what-if.try')} values={{ [changeName]: keys }}>
        {groups.map(
          (group, at) =>
            group.length > 0 && (
              <CheckboxGroup
                // biome-ignore lint/suspicious/noArrayIndexKey: the sides stand in their places
                key={at}
                name={changeName}
                part={at === 0 ? undefined : String(at + 1)}
                label={legends?.[at] ?? t('what-if.choose')}
                choices={group.map((view) => ({ value: view.key, label: words(view) }))}
              />
            ),
        )}
        <p className="help">{t('what-if.note')}</p>
        <div className="actions">
          <Button label={t('what-if.count')} />
          {keys.length > 0 && <Button look="quiet" to="?" label={t('what-if.clear')} />}
        </div>
      </AddressForm>
    </Details>
  );
}
