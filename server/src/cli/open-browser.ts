import { spawn } from 'node:child_process'

const openers: Partial<Record<NodeJS.Platform, [string, string[]]>> = { darwin: ['open', []], win32: ['explorer.exe', []], linux: ['xdg-open', []] }

/** Shows the address in the person's browser. Failing is silent: the address is on the screen. */
export const openBrowser = (url: string): void => {
  const [program, args] = openers[process.platform] ?? []
  if (!program) return
  const child = spawn(program, [...(args ?? []), url], { stdio: 'ignore', detached: true })
  child.on('error', () => {})
  child.unref()
}
