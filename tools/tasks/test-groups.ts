import { mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { root } from './run-step.ts'

/**
 * Starting a process and loading the product takes longer than most test files, so files share processes: each is a suite of a file that
 * loads several. What they start stays apart as before: a product, a database and a data folder for each.
 */
const folder = join(root, 'tools/.test-groups', String(process.pid))

/** Files of one process. Those of `server/test` start products, those of `e2e/tests` a browser too; the others are quick and many. */
const perProcess = { product: 8, quick: 40, scenes: 5 }

type Weighed = { file: string; weight: number }

/** Shares files out evenly by weight; the heaviest group first, so that nothing long begins at the end. */
export const shareOut = (files: Weighed[], most: number): string[][] => {
  const groups = Array.from({ length: Math.ceil(files.length / most) }, () => ({ weight: 0, files: [] as string[] }))
  for (const { file, weight } of files.toSorted((a, b) => b.weight - a.weight)) {
    const lightest = groups.filter((group) => group.files.length < most).reduce((best, group) => (group.weight < best.weight ? group : best))
    lightest.files.push(file)
    lightest.weight += weight
  }
  return groups.toSorted((a, b) => b.weight - a.weight).map(({ files }) => files)
}

const loader = (files: string[]): string => `import { describe } from 'node:test'
import { loadFile } from '${join(root, 'server/test/kit/cluster.ts')}'
${files.map((file) => `describe('${file}', async () => void (await loadFile(() => import('${join(root, file)}'))))`).join('\n')}
`

const weighed = (files: string[]): Weighed[] => files.map((file) => ({ file, weight: statSync(join(root, file)).size }))

/** Writes a file for each group; answers their paths in the order to run them. They go with the process. */
const writeGroups = (groups: string[][], textOf: (files: string[]) => string, kind: string): string[] => {
  mkdirSync(folder, { recursive: true })
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  return groups.map((group, index) => {
    const path = join(folder, `${kind}-${String(index + 1).padStart(2, '0')}.test.ts`)
    writeFileSync(path, textOf(group))
    return relative(root, path)
  })
}

/** One after the other: a product that waits for its turn looks for work meanwhile, and so many of them took a quarter of the processors. */
const storyLoader = (files: string[]): string => `import { loadInTurn } from '${join(root, 'server/test/kit/cluster.ts')}'
await loadInTurn({ ${files.map((file) => `'${file}': () => import('${join(root, file)}')`).join(', ')} })
`

/** These test files, several in a file. */
export const groupTests = (paths: string[]): string[] => {
  const files = weighed(paths)
  const isProduct = ({ file }: Weighed) => file.startsWith(join('server', 'test'))
  return [
    ...writeGroups(shareOut(files.filter(isProduct), perProcess.product), storyLoader, 'products'),
    ...writeGroups(
      shareOut(
        files.filter((one) => !isProduct(one)),
        perProcess.quick,
      ),
      loader,
      'quick',
    ),
  ]
}

/** Of the browser tests: files of a group share a browser, and each starts its product when the one before has ended. */
const sceneLoader = (files: string[]): string => `import { borrowChromium } from '${join(root, 'e2e/kit/chromium.ts')}'
import { loadInTurn } from '${join(root, 'server/test/kit/cluster.ts')}'
const { giveBack } = await borrowChromium()
await loadInTurn({ ${files.map((file) => `'${file}': () => import('${join(root, file)}')`).join(', ')} })
await giveBack()
`

export const groupScenes = (paths: string[]): string[] => writeGroups(shareOut(weighed(paths), perProcess.scenes), sceneLoader, 'scenes')
