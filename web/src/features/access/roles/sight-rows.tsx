import type { RoleView } from '@chasqui/contracts'
import { hideableFields } from '@chasqui/contracts/reach'
import type { ReactNode } from 'react'
import { useTexts } from '#lib/i18n/texts.ts'

type SightRow = { key: string; label: string; cell: (role: RoleView) => ReactNode }

/** What stands above the permissions: whose conversations a role sees, and what is masked for it. */
export const useSightRows = (): SightRow[] => {
  const { t } = useTexts('access')
  return [
    {
      key: 'reach',
      label: t('reach.label'),
      cell: ({ reach, permissions }) => (
        <span className="text-sm">{permissions.some((one) => /^(conversations|contacts)\./.test(one)) ? t(`reach.${reach}`) : t('reach.none')}</span>
      ),
    },
    ...hideableFields.map((field) => ({
      key: field,
      label: t(`hides.${field}`),
      cell: ({ hides }: RoleView) => (
        <span className={hides.includes(field) ? 'text-sm' : 'text-sm text-fg-3'}>{t(hides.includes(field) ? 'may' : 'may_not')}</span>
      ),
    })),
  ]
}
