import { describe, expect, test } from 'vitest'
import { type Message, readMessage } from '../../../src/channels/wechat/message.ts'
import { readXml, writeXml } from '../../../src/channels/wechat/xml.ts'
import { FROM, RECORDED, TO } from './recorded.ts'

const read = (xml: string): Message | undefined => readMessage(readXml(xml) ?? new Map())

describe('a recorded message', () => {
  test.each(RECORDED)('%s is read', (_, xml, expected) => {
    const { speaker, account, key, ...rest } = read(xml) ?? expect.fail('it was not read')
    expect({ speaker, account }).toEqual({ speaker: FROM, account: TO })
    expect(key).toContain(FROM)
    expect(rest).toEqual(expected)
  })
})

describe('a message is told from another', () => {
  const fields = { ToUserName: TO, FromUserName: FROM, CreateTime: 1764372000, MsgType: 'text', Content: '额度' }
  const keyOf = (more: Record<string, string | number>) => read(writeXml({ ...fields, ...more }))?.key

  test('by its id and who wrote it', () => {
    expect(keyOf({ MsgId: '1' })).toBe(keyOf({ MsgId: '1', Content: '税', CreateTime: 1764372009 }))
    expect(keyOf({ MsgId: '1' })).not.toBe(keyOf({ MsgId: '2' }))
    expect(keyOf({ MsgId: '1' })).not.toBe(keyOf({ MsgId: '1', FromUserName: 'somebody' }))
  })

  test('by its time and what happened, where it is an event, which has no id', () => {
    const click = { MsgType: 'event', Event: 'CLICK', EventKey: 'ask:a' }
    expect(keyOf(click)).toBe(keyOf(click))
    for (const other of [
      { CreateTime: 1764372001 },
      { EventKey: 'ask:b' },
      { Event: 'SCAN' },
      { FromUserName: 'somebody' },
    ])
      expect(keyOf(click)).not.toBe(keyOf({ ...click, ...other }))
  })

  test('by its time where it has no id, as none of the platform should', () => {
    expect(keyOf({})).toBe(keyOf({}))
    expect(keyOf({})).not.toBe(keyOf({ CreateTime: 1764372001 }))
  })
})

test.each([
  ['nothing', ''],
  ['no XML', 'hello'],
  ['JSON', '{"xml":{}}'],
  ['another document', '<html><body></body></html>'],
  ['an open tag', '<xml><ToUserName>'],
  ['tags that cross', '<xml><a><b></a></b></xml>'],
  ['an open CDATA section', '<xml><ToUserName><![CDATA[a</ToUserName></xml>'],
  ['sections that never end', `<xml><a>${'<![CDATA['.repeat(7000)}</a></xml>`],
  ['two documents', '<xml><A>1</A></xml><xml><A>2</A></xml>'],
  ['tags nested deep', `${'<a>'.repeat(9000)}${'</a>'.repeat(9000)}`],
  ['a name that is a trap', '<xml><__proto__><A>1</A></__proto__></xml>'],
])('%s is not read', (_, xml) => {
  expect(read(xml)).toBeUndefined()
})

/** A message with everything that it must have, after this prolog and with this content. */
const whole = (prolog: string, content: string) =>
  `${prolog}<xml><ToUserName>${TO}</ToUserName><FromUserName>${FROM}</FromUserName><CreateTime>1</CreateTime><MsgType>text</MsgType><Content>${content}</Content><MsgId>1</MsgId></xml>`

test.each([
  ['a document type', '<!DOCTYPE xml>', '额度'],
  ['an entity of its own', '<!DOCTYPE xml [<!ENTITY a "b">]>', '&a;'],
  ['an external entity', '<!DOCTYPE xml [<!ENTITY x SYSTEM "file:///etc/passwd">]>', '&x;'],
  [
    'a billion laughs',
    '<!DOCTYPE xml [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]>',
    '&c;',
  ],
  [
    'a document type behind a section',
    '<?xml version="1.0"?><!--<![CDATA[--><!DOCTYPE xml [<!ENTITY a "b">]><!--]]>-->',
    '&a;',
  ],
  [
    'a document type between instructions that look like a section',
    '<?x <![CDATA[ ?><!DOCTYPE xml [<!ENTITY a "b">]><?x ]]> ?>',
    '&a;',
  ],
  ['a document type behind such a declaration', '<?xml <![CDATA[ ?><!DOCTYPE xml [<!ENTITY a "b">]><?x ]]> ?>', '&a;'],
  ['an instruction', '<?php echo 1 ?>', '额度'],
  ['attributes', '', '<b a="1">额度</b>'],
  ['a comment', '<!-- hello -->', '额度'],
])('a message that is whole but for %s is not read', (_, prolog, content) => {
  expect(read(whole(prolog, content))).toBeUndefined()
})

test('a message with the prolog of any XML, and with the entities of every XML, is read', () => {
  expect(read(whole('<?xml version="1.0" encoding="UTF-8"?>\n', '5 &lt; 6 &amp; 7'))).toMatchObject({
    text: '5 < 6 & 7',
  })
})

test.each([
  ['no sender', { FromUserName: '' }],
  ['no account', { ToUserName: ' ' }],
  ['no type', { MsgType: '' }],
  ['no time', { CreateTime: 'now' }],
  ['a sender who goes on for ever', { FromUserName: 'o'.repeat(200) }],
])('a message with %s is not read', (_, wrong) => {
  const fields = { ToUserName: TO, FromUserName: FROM, CreateTime: '1', MsgType: 'text', Content: '额度', MsgId: '1' }
  expect(read(writeXml({ ...fields, ...wrong }))).toBeUndefined()
})

test('a field that comes twice, or has fields of its own, does not count', () => {
  const twice = `<xml><ToUserName>${TO}</ToUserName><FromUserName>a</FromUserName><FromUserName>b</FromUserName><CreateTime>1</CreateTime><MsgType>text</MsgType></xml>`
  expect(read(twice)).toBeUndefined()
  const nested = `<xml><ToUserName>${TO}</ToUserName><FromUserName>a</FromUserName><CreateTime>1</CreateTime><MsgType>text</MsgType><Content><b>x</b></Content></xml>`
  expect(read(nested)).toMatchObject({ kind: 'said', text: '' })
})

test('what is written can be read again, whatever it holds', () => {
  const hostile = ']]><b>x</b>]]]]>&amp;<![CDATA[ \u{1F600}'
  expect(readXml(writeXml({ Content: hostile, CreateTime: 12 }))).toEqual(
    new Map([
      ['Content', hostile],
      ['CreateTime', '12'],
    ]),
  )
  expect(readXml(writeXml({ Content: 'a\u0000\u001b\uD800\uFFFEb\n' }))?.get('Content')).toBe('ab\n')
})
