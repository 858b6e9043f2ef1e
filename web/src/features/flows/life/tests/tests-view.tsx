export const TestsView = (_: object) => null
