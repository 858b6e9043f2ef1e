/** A table as people's programs write it: `,`, `;` or tabs between fields, which may stand in quotes; a quote in quotes is written twice. */
const separators = [',', ';', '\t'] as const

const separatorOf = (text: string): string => {
  const heading = text.slice(0, /[\r\n]|$/.exec(text)!.index)
  const counted = separators.map((one) => heading.split(one).length)
  return separators[counted.indexOf(Math.max(...counted))]!
}

/** The fields of each line, and on which line of the text it begins. Lines without anything in them are left out. */
export const readTable = (written: string): { line: number; fields: string[] }[] => {
  const text = written.replace(/^\uFEFF/, '')
  const separator = separatorOf(text)
  const rows: { line: number; fields: string[] }[] = []
  let [field, quoted, line, began] = ['', false, 1, 1]
  let fields: string[] = []
  const endRow = () => {
    fields.push(field)
    if (fields.some((one) => one.trim() !== '')) rows.push({ line: began, fields })
    ;[fields, field] = [[], '']
  }
  for (let at = 0; at < text.length; at++) {
    const letter = text[at]!
    const isBreak = letter === '\n' || (letter === '\r' && text[at + 1] !== '\n')
    if (isBreak) line += 1
    if (quoted) {
      if (letter !== '"') field += letter === '\r' ? (text[at + 1] === '\n' ? '' : '\n') : letter
      else if (text[at + 1] === '"') field += text[(at += 1)]!
      else quoted = false
    } else if (letter === '"' && field.trim() === '') [field, quoted] = ['', true]
    else if (letter === separator) {
      fields.push(field)
      field = ''
    } else if (isBreak) {
      endRow()
      began = line
    } else if (letter !== '\r') field += letter
  }
  endRow()
  return rows
}
