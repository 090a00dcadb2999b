import { useFormat, useT } from '../i18n/use.ts';
import {
  Button,
  Combobox,
  EmptyState,
  PolkuForm,
  RadioGroup,
  Section,
  Select,
  TextField,
} from '../ui/index.ts';
import type { Mapping, PartProps } from './mapping.ts';
import { Adding, Hidden, LevelWords, Name, Row, RowButtons } from './parts.tsx';

const levels = [1, 2, 3] as const;

/** Skills with their level and what they rest on. */
export function SkillSection({ mapping, result }: PartProps) {
  const t = useT('skills');
  const { skills, actions } = mapping;
  return (
    <Section id="skills" title={t('skills')} lead={<span className="screen-only">{t('skills-lead')}</span>}>
      {skills.length === 0 ? (
        <EmptyState title={t('skills-none')}>
          <p>{t('skills-none-next')}</p>
        </EmptyState>
      ) : (
        <ul className="rows">
          {skills.map((skill) => (
            <SkillRow key={`${skill.id} ${skill.seen}`} skill={skill} mapping={mapping} result={result} />
          ))}
        </ul>
      )}
      {actions.skills && <AddSkill key={skills.length} mapping={mapping} result={result} />}
    </Section>
  );
}

type SkillForm = Pick<PartProps, 'mapping' | 'result'>;

function AddSkill({ mapping, result }: SkillForm) {
  const t = useT('skills');
  const mine = result?.form === 'add-skill' ? result : undefined;
  const asked = mine?.choices === undefined ? '' : String(mine.values.skill ?? '');
  return (
    <Adding id="adding-skill" summary={t('add-skill')} open={mine !== undefined || mapping.skills.length < 3}>
      <PolkuForm
        id="add-skill"
        result={result}
        values={{ evidence: 'own-word' }}
        labels={{ skill: t('skill'), level: t('level'), uri: t('skill') }}
      >
        <Hidden values={{ part: 'skill', asked }} />
        <Combobox
          key={asked}
          name="skill"
          idName="uri"
          label={t('skill')}
          help={t('skill-help')}
          source="/vocabulary/search?kind=skill"
          choices={mine?.choices}
        />
        <RadioGroup name="level" label={t('level')} choices={useLevelChoices()} />
        <EvidenceFields mapping={mapping} />
        <div className="actions">
          <Button name="intent" value="save">
            {t('add-skill-act')}
          </Button>
        </div>
      </PolkuForm>
    </Adding>
  );
}

function useLevelChoices() {
  const t = useT('skills');
  return levels.map((level) => ({
    value: String(level),
    label: t(`level-name.${level}`),
    help: t(`level-help.${level}`),
  }));
}

function EvidenceFields({ mapping, kept }: { readonly mapping: Mapping; readonly kept?: string }) {
  const t = useT('skills');
  const offered: readonly string[] = mapping.choices.evidences;
  const evidences = kept === undefined || offered.includes(kept) ? offered : [...offered, kept];
  return (
    <>
      <Select
        name="evidence"
        label={t('evidence-label')}
        choices={evidences.map((evidence) => ({ value: evidence, label: t(`evidence.${evidence}`) }))}
      />
      <TextField
        name="evidenceNote"
        label={t('evidence-note')}
        help={t('evidence-note-help')}
        maxLength={500}
        width="l"
        optional
      />
    </>
  );
}

function SkillRow({ skill, mapping, result }: SkillForm & { readonly skill: Mapping['skills'][number] }) {
  const t = useT('skills');
  const id = `skill-${skill.id}`;
  const { text } = skill.words;
  return (
    <Row
      title={<Name words={skill.words} />}
      about={text}
      open={result?.form === id}
      facts={
        <>
          <LevelWords level={skill.level} /> · {t(`evidence.${skill.evidence}`)}
          {skill.evidenceNote !== undefined && ` · ${skill.evidenceNote}`}
          {skill.uri !== undefined && skill.ownWords !== undefined && ` · ${skill.ownWords}`}
        </>
      }
      form={
        mapping.actions.skills ? (
          <PolkuForm
            id={id}
            result={result}
            label={`${t('change-it')}: ${text}`}
            values={{
              ownWords: skill.ownWords ?? '',
              level: String(skill.level),
              evidence: skill.evidence,
              evidenceNote: skill.evidenceNote ?? '',
            }}
          >
            <Hidden values={{ part: 'skill', id: skill.id, seen: skill.seen, uri: skill.uri }} />
            {skill.uri === undefined ? (
              <TextField name="ownWords" label={t('own-words')} maxLength={200} width="l" />
            ) : (
              <Hidden values={{ ownWords: skill.ownWords }} />
            )}
            <Select
              name="level"
              label={t('level')}
              choices={levels.map((level) => ({ value: String(level), label: t(`level-name.${level}`) }))}
            />
            <EvidenceFields mapping={mapping} kept={skill.evidence} />
            <RowButtons about={text} />
          </PolkuForm>
        ) : undefined
      }
    />
  );
}

/** Occupations that the person has done, in years; adding one leads to the skills that it needs. */
export function OccupationSection({ mapping, here, result }: PartProps) {
  const t = useT('skills');
  const format = useFormat();
  const { occupations, actions } = mapping;
  const mine = result?.form === 'add-occupation' ? result : undefined;
  const asked = mine?.choices === undefined ? '' : String(mine.values.occupation ?? '');
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
          {occupations.map((one) => {
            const id = `occupation-${one.uri.split('/').at(-1)}`;
            return (
              <Row
                key={`${one.uri} ${one.seen}`}
                title={<Name words={one.words} />}
                about={one.words.text}
                open={result?.form === id}
                facts={t('years', { count: one.years, years: format.number(one.years, 1) })}
                form={
                  actions.skills ? (
                    <PolkuForm
                      id={id}
                      result={result}
                      label={`${t('change-it')}: ${one.words.text}`}
                      values={{ years: format.number(one.years, 1) }}
                    >
                      <Hidden values={{ part: 'occupation', known: one.uri, seen: one.seen }} />
                      <TextField name="years" label={t('years-label')} keyboard="decimal" width="s" />
                      <RowButtons about={one.words.text} />
                      <p>
                        <a href={`${here}/occupation?ammatti=${encodeURIComponent(one.uri)}`}>
                          {t('occupation-skills', { occupation: one.words.text })}
                        </a>
                      </p>
                    </PolkuForm>
                  ) : undefined
                }
              />
            );
          })}
        </ul>
      )}
      {actions.skills && (
        <Adding
          key={occupations.length}
          id="adding-occupation"
          summary={t('add-occupation')}
          open={mine !== undefined}
        >
          <PolkuForm
            id="add-occupation"
            result={result}
            labels={{ occupation: t('occupation'), years: t('years-label'), uri: t('occupation') }}
          >
            <Hidden values={{ part: 'occupation', asked }} />
            <Combobox
              key={asked}
              name="occupation"
              idName="uri"
              label={t('occupation')}
              help={t('occupation-help')}
              source="/vocabulary/search?kind=occupation"
              choices={mine?.choices}
            />
            <TextField
              name="years"
              label={t('years-label')}
              help={t('years-help')}
              keyboard="decimal"
              width="s"
            />
            <div className="actions">
              <Button name="intent" value="save">
                {t('add-occupation-act')}
              </Button>
            </div>
          </PolkuForm>
        </Adding>
      )}
    </Section>
  );
}
