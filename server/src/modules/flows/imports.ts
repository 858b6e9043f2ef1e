import type { FlowImport, ImportedFlow } from '@chasqui/contracts'
import { FlowDefinition, migrateDefinition, UnknownSchema } from '@chasqui/contracts'
import { problemsIn } from '@chasqui/flow'
import { importFlows, ownFlowIn } from '@chasqui/flow/imports/import-flows'
import { NotImported } from '@chasqui/flow/imports/imported'
import { Failure } from '#platform/failure'
import type { FlowsPorts } from './ports.ts'

const refused = (why: NotImported['why'], message: string): Failure => new Failure('invalid', `flow.import_${why}`, message)

const checked = (ports: FlowsPorts, flow: Pick<ImportedFlow, 'name' | 'definition' | 'leftovers'>): ImportedFlow => ({
  ...flow,
  problems: problemsIn(flow.definition, null, ports.isPattern),
})

/** A definition of our own, of whatever schema it is; what is wrong with it is told by its place. */
const ownDefinition = (written: unknown): FlowDefinition => {
  try {
    const { success, data, error } = FlowDefinition.safeParse(migrateDefinition(written))
    if (success) return data
    throw new Failure('invalid', 'flow.import_invalid', 'The file holds a flow in which something is wrong.', {
      errors: error.issues.map(({ path, code, message }) => ({ path: path.join('.'), code, message })),
    })
  } catch (error) {
    if (error instanceof UnknownSchema) throw refused('version', error.message)
    throw error
  }
}

/** What a file would become, before anything of it is made. */
export const readImport = (ports: FlowsPorts, file: unknown): FlowImport => {
  const own = ownFlowIn(file)
  if (own) return { product: 'chasqui', flows: [checked(ports, { name: own.name, definition: ownDefinition(own.definition), leftovers: [] })], replies: 0 }
  try {
    const { product, flows, replies } = importFlows(file)
    const made = flows.map(({ name, definition, leftovers }) => checked(ports, { name, definition: FlowDefinition.parse(definition), leftovers }))
    return { product, flows: made, replies }
  } catch (error) {
    if (error instanceof NotImported) throw refused(error.why, error.message)
    throw error
  }
}
