import { useTexts } from '#lib/i18n/texts.ts'
import { useConnection } from '#lib/realtime.ts'
import { useTenant, useUser } from '#lib/session.ts'
import { Avatar } from '#ui/avatar.tsx'
import { classNames } from '#ui/class-names.ts'
import { Tooltip } from '#ui/tooltip.tsx'
import { useRoleName } from './role-name.ts'

/** Who is signed in. The dot tells whether news arrives by itself. */
export const Me = ({ folded }: { folded: boolean }) => {
  const { t } = useTexts('app')
  const roleName = useRoleName()
  const user = useUser()
  const tenant = useTenant()
  const { state } = useConnection()
  const line = state === 'connected' ? roleName(tenant) : t(`connection.${state}`)
  const face = (
    <div
      className={classNames('mt-1.5 flex items-center gap-2.5 border-t border-line pt-2.5', folded ? 'justify-center' : 'px-2')}
      role="group"
      aria-label={folded ? `${user.name}, ${line}` : user.name}
    >
      <Avatar name={user.name} size="sm" presence={state === 'connected' ? 'on' : 'off'} />
      {!folded && (
        <div className="min-w-0">
          <strong className="block truncate text-sm leading-4 font-semibold">{user.name}</strong>
          <span className="block truncate text-xs text-fg-3">{line}</span>
        </div>
      )}
    </div>
  )
  return folded ? (
    <Tooltip content={`${user.name} · ${line}`} side="right">
      {face}
    </Tooltip>
  ) : (
    face
  )
}
