import type { MessageContent } from '@chasqui/contracts'
import type { SampleLine } from '#conversations'

const text = (words: string): MessageContent => ({ type: 'text', text: words })

/** Lines of sample talks; `ago` in minutes before now. */
export const contact = (ago: number, words: string | MessageContent): SampleLine => ({
  ago,
  by: 'contact',
  content: typeof words === 'string' ? text(words) : words,
})
export const flow = (ago: number, words: string | MessageContent): SampleLine => ({ ago, by: 'flow', content: typeof words === 'string' ? text(words) : words })
export const agent = (ago: number, words: string, status: SampleLine['status'] = 'read'): SampleLine => ({ ago, by: 'agent', content: text(words), status })
export const note = (ago: number, words: string): SampleLine => ({ ago, by: 'note', content: text(words) })
export const phone = (value: string) => ({ kind: 'phone', value }) as const
export const pressed = (id: string, title: string): MessageContent => ({ type: 'choice', id, title, via: 'button' })
