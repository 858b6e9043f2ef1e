import type { Chat } from './chat.ts'
import { el } from './element.ts'
import { icons } from './icons.ts'
import type { Words } from './words.ts'

export type Composer = { element: HTMLFormElement; focus(): void }

const longest = 4000
/** Bytes; the server says the same. */
const largestFile = 20 * 1024 * 1024

/** Where a visitor writes. Enter sends, with Shift it is a new line; while letters are put together by an input method it belongs to that. */
export const createComposer = ({ chat, words, sent }: { chat: Chat; words: Words; sent(): void }): Composer => {
  const field = el('textarea', { rows: 1, maxlength: longest, 'aria-label': words.write, placeholder: words.write })
  const files = el('input', { type: 'file', hidden: true, multiple: true, tabindex: -1, 'aria-label': words.attach })
  const attach = el('button', { type: 'button', 'aria-label': words.attach }, icons.attach())
  const send = el('button', { type: 'submit', 'aria-label': words.send }, icons.send())
  const element = el('form', { class: 'composer', novalidate: true }, files, attach, field, send)
  const grow = () => void (field.rows = Math.min(5, field.value.split('\n').length))

  element.onsubmit = (event) => {
    event.preventDefault()
    const text = field.value.trim()
    field.focus()
    if (text === '') return
    chat.say({ type: 'text', text })
    field.value = ''
    grow()
    sent()
  }
  field.onkeydown = (event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return
    event.preventDefault()
    element.requestSubmit()
  }
  field.oninput = () => {
    grow()
    if (field.value !== '') chat.types()
  }
  const take = (given: Iterable<File>): void => {
    for (const file of given) chat.sendFile(file, file.size > largestFile)
    sent()
  }
  attach.onclick = () => files.click()
  files.onchange = () => {
    take(files.files ?? [])
    files.value = ''
    field.focus()
  }
  field.onpaste = (event) => {
    const pasted = event.clipboardData?.files
    if (!pasted?.length) return
    event.preventDefault()
    take(pasted)
  }
  return { element, focus: () => field.focus() }
}
