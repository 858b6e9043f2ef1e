import { Link } from '@tanstack/react-router'
import { useFormat } from '#lib/format.ts'
import { useTenant } from '#lib/session.ts'

/** The name of a customer, which opens the conversation. */
export const TalkLink = ({ id, contact }: { id: string; contact: string }) => {
  const tenant = useTenant()
  const format = useFormat()
  return (
    <Link
      to="/a/$tenant/inbox/$view/$conversationId"
      params={{ tenant: tenant.slug, view: 'all', conversationId: id }}
      className="inline-block max-w-full truncate rounded-control align-bottom font-medium text-primary underline-offset-2 hover:underline"
    >
      {format.name(contact) || '–'}
    </Link>
  )
}
