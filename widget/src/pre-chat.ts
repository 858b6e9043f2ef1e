import type { PreChatField } from '@chasqui/contracts'
import type { Chat } from './chat.ts'
import { el } from './element.ts'
import type { Words } from './words.ts'

export type PreChat = { element: HTMLFormElement; focus(): void }

const looksLikeMail = (text: string): boolean => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text)

/** What is asked before the first message. What is wrong is told beside its field, and what was typed stays. */
export const createPreChat = (fields: readonly PreChatField[], intro: string, { chat, words, done }: { chat: Chat; words: Words; done(): void }): PreChat => {
  const inputs = fields.map((name) => {
    const mail = name === 'email'
    const error = el('span', { class: 'bad', id: `chasqui-${name}-error`, role: 'alert' })
    const input = el('input', {
      type: mail ? 'email' : 'text',
      name,
      required: true,
      maxlength: 200,
      autocomplete: mail ? 'email' : 'name',
      'aria-describedby': `chasqui-${name}-error`,
    })
    return { name, input, error, label: el('label', {}, mail ? words.email : words.name, input, error) }
  })
  const failure = el('span', { class: 'bad', role: 'alert' })
  const submit = el('button', { type: 'submit' }, words.begin)
  const element = el('form', { class: 'fields', novalidate: true }, el('p', {}, intro), ...inputs.map(({ label }) => label), failure, submit)

  const wrong = (name: PreChatField, value: string): string => (value === '' ? words.needed : name === 'email' && !looksLikeMail(value) ? words.wrongEmail : '')
  element.onsubmit = async (event) => {
    event.preventDefault()
    for (const { name, input, error } of inputs) {
      error.textContent = wrong(name, input.value.trim())
      input.setAttribute('aria-invalid', String(error.textContent !== ''))
    }
    const first = inputs.find(({ error }) => error.textContent !== '')
    if (first) return first.input.focus()
    submit.disabled = true
    const refusal = await chat.begin(Object.fromEntries(inputs.map(({ name, input }) => [name, input.value.trim()])))
    submit.disabled = false
    const mail = inputs.find(({ name }) => name === 'email')
    if (refusal?.status === 422 && mail) mail.error.textContent = words.wrongEmail
    else failure.textContent = refusal === null ? '' : refusal.status === 0 ? words.offline : words.failed
    if (refusal === null) done()
  }
  return { element, focus: () => inputs[0]?.input.focus() }
}
