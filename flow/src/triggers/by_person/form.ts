import type { TriggerForm } from '../form.ts'

export const byPersonForm: TriggerForm<'by_person'> = { icon: 'hand', fresh: () => ({ type: 'by_person' }), fields: [] }
