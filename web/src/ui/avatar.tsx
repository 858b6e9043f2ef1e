import type { ChannelKind } from '@chasqui/contracts'
import { Globe, MessageCircle, Phone, Send, Smartphone } from 'lucide-react'
import { useState } from 'react'
import { classNames } from './class-names.ts'
import { avatarColor, initialsOf } from './avatar-face.ts'

/** A person as their photo, or as initials on a colour that stays theirs. `channel` adds the mark of the channel; `online` the presence dot. */
export type AvatarProps = {
  name: string
  photo?: string | null
  size?: 'sm' | 'md' | 'lg'
  channel?: ChannelKind
  presence?: 'on' | 'off'
  className?: string
}

const sizes = { sm: 'size-7 text-xs', md: 'size-10 text-sm', lg: 'size-14 text-lg' }

const marks: Record<ChannelKind, { icon: typeof Phone; look: string }> = {
  'whatsapp-cloud': { icon: Phone, look: 'bg-success text-on-success' },
  'whatsapp-web': { icon: Phone, look: 'bg-success text-on-success' },
  waha: { icon: Phone, look: 'bg-success text-on-success' },
  wppconnect: { icon: Phone, look: 'bg-success text-on-success' },
  messenger: { icon: MessageCircle, look: 'bg-primary text-on-primary' },
  instagram: { icon: MessageCircle, look: 'bg-danger text-on-danger' },
  telegram: { icon: Send, look: 'bg-info text-on-info' },
  webchat: { icon: Globe, look: 'bg-info text-on-info' },
  simulator: { icon: Smartphone, look: 'bg-fg-2 text-surface' },
}

const markSizes = {
  small: { frame: 'size-[13px] border', icon: 7 },
  normal: { frame: 'size-[17px] border-2', icon: 9 },
  large: { frame: 'size-10', icon: 20 },
}

/** `small` beside small faces, so that the initials stay readable; `large` where the channel itself is meant. */
export const ChannelMark = ({ kind, size = 'normal', className }: { kind: ChannelKind; size?: keyof typeof markSizes; className?: string }) => {
  const { icon: Icon, look } = marks[kind]
  return (
    <span className={classNames('grid shrink-0 place-items-center rounded-full border-surface', markSizes[size].frame, look, className)} aria-hidden>
      <Icon size={markSizes[size].icon} strokeWidth={size === 'large' ? 2 : 2.25} />
    </span>
  )
}

/** Over the initials, which show through for whoever has none, and when its address has run out. */
const Photo = ({ url }: { url: string }) => {
  const [gone, setGone] = useState(false)
  return gone ? null : <img src={url} alt="" onError={() => setGone(true)} className="absolute inset-0 size-full rounded-full object-cover" />
}

export const Avatar = ({ name, photo, size = 'md', channel, presence, className }: AvatarProps) => (
  <span
    className={classNames('relative grid shrink-0 select-none place-items-center rounded-full font-semibold text-white', sizes[size], className)}
    style={{ background: avatarColor(name) }}
    aria-hidden
  >
    {initialsOf(name)}
    {photo && <Photo key={photo} url={photo} />}
    {channel && <ChannelMark kind={channel} size={size === 'sm' ? 'small' : 'normal'} className="absolute -right-0.5 -bottom-0.5" />}
    {presence && (
      <span className={classNames('absolute -bottom-px -right-px size-2.5 rounded-full border-2 border-bg', presence === 'on' ? 'bg-success' : 'bg-fg-3')} />
    )}
  </span>
)
