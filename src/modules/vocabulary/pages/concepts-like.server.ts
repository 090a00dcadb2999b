import type { Services } from '#server/services.ts';

/** The occupations or skills that a typed text may mean. */
export const conceptsLike = (services: Services, kind: 'skill' | 'occupation') => async (text: string) => {
  const found = await services.vocabulary.search({ text: text.slice(0, 200), kinds: [kind], limit: 8 });
  return (found.ok ? found.value.hits : []).map(({ uri, name, matched }) => ({
    id: uri,
    label: name,
    detail: matched === name ? undefined : matched,
  }));
};
