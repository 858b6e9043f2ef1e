/** Everything tasks ask of the rest. */
export type TasksPorts = {
  now(): Date
  newId(): string
}
