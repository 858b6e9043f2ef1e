import { type ReactNode, useId } from 'react'
import { Card } from '#ui/card.tsx'

/** One subject of the account page. */
export const AccountSection = ({ title, text, children }: { title: string; text?: string; children: ReactNode }) => {
  const id = useId()
  return (
    <Card aria-labelledby={id}>
      <h2 id={id} className="text-lg font-semibold">
        {title}
      </h2>
      {text && <p className="mt-1 text-base text-fg-2">{text}</p>}
      <div className="mt-4">{children}</div>
    </Card>
  )
}
