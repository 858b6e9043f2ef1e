import type { Health } from './child.ts'

/**
 * What is reckoned to be a line's of its process: the keys that are kept at hand for it, and an equal part of all else, the program itself included. Nothing in one
 * process tells whose the rest of its memory is.
 */
export const memoryOfLine = (
  { memoryBytes, keyBytes, keyBytesOf, lines }: Health,
  session: string,
): { processBytes: number; lines: number; lineBytes: number } | null => {
  const own = keyBytesOf[session]
  if (own === undefined || lines === 0) return null
  const lineBytes = Math.round(own + Math.max(0, memoryBytes - keyBytes) / lines)
  return { processBytes: memoryBytes, lines, lineBytes: Math.min(lineBytes, memoryBytes) }
}
