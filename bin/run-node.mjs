import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { findNode } from './find-node.mjs'
import { root } from './root.mjs'
import { watchNpm } from './watch-npm.mjs'

const forwarded = ['SIGINT', 'SIGTERM', 'SIGHUP']

/** Node 24.0 to 24.11 warn about TypeScript. A larger nursery spares a busy server most collections of what lives for one turn. The compile cache takes about a third off a warm start. */
const nodeFlags = ['--disable-warning=ExperimentalWarning', '--max-semi-space-size=32']
const environment = () => ({ NODE_COMPILE_CACHE: join(root, 'node_modules/.cache/node'), ...process.env })

/** Windows sends Ctrl+C to every process of the console itself, and `kill` there would end the child at once. */
const passOn = (child, signal) => process.platform !== 'win32' && child.kill(signal)

/** Hands signals to the child; the end of npm counts as one. After the first signal the child knows, so npm is no longer watched. */
const forwardSignals = (child) => {
  const stopWatching = watchNpm(() => passOn(child, 'SIGTERM'))
  const handlers = forwarded.map((signal) => [signal, () => (stopWatching(), passOn(child, signal))])
  for (const [signal, handler] of handlers) process.on(signal, handler)
  return () => {
    stopWatching()
    for (const [signal, handler] of handlers) process.off(signal, handler)
  }
}

/**
 * Runs the product's Node and resolves with its exit code; a child that dies by a signal takes this process with it by the same signal.
 * The IPC channel is a life line: when this process is killed the channel breaks, and the child ends at once.
 */
export const runNode = (args, { cwd = process.cwd() } = {}) =>
  new Promise((resolve, reject) => {
    const child = spawn(findNode(), [...nodeFlags, ...args], { cwd, env: environment(), stdio: ['inherit', 'inherit', 'inherit', 'ipc'] })
    const stopForwarding = forwardSignals(child)
    child.on('error', reject)
    child.on('exit', (code, signal) => {
      stopForwarding()
      if (signal) process.kill(process.pid, signal)
      else resolve(code)
    })
  })
