// The door of every command, written so that an old Node can read it: it cannot read TypeScript at all.
// Usage: node scripts/run.js scripts/start.ts [arguments]
import Module from 'node:module';
import { resolve } from 'node:path';

const wanted = 24;
if (Number(process.versions.node.split('.')[0]) < wanted) {
  process.stderr.write(
    `Polku needs Node ${wanted} or newer; this is Node ${process.versions.node}. ` +
      'Start it with npm (npm start, npm test), which uses the Node that `npm ci` brought.\n',
  );
  process.exitCode = 1;
} else if (process.argv[2] === undefined) {
  process.stderr.write('Say which script: node scripts/run.js scripts/start.ts\n');
  process.exitCode = 1;
} else {
  process.argv.splice(1, 2, resolve(process.argv[2]));
  // What has been read once starts a third quicker.
  Module.enableCompileCache(resolve(import.meta.dirname, '../node_modules/.cache/polku'));
  Module.runMain();
}
