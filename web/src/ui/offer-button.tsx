import { Check, type LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'

/** The outlined buttons under a message of the business. `pressed`: the customer has chosen this one before; it works again all the same. */
export type OfferButtonProps = { icon?: LucideIcon; pressed?: boolean; onClick: () => void; children: ReactNode }

export const offerLook =
  'flex min-h-7 w-full items-center justify-center gap-1.5 rounded-control border border-primary bg-surface px-2.5 py-1 text-sm font-semibold text-primary wrap-anywhere hover:bg-primary-subtle aria-pressed:bg-primary-subtle touch:min-h-11'

export const OfferButton = ({ icon: Icon, pressed = false, onClick, children }: OfferButtonProps) => (
  <button type="button" aria-pressed={pressed || undefined} onClick={onClick} className={offerLook}>
    {pressed ? (
      <Check size={15} strokeWidth={2.5} className="shrink-0" aria-hidden />
    ) : (
      Icon && <Icon size={15} strokeWidth={2} className="shrink-0" aria-hidden />
    )}
    {children}
  </button>
)

export const OfferButtons = ({ children }: { children: ReactNode }) => <div className="mt-2 mb-0.5 flex flex-col gap-1.5">{children}</div>
