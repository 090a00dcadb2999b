import { useFormat, useT } from '#web/i18n/use.ts';
import { EmptyState, Fields, FormActs, Section } from '#web/ui/index.ts';
import type { PartProps } from './mapping.ts';
import { Adding, LevelWords, Name, Row } from './parts.tsx';

/** Skills with their level and what they rest on. */
export function SkillSection({ mapping: { skills, choices }, forms, result }: PartProps) {
  const t = useT('skills');
  const offered: readonly string[] = choices.evidences;
  return (
    <Section id="skills" title={t('skills')} lead={<span className="screen-only">{t('skills-lead')}</span>}>
      {skills.length === 0 ? (
        <EmptyState title={t('skills-none')}>
          <p>{t('skills-none-next')}</p>
        </EmptyState>
      ) : (
        <ul className="rows">
          {skills.map((skill) => (
            <Row
              key={`${skill.id} ${skill.seen}`}
              title={<Name words={skill.words} />}
              about={skill.words.text}
              facts={
                <>
                  <LevelWords level={skill.level} /> · {t(`evidence.${skill.evidence}`)}
                  {skill.evidenceNote !== undefined && ` · ${skill.evidenceNote}`}
                  {skill.uri !== undefined && skill.ownWords !== undefined && ` · ${skill.ownWords}`}
                </>
              }
              row={skill.id}
              subject={skill.id}
              seen={skill.seen}
              hidden={{ id: skill.id }}
              change={offered.includes(skill.evidence) ? forms.skill : forms.assessed}
              remove={forms.removeSkill}
              result={result}
              fields={
                <>
                  <Fields but={skill.uri === undefined ? [] : ['skill.ownWords']} />
                  <FormActs about={skill.words.text} />
                </>
              }
            />
          ))}
        </ul>
      )}
      <Adding form={forms.addSkill} result={result} summary={t('add-skill')} open={skills.length < 3} />
    </Section>
  );
}

/** Occupations that the person has done, in years; adding one leads to the skills that it needs. */
export function OccupationSection({ mapping: { occupations }, here, forms, result }: PartProps) {
  const t = useT('skills');
  const format = useFormat();
  return (
    <Section
      id="occupations"
      title={t('occupations')}
      lead={<span className="screen-only">{t('occupations-lead')}</span>}
    >
      {occupations.length === 0 ? (
        <p>{t('occupations-none')}</p>
      ) : (
        <ul className="rows">
          {occupations.map(({ uri, seen, words, years }) => (
            <Row
              key={`${uri} ${seen}`}
              title={<Name words={words} />}
              about={words.text}
              facts={t('years', { count: years, years: format.number(years, 1) })}
              row={uri.split('/').at(-1) ?? uri}
              subject={uri}
              seen={seen}
              hidden={{ 'occupation.uri': uri }}
              change={forms.occupation}
              remove={forms.removeOccupation}
              result={result}
              after={
                <p>
                  <a href={`${here}/occupation?occupation=${encodeURIComponent(uri)}`}>
                    {t('occupation-skills', { occupation: words.text })}
                  </a>
                </p>
              }
            />
          ))}
        </ul>
      )}
      <Adding form={forms.addOccupation} result={result} summary={t('add-occupation')} />
    </Section>
  );
}
