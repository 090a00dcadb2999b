import { Link } from 'react-router';
import { useT } from '#web/i18n/use.ts';
import { Section } from '#web/ui/index.ts';

export type CarriedOutPart = {
  readonly linkId: string;
  readonly programmeId: string;
  readonly programme: string;
  readonly goalId: string;
  readonly goal: string;
  readonly measure: string | undefined;
  readonly reason: string;
  readonly language: string;
};

/** Which goals and measures of programmes a pilot or a project carries out, and why (PRO-16). */
export function CarriedOut({ parts }: { readonly parts: readonly CarriedOutPart[] }) {
  const t = useT('programmes');
  if (parts.length === 0) return null;
  return (
    <Section id="carries-out" title={t('carried-out')}>
      <ul>
        {parts.map((part) => (
          <li key={part.linkId} lang={part.language}>
            <Link to={`/programmes/${part.programmeId}/goals/${part.goalId}`}>
              {part.measure ?? part.goal}
            </Link>{' '}
            ({part.programme}). {part.reason}
          </li>
        ))}
      </ul>
    </Section>
  );
}
