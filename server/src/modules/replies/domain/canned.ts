import type { ImportedRow } from './imported-row.ts'

/** Names of variables in texts of other products, as quick replies call them. */
const variables: Readonly<Record<string, string>> = {
  'contact.phone_number': 'contact.phone',
  'account.name': 'business.name',
  'inbox.name': 'channel.name',
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)

/** The list in what a program gave out: by itself, or under a name. */
const listIn = (read: unknown): unknown[] => {
  if (Array.isArray(read)) return read
  if (!isObject(read)) return []
  const under = [read['payload'], read['canned_responses']].find((list) => Array.isArray(list))
  return Array.isArray(under) ? under : []
}

/** A shortcut of one word, as people type it behind a slash. */
const shortcutIn = (code: string): string =>
  code
    .trim()
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}_-]+/gu, '-')
    .slice(0, 32)

const wordsIn = (content: string): string =>
  content.slice(0, 20_000).replaceAll(/\{\{\s*([\w.]{1,60})/g, (tag, name: string) => (Object.hasOwn(variables, name) ? `{{${variables[name]!}` : tag))

/**
 * The replies in a list of short codes and contents, as help desks give them out by their API; null for a text that is no such list. The number of a line is
 * the place in it.
 */
export const cannedRows = (text: string): ImportedRow[] | null => {
  if (!/^\s*[[{]/.test(text)) return null
  try {
    const rows = listIn(JSON.parse(text)).flatMap((one, at) => {
      if (!isObject(one) || typeof one['short_code'] !== 'string' || typeof one['content'] !== 'string') return []
      const shortcut = shortcutIn(one['short_code'])
      return [{ line: at + 1, shortcut, title: one['short_code'].trim().slice(0, 100), text: wordsIn(one['content']).trim(), folder: '' }]
    })
    return rows.length > 0 ? rows : null
  } catch {
    return null
  }
}
