import { closeSync, existsSync, fstatSync, mkdirSync, openSync, renameSync, writeSync } from 'node:fs'
import { join } from 'node:path'

/** Where the log's lines go. Lines of one turn of the event loop are written together; `flushSync` writes what still waits. */
export type LogFile = { write(line: string): void; flushSync(): void }
export type LogFileOptions = {
  /** Bytes after which a new file is begun. */
  size?: number
  /** Files kept, the current one included. */
  files?: number
}

/** `chasqui.log` becomes `chasqui.1.log`, that becomes `chasqui.2.log` …; the oldest is overwritten. */
const shift = (folder: string, files: number): void => {
  const name = (age: number) => join(folder, age === 0 ? 'chasqui.log' : `chasqui.${age}.log`)
  for (let age = files - 2; age >= 0; age--) if (existsSync(name(age))) renameSync(name(age), name(age + 1))
}

/** A full disk must not stop the product: what cannot be written is dropped. */
const append = (file: number, text: string): void => {
  try {
    writeSync(file, text)
  } catch (error) {
    process.stderr.write(`log lines were lost: ${String(error)}\n`)
  }
}

/** Appends to `chasqui.log` in `folder` and begins a new file by size. */
export const rotatingFile = (folder: string, { size = 20_000_000, files = 5 }: LogFileOptions = {}): LogFile => {
  mkdirSync(folder, { recursive: true })
  const open = () => openSync(join(folder, 'chasqui.log'), 'a', 0o640)
  let file = open()
  let written = fstatSync(file).size
  let waiting = ''
  const flushSync = () => {
    if (waiting !== '') append(file, waiting)
    waiting = ''
  }
  const rotate = () => {
    flushSync()
    closeSync(file)
    shift(folder, files)
    file = open()
    written = 0
  }
  const write = (line: string) => {
    const bytes = Buffer.byteLength(line)
    if (written > 0 && written + bytes > size) rotate()
    if (waiting === '') setImmediate(flushSync)
    waiting += line
    written += bytes
  }
  return { write, flushSync }
}
