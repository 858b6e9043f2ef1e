import { Zap } from 'lucide-react'
import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'

/** The frame of the pages before the shell: sign-in and welcome. */
export const EntryFrame = ({
  title,
  text,
  wide = false,
  footer,
  children,
}: {
  title: string
  text?: ReactNode
  wide?: boolean
  footer?: ReactNode
  children: ReactNode
}) => (
  <main className="grid h-dvh justify-items-center overflow-y-auto px-4 py-8 tablet:content-center">
    <div className={classNames('w-full', wide ? 'max-w-xl' : 'max-w-sm')}>
      <div className="mb-6 flex items-center gap-2.5 font-semibold">
        <span className="grid size-8 place-items-center rounded-control bg-primary text-on-primary" aria-hidden>
          <Zap size={18} strokeWidth={1.75} />
        </span>
        Chasqui
      </div>
      <h1 className="text-2xl font-semibold text-balance">{title}</h1>
      {text && <p className="mt-1 text-msg text-fg-2">{text}</p>}
      <div className="mt-6">{children}</div>
      {footer && <div className="mt-8">{footer}</div>}
    </div>
  </main>
)
