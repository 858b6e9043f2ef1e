import { join } from 'node:path'
import { findViolations } from './find-violations.ts'

/** `chasqui task check` runs this: one line per violation, exit code 1 when there is one. */
const { files, violations } = findViolations(join(import.meta.dirname, '../..'))
for (const { rule, path, line, why } of violations) console.error(`rule ${rule}  ${path}:${line}  ${why}`)
console.log(`dependency rules: ${files} files, ${violations.length} violations`)
process.exitCode = violations.length > 0 ? 1 : 0
