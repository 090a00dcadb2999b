// The first import of every entry point: Polku runs its own TypeScript and needs what Node 24 brings.
const wanted = 24;
const found = Number(process.versions.node.split('.')[0]);
if (found < wanted) {
  process.stderr.write(
    `Polku needs Node ${wanted} or newer; this is Node ${process.versions.node}. ` +
      'Start it with npm (npm start, npm test), which uses the Node that `npm ci` brought.\n',
  );
  process.exit(1);
}
