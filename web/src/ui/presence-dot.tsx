import { classNames } from './class-names.ts'

/** How somebody is, by shape as well as colour: a full disc, a ring, a square, a grey ring. Its words stand beside it. */
export type PresenceDotProps = { state: 'available' | 'paused' | 'busy' | 'offline'; className?: string }

const looks = {
  available: 'bg-success',
  paused: 'border-2 border-warning bg-surface',
  busy: 'rounded-[3px] bg-danger',
  offline: 'border-2 border-fg-3 bg-surface',
}

export const PresenceDot = ({ state, className }: PresenceDotProps) => (
  <span className={classNames('inline-block size-2.5 shrink-0 rounded-full', looks[state], className)} aria-hidden />
)
