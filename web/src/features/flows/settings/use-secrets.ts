import type { FlowSecretUse } from '@chasqui/contracts'
import { flowSecretRoutes } from '@chasqui/contracts/http/flow-calls'
import { useQuery } from '@tanstack/react-query'
import { asked } from '#lib/api.ts'
import { queryClient } from '#lib/query-client.ts'

export const useSecrets = (enabled = true) => useQuery({ ...asked(flowSecretRoutes.list), enabled })

/** Which flows ask for a secret, by its name; null until it is known. */
export const useSecretUses = (): ((name: string) => FlowSecretUse['flows']) | null => {
  // Others change flows meanwhile: what is said of a removal has to be of this moment.
  const { data } = useQuery({ ...asked(flowSecretRoutes.uses), staleTime: 0 })
  return data ? (name) => data.items.find(({ secret }) => secret === name)?.flows ?? [] : null
}

export const readSecretsAgain = () =>
  Promise.all([flowSecretRoutes.list, flowSecretRoutes.uses].map(({ id }) => queryClient.invalidateQueries({ queryKey: [id] })))
