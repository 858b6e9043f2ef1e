import type { ReplyValues } from '@chasqui/contracts/reply-variables'
import type { TemplateVariable } from '@chasqui/contracts/template-filling'

/** Variables that are called as what is known; numbered ones are anybody's guess and stay empty. */
const called: [RegExp, keyof ReplyValues][] = [
  [/^(name|nombre|nome|first_name|customer(_name)?|cliente)$/i, 'contact.first_name'],
  [/^(full_name|nombre_completo|nome_completo)$/i, 'contact.name'],
  [/^(agent|agente|atendente|agent_name)$/i, 'agent.first_name'],
  [/^(business|negocio|empresa|company)$/i, 'business.name'],
]

/** What a template begins with: what its variables' names tell of the customer. */
export const firstValues = (variables: readonly TemplateVariable[], known: ReplyValues): Record<string, string> =>
  Object.fromEntries(
    variables.map(({ key, name }) => {
      const source = called.find(([pattern]) => pattern.test(name))?.[1]
      return [key, (source && known[source]) ?? '']
    }),
  )
