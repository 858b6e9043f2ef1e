import { clip, text } from './loose-json.ts'

/** Control characters and the marks that reorder text: a name with them can pretend to be another ("gpj.exe" shown as "exe.jpg"). */
const MISLEADING = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g

/** A name chosen by somebody else, made safe to show; null when nothing is left. */
export const shownName = (value: unknown, max = 200): string | null => clip(text(value).replace(MISLEADING, '').trim(), max).trim() || null

/** A file name for display: the last path part without misleading marks. The extension survives shortening. */
export const shownFileName = (value: unknown): string | null => {
  const name = text(value).replace(MISLEADING, '').split(/[/\\]/).at(-1)!.trim().replace(/^\.+/, '')
  if (name.length <= 200) return name || null
  const extension = /\.[\w-]{1,12}$/.exec(name)?.[0] ?? ''
  return clip(name, 200 - extension.length) + extension
}
