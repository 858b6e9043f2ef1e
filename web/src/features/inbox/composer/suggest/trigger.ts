/** What somebody is calling for while they write. `start`: where its sign stands in the text. */
export type Trigger = { sign: '/' | '@'; start: number; query: string }

const slash = /^\/([\p{L}\p{M}\p{N}_-]*)$/u
/** Up to two words, as people are called. */
const mention = /(?:^|[\s(])@([\p{L}\p{M}\p{N}_.'-]*(?: [\p{L}\p{M}\p{N}_.'-]*)?)$/u

/** `/` alone at the beginning of an answer; `@` before the cursor in a note. Anything else is text. */
export const triggerIn = (mode: 'reply' | 'note', text: string, caret: number): Trigger | null => {
  if (mode === 'reply') {
    const found = slash.exec(text)
    return found ? { sign: '/', start: 0, query: found[1]! } : null
  }
  const found = mention.exec(text.slice(0, caret))
  return found ? { sign: '@', start: caret - found[1]!.length - 1, query: found[1]! } : null
}
