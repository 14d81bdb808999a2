import { execFile } from 'node:child_process'
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseAnnex } from '../../src/knowledge/import-positive-list.ts'
import { incomplete, PARTIAL_TABLE } from './real-knowledge.ts'

const problems = (content: string) =>
  parseAnnex(content, 'annex.csv').problems.map(({ line, what }) => `${line} ${what}`)

describe('the official annex', () => {
  const ANNEX = [
    '\uFEFF跨境电子商务零售进口商品清单,,,',
    '序号,税则号列,货品名称,备注',
    '1,9504.50.30,"视频游戏',
    '控制器（第二行）",',
    '2,0201 10 00,"牛肉, 鲜的",仅限网购保税',
    '',
    '序号,税则号列,货品名称,备注',
    '３,３２１５１９００,Other  printing',
    ',,,',
    '"注：1.免于提交',
    '许可证件",,,',
    '2.9999,另有规定,,',
  ].join('\r\n')

  test('is read whatever the codes, the line breaks and the titles look like, and sorted', () => {
    expect(parseAnnex(ANNEX, 'annex.csv')).toEqual({
      problems: [],
      lines: [
        { code: '02011000', name: '牛肉, 鲜的', remark: '仅限网购保税' },
        { code: '32151900', name: 'Other printing' },
        { code: '95045030', name: '视频游戏控制器（第二行）' },
      ],
    })
  })

  test('may be written with line feeds and without a byte order mark', () => {
    expect(parseAnnex(ANNEX.slice(1).replaceAll('\r\n', '\n'), 'annex.csv')).toEqual(parseAnnex(ANNEX, 'annex.csv'))
  })

  test('tells every row that is no line of the list, by the line on which it begins', () => {
    const header = '序号,税号,商品名称,备注\n'
    expect(
      problems(`${header}1,02011000,"牛\n肉",\n2,2011000,牛肉,\n3,,猪肉,\n4,02031200,,\n5,0201.10.00,牛肉,\n`),
    ).toEqual([
      '4 "2011000" is no eight-digit code',
      '5 "" is no eight-digit code',
      '6 02031200 has no name',
      '7 02011000 stands on line 2 already',
    ])
  })

  test.each([
    ['has no header', '1,02011000,牛肉,', '1 no row names the columns 税则号列 and 商品名称'],
    ['has no remarks', '税则号列,商品名称\n02011000,牛肉', '1 there is no column 备注'],
    ['is empty', '', '1 no row names the columns 税则号列 and 商品名称'],
    ['ends below the header', '税则号列,商品名称,备注\n', '1 there is no line below the header'],
  ])('is refused when it %s', (_, content, problem) => {
    expect(problems(content)).toEqual([problem])
  })

  test('is refused when a quote is not closed', () => {
    expect(problems('税则号列,商品名称,备注\n02011000,"牛肉,\n')).toEqual([expect.stringContaining('not valid CSV')])
  })

  test('never comes out with a code twice, out of order or without eight digits, whatever is in the file', () => {
    const cell = fc.oneof(
      fc.string(),
      fc.constantFrom('02011000', '0201.10.00', '3215 19 00', '牛肉', '注：', '"', '\n'),
    )
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 5 })), (rows) => {
        const { lines } = parseAnnex(
          `税则号列,商品名称,备注\n${rows.map((row) => row.join(',')).join('\n')}`,
          'annex.csv',
        )
        const codes = lines.map(({ code }) => code)
        expect(codes).toEqual([...new Set(codes)].sort())
        for (const { code, name } of lines) {
          expect(code).toMatch(/^\d{8}$/)
          expect(name).not.toBe('')
        }
      }),
    )
  })
})

describe('npm run positive-list', () => {
  type Ran = { code: number; out: string; folder: string; table: string; index: string }

  /** The two files before the command runs. */
  const asFound = async () => ({
    table: PARTIAL_TABLE,
    index: incomplete(await readFile('knowledge/positive-list/index.yaml', 'utf8')),
  })

  /** Runs the command on a copy of the knowledge folder. */
  async function ran(annex: string | Buffer, ...options: string[]): Promise<Ran> {
    const place = await mkdtemp(join(tmpdir(), 'tongguan-list-'))
    try {
      const folder = join(place, 'knowledge')
      await cp('knowledge', folder, { recursive: true })
      await writeFile(join(folder, 'positive-list/2022-03.csv'), PARTIAL_TABLE)
      await writeFile(join(folder, 'positive-list/index.yaml'), (await asFound()).index)
      const file = join(place, 'annex.csv')
      await writeFile(file, annex)
      const { code, out } = await new Promise<{ code: number; out: string }>((resolve) => {
        const env = { ...process.env, KNOWLEDGE_DIR: folder }
        execFile(
          process.execPath,
          ['src/cli.js', 'positive-list', 'import', file, ...options],
          { env },
          (error, stdout, stderr) => resolve({ code: Number(error?.code ?? 0), out: stdout + stderr }),
        )
      })
      const read = (name: string) => readFile(join(folder, 'positive-list', name), 'utf8')
      return { code, out, folder, table: await read('2022-03.csv'), index: await read('index.yaml') }
    } finally {
      await rm(place, { recursive: true, force: true })
    }
  }

  const annexOf = (count: number) =>
    `税则号列,商品名称,备注\n${Array.from({ length: count }, (_, index) => `${10_000_000 + count - index},商品${index},`).join('\n')}\n`
  test('loads the whole annex, sorted, and marks the version complete', async () => {
    const { code, out, table, index } = await ran(annexOf(1476), '--version', '2022-03')
    expect(out).toContain('1476 of 1476 lines, complete')
    expect(code).toBe(0)
    expect(table.split('\n').slice(0, 3)).toEqual(['code,name,remark', '10000001,商品1475,', '10000002,商品1474,'])
    const { index: was } = await asFound()
    expect(index).toBe(was.replace(/complete: false(?= \}\n$)/, 'complete: true'))
  })

  test('loads a part of it without calling it complete', async () => {
    const { code, out, table, index } = await ran(annexOf(1475), '--version', '2022-03')
    expect(out).toContain('1475 of 1476 lines, not complete')
    expect(code).toBe(0)
    expect(table.split('\n')).toHaveLength(1477)
    expect(index).toBe((await asFound()).index)
  })

  test.each<[string, string | Buffer, string[], number, RegExp]>([
    ['on a dry run', annexOf(1476), ['--version', '2022-03', '--dry-run'], 0, /complete.*nothing was written/s],
    [
      'when one row is wrong',
      `${annexOf(3)}123,x,\n`,
      ['--version', '2022-03'],
      65,
      /annex\.csv:5 {2}"123" is no eight-digit code.*Nothing was written/s,
    ],
    [
      'when there are more lines than officially',
      annexOf(1477),
      ['--version', '2022-03'],
      65,
      /holds 1477 lines, but 2022-03 has 1476/,
    ],
    [
      'when the version is not known',
      annexOf(3),
      ['--version', '2023-01'],
      64,
      /no version 2023-01; known are .*2022-03/,
    ],
    ['when no version is named', annexOf(3), [], 64, /usage:/],
    [
      'when the file is not UTF-8',
      Buffer.from([0xcb, 0xb0, 0xd4, 0xf2]),
      ['--version', '2022-03'],
      66,
      /not UTF-8: save it as "CSV UTF-8"/,
    ],
  ])('writes nothing %s', async (_, annex, options, exit, message) => {
    const { code, out, table, index } = await ran(annex, ...options)
    expect(out).toMatch(message)
    expect(code).toBe(exit)
    expect({ table, index }).toEqual(await asFound())
  })
})
