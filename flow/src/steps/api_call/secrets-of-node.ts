import type { FlowNode } from '../../definition.ts'
import { namesIn } from '../../engine/substitute.ts'
import { secretIn } from './template.ts'
import { templatesOf } from './templates.ts'

/** The names of the secrets that a step asks for; only calls do. */
export const secretsReadBy = (node: FlowNode): string[] =>
  node.type === 'api_call'
    ? [
        ...new Set(
          templatesOf(node)
            .flatMap(namesIn)
            .flatMap((name) => secretIn(name) ?? []),
        ),
      ]
    : []
