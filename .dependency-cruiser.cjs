const file = (suffix) => `^subgraphs/[^/]+/src/.+\\.${suffix}\\.ts$`;
const test = '(\\.test\\.ts$|^test/|/testing/)';

/** Who may import whom. @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-circular',
      severity: 'error',
      comment: 'A cycle means two files are one idea; merge them or point the dependency one way.',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'not-unresolvable',
      severity: 'error',
      comment: 'An import that leads nowhere escapes every rule below.',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'subgraphs-meet-only-in-the-graph',
      severity: 'error',
      comment: 'One subgraph knows another through @key references, never through an import.',
      from: { path: '^subgraphs/([^/]+)/' },
      to: { path: '^subgraphs/([^/]+)/', pathNot: '^subgraphs/$1/' },
    },
    {
      name: 'gateway-knows-no-subgraph-code',
      severity: 'error',
      comment: 'The gateway sees the supergraph SDL, not the code behind it.',
      from: { path: '^gateway/' },
      to: { path: '^(subgraphs|commands)/' },
    },
    {
      name: 'shared-stays-below',
      severity: 'error',
      comment: 'shared/ is a kernel: it may not know who uses it.',
      from: { path: '^shared/' },
      to: { path: '^(gateway|subgraphs|commands|test)/' },
    },
    {
      name: 'commands-are-on-top',
      severity: 'error',
      comment: 'Commands put the graph together; nothing but tests may stand on them.',
      from: { pathNot: '^(commands|test)/' },
      to: { path: '^commands/' },
    },
    {
      name: 'the-kernel-has-no-demonstration',
      severity: 'error',
      comment:
        'The demonstration ground stands on the kernel, and only loaders of demonstration data, commands that start them, and tests on it.',
      from: { pathNot: ['^shared/demo/', '/src/demo/', '^commands/', test] },
      to: { path: '^shared/demo/' },
    },
    {
      name: 'rules-are-pure',
      severity: 'error',
      comment: 'Statuses, rules and policies decide from values; they do no I/O, so they need no mocks.',
      from: { path: file('(status|policy|rules)') },
      to: { path: ['node_modules', file('(repository|service|resolver|loaders)')], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'services-know-no-graphql',
      severity: 'error',
      comment: 'A use case must be callable from a job or a test without a GraphQL request.',
      from: { path: file('service') },
      to: {
        path: [file('(resolver|inputs|results|loaders)'), '^subgraphs/[^/]+/src/context\\.ts$', 'node_modules/(type-graphql|graphql)/'],
      },
    },
    {
      name: 'only-repositories-query',
      severity: 'error',
      comment: 'SQL lives in one file per aggregate.',
      from: { path: file('(resolver|policy|status)') },
      to: { path: 'node_modules/typeorm/' },
    },
    {
      name: 'capabilities-enter-by-the-front-door',
      severity: 'error',
      comment: 'Another capability is used through its service or its entity.',
      from: { path: '^(subgraphs/[^/]+/src)/([^/]+)/' },
      to: { path: '^subgraphs/[^/]+/src/[^/]+/.+\\.(repository|loaders|resolver|policy)\\.ts$', pathNot: '^$1/$2/' },
    },
    {
      name: 'tests-are-leaves',
      severity: 'error',
      comment: 'Production code never imports test code.',
      from: { pathNot: test },
      to: { path: test },
    },
  ],
  options: {
    doNotFollow: { path: ['node_modules', '/dist/'] },
    // The peers that test/bench compares with are no packages of ours: it has a lockfile of its own.
    exclude: { path: ['/dist/', '^gateway/ide/', '^test/bench/'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['types', 'require', 'node', 'default'] },
  },
};
