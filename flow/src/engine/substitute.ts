const tag = /\{\{\s*([a-zA-Z_][a-zA-Z0-9_.]{0,59})\s*\}\}/g

/** No sentence grows beyond this many UTF-16 units by what is put into it. */
const longest = 16_000

/** The names that a text asks for. */
export const namesIn = (template: string): string[] => [...template.matchAll(tag)].map((found) => found[1]!)

/** A text at its tags: texts at even places, the names between them at odd ones. */
export const splitTemplate = (template: string): string[] => template.split(tag)

/**
 * The text with every `{{name}}` replaced by its value, once: a value that itself holds `{{…}}` stays as it is.
 * Where a value is empty, the blank or comma that only belonged to it goes too: "¡Hola, {{name}}!" → "¡Hola!".
 */
export const substitute = (template: string, valueOf: (name: string) => string): string => {
  const parts = splitTemplate(template)
  let out = parts[0]!
  for (let at = 1; at < parts.length; at += 2) {
    const value = valueOf(parts[at]!).trim()
    out = value === '' ? close(out, parts[at + 1]!) : out + value + parts[at + 1]!
  }
  return out.length > longest ? out.slice(0, longest).toWellFormed() : out
}

/** Joins what stood around an empty value. */
const close = (left: string, right: string): string => {
  if (left === '' || left.endsWith('\n')) return left + right.replace(/^[ \t]*[,;:]?[ \t]*/, '')
  if (/^[ \t]*(?:[,.;:!?)]|\n|$)/.test(right)) return afterGap(withoutTail(left), right.replace(/^[ \t]+/, ''))
  return /[ \t]$/.test(left) ? left + right.replace(/^[ \t]+/, '') : left + right
}

/** A colon introduces what follows, so the comma of the value that is not there goes: "Datos: {{name}}, {{email}}". */
const afterGap = (left: string, right: string): string => (left.endsWith(':') ? left + right.replace(/^[,;]/, '') : left + right)

/** Without the blanks and the comma at the end. A loop, because a pattern that ends in $ takes quadratic time on blanks. */
const withoutTail = (text: string): string => {
  let end = text.length
  while (end > 0 && ' \t,'.includes(text[end - 1]!)) end--
  return text.slice(0, end)
}
