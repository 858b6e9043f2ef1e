import type { ReactNode } from 'react'

/** Settings that belong together, under a small heading. */
export const Group = ({ title, children }: { title: string; children: ReactNode }) => (
  <fieldset className="flex flex-col gap-2 border-t border-line pt-3 first:border-0 first:pt-0">
    <legend className="contents">
      <span className="mb-1 text-xs font-semibold text-fg-3">{title}</span>
    </legend>
    {children}
  </fieldset>
)
