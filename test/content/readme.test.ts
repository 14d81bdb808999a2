import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { settings } from '../../src/config.ts'

const read = (file: string) => readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8')
const readme = read('README.md')

/** Every setting with its default and description, as the schema has them. */
const described = Object.entries(settings.shape).map(([name, schema]) => {
  const result = schema.safeParse(undefined)
  const value = result.success ? result.data : undefined
  return { name, value: value === undefined ? undefined : String(value), description: schema.meta()?.description ?? '' }
})

describe('the README', () => {
  test.each(described)('lists $name with its default and what it is for', ({ name, value, description }) => {
    const shown = value === undefined ? 'none' : value === '' ? 'empty' : `\`${value}\``
    expect(readme).toContain(`| \`${name}\` | ${shown} | ${description} |`)
  })

  test('lists no setting that does not exist', () => {
    const table = readme.slice(readme.indexOf('## Settings'), readme.indexOf('## Privacy'))
    const names = [...table.matchAll(/^\| `([A-Z_]+)` \|/gm)].map(([, name]) => name)
    expect(names).toEqual(described.map(({ name }) => name))
  })

  test('names only commands that package.json has', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> }
    const commands = [...readme.matchAll(/(?:^|`|&& )npm (?:run (?:-s )?)?([a-z-]+)/gm)].map(([, name]) => name ?? '')
    for (const command of commands)
      if (command !== 'ci' && command !== 'run') expect(Object.keys(scripts)).toContain(command)
    expect(commands.length).toBeGreaterThan(8)
  })

  test('links only files that exist', () => {
    for (const [, path] of readme.matchAll(/\]\((?!https?:)([^)#]+)\)/g)) expect(() => read(path ?? '')).not.toThrow()
  })
})

describe('.env.example', () => {
  const example = read('.env.example')
  test.each(described)('has $name with its default', ({ name, value }) => {
    expect(example).toContain(value === undefined ? `# ${name}=\n` : `\n${name}=${value}\n`)
  })
})

test('the lock file names no address to download from and only one package with an install script, which is for tests', () => {
  const lock = JSON.parse(read('package-lock.json')) as {
    packages: Record<string, { resolved?: string; hasInstallScript?: boolean; dev?: boolean }>
  }
  const packages = Object.entries(lock.packages)
  expect(packages.filter(([, { resolved }]) => resolved !== undefined)).toEqual([])
  expect(packages.filter(([, { hasInstallScript, dev }]) => hasInstallScript && !dev).map(([name]) => name)).toEqual([])
})
