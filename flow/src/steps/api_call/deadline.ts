/** Seconds before try n + 1 of a call: 1, 2, 4. */
export const pauseBeforeTry = (tries: number): number => 2 ** (tries - 1)

/** Seconds for what comes beside the tries: a restart in between, a queue before it. */
const slack = 60

/** Seconds after which a call is given up, whatever became of it. */
export const callDeadline = ({ timeoutSeconds, retries }: { timeoutSeconds: number; retries: number }): number =>
  slack + timeoutSeconds * (retries + 1) + Array.from({ length: retries }, (_, at) => pauseBeforeTry(at + 1)).reduce((sum, pause) => sum + pause, 0)
