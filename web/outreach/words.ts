import type { SentForm } from '../page.ts';

/** A text in three languages as three fields of a form. */
export const textsOf = (sent: SentForm, name: string) => ({
  fi: sent.text(`${name}.fi`),
  sv: sent.text(`${name}.sv`),
  en: sent.text(`${name}.en`),
});

/** An audience as one value of a box: `role:board`, `public:`. */
export const audienceValue = (one: { kind: string; value: string }) => `${one.kind}:${one.value}`;
export const audienceFrom = (value: string) => {
  const [kind = '', ...rest] = value.split(':');
  return { kind: kind as 'role', value: rest.join(':') };
};

/** The first lines of a text, for a list. */
export const beginningOf = (text: string, most = 160) =>
  text.length <= most ? text : `${text.slice(0, text.lastIndexOf(' ', most))} …`;
