import { spawn, spawnSync } from 'node:child_process'
import type { ServerAccount } from './server-account.ts'

/** One run of a PostgreSQL program: `logFile` is an open descriptor that takes what it prints, otherwise the text is returned. */
export type ProgramRun = { account: ServerAccount; libraryPath?: string; cwd?: string; logFile?: number }
export type ProgramResult = { code: number; output: string }

/** A bare environment: the database needs none of the product's settings, and English messages without a locale. */
const environment = (libraryPath?: string) => ({ PATH: '/usr/bin:/bin', LC_ALL: 'C', ...(libraryPath ? { LD_LIBRARY_PATH: libraryPath } : {}) })

const commandFor = (account: ServerAccount, program: string, args: string[]): [string, string[]] =>
  account.kind === 'namespace' ? ['unshare', ['--user', '--map-user=1000', '--map-group=1000', '--', program, ...args]] : [program, args]

const optionsFor = (run: ProgramRun) => ({
  cwd: run.cwd ?? '/',
  env: environment(run.libraryPath),
  windowsHide: true,
  ...(run.account.kind === 'user' ? { uid: run.account.uid, gid: run.account.gid } : {}),
})

/** Runs a program to its end without blocking the process. Never throws: a program that cannot be started has code -1. */
export const runProgram = (program: string, args: string[], run: ProgramRun): Promise<ProgramResult> =>
  new Promise((resolve) => {
    const [command, commandArgs] = commandFor(run.account, program, args)
    const sink = run.logFile ?? 'pipe'
    const child = spawn(command, commandArgs, { ...optionsFor(run), stdio: ['ignore', sink, sink] })
    let output = ''
    child.stdout?.on('data', (text: Buffer) => (output += text))
    child.stderr?.on('data', (text: Buffer) => (output += text))
    child.on('error', (error) => resolve({ code: -1, output: error.message }))
    child.on('close', (code) => resolve({ code: code ?? -1, output }))
  })

/** Whether the program can be reached, loaded and run by this account; the output says why not. Takes about 10 ms. */
export const tryProgram = (program: string, args: string[], run: ProgramRun): ProgramResult => {
  const [command, commandArgs] = commandFor(run.account, program, args)
  const done = spawnSync(command, commandArgs, { ...optionsFor(run), encoding: 'utf8' })
  return { code: done.status ?? -1, output: done.error ? done.error.message : `${done.stdout}${done.stderr}` }
}
