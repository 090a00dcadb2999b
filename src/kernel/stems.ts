/** The stems a word is found by: `forms` are inflected forms of the same word, `roots` relatives by derivation. */
export type Stems = { readonly forms: readonly string[]; readonly roots: readonly string[] };

/** `form` is shared by the inflected forms of one word, `root` also by words derived from it (welder, welding). */
export type Stem = { readonly form: string; readonly root: string };

const vowel = /[aeiouyåäö]/;

function cut(word: string, endings: readonly string[], leave: number): string {
  for (const ending of endings) {
    if (word.length - ending.length >= leave && word.endsWith(ending)) return word.slice(0, -ending.length);
  }
  return word;
}

const swedishEndings = [
  'arnas',
  'ernas',
  'ornas',
  'arens',
  'andena',
  'andet',
  'arna',
  'erna',
  'orna',
  'aren',
  'arne',
  'ande',
  'ades',
  'andes',
  'heten',
  'heter',
  'are',
  'ens',
  'ets',
  'ast',
  'ade',
  'ern',
  'ers',
  'ars',
  'en',
  'et',
  'er',
  'ar',
  'or',
  'na',
  'as',
  'es',
  'ad',
  'at',
  'an',
  'a',
  'e',
  's',
  't',
].sort((a, b) => b.length - a.length);

const swedishDerivations = ['ningarna', 'ningens', 'ningen', 'ningar', 'ning', 'erska', 'ande', 'ing'];

/** Swedish: definite and plural endings, the agent -are and the genitive go; -ning and -ande lead to the root. */
export function swedishStem(word: string): Stem {
  const form = undoubled(cut(word, swedishEndings, 3));
  const derived = cut(word, swedishDerivations, 3);
  return { form, root: derived === word ? form : undoubled(derived) };
}

function undoubled(stem: string): string {
  return stem.length > 3 && /(ll|mm|nn|tt|kk|pp|gg|dd|bb|rr)$/.test(stem) ? stem.slice(0, -1) : stem;
}

/** English: plural, past, -ing, agent -er/-or and -ment/-ation lead to a common root; the plural alone to the form. */
export function englishStem(word: string): Stem {
  const singular = englishSingular(word);
  let root = cut(
    singular,
    ['ations', 'ation', 'ments', 'ment', 'ings', 'ing', 'ers', 'ors', 'er', 'or', 'ed', 'ist'],
    3,
  );
  if (root !== singular && !vowel.test(root)) root = singular;
  if (root !== singular) root = undoubled(root);
  root = root.length > 3 ? root.replace(/[ey]$/, '').replace(/i$/, '') : root;
  return { form: singular, root };
}

function englishSingular(word: string): string {
  if (word.endsWith('ies') && word.length > 5) return `${word.slice(0, -3)}y`;
  if (/(ch|sh|ss|x|z)es$/.test(word)) return word.slice(0, -2);
  if (word.endsWith('men') && word.length > 4) return `${word.slice(0, -3)}man`;
  if (/[^suiy]s$/.test(word) && word.length > 3) return word.slice(0, -1);
  return /[ey]?ys$/.test(word) && word.length > 4 ? word.slice(0, -1) : word;
}
