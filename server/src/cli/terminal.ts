import { styleText } from 'node:util'
import type { TerminalPreferences } from '../config/terminal-preferences.ts'

/** The four states of a line. The sign says it without colour: done, idle, needs attention, failed. */
export type State = 'ok' | '--' | '!!' | 'xx'
export type Line = { state: State; subject: string; detail: string; ms?: number }

/** One thing that happened, for a machine: `{"event": "database", …}`. */
export type TerminalEvent = { event: string } & Record<string, unknown>

export type Terminal = TerminalPreferences & {
  json: boolean
  /** Text for people; silent with --json. */
  say(text: string): void
  line(line: Line): void
  /** One JSON object on a line of its own; silent without --json. */
  event(event: TerminalEvent): void
}

const width = 100
const subjectWidth = 11
const timeWidth = 8
const detailWidth = width - '  ok  '.length - subjectWidth - timeWidth

const colors = { ok: 'green', '--': 'gray', '!!': 'yellow', xx: 'red' } as const

const shorten = (text: string, length: number): string => (text.length <= length ? text : `${text.slice(0, length - 1)}…`)
const seconds = (ms: number | undefined): string => (ms === undefined ? '' : `${(ms / 1000).toFixed(1)} s`)

/** `  ok  database   PostgreSQL 18.4, embedded                      1.3 s`, at most 100 columns. */
export const formatLine = ({ state, subject, detail, ms }: Line, color: boolean): string => {
  const sign = color ? styleText(colors[state], state, { validateStream: false }) : state
  return `  ${sign}  ${subject.padEnd(subjectWidth)}${shorten(detail, detailWidth).padEnd(64)}${seconds(ms).padStart(timeWidth)}`.trimEnd()
}

export const createTerminal = (preferences: TerminalPreferences, json: boolean, write: (text: string) => void): Terminal => ({
  ...preferences,
  json,
  say: (text) => {
    if (!json) write(`${text}\n`)
  },
  line: (line) => {
    if (!json) write(`${formatLine(line, preferences.color)}\n`)
  },
  event: (event) => {
    if (json) write(`${JSON.stringify(event)}\n`)
  },
})
