import type { TriggerForm } from '../form.ts'

export const firstMessageForm: TriggerForm<'first_message'> = { icon: 'hand', fresh: () => ({ type: 'first_message' }), fields: [] }
