import type { DemoVocabulary } from '#demo/shapes.ts';
import { licences } from '../starter/licences.ts';
import { starterVocabulary } from '../starter/starter.ts';

/** The vocabulary that the project carries, in the form that the generator reads. */
export function starterForDemonstration(): DemoVocabulary {
  const { concepts, occupationSkills } = starterVocabulary();
  const skillsOf = new Map<string, { essential: string[]; optional: string[] }>();
  for (const { occupationUri, skillUri, relation } of occupationSkills) {
    const own = skillsOf.get(occupationUri) ?? { essential: [], optional: [] };
    own[relation].push(skillUri);
    skillsOf.set(occupationUri, own);
  }
  return {
    occupations: concepts
      .filter((concept) => concept.kind === 'occupation')
      .map((concept) => ({
        uri: concept.uri,
        isco: concept.isco ?? '',
        names: concept.names,
        ...(skillsOf.get(concept.uri) ?? { essential: [], optional: [] }),
      })),
    licences: licences.map(({ code, names }) => ({ code, names })),
  };
}
