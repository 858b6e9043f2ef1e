import { readConfig } from '../../config.ts'
import { textOf, type Command } from '../command.ts'
import { usageError } from '../tell-failure.ts'
import { withProduct } from '../with-product.ts'

export const filesMove: Command = {
  usage: 'files move [--to bucket|disk]',
  summary: 'bring stored files to the bucket that is set (or back), also while the product runs',
  takes: 0,
  options: { to: { type: 'string' } },
  run: async ({ env, terminal, values }) => {
    const to = textOf(values, 'to') ?? 'bucket'
    if (to !== 'bucket' && to !== 'disk') throw usageError(`${to} is no place for files.`, 'Write --to bucket or --to disk.')
    const moved = await withProduct(readConfig(env), terminal, ({ operations }) =>
      operations.moveFiles(to, ({ files }) => {
        if (files % 100 === 0) terminal.event({ event: 'files.moving', files })
      }),
    )
    terminal.line({
      state: moved.left === 0 ? 'ok' : 'xx',
      subject: 'files',
      detail: `${moved.files} moved, ${moved.bytes} bytes, ${moved.left} left where they were`,
    })
    terminal.event({ event: 'files.moved', ...moved })
    return moved.left === 0 ? 0 : 1
  },
}
