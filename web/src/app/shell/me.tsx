import { presenceRoutes } from '@chasqui/contracts/http/presence'
import { call } from '#lib/api.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { learnPresence, usePresences } from '#lib/presence.ts'
import { useConnection } from '#lib/realtime.ts'
import { usePhoto, useUser } from '#lib/session.ts'
import { Avatar } from '#ui/avatar.tsx'
import { classNames } from '#ui/class-names.ts'
import { Menu, MenuChoices } from '#ui/menu.tsx'
import { PresenceDot } from '#ui/presence-dot.tsx'
import { sayProblem } from '#ui/toast.tsx'

/** What one may say of oneself: a state, or a pause by its reason. */
const choices = ['available', 'busy', 'break', 'meal', 'meeting', 'training', 'paperwork'] as const
type Choice = (typeof choices)[number]
const bodyOf = (choice: Choice) => (choice === 'available' || choice === 'busy' ? { state: choice } : { state: 'paused' as const, reason: choice })

/** How I am, and how the others see me. Before the server has said anything, whoever looks at the page is available. */
export const useMyPresence = () => {
  const { id } = useUser()
  const known = usePresences().get(id)
  const state = known && known.state !== 'offline' ? known.state : 'available'
  const choice: Choice = state === 'paused' ? (known?.reason ?? 'break') : state
  return { state, choice }
}

export const usePresenceOptions = () => {
  const { t } = useTexts('app')
  return choices.map((value) => ({ value, label: t(`presence.${value}`) }))
}

export const useSayPresence = () => {
  const { t } = useTexts('app')
  return (choice: Choice) =>
    void call(presenceRoutes.set, { body: bodyOf(choice) })
      .then(learnPresence)
      .catch(() => sayProblem(t('presence.not_kept')))
}

/** Who is signed in and how they are; a press changes that. While news does not arrive by itself, it says so instead. */
export const Me = ({ folded }: { folded: boolean }) => {
  const { t } = useTexts('app')
  const user = useUser()
  const connection = useConnection().state
  const { state, choice } = useMyPresence()
  const options = usePresenceOptions()
  const say = useSayPresence()
  const connected = connection === 'connected'
  const line = connected ? t(`presence.${choice}`) : t(`connection.${connection}`)
  const trigger = (
    <button
      type="button"
      className={classNames('flex w-full items-center gap-2.5 rounded-control py-1.5 text-left hover:bg-surface-2', folded ? 'justify-center' : 'px-2')}
    >
      <span className="relative">
        <Avatar name={user.name} photo={usePhoto()} size="sm" />
        <PresenceDot state={connected ? state : 'offline'} className="absolute -right-px -bottom-px size-2! ring-2 ring-bg" />
      </span>
      {folded && <span className="sr-only">{`${user.name}, ${line}`}</span>}
      {!folded && (
        <span className="min-w-0">
          <strong className="block truncate text-sm leading-4 font-semibold">{user.name}</strong>
          <span className="block truncate text-xs text-fg-3">{line}</span>
        </span>
      )}
    </button>
  )
  return (
    <div className="mt-1.5 border-t border-line pt-1.5">
      <Menu trigger={trigger} label={t('presence.title')} side="top" align="start">
        <MenuChoices label={t('presence.title')} value={choice} options={options} onChange={say} />
      </Menu>
    </div>
  )
}
