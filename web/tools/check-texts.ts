import { globSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { namespacesIn } from './text-files.ts'
import { fileProblems, hardCoded, unusedKeys } from './text-problems.ts'

/**
 * Fails when the texts are not complete in every language, when one is not used, when a language file stands for a language that is not
 * offered, or when a component holds words of its own. Finding nothing to check is a failure too.
 *   node web/tools/check-texts.ts
 */
export const textProblems = (source: string): string[] => {
  const namespaces = namespacesIn(source)
  const files = globSync('**/*.{ts,tsx}', { cwd: source }).filter((file) => !/\.(d|test)\.ts$/.test(file))
  const codes = files.map((file) => [file, readFileSync(join(source, file), 'utf8')] as const)
  if (namespaces.length === 0 || files.length === 0) return [`nothing to check in ${source}`]
  const all = codes.map(([, code]) => code).join('\n')
  return [
    ...namespaces.flatMap((namespace) => [...fileProblems(source, namespace), ...unusedKeys(namespace, all)]),
    ...codes.filter(([file]) => file.endsWith('.tsx')).flatMap(([file, code]) => hardCoded(file, code)),
  ]
}

const here = fileURLToPath(import.meta.url)
if (process.argv[1] === here) {
  const source = fileURLToPath(new URL('../src', import.meta.url))
  const problems = textProblems(source)
  const report = problems.length
    ? problems.map((problem) => `xx  ${problem}`)
    : [`ok  texts of ${namespacesIn(source).length} namespaces, complete (${relative(process.cwd(), source)})`]
  process.stdout.write(`${report.join('\n')}\n`)
  process.exitCode = problems.length ? 1 : 0
}
