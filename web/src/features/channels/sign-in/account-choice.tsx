import type { SignInAccount } from '@chasqui/contracts'
import { Link } from '@tanstack/react-router'
import { useTexts } from '#lib/i18n/texts.ts'
import { useTenant } from '#lib/session.ts'

/** What there is to know of an account before it is chosen: why it cannot be, or that choosing it renews a channel. */
const Note = ({ account: { refusal, channel } }: { account: SignInAccount }) => {
  const { t } = useTexts('channels')
  const words = refusal ? t(`sign_in.refusal.${refusal}`, { name: channel?.name ?? '' }) : channel && t('sign_in.connected', { name: channel.name })
  return words && <span className="block text-sm text-fg-2">{words}</span>
}

/** One account of whoever signed in. */
export const AccountChoice = ({
  account,
  chosen,
  disabled,
  onChoose,
}: {
  account: SignInAccount
  chosen: boolean
  disabled: boolean
  onChoose: () => void
}) => {
  const { t } = useTexts('channels')
  const tenant = useTenant()
  const { name, handle, refusal, channel } = account
  return (
    <li className="flex min-h-11 flex-wrap items-center gap-x-3 py-2">
      <label className={`flex min-w-0 flex-1 items-start gap-2.5 text-base ${refusal ? 'text-fg-3' : 'cursor-pointer'}`}>
        <input
          type="radio"
          name="account"
          className="mt-1 size-4 shrink-0 accent-primary"
          checked={chosen}
          disabled={disabled || refusal !== null}
          onChange={onChoose}
        />
        <span className="min-w-0">
          <span className="block font-medium break-words">{handle ?? name}</span>
          {handle && <span className="block text-sm text-fg-3 break-words">{name}</span>}
          <Note account={account} />
        </span>
      </label>
      {channel && (
        <Link
          to="/a/$tenant/channels/$channelId"
          params={{ tenant: tenant.slug, channelId: channel.id }}
          aria-label={t('sign_in.open_of', { name: channel.name })}
          className="grid min-h-9 place-items-center rounded-control px-2 text-sm font-medium text-primary hover:bg-surface-2 touch:min-h-11"
        >
          {t('sign_in.open')}
        </Link>
      )}
    </li>
  )
}
