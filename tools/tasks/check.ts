import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { programOf, root, runSteps } from './run-step.ts'
import type { Step } from './run-step.ts'

/** Everything that can be known about the code without running it: types, lint, format, dependency rules, dead code. */
const workspaces = ['contracts', 'flow', 'server', 'web', 'widget', 'e2e', 'bench', 'tools']

const typeChecks: Step[] = workspaces
  .filter((workspace) => existsSync(join(root, workspace, 'tsconfig.json')))
  .map((workspace) => ({ name: `types ${workspace}`, args: [programOf('typescript', 'tsc'), '-p', workspace] }))

const dependencyRules: Step[] = ['tools/dependency-rules/check.ts', 'tools/dependency-rules.ts']
  .filter((path) => existsSync(join(root, path)))
  .map((path) => ({ name: 'dependency rules', args: [join(root, path)] }))

process.exitCode = await runSteps([
  ...typeChecks,
  { name: 'lint', args: [programOf('oxlint'), '--type-aware', '--deny-warnings'] },
  { name: 'format', args: [programOf('oxfmt'), '--check'] },
  ...dependencyRules,
  { name: 'dead code', args: [programOf('knip'), '--no-progress'] },
])
