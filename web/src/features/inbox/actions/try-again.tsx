import { contactRoutes } from '@chasqui/contracts/http/contacts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { call, keyOf } from '#lib/api.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { useCan } from '#lib/session.ts'
import { Button } from '#ui/button.tsx'
import { say, sayProblem } from '#ui/toast.tsx'

/** Somebody knows better than the network: messages to this address are taken as arriving again. */
export const TryAgain = ({ contactId, identityId }: { contactId: string; identityId: string }) => {
  const { t } = useTexts('inbox')
  const mayWrite = useCan('contacts.write')
  const queryClient = useQueryClient()
  const { mutate, isPending } = useMutation({
    mutationFn: () => call(contactRoutes.tryAgain, { params: { id: contactId, identityId } }),
    onSuccess: (contact) => {
      queryClient.setQueryData(keyOf(contactRoutes.read, { params: { id: contactId } }), contact)
      say(t('unreachable.undone'))
    },
    onError: () => sayProblem(t('unreachable.failed')),
  })
  if (!mayWrite) return null
  return (
    <Button size="sm" busy={isPending} onClick={() => mutate()}>
      {t('unreachable.try_again')}
    </Button>
  )
}
