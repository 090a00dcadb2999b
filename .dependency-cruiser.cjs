const room = '^src/modules/([^/]+)/';
const demo = '^src/modules/([^/]+)/demo/';
const pages = '^(web/|src/pages/|src/(root|routes|entry\\.[a-z]+)\\.tsx?$|src/modules/[^/]+/pages/)';

/** The arrows of the house; docs/architecture.md says them in words. */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'kernel-knows-nobody',
      severity: 'error',
      from: { path: '^src/kernel/', pathNot: '\\.test\\.ts$' },
      to: { path: '^(src/(?!kernel/)|web/|test/)' },
    },
    {
      name: 'documents-know-the-kernel-only',
      severity: 'error',
      from: { path: '^src/documents/', pathNot: '\\.test\\.ts$' },
      to: { path: '^(src/(?!(kernel|documents)/)|web/|test/)' },
    },
    {
      name: 'reading-apart-knows-the-kernel-only',
      severity: 'error',
      from: { path: '^src/(apart|sheets)/', pathNot: '\\.test\\.ts$' },
      to: { path: '^(src/(?!(kernel|apart|sheets)/)|web/|test/)' },
    },
    {
      name: 'texts-know-the-kernel-only',
      severity: 'error',
      from: { path: '^src/texts/', pathNot: '\\.test\\.ts$' },
      to: { path: '^(src/(?!(kernel|texts)/)|web/|test/)' },
    },
    {
      name: 'domain-knows-kernel-only',
      severity: 'error',
      from: { path: `${room}domain/`, pathNot: '\\.test\\.ts$' },
      to: {
        path: '^(src|web)/',
        pathNot: ['^src/(kernel|sheets)/', '^src/modules/$1/domain/', '^src/modules/$1/data/'],
      },
    },
    {
      name: 'rooms-are-entered-by-the-door',
      severity: 'error',
      from: { path: room, pathNot: [pages, demo] },
      to: { path: room, pathNot: ['^src/modules/$1/', '^src/modules/[^/]+/index\\.ts$', demo] },
    },
    {
      name: 'outsiders-enter-by-the-door',
      severity: 'error',
      from: { path: `^(src/(server|api|demo|connectors)|bench|scripts)/|${demo}` },
      to: {
        path: '^src/modules/',
        pathNot: [
          '^src/modules/[^/]+/index\\.ts$',
          '^src/modules/[^/]+/(data|demo|starter)/',
          '^src/modules/[^/]+/domain/',
          '^src/modules/matching/kernel/',
        ],
      },
    },
    {
      name: 'the-product-knows-no-demonstration',
      severity: 'error',
      from: {
        path: '^(src|web)/',
        pathNot: ['^src/demo/', demo, '\\.test\\.tsx?$'],
      },
      to: { path: `^src/demo/|${demo}` },
    },
    {
      name: 'pages-take-types-and-codes-only',
      severity: 'error',
      from: { path: pages, pathNot: '\\.test\\.tsx?$' },
      to: {
        path: '^src/',
        pathNot: [
          '^src/(kernel|documents)/',
          '^src/texts/translator\\.ts$',
          '^src/modules/[^/]+/domain/codes\\.ts$',
          pages,
        ],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'codes-are-words-only',
      severity: 'error',
      from: { path: `${room}domain/codes\\.ts$` },
      to: { path: '.' },
    },
    {
      name: 'nobody-imports-pages',
      severity: 'error',
      from: { path: '^src/', pathNot: ['^src/server/web\\.ts$', pages] },
      to: { path: pages },
    },
    {
      name: 'one-file-imports-a-driver',
      severity: 'error',
      from: { path: '^(src|web|scripts|bench)/', pathNot: ['^src/db/open\\.ts$'] },
      to: { path: 'node_modules/(pg|@electric-sql/pglite)/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'data-behind-use-cases',
      severity: 'error',
      from: { path: `${room}(use-cases|domain)/`, pathNot: '\\.test\\.ts$' },
      to: { path: '^src/db/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'work-does-not-know-reporting',
      severity: 'error',
      from: { path: '^src/modules/(?!(insight|pilots|programmes|projects|intake)/)', pathNot: pages },
      to: { path: '^src/modules/(insight|programmes|projects)/' },
    },
    {
      name: 'no-tests-in-the-product',
      severity: 'error',
      from: { path: '^(src|web)/', pathNot: '\\.test\\.tsx?$' },
      to: { path: '^(test|bench)/|\\.test\\.tsx?$' },
    },
    {
      name: 'everything-resolves',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: ['^virtual:', '\\+types/'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(build|\\.react-router)/' },
    tsPreCompilationDeps: 'specify',
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.json'],
    },
  },
};
