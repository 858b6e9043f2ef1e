export const DropOffView = (_: object) => null
