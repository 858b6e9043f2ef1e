import type { ReactNode } from 'react'

export const PanelSection = ({ title, children }: { title: string; children: ReactNode }) => (
  <section className="border-t border-line px-4 py-3.5">
    <h3 className="mb-2 text-xs font-semibold text-fg-2">{title}</h3>
    {children}
  </section>
)

/** One fact with its name, in the panel's two columns. */
export const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <div className="contents">
    <dt className="text-fg-3">{name}</dt>
    <dd className="min-w-0 wrap-anywhere">{children}</dd>
  </div>
)
