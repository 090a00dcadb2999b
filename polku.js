// The commands of whoever runs Polku, by Node alone: `node polku.js` lists them. Written so that an old Node can read it.
import { fileURLToPath } from 'node:url';

const commands = {
  start: ['start', 'the service'],
  migrate: ['migrate', "brings the database to this version's form; as the owner's login"],
  logins: ['create-logins', "makes the database's three logins; once, as a superuser"],
  'first-administrator': ['first-administrator', 'the account that opens all others'],
  'second-administrator': ['first-administrator', 'the other pair of eyes', 'second'],
  'audit-verify': ['audit-verify', 'is the log whole? ends with 0 when it is'],
  'api-credential': ['api-credential', 'credentials of other systems: makes, lists, revokes'],
  'esco-import': ['esco-import', 'loads the ESCO classification from a folder'],
  intake: ['intake', 'reads a document in'],
};

const [name, ...given] = process.argv.slice(2);
const command = Object.entries(commands).find(([known]) => known === name);
if (command === undefined) {
  const list = Object.entries(commands).map(([known, [, what]]) => `  ${known.padEnd(21)} ${what}`);
  process.stderr.write(`node polku.js COMMAND, of which there are:\n${list.join('\n')}\n`);
  process.exitCode = 1;
} else {
  const [, [script, , ...before]] = command;
  const run = new URL('./scripts/run.js', import.meta.url);
  const file = fileURLToPath(new URL(`./scripts/${script}.ts`, import.meta.url));
  process.argv = [process.argv[0], fileURLToPath(run), file, ...before, ...given];
  import(run.href);
}
