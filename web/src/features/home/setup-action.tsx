import type { Home } from '@chasqui/contracts'
import { Link } from '@tanstack/react-router'
import { useTexts } from '#lib/i18n/texts.ts'
import { useCan, useTenant } from '#lib/session.ts'
import { Button, buttonLook } from '#ui/button.tsx'

type Key = Home['setup'][number]['key']
export type SetupActs = { tryPhone: () => void }

/** What to press for a step; steps that this person may not do have nothing to press. */
export const SetupAction = ({ name, main, acts }: { name: Key; main: boolean; acts: SetupActs }) => {
  const { t } = useTexts('home')
  const tenant = useTenant()
  const mayManage = useCan('tenant.manage')
  const mayConnect = useCan('channels.manage')
  const look = main ? 'solid' : 'outline'
  if (name === 'try_bot')
    return (
      <Button look={look} onClick={acts.tryPhone}>
        {t('setup.try_bot.act')}
      </Button>
    )
  if (name === 'business')
    return (
      mayManage && (
        <Link to="/welcome" className={buttonLook(look)}>
          {t('setup.business.act')}
        </Link>
      )
    )
  if (name === 'connect_whatsapp')
    return (
      mayConnect && (
        <Link to="/a/$tenant/channels/new" params={{ tenant: tenant.slug }} className={buttonLook(look)}>
          {t('setup.connect_whatsapp.act')}
        </Link>
      )
    )
  if (name === 'take_over')
    return (
      <Link to="/a/$tenant/inbox" params={{ tenant: tenant.slug }} className={buttonLook(look)}>
        {t('setup.take_over.act')}
      </Link>
    )
  return null
}
