import type { z } from 'zod'
import type { Entry } from '../core/entry.ts'
import type { Figure } from '../core/figure.ts'
import { check } from './check.ts'
import { checkGoods } from './check-goods.ts'
import { computeValues } from './formulas.ts'
import type { Knowledge } from './knowledge.ts'
import { locate } from './locate.ts'
import { type ParsedEntry, parseEntry } from './parse-entry.ts'
import { type ComputedFigure, parseFigure } from './parse-figure.ts'
import * as lists from './parse-lists.ts'
import { decisionTree, NO_TREE } from './parse-modes.ts'
import { NO_WISHES, officeHours, USUAL_HOURS, wishWords } from './parse-office.ts'
import { readPositiveLists } from './parse-positive-list.ts'
import { NO_SUMS, sumList } from './parse-sums.ts'
import type { KnowledgeProblem } from './problem.ts'
import { readGoods } from './read-goods.ts'
import { revisionOf } from './revision.ts'
import { parseYaml } from './yaml.ts'

/** The knowledge in a set of files, or what is wrong with it. Warnings may stand beside knowledge; errors may not. */
export type Built = { knowledge?: Knowledge; problems: KnowledgeProblem[] }

/**
 * Builds and checks the knowledge from its files (path inside the folder → text). Pure: the same files give the same knowledge.
 * @param reviewAfterDays age at which an entry is due for review, counted to `today`
 */
export function buildKnowledge(
  files: ReadonlyMap<string, string>,
  { today, reviewAfterDays }: { today: string; reviewAfterDays: number },
): Built {
  const problems: KnowledgeProblem[] = []
  const list = <T>(path: RegExp, schema: z.ZodType<T[]>, idOf: (item: T) => string) => {
    const items = new Map<string, T>()
    for (const [file, content] of files) {
      if (!path.test(file)) continue
      const parsed = parseYaml(content, file, schema)
      problems.push(...parsed.problems)
      parsed.value?.forEach((item, index) => {
        if (items.has(idOf(item)))
          problems.push({
            level: 'error',
            file,
            line: parsed.lineOf([index]),
            what: `id "${idOf(item)}" is used twice`,
            hint: 'Ids are unique; choose another.',
          })
        items.set(idOf(item), item)
      })
    }
    return items
  }
  const single = <T>(file: string, schema: z.ZodType<T>, otherwise: T): T => {
    const content = files.get(file)
    if (content === undefined) return otherwise
    const parsed = parseYaml(content, file, schema)
    problems.push(...parsed.problems)
    return parsed.value ?? otherwise
  }

  const figures = readFigures(files, problems)
  const entries = readEntries(files, problems)
  const positive = readPositiveLists(files, figures)
  const { goods, whereIs, problems: wrongGoods } = readGoods(files, figures, positive.versions)
  const byId = ({ id }: { id: string }) => id
  const knowledge: Knowledge = {
    revision: revisionOf(files),
    entries,
    figures,
    documents: list(/^documents\/.*\.yaml$/, lists.documentList, byId),
    topics: list(/^topics\.yaml$/, lists.topicList, byId),
    contacts: list(/^contacts\.yaml$/, lists.contactList, byId),
    boundaries: list(/^boundaries\/.*\.yaml$/, lists.boundaryList, byId),
    misconceptions: list(/^misconceptions(\/.*)?\.yaml$/, lists.misconceptionList, byId),
    glossary: list(/^glossary\.yaml$/, lists.glossaryList, byId),
    synonyms: single('synonyms.yaml', lists.synonymMap, { zh: {}, en: {} }),
    traditional: single('traditional.yaml', lists.traditionalMap, {}),
    goods,
    lookalikes: single('lookalikes.yaml', lists.lookalikeList, []),
    meanings: { ...single('meanings.yaml', lists.meaningMap, {}), ...single('concepts.yaml', lists.meaningMap, {}) },
    positiveLists: positive.versions,
    plainNumbers: new Set(single('plain-numbers.yaml', lists.plainNumberList, [])),
    modes: single('modes.yaml', decisionTree, NO_TREE),
    exportTaxPositions: single('export-tax-positions.yaml', decisionTree, NO_TREE),
    office: single('office.yaml', officeHours, USUAL_HOURS),
    wishes: single('wishes.yaml', wishWords, NO_WISHES),
    sums: single('sums.yaml', sumList, NO_SUMS),
  }
  // What a file that cannot be read would hold is missing everywhere; only the file is to blame.
  const unread = problems.some(({ level }) => level === 'error')
  problems.push(...positive.problems, ...wrongGoods)
  if (entries.size === 0)
    problems.push({ level: 'error', file: 'entries', what: 'no entries', hint: 'Is this the knowledge folder?' })
  const across = [...check(knowledge, { today, reviewAfterDays }), ...checkGoods(knowledge, whereIs)]
  problems.push(...(unread ? across.filter(({ what }) => !/there is no "|none of its documents/.test(what)) : across))
  const located = locate(problems, files)
  return located.some(({ level }) => level === 'error') ? { problems: located } : { knowledge, problems: located }
}

function readFigures(files: ReadonlyMap<string, string>, problems: KnowledgeProblem[]): Map<string, Figure> {
  const figures = new Map<string, Figure>()
  const computed: ComputedFigure[] = []
  for (const [file, content] of files) {
    if (!/^figures\/[^/]+\.yaml$/.test(file)) continue
    const parsed = parseFigure(file, content)
    problems.push(...parsed.problems)
    if (parsed.figure) figures.set(parsed.id, parsed.figure)
    if (parsed.computed) computed.push(parsed.computed)
  }
  for (const { formula, inputs, file, ...figure } of computed) {
    const result = computeValues(formula, inputs, figures)
    if ('wrong' in result) problems.push({ level: 'error', file, what: result.wrong, about: { field: 'inputs' } })
    else figures.set(figure.id, { ...figure, values: result.values })
  }
  return figures
}

function readEntries(files: ReadonlyMap<string, string>, problems: KnowledgeProblem[]): Map<string, Entry> {
  const halves = new Map<string, ParsedEntry[]>()
  for (const [file, content] of files) {
    if (!file.startsWith('entries/')) continue
    const parsed = parseEntry(file, content)
    if (!parsed) {
      problems.push({
        level: 'error',
        file,
        what: 'is no entry',
        hint: 'Entries are named entries/<topic>/<id>.zh-Hans.md and <id>.en.md.',
      })
      continue
    }
    problems.push(...parsed.problems)
    halves.set(parsed.id, [...(halves.get(parsed.id) ?? []), parsed])
  }
  const entries = new Map<string, Entry>()
  for (const [id, parts] of halves) {
    const chinese = parts.find(({ locale }) => locale === 'zh-Hans')
    const english = parts.find(({ locale }) => locale === 'en')
    const [first] = parts
    if (!first) continue
    const other = parts.findLast(({ topic }) => topic !== first.topic)
    if (other)
      problems.push({
        level: 'error',
        file: `entries/${other.topic}/${id}.${other.locale}.md`,
        what: `id "${id}" also stands under ${first.topic}`,
        hint: 'Ids are unique across all topics.',
      })
    if (!chinese || !english) {
      const missing = chinese ? 'en' : 'zh-Hans'
      problems.push({
        level: 'error',
        file: `entries/${first.topic}/${id}.${missing}.md`,
        what: 'does not exist',
        hint: 'Every entry stands in Simplified Chinese and in English.',
      })
      continue
    }
    if (chinese.facts && chinese.text && english.text)
      entries.set(id, {
        id,
        topic: chinese.topic,
        ...chinese.facts,
        texts: { 'zh-Hans': chinese.text, en: english.text },
      })
  }
  return entries
}
