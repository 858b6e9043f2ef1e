/** What stands at a path of a JSON value ("customer.phones[0].number"); undefined where there is nothing. Only own fields count. */
export const readPath = (value: unknown, path: string): unknown =>
  path
    .split(/[.[\]]+/)
    .filter((key) => key !== '')
    .reduce<unknown>((at, key) => (typeof at === 'object' && at !== null && Object.hasOwn(at, key) ? (at as Record<string, unknown>)[key] : undefined), value)
