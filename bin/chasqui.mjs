#!/usr/bin/env node
// The command `chasqui`. Plain JavaScript for Node 20 and newer, without dependencies: it finds the Node that the product is written
// for, builds the web app when it must, and hands over to TypeScript.
import { join } from 'node:path'
import { root } from './root.mjs'
import { buildWeb, buildWebIfStale } from './build-web.mjs'
import { develop } from './develop.mjs'
import { findNode } from './find-node.mjs'
import { runNode } from './run-node.mjs'

const [command = 'help', ...args] = process.argv.slice(2)
const commandLine = join(root, 'server/src/cli/main.ts')

/** `chasqui task check` runs tools/tasks/check.ts. */
const runTask = ([name = '', ...rest]) => {
  if (!/^[a-z0-9-]+$/.test(name)) throw new Error('Name a task: chasqui task check|test|e2e|bench|format|prove')
  return runNode([join(root, 'tools/tasks', `${name}.ts`), ...rest])
}

const start = async () => {
  if (!args.includes('--help')) await buildWebIfStale({ mayFail: true, quiet: args.includes('--json') })
  return runNode([commandLine, 'start', ...args])
}

const commands = {
  start,
  dev: () => develop(commandLine, args),
  build: () => (args.includes('--if-stale') ? buildWebIfStale({ mayFail: false, quiet: false }) : buildWeb()),
  prove: () => runTask(['prove', ...args]),
  task: () => runTask(args),
}

try {
  findNode()
  process.exitCode = await (commands[command] ?? (() => runNode([commandLine, command, ...args])))()
} catch (error) {
  console.error(error.message)
  process.exitCode = 1
}
