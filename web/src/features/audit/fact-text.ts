import type { ContactStage, Permission } from '@chasqui/contracts'
import { useFormat } from '#lib/format.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import type texts from './texts/es.json'

type FieldName = keyof typeof texts.field
type ValueName = keyof typeof texts.value

/** Fields whose values are words of the product and not of people. */
const coded = new Set(['state', 'floor', 'priority', 'role', 'status', 'reason', 'by', 'result', 'language', 'unreachable'])
/** Fields that hold permissions, which the page of roles has words for. */
const granted = new Set(['permissions', 'scopes'])
const isInstant = (value: string) => /^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(value)

/** Names and values of what an act changed, in words. Records outlive releases: what this one does not know is shown as it is. */
export const useFactText = () => {
  const { t } = useTexts('audit')
  const { t: ofAccess } = useTexts('access')
  const { t: ofContacts } = useTexts('contacts')
  const format = useFormat()
  const fieldName = (name: string): string =>
    name.startsWith('step ') ? t('record.step', { name: name.slice(5) }) : t(`field.${name as FieldName}`, { defaultValue: name })
  const plain = (name: string, value: unknown): string => {
    if (value === null || value === undefined || value === '') return t('record.none')
    if (typeof value === 'boolean') return t(value ? 'record.yes' : 'record.no')
    if (typeof value === 'number') return format.number(value)
    if (Array.isArray(value)) return value.length === 0 ? t('record.none') : value.map((item) => plain(name, item)).join(', ')
    if (typeof value !== 'string') return JSON.stringify(value)
    if (isInstant(value)) return format.fullTime(value)
    if (granted.has(name)) return ofAccess(`permission.${value as Permission}`, { defaultValue: value })
    if (name === 'stage') return ofContacts(`stage.of.${value as ContactStage}`, { defaultValue: value })
    return coded.has(name) ? t(`value.${value as ValueName}`, { defaultValue: value }) : value
  }
  return { fieldName, valueText: plain }
}
