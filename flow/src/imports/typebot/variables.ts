import { cutTo, objectsAt, type Raw, textAt } from '../read.ts'

/** As steps call a variable: letters, digits and underscores. */
const plainName = (name: string): string => {
  const plain = name
    .slice(0, 200)
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^A-Za-z0-9_]+/g, '_')
    .replaceAll(/^_+|_+$/g, '')
    .slice(0, 40)
  return /^[A-Za-z]/.test(plain) ? plain : `v_${plain}`
}

export type Names = ReturnType<typeof readNames>

/** Longer than any text of a step, and short enough to be looked through in no time. */
export const longestText = 10_000

/** How the variables of a bot are called here: by their id there, by their name there, and in texts. */
export const readNames = (bot: Raw) => {
  const byId = new Map<string, string>()
  const byName = new Map<string, string>()
  const taken = new Set<string>()
  /** The next number to try behind a name, so that many that read alike take no time. */
  const numbers = new Map<string, number>()
  const take = (name: string): string => {
    const plain = plainName(name)
    const folded = plain.toLowerCase()
    let [free, number] = [plain, numbers.get(folded) ?? 2]
    for (; taken.has(free.toLowerCase()); number++) free = `${plain}_${number}`
    numbers.set(folded, number)
    taken.add(free.toLowerCase())
    byName.set(name, free)
    return free
  }
  for (const variable of objectsAt(bot, 'variables').slice(0, 1000)) byId.set(textAt(variable, 'id'), take(textAt(variable, 'name').trim()))
  /** A variable that only a text names is nobody's: whoever checks the flow finds that no step sets it. */
  const called = (name: string): string => byName.get(name) ?? take(name)
  return {
    byId: (id: string): string | undefined => byId.get(id),
    /** A name that no variable of the bot has. */
    fresh: (name: string): string => take(`${name} `),
    /** A text with its variables under their names here; `code` is told what it worked out by code, which is left out. */
    inText: (text: string, code: (code: string) => void): string =>
      cutTo(text, longestText)
        .replaceAll(/\{\{=([\s\S]*?)=\}\}/g, (_, inner: string) => {
          code(inner.trim())
          return ''
        })
        .replaceAll(/\{\{([^{}]{1,100})\}\}/g, (_, name: string) => `{{${called(name.trim())}}}`),
  }
}
