import type { RefObject } from 'react'

type Put = { field: RefObject<HTMLTextAreaElement | null>; text: string; from: number; to: number; added: string; select?: string | undefined }

/** The text with a part replaced. After the next paint the cursor is behind it, or what is to be filled in is selected. */
export const putText = ({ field, text, from, to, added, select }: Put): string => {
  const start = select ? from + added.indexOf(select) : from + added.length
  const end = select ? start + select.length : start
  requestAnimationFrame(() => {
    field.current?.focus()
    field.current?.setSelectionRange(start, end)
  })
  return `${text.slice(0, from)}${added}${text.slice(to)}`
}
