import type { AuditAction } from '@chasqui/contracts'
import { useTexts } from '#lib/i18n/texts.ts'

/** An action in words. Records outlive releases: a code that this one does not know is shown as it is. */
export const useActionText = () => {
  const { t } = useTexts('audit')
  return (action: string): string => t(`action.${action as AuditAction}`, { defaultValue: action })
}
