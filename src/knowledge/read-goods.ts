import type { Figure } from '../core/figure.ts'
import type { Good, GoodId } from '../core/good.ts'
import type { PositiveList } from '../core/positive-list.ts'
import type { WhereIs } from './check-goods.ts'
import { parseGoods } from './parse-goods.ts'
import type { KnowledgeProblem } from './problem.ts'

/** Every good of `goods/*.yaml`, and where each stands. */
export function readGoods(
  files: ReadonlyMap<string, string>,
  figures: ReadonlyMap<string, Figure>,
  positiveLists: readonly PositiveList[],
): { goods: Map<GoodId, Good>; whereIs: WhereIs; problems: KnowledgeProblem[] } {
  const goods = new Map<GoodId, Good>()
  const where = new Map<GoodId, () => ReturnType<WhereIs>>()
  const problems: KnowledgeProblem[] = []
  const latest = positiveLists.at(-1)?.effective
  for (const [file, content] of files) {
    if (!/^goods\/[^/]+\.yaml$/.test(file)) continue
    const parsed = parseGoods(file, content, { figures, latest })
    problems.push(...parsed.problems)
    for (const { good, line } of parsed.goods) {
      const other = where.get(good.id)
      if (other)
        problems.push({
          level: 'error',
          file,
          line: line(),
          what: `id "${good.id}" is used in ${other().file} already`,
          hint: 'Ids are unique; choose another.',
        })
      goods.set(good.id, good)
      where.set(good.id, () => ({ file, line: line() }))
    }
  }
  return { goods, whereIs: (id) => where.get(id)?.() ?? { file: 'goods' }, problems }
}
