/** The least that the rules need to know of TypeScript: words, marks and texts, with comments gone. `value` of a text is what is between the quotes. */
export type Token = { kind: 'word' | 'text' | 'mark'; value: string; line: number }

const space = /\s+|\/\/[^\n]*|\/\*[\s\S]*?\*\//y
const word = /[\p{ID_Start}$_#][\p{ID_Continue}$]*|\d[\w.]*/uy
// A quote in the text of a JSX element closes nothing; it then costs the rest of its line and no more.
const quoted = /'(?:[^'\\\n]|\\[\s\S])*'?|"(?:[^"\\\n]|\\[\s\S])*"?/y
const regex = /\/(?:[^/\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/[a-z]*/y
const beforeRegex = new Set(['return', 'typeof', 'case', 'in', 'of', 'void', 'await', 'yield'])

const mayStartRegex = (last: Token | undefined): boolean => {
  if (!last) return true
  if (last.kind === 'word') return beforeRegex.has(last.value)
  // After `<` a slash closes a JSX element.
  return last.kind === 'mark' && !')]}<'.includes(last.value)
}

/** Reads TypeScript from `start` up to the brace that closes an interpolation, or to the end. */
const read = (code: string, start: number, tokens: Token[], lineAt: (index: number) => number): number => {
  let at = start
  let depth = 0
  const take = (pattern: RegExp): string | null => {
    pattern.lastIndex = at
    const found = pattern.exec(code)?.[0] ?? null
    at += found?.length ?? 0
    return found
  }
  const add = (kind: Token['kind'], value: string, from: number) => tokens.push({ kind, value, line: lineAt(from) })

  while (at < code.length) {
    const from = at
    if (take(space) !== null) continue
    const name = take(word)
    if (name !== null) {
      add('word', name, from)
      continue
    }
    const text = take(quoted)
    if (text !== null) {
      add('text', text.slice(1, -1), from)
      continue
    }
    if (code[at] === '`') {
      at = readTemplate(code, at, tokens, lineAt)
      continue
    }
    if (code[at] === '/' && mayStartRegex(tokens.at(-1)) && take(regex) !== null) continue
    const mark = code[at] ?? ''
    if (mark === '{') depth += 1
    if (mark === '}' && depth-- === 0) return at + 1
    add('mark', mark, from)
    at += 1
  }
  return at
}

/** A template is one text with `${}` in place of what is put in; what is put in follows as tokens of its own. */
const readTemplate = (code: string, start: number, tokens: Token[], lineAt: (index: number) => number): number => {
  const text: Token = { kind: 'text', value: '', line: lineAt(start) }
  tokens.push(text)
  let at = start + 1
  while (at < code.length && code[at] !== '`') {
    if (code.startsWith('${', at)) {
      text.value += '${}'
      at = read(code, at + 2, tokens, lineAt)
      continue
    }
    const step = code[at] === '\\' ? 2 : 1
    text.value += code.slice(at, at + step)
    at += step
  }
  return at + 1
}

export const readTokens = (code: string): Token[] => {
  const lineEnds = [...code.matchAll(/\n/g)].map((found) => found.index)
  let line = 0
  const lineAt = (index: number): number => {
    while (line < lineEnds.length && lineEnds[line]! < index) line += 1
    return line + 1
  }
  const tokens: Token[] = []
  read(code, 0, tokens, lineAt)
  return tokens
}
