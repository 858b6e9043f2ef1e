import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'

/** What a site loads for its chat, in KB of gzipped JavaScript: the launcher with the page, the panel after it. Run after a build. */
const budgets = { 'widget.js': 3, 'panel.js': 25 }

for (const [name, budget] of Object.entries(budgets)) {
  const size = gzipSync(readFileSync(fileURLToPath(new URL(`../dist/${name}`, import.meta.url)))).length / 1000
  process.stdout.write(`${size <= budget ? 'ok' : 'xx'}  ${name}: ${size.toFixed(1)} of ${budget} KB\n`)
  if (size > budget) process.exitCode = 1
}
