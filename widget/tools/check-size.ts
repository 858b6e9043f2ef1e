import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'

/** What a site loads for its chat, in KB of gzipped JavaScript. Run after a build. */
const budget = 25

const size = gzipSync(readFileSync(fileURLToPath(new URL('../dist/widget.js', import.meta.url)))).length / 1000
process.stdout.write(`${size <= budget ? 'ok' : 'xx'}  widget.js: ${size.toFixed(1)} of ${budget} KB\n`)
if (size > budget) process.exitCode = 1
