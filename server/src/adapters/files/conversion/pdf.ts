/** Bytes looked through; longer documents say their pages at one end or the other. */
const most = 30_000_000

/**
 * Pages of a PDF, from the plain part of its tree of pages: the largest count is that of the root. Undefined when it keeps the tree packed, or when it
 * is none: a document is never opened to count its pages.
 */
export const pagesOf = (bytes: Uint8Array): number | undefined => {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, most)).toString('latin1')
  if (!text.slice(0, 1024).includes('%PDF-')) return undefined
  let pages = 0
  for (const [dictionary] of text.matchAll(/<<(?:(?!<<|>>)[^]){0,4000}?\/Type\s*\/Pages\b(?:(?!<<|>>)[^]){0,4000}?>>/g)) {
    const count = Number(/\/Count\s+(\d{1,6})\b/.exec(dictionary)?.[1] ?? 0)
    pages = Math.max(pages, count)
  }
  return pages > 0 ? pages : undefined
}
