import { relative, sep } from 'node:path'
import type { Config } from '../config.ts'

const everywhere = new Set(['127.0.0.1', '::1', '0.0.0.0', '::', 'localhost'])

/** Where a person on this machine finds the product. */
export const localUrl = ({ http }: Config, port: number): string => {
  const host = everywhere.has(http.host) ? 'localhost' : http.host
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`
}

/** The address that signs in; the public one when there is one, because the link may be sent to somebody. */
export const signInUrl = (config: Config, local: string, key: string): string => `${config.http.publicUrl ?? local}/welcome?k=${key}`

/** `./data` for a folder below the working one, else the whole path. */
export const shortPath = (path: string): string => {
  const short = relative(process.cwd(), path)
  return short === '' || short.startsWith('..') || short.startsWith(sep) ? path : `.${sep}${short}`
}
