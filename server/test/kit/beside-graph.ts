import { startGraphApi, type GraphApi } from '../doubles/graph-api/server.ts'
import type { GraphApiOptions } from '../doubles/graph-api/graph-state.ts'
import { atEnd } from './cluster.ts'
import { startProduct, type RunningProduct, type Wishes } from './product.ts'

/** The product and the stand-in for Meta's Graph API that it talks to; both end after the last test of the file, the product first. */
export const startBesideGraph = async ({ env, ...wishes }: Wishes = {}, options: GraphApiOptions = {}): Promise<{ graph: GraphApi; the: RunningProduct }> => {
  const graph = await startGraphApi(options)
  atEnd(graph.close)
  return { graph, the: await startProduct({ ...wishes, env: { GRAPH_API_URL: graph.url, ...env } }) }
}
