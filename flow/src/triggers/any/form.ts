import type { TriggerForm } from '../form.ts'

export const anyForm: TriggerForm<'any'> = { icon: 'message-circle', fresh: () => ({ type: 'any' }), fields: [] }
