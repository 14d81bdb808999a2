import { overlap } from '../core/effective-period.ts'
import type { Entry } from '../core/entry.ts'
import type { Figure } from '../core/figure.ts'
import { valueOn } from '../core/figure.ts'
import type { Knowledge } from './knowledge.ts'
import { PLACEHOLDER, placeholdersOf } from './placeholder.ts'
import type { KnowledgeProblem } from './problem.ts'

/** Two figures or two entries that say different things about the same thing on the same day. */
export function checkContradictions({ figures, entries }: Knowledge): KnowledgeProblem[] {
  const problems: KnowledgeProblem[] = []
  for (const [one, other] of pairsBy([...figures.values()], ({ name, unit }) => `${name['zh-Hans']}|${unit}`)) {
    const day = dayApart(one, other)
    if (day)
      problems.push({
        level: 'error',
        file: `figures/${other.id}.yaml`,
        what: `has the name of "${one.id}" and another value on ${day}`,
        hint: 'Keep one of them, or give them names that say what is different.',
        about: { field: 'name' },
      })
  }
  for (const locale of ['zh-Hans', 'en'] as const) {
    const key = ({ audiences, texts }: Entry) =>
      `${[...audiences].sort().join()}|${texts[locale].answer.replace(PLACEHOLDER, '#').replace(/[\s\p{P}]/gu, '')}`
    for (const [one, other] of pairsBy([...entries.values()], key)) {
      if (!overlap(one.effective, other.effective)) continue
      const [mine, theirs] = [one, other].map(({ texts }) => figuresOf(texts[locale].answer, figures))
      const apart = mine?.find(
        (figure, index) => theirs?.[index] && figure.id !== theirs[index].id && dayApart(figure, theirs[index]),
      )
      if (apart)
        problems.push({
          level: 'error',
          file: other.texts[locale].file,
          what: `states the same as "${one.id}" with another value ("${apart.id}")`,
          hint: 'Merge the entries, or say what is different.',
          about: { text: other.texts[locale].answer },
        })
    }
  }
  return problems
}

const figuresOf = (text: string, figures: ReadonlyMap<string, Figure>): Figure[] =>
  placeholdersOf(text).flatMap((one) =>
    one?.kind === 'figure' && one.on === undefined ? (figures.get(one.figure) ?? []) : [],
  )

/** A day on which both have a value and the values differ. */
function dayApart(one: Figure, other: Figure): string | undefined {
  for (const { effective } of [...one.values, ...other.values]) {
    const [a, b] = [valueOn(one, effective.from)?.value, valueOn(other, effective.from)?.value]
    if (a !== undefined && b !== undefined && String(a) !== String(b)) return effective.from
  }
  return undefined
}

function pairsBy<T>(items: T[], key: (item: T) => string): [T, T][] {
  const first = new Map<string, T>()
  return items.flatMap((item): [T, T][] => {
    const known = first.get(key(item))
    if (known !== undefined) return [[known, item]]
    first.set(key(item), item)
    return []
  })
}
