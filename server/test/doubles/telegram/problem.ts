/** A refusal as the Bot API words it; the HTTP status is the error's code. */
export class BotProblem extends Error {
  readonly status: number
  readonly parameters: Record<string, number> | undefined
  constructor(status: number, description: string, parameters?: Record<string, number>) {
    super(description)
    this.status = status
    this.parameters = parameters
  }
}

export const refuse = (description: string): never => {
  throw new BotProblem(400, `Bad Request: ${description}`)
}

export function need(condition: unknown, description: string): asserts condition {
  if (!condition) refuse(description)
}
