import { useFormat, useLanguage, useT } from '#web/i18n/use.ts';
import { type Lane, Lanes } from '#web/ui/index.ts';
import { type PathStep, stepWords, textIn } from './words.ts';

type Opener = (step: PathStep) => string | undefined;

/**
 * A path as lanes: the employment services, each business service, the employers, the person. Whose turn it is and until
 * when stands beside what waits.
 */
export function PathLanes(props: {
  readonly path: readonly PathStep[];
  /** What the person's own lane is called. */
  readonly person: string;
  readonly employment: string;
  /** `YYYY-MM-DD` */
  readonly today: string;
  /** The page that a step opens, if any. */
  readonly to?: Opener;
}) {
  const t = useT('clients');
  const format = useFormat();
  const language = useLanguage();
  const lanes = new Map<string, Lane>();
  const nameOf = (step: PathStep) => {
    if (step.lane === 'person') return props.person;
    if (step.lane === 'employer') return t('lane.employer');
    return step.lane === 'business'
      ? textIn(step.organisation, language) || t('lane.business')
      : props.employment;
  };
  const order = ['employment', 'business', 'employer', 'person'];
  const steps = [...props.path].sort((a, b) => order.indexOf(a.lane) - order.indexOf(b.lane));
  for (const [at, step] of steps.entries()) {
    const name = nameOf(step);
    const key = `${step.lane} ${step.lane === 'business' ? name : ''}`;
    const lane = lanes.get(key) ?? { key, name, items: [] };
    const until =
      step.state === 'waiting' && step.until !== undefined
        ? t('until', { day: format.shortDay(step.until) })
        : undefined;
    const to = props.to?.(step);
    lanes.set(key, {
      ...lane,
      items: [
        ...lane.items,
        {
          key: `${step.kind} ${step.subjectId ?? ''} ${at}`,
          day: step.day,
          label: stepWords(t, language, step),
          state: step.state,
          ...(until === undefined ? {} : { note: until }),
          ...(to === undefined ? {} : { to }),
        },
      ],
    });
  }
  return <Lanes id="path-lanes" label={t('path')} lanes={[...lanes.values()]} today={props.today} />;
}
