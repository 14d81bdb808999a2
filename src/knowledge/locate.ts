import type { KnowledgeProblem } from './problem.ts'

/**
 * Finds the line of every problem that knows only what it is about: an item named after the file (`boundaries (parcel-status)`), a field, a piece of
 * text. A text of an entry is looked for below the front matter first.
 */
export function locate(problems: readonly KnowledgeProblem[], files: ReadonlyMap<string, string>): KnowledgeProblem[] {
  return problems.map(({ about, ...problem }) => {
    if (problem.line !== undefined) return problem
    const [, name = problem.file, item] = /^(.*?)(?: \(([^()]+)\))?$/.exec(problem.file) ?? []
    if (item === undefined && !about) return problem
    for (const [file, content] of files) {
      if (file !== name && !file.startsWith(`${name.replace(/\.yaml$/, '')}/`)) continue
      const start = item === undefined ? 0 : startOf(item, content)
      if (start === undefined) continue
      const end = item === undefined ? content.length : endOf(content, start)
      return { ...problem, file, line: lineAt(content, placeOf(about, content, start, end) ?? start) }
    }
    return problem
  })
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** Where an item of a list begins. */
function startOf(item: string, content: string): number | undefined {
  const found = new RegExp(`^\\s*(?:- )?(?:\\{ *)?id: *["']?${escaped(item)}["']?(?![\\w.-])`, 'm').exec(content)
  return found ? found.index + found[0].length - found[0].trimStart().length : undefined
}

/** Where the next item begins. */
function endOf(content: string, start: number): number {
  const next = content.slice(start).search(/\n\s*- (?:\{ *)?id: /)
  return next === -1 ? content.length : start + next
}

function placeOf(about: KnowledgeProblem['about'], content: string, start: number, end: number): number | undefined {
  if (!about) return undefined
  const { field, text = '' } = about
  const at = (from: number) => {
    const place = content.indexOf(text, from)
    return place === -1 || place > end ? undefined : place
  }
  if (field !== undefined) {
    const head = new RegExp(`(?:^|[{,]) *${escaped(field)}:`, 'm').exec(content.slice(start, end))
    if (!head) return undefined
    const from = start + head.index
    return at(from) ?? from
  }
  const body = /^---\r?\n[\s\S]*?\r?\n---\r?\n/.exec(content)?.[0].length
  return (body === undefined ? undefined : at(body)) ?? inTitleOrNext(content, text, body) ?? at(start) ?? body
}

/** In an entry's front matter, only the title and what to do next are prose. */
function inTitleOrNext(content: string, text: string, body: number | undefined): number | undefined {
  if (body === undefined) return undefined
  for (const field of ['title', 'next']) {
    const line = new RegExp(`^${field}:.*(?:\\n +.*)*`, 'm').exec(content.slice(0, body))
    const place = line?.[0].indexOf(text) ?? -1
    if (line && place !== -1) return line.index + place
  }
  return undefined
}

const lineAt = (content: string, place: number): number => content.slice(0, place).split('\n').length
