import { noCircles } from './rules/circles.ts'
import { domainsArePure } from './rules/domain.ts'
import { oneReaderOfTheEnvironment } from './rules/environment.ts'
import { flowsStandAlone } from './rules/flow.ts'
import { clientsNeverSeeTheServer, contractsStandAlone, featuresStandAlone, nothingReachesTheRoot, platformKnowsNoProduct } from './rules/layers.ts'
import { adaptersStandAlone, modulesNeverMeet, vendorsStayInAdapters } from './rules/modules.ts'
import { expectedFiles, seesEverything } from './rules/sight.ts'
import { tablesBelongToOneModule } from './rules/tables.ts'
import { readTree } from './sources.ts'
import type { Violation } from './violation.ts'

const neverList = [
  contractsStandAlone,
  platformKnowsNoProduct,
  domainsArePure,
  modulesNeverMeet,
  vendorsStayInAdapters,
  adaptersStandAlone,
  nothingReachesTheRoot,
  clientsNeverSeeTheServer,
  featuresStandAlone,
  tablesBelongToOneModule,
  oneReaderOfTheEnvironment,
  noCircles,
  flowsStandAlone,
]

/** All that stands against the never-list of ARCHITECTURE.md in the repository at `root`, and how many files were read. */
export const findViolations = (root: string, expected: Record<string, number> = expectedFiles): { files: number; violations: Violation[] } => {
  const tree = readTree(root)
  return { files: tree.sources.length, violations: [seesEverything(expected), ...neverList].flatMap((rule) => rule(tree)) }
}
