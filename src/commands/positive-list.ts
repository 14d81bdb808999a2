import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { stringify } from 'csv-stringify/sync'
import { isMap, isScalar, isSeq, parseDocument } from 'yaml'
import type { Command } from '../command-line.ts'
import { dayInChina } from '../core/day.ts'
import type { PositiveList, PositiveListLine } from '../core/positive-list.ts'
import { buildKnowledge } from '../knowledge/build.ts'
import { parseAnnex } from '../knowledge/import-positive-list.ts'
import { COLUMNS, POSITIVE_LIST_INDEX, positiveListFile } from '../knowledge/parse-positive-list.ts'
import { describeProblem } from '../knowledge/problem.ts'
import { readFolder } from '../knowledge/read.ts'
import { BrokenKnowledge } from '../knowledge/watch.ts'

const USAGE = 'usage: npm run positive-list -- import annex.csv --version 2022-03 [--dry-run]\n'

/**
 * `positive-list import <annex.csv> --version <id> [--dry-run]`: replaces the loaded lines of a version by those of the official annex, saved as CSV.
 * Writes nothing unless the whole file is sound. The version becomes complete when it has exactly as many lines as the official list.
 */
export const run: Command = async (args, config) => {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { version: { type: 'string' }, 'dry-run': { type: 'boolean', default: false } },
  })
  const [action, file] = positionals
  if (action !== 'import' || !file || positionals.length > 2 || !values.version) return fail(USAGE, 64)

  const folder = config.KNOWLEDGE_DIR
  const { knowledge, problems } = buildKnowledge(await readFolder(folder), {
    today: dayInChina(new Date()),
    reviewAfterDays: config.REVIEW_AFTER_DAYS,
  })
  if (!knowledge) throw new BrokenKnowledge(problems.filter(({ level }) => level === 'error'))
  const version = knowledge.positiveLists.find(({ id }) => id === values.version)
  if (!version) {
    const known = knowledge.positiveLists.map(({ id }) => id).join(', ')
    return fail(
      `There is no version ${values.version}; known are ${known}. Add a new one to ${POSITIVE_LIST_INDEX} first.\n`,
      64,
    )
  }

  const content = await readText(file)
  if ('cannot' in content) return fail(`${content.cannot}\n`, 66)
  const annex = parseAnnex(content.text, file)
  if (annex.lines.length > version.total)
    annex.problems.push({
      level: 'error',
      file,
      what: `holds ${annex.lines.length} lines, but ${version.id} has ${version.total} officially`,
      hint: 'Is this the annex of that version?',
    })
  if (annex.problems.length > 0)
    return fail(`${annex.problems.map(describeProblem).join('\n')}\nNothing was written.\n`, 65)

  const complete = annex.lines.length === version.total
  process.stdout.write(summary(version, annex.lines, complete))
  if (values['dry-run']) {
    process.stdout.write('Dry run: nothing was written.\n')
    return 0
  }
  await writeFile(join(folder, positiveListFile(version.id)), tableOf(annex.lines))
  const index = join(folder, POSITIVE_LIST_INDEX)
  await writeFile(index, marked(await readFile(index, 'utf8'), version.id, complete))
  process.stdout.write(`Written: ${join(folder, positiveListFile(version.id))}\n`)
  return 0
}

const fail = (message: string, code: number): number => {
  process.stderr.write(message)
  return code
}

/** A file as text. Spreadsheets on Chinese computers often save in GB 18030: said rather than guessed. */
async function readText(file: string): Promise<{ text: string } | { cannot: string }> {
  let bytes: Buffer
  try {
    bytes = await readFile(file)
  } catch (error) {
    return { cannot: `cannot read ${file}: ${(error as Error).message}` }
  }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) }
  } catch {
    return { cannot: `${file} is not UTF-8: save it as "CSV UTF-8"` }
  }
}

/** Our own form of a table: `code,name,remark`, one line each. */
const tableOf = (lines: PositiveListLine[]): string =>
  stringify(
    lines.map(({ code, name, remark }) => [code, name, remark ?? '']),
    { header: true, columns: [...COLUMNS] },
  )

/** The index with a version marked complete or not; every other character stays. */
function marked(index: string, id: string, complete: boolean): string {
  const { contents } = parseDocument(index)
  for (const version of isSeq(contents) ? contents.items : []) {
    const held = isMap(version) && String(version.get('id')) === id ? version.get('complete', true) : undefined
    if (isScalar(held) && held.range) return `${index.slice(0, held.range[0])}${complete}${index.slice(held.range[1])}`
  }
  return index
}

function summary(version: PositiveList, lines: PositiveListLine[], complete: boolean): string {
  const after = new Map(lines.map((line) => [line.code, line]))
  const changed = lines.filter(({ code, name, remark }) => {
    const before = version.lines.get(code)
    return before && (before.name !== name || before.remark !== remark)
  })
  const added = lines.filter(({ code }) => !version.lines.has(code))
  const gone = [...version.lines.keys()].filter((code) => !after.has(code))
  return [
    `${version.id}: ${lines.length} of ${version.total} lines, ${complete ? 'complete' : 'not complete'}.`,
    `Against what is loaded: ${added.length} new, ${changed.length} changed, ${gone.length} gone${gone.length > 0 ? ` (${gone.slice(0, 10).join(', ')}${gone.length > 10 ? ', …' : ''})` : ''}.`,
    '',
  ].join('\n')
}
