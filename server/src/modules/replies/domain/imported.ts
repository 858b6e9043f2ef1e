import { cannedRows } from './canned.ts'
import type { ImportedRow } from './imported-row.ts'
import { readTable } from './table.ts'

/** Headings in the languages of the product. */
const headings: Record<Exclude<keyof ImportedRow, 'line'>, readonly string[]> = {
  shortcut: ['shortcut', 'atajo', 'atalho'],
  title: ['title', 'titulo', 'name', 'nombre', 'nome'],
  text: ['text', 'texto', 'message', 'mensaje', 'mensagem'],
  folder: ['folder', 'carpeta', 'pasta'],
}
const plain = (heading: string): string => heading.normalize('NFD').replace(/\p{M}/gu, '').trim().toLowerCase()

/** The quick replies that a table, or the list of another product, tells; the heading that is missing when it cannot be read. Without a title the shortcut is it. */
export const importedRows = (table: string): ImportedRow[] | { missing: 'shortcut' | 'text' } => {
  const canned = cannedRows(table)
  if (canned) return canned
  const [first, ...rows] = readTable(table)
  const places = (first?.fields ?? []).map(plain)
  const placeOf = (name: keyof typeof headings) => places.findIndex((heading) => headings[name].includes(heading))
  const [shortcut, title, text, folder] = [placeOf('shortcut'), placeOf('title'), placeOf('text'), placeOf('folder')]
  if (shortcut < 0) return { missing: 'shortcut' }
  if (text < 0) return { missing: 'text' }
  return rows.map(({ line, fields }) => {
    const at = (place: number) => fields[place]?.trim() ?? ''
    // People write the shortcut with its slash.
    const word = at(shortcut).replace(/^\//, '')
    return { line, shortcut: word, title: at(title) || word, text: at(text), folder: at(folder) }
  })
}
