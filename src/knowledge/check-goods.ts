import type { EffectivePeriod } from '../core/effective-period.ts'
import { valueOn } from '../core/figure.ts'
import type { Good } from '../core/good.ts'
import { checkText } from './check-text.ts'
import type { Knowledge } from './knowledge.ts'
import { type KnowledgeProblem, unknown } from './problem.ts'

/** Where a good stands, for messages to authors. */
export type WhereIs = (good: string) => { file: string; line?: number | undefined }

/** The rules for goods that hold across files: references lead somewhere, rates hold all the time, a name means one good. */
export function checkGoods(knowledge: Knowledge, whereIs: WhereIs): KnowledgeProblem[] {
  return [...knowledge.goods.values()]
    .flatMap((good) => checkGood(good, knowledge, whereIs))
    .concat(
      checkNames(knowledge, whereIs),
      checkLookalikes(knowledge),
      knowledge.positiveLists.flatMap(({ id, documents }) =>
        documents
          .filter((document) => !knowledge.documents.has(document))
          .map((document) =>
            unknown('positive-list/index.yaml', `${id}: documents`, document, knowledge.documents.keys()),
          ),
      ),
    )
}

/** What consumption taxes by quantity or by price per unit are counted in. */
const UNITS: Partial<Record<Good['consumptionTax'], Good['unit'][]>> = {
  'high-end-cosmetics': ['ml', 'g', 'sheet'],
  spirits: ['litre'],
  beer: ['litre'],
  'yellow-wine': ['litre'],
}

function checkGood(good: Good, knowledge: Knowledge, whereIs: WhereIs): KnowledgeProblem[] {
  const problems: KnowledgeProblem[] = []
  const wrong = (what: string, hint?: string) =>
    problems.push({ level: 'error', ...whereIs(good.id), what: `${good.id}: ${what}`, hint })
  const refer = (field: string, id: string | undefined, known: ReadonlyMap<string, unknown>) => {
    if (id === undefined || known.has(id)) return
    const { file, line } = whereIs(good.id)
    problems.push(unknown(file, `${good.id}: ${field}`, id, known.keys(), line))
  }

  for (const { rate, effective } of good.vat) {
    if (rate === 'exempt' || rate === 'unsettled') continue
    refer('vat', rate, knowledge.figures)
    const day = dayWithoutValue(rate, effective, knowledge)
    if (day !== undefined) wrong(`vat: ${rate} has no value on ${day}`, 'Say from when to when this rate holds.')
  }
  refer('quantity-cap', good.quantityCap, knowledge.figures)
  refer('tariff', good.tariff, knowledge.figures)
  refer('entry', good.entry, knowledge.entries)
  for (const { document } of good.sources) refer('citations', document, knowledge.documents)
  if (good.sources.length === 0) wrong('has no document behind it', 'Add `citations`, to the good or to the defaults.')
  const units = UNITS[good.consumptionTax]
  if (units && !units.includes(good.unit))
    wrong(`unit: ${good.consumptionTax} is counted in ${units.join(', ')}, not in ${good.unit}`)
  if (good.parcelClass === 'by-threshold' && !['high-end-cosmetics', 'watch'].includes(good.consumptionTax))
    wrong('parcel-class: by-threshold is for goods with a consumption-tax threshold', 'Cosmetics and watches have one.')
  if (good.list === 'conditional' && !good.remark)
    wrong('is conditional, but no remark says on what', 'Add `remark` in both languages.')
  if (good.remark && checkText(good.remark, good.id, knowledge).length > 0) {
    const { file, line } = whereIs(good.id)
    problems.push(...checkText(good.remark, `${file}${line === undefined ? '' : `:${line}`} (${good.id})`, knowledge))
  }
  return problems
}

function dayWithoutValue(id: string, { from, to }: EffectivePeriod, { figures }: Knowledge): string | undefined {
  const figure = figures.get(id)
  if (!figure) return undefined
  const days = [from, ...(to === undefined ? [] : [to]), ...figure.values.map(({ effective }) => effective.from)]
  const ends = figure.values.at(-1)?.effective.to
  if (ends !== undefined && (to === undefined || to > ends)) return `the days after ${ends}`
  return days.filter((day) => day >= from && (to === undefined || day <= to)).find((day) => !valueOn(figure, day))
}

/** Every name of a good. */
export const namesOf = ({ name, names }: Good): string[] => [name['zh-Hans'], name.en, ...names.zh, ...names.en]

const bare = (name: string) =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s-]+/g, ' ')

function checkNames({ goods }: Knowledge, whereIs: WhereIs): KnowledgeProblem[] {
  const held = new Map<string, string>()
  const problems: KnowledgeProblem[] = []
  for (const good of goods.values())
    for (const name of new Set(namesOf(good).map(bare))) {
      const other = held.get(name)
      if (other !== undefined)
        problems.push({
          level: 'error',
          ...whereIs(good.id),
          what: `${good.id}: the name "${name}" stands under ${other} too`,
          hint: 'A name means one good: keep it where most people mean it.',
        })
      else held.set(name, good.id)
    }
  return problems
}

function checkLookalikes({ goods, lookalikes }: Knowledge): KnowledgeProblem[] {
  const names = [...goods.values()].flatMap(namesOf).map(bare)
  return lookalikes
    .filter((word) => !names.some((name) => bare(word).includes(name) || endsInto(bare(word), name)))
    .map((word) => ({
      level: 'warning',
      file: 'lookalikes.yaml',
      what: `"${word}" holds no good's name, and none begins where it ends`,
      hint: 'Leave it out: it hides nothing.',
    }))
}

/** Whether a name can begin inside a word and end behind it, as 口红 does in 进口红酒. */
const endsInto = (word: string, name: string): boolean => name.length > 1 && word.endsWith(name.charAt(0))
