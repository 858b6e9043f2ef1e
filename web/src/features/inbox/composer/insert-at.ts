/** The text with something written where the cursor is; the cursor goes behind it after the next paint. */
export const insertAt = (field: HTMLTextAreaElement | null, text: string, added: string): string => {
  const [start, end] = [field?.selectionStart ?? text.length, field?.selectionEnd ?? text.length]
  requestAnimationFrame(() => {
    field?.focus()
    field?.setSelectionRange(start + added.length, start + added.length)
  })
  return `${text.slice(0, start)}${added}${text.slice(end)}`
}
