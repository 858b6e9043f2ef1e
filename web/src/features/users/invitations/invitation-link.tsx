import { useFormat } from '#lib/format.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { LinkDialog } from '../link-dialog.tsx'

/** The link of an invitation that was just made or renewed. */
export const InvitationLink = ({ invitation, onClose }: { invitation: { link: string; email: string; expiresAt: string }; onClose: () => void }) => {
  const { t } = useTexts('users')
  const format = useFormat()
  const { link, email, expiresAt } = invitation
  return (
    <LinkDialog
      title={t('link.title', { email })}
      text={t('link.text', { until: format.moment(expiresAt) })}
      label={t('link.label')}
      link={link}
      onClose={onClose}
    />
  )
}
