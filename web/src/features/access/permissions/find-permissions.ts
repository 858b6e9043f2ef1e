import type { Permission } from '@chasqui/contracts'

export type Group<Name extends string = string> = { group: Name; permissions: Permission[] }

const fold = (words: string) => words.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()

/** The groups with what matches the search: by the words on the screen or the permission's own name. Empty groups are left out. */
export const findPermissions = <Name extends string>(
  groups: readonly Group<Name>[],
  search: string,
  wordsOf: (permission: Permission) => string,
): Group<Name>[] => {
  const sought = fold(search.trim())
  return groups
    .map(({ group, permissions }) => ({ group, permissions: permissions.filter((one) => fold(`${wordsOf(one)} ${one}`).includes(sought)) }))
    .filter(({ permissions }) => permissions.length > 0)
}
