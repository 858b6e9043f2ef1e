import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { relative } from 'node:path'

/**
 * Reads what Node's test runner printed, from the logs given.
 *   node .ci/failures.mjs files LOG      the test files that failed, one a line; nothing when one of the failures names none
 *   node .ci/failures.mjs report LOG…    what failed and why, shortened
 */
const [command, ...logs] = process.argv.slice(2)
const longest = { lines: 14, letters: 700 }

/** The failures of a log, each with all its lines; the runner sums them up at its end. */
const failuresOf = (log) => {
  const text = existsSync(log) ? readFileSync(log, 'utf8') : ''
  const at = text.lastIndexOf('✖ failing tests:')
  return at < 0
    ? []
    : text
        .slice(at)
        .split(/^(?=test at )/m)
        .slice(1)
}

/** A scene of the browser tests is made by their kit: only its stack tells where it stands. */
const fileOf = (failure) => {
  const named = [
    ...(/^test at (\S+?):\d+:\d+$/m.exec(failure)?.slice(1) ?? []),
    ...[...failure.matchAll(/(?:file:\/\/)?(\/\S+?\.test\.ts):\d+:\d+/g)].map(([, path]) => path),
  ]
  return named.map((path) => relative('.', path)).find((path) => path.endsWith('.test.ts') && isOurs(path))
}
const isOurs = (path) => {
  try {
    execFileSync('git', ['ls-files', '--error-unmatch', path], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

const short = (failure) =>
  failure
    .split('\n')
    .filter((line) => line.trim() && !/^\s*at /.test(line))
    .slice(0, longest.lines)
    .map((line) => line.slice(0, longest.letters))
    .join('\n')

/** Files that share a process are suites of it: one whose failure stands in a kit is told by its suite. */
const suitesOf = (log) =>
  existsSync(log) ? [...readFileSync(log, 'utf8').matchAll(/^\s*✖ (\S+\.test\.ts) \([\d.]+ms\)$/gm)].map(([, path]) => path).filter(isOurs) : []

const failures = logs.flatMap(failuresOf)
const filesToTryAgain = () => {
  const files = failures.map(fileOf)
  const suites = logs.flatMap(suitesOf)
  return new Set(files.includes(undefined) && suites.length === 0 ? [] : [...files.filter(Boolean), ...suites])
}
const lines = command === 'report' ? failures.map(short) : filesToTryAgain()
for (const line of lines) process.stdout.write(`${line}\n`)
