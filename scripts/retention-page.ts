import { ruleOn } from '#kernel/dated-rules.ts';
import { retentionClasses, tablesOf } from '#privacy';
import { findText } from '#texts';

/** `docs/compliance/retention.md`: the declared classes of records as a page, made from the declaration. */
export function retentionPage(today = '2026-12-01'): string {
  const say = (key: string, values: Record<string, string | number> = {}) =>
    findText('en', `retention:${key}`, values) ?? key;
  const rows = retentionClasses.map((each) => {
    const rule = each.keeping && ruleOn(each.keeping.versions, today);
    const kept =
      rule === undefined
        ? say(`starts.${each.code}`)
        : `${rule.value.years} ${rule.value.years === 1 ? 'year' : 'years'} ${say(`starts.${each.code}`)} (rule \`${each.keeping!.key}\`, mark ${rule.mark})`;
    const tables = tablesOf(each)
      .map((table) => `\`${table}\``)
      .join(', ');
    return `| ${say(`class.${each.code}`)} (\`${each.code}\`) | ${kept} | ${say(`end.${each.end}`)} | ${say(`basis.${each.code}`)} | ${tables} |`;
  });
  return `# Classes of records and how long they are kept

Made from \`src/modules/privacy/db/retention-classes.ts\` by \`npm run docs\`, never by hand. The same declaration stands on \`/retention\` (the officer and the area manager), on \`/privacy\` (everybody) and in the database, which carries it out. Years are dated rules (\`/how-polku-counts\`); those marked ? are proposals that the area decides.

| Class | Kept | Then | Basis | Tables |
| --- | --- | --- | --- | --- |
${rows.join('\n')}

How records go: [privacy.md](../privacy.md#when-the-time-has-passed). Why the log stays whole: [adr 0057](../adr/0057-the-log-forgets-whose-data-it-was.md).
`;
}
