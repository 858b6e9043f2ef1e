import { join } from 'node:path'
import { findVite, hasWebApp } from './build-web.mjs'
import { root } from './root.mjs'
import { runNode } from './run-node.mjs'

/** Runs the server again after each change of its sources, with Vite's own server beside it for the web app; no browser opens at each change. */
export const develop = async (commandLine, args) => {
  const vite = findVite()
  const server = runNode(['--watch', '--watch-preserve-output', commandLine, 'start', '--no-open', ...args])
  if (!hasWebApp() || !vite) return server
  return Promise.race([server, runNode([vite, '--clearScreen', 'false'], { cwd: join(root, 'web') })])
}
