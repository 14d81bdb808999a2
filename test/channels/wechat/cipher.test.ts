import { describe, expect, test } from 'vitest'
import { createCipher, isSignatureOf, signatureOf } from '../../../src/channels/wechat/cipher.ts'
import { readXml } from '../../../src/channels/wechat/xml.ts'

/**
 * The vectors that the platform publishes: in the sample code that comes with its documentation (Java, Python, C++), and in the page on third-party
 * platforms. Copied to the letter; newlines count.
 */
const JAVA = {
  key: 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG',
  appId: 'wxb11529c136998cb6',
  random: 'aaaabbbbccccdddd',
  sealed: [
    ['我是中文abcd123', 'jn1L23DB+6ELqJ+6bruv21Y6MD7KeIfP82D6gU39rmkgczbWwt5+3bnyg5K55bgVtVzd832WzZGMhkP72vVOfg=='],
    [
      '<xml><ToUserName><![CDATA[oia2Tj我是中文jewbmiOUlr6X-1crbLOvLw]]></ToUserName><FromUserName><![CDATA[gh_7f083739789a]]></FromUserName><CreateTime>1407743423</CreateTime><MsgType><![CDATA[video]]></MsgType><Video><MediaId><![CDATA[eYJ1MbwPRJtOvIEabaxHs7TX2D-HV71s79GUxqdUkjm6Gs2Ed1KF3ulAOA9H1xG0]]></MediaId><Title><![CDATA[testCallBackReplyVideo]]></Title><Description><![CDATA[testCallBackReplyVideo]]></Description></Video></xml>',
      'jn1L23DB+6ELqJ+6bruv23M2GmYfkv0xBh2h+XTBOKVKcgDFHle6gqcZ1cZrk3e1qjPQ1F4RsLWzQRG9udbKWesxlkupqcEcW7ZQweImX9+wLMa0GaUzpkycA8+IamDBxn5loLgZpnS7fVAbExOkK5DYHBmv5tptA9tklE/fTIILHR8HLXa5nQvFb3tYPKAlHF3rtTeayNf0QuM+UW/wM9enGIDIJHF7CLHiDNAYxr+r+OrJCmPQyTy8cVWlu9iSvOHPT/77bZqJucQHQ04sq7KZI27OcqpQNSto2OdHCoTccjggX5Z9Mma0nMJBU+jLKJ38YB1fBIz+vBzsYjrTmFQ44YfeEuZ+xRTQwr92vhA9OxchWVINGC50qE/6lmkwWTwGX9wtQpsJKhP+oS7rvTY8+VdzETdfakjkwQ5/Xka042OlUb1/slTwo4RscuQ+RdxSGvDahxAJ6+EAjLt9d8igHngxIbf6YyqqROxuxqIeIch3CssH/LqRs+iAcILvApYZckqmA7FNERspKA5f8GoJ9sv8xmGvZ9Yrf57cExWtnX8aCMMaBropU/1k+hKP5LVdzbWCG0hGwx/dQudYR/eXp3P0XxjlFiy+9DMlaFExWUZQDajPkdPrEeOwofJb',
    ],
  ],
} as const

const ECHO = {
  token: 'QDG6eK',
  key: 'jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C',
  appId: 'wx5823bf96d3bd56c7',
  signature: '5c45ff5e21c57e6ad56bac8758b79b1d9ac89fd3',
  timestamp: '1409659589',
  nonce: '263014780',
  encrypted: 'P9nAzCzyDtyTWESHep1vC5X9xho/qYX3Zpb4yKa9SKld1DsH3Iyt3tP3zNdtp+4RPcs8TgAE7OaBO+FZXvnaqQ==',
  opened: '1616140317555161061',
}

const PYTHON = {
  token: 'spamtest',
  key: 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG',
  appId: 'wx2c2769f8efd9abc2',
  signature: '5d197aaffba7e9b25a30732f161a50dee96bd5fa',
  timestamp: '1409735669',
  nonce: '1320562132',
  body: '<xml><ToUserName><![CDATA[gh_10f6c3c3ac5a]]></ToUserName><FromUserName><![CDATA[oyORnuP8q7ou2gfYjqLzSIWZf0rs]]></FromUserName><CreateTime>1409735668</CreateTime><MsgType><![CDATA[text]]></MsgType><Content><![CDATA[abcdteT]]></Content><MsgId>6054768590064713728</MsgId><Encrypt><![CDATA[hyzAe4OzmOMbd6TvGdIOO6uBmdJoD0Fk53REIHvxYtJlE2B655HuD0m8KUePWB3+LrPXo87wzQ1QLvbeUgmBM4x6F8PGHQHFVAFmOD2LdJF9FrXpbUAh0B5GIItb52sn896wVsMSHGuPE328HnRGBcrS7C41IzDWyWNlZkyyXwon8T332jisa+h6tEDYsVticbSnyU8dKOIbgU6ux5VTjg3yt+WGzjlpKn6NPhRjpA912xMezR4kw6KWwMrCVKSVCZciVGCgavjIQ6X8tCOp3yZbGpy0VxpAe+77TszTfRd5RJSVO/HTnifJpXgCSUdUue1v6h0EIBYYI1BD1DlD+C0CR8e6OewpusjZ4uBl9FyJvnhvQl+q5rv1ixrcpCumEPo5MJSgM9ehVsNPfUM669WuMyVWQLCzpu9GhglF2PE=]]></Encrypt></xml>',
  opened:
    '<xml><ToUserName><![CDATA[gh_10f6c3c3ac5a]]></ToUserName>\n<FromUserName><![CDATA[oyORnuP8q7ou2gfYjqLzSIWZf0rs]]></FromUserName>\n<CreateTime>1409735668</CreateTime>\n<MsgType><![CDATA[text]]></MsgType>\n<Content><![CDATA[abcdteT]]></Content>\n<MsgId>6054768590064713728</MsgId>\n</xml>',
}

const CPP = {
  token: 'spamtest',
  key: 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG',
  appId: 'wx2c2769f8efd9abc2',
  signature: '003fee52ecc56afb46c00b5c7721be87860ce785',
  timestamp: '1410349438',
  nonce: '298025754',
  encrypted:
    'mfBCs65c67CeJw22u4VT2TD73q5H06+ocrAIxswCaeZ/d/Lw0msSZFHY0teqgSYiI1zR2gD2DKrB3TIrmX/liNSDrGqS8jSI/WPeKB5VPr7Ezr7gomZAyGCwJSgT1TRFWPfONGJMxuj2nk4faTuspAuVIFQ6SHwZuJBZC7mcJp7Cgr9cUhATQWDbOPaE7ukZBTV2YqyzH+UI2AK+J1S47cE79k1RX8t0hcTz/O0hlK8DGXKnvYv88qKQcI7z4iaajqHfRVZKBNyOODabs+It+ZfM3dWTeFcPgDbGtIEnpt/EDtuuA/zMvtkaKdHdswPnVZQ+xdwbYr3ldGvfT8HlEYEgkgKaThxTFobVlwzu2ZkXCjicbP3xdr15Iq48ObgzPpqYuZ3IEoyggZDKClquk0u0orMck4GTF/XyE8yGzc4=',
}

const THIRD_PARTY = {
  token: 'AAAAA',
  key: 'A'.repeat(43),
  appId: 'wx134c8103faa5a59e',
  signature: '6c12a4205838198b8fa631b3220723bb07f1015c',
  timestamp: '1715943329',
  nonce: '1590219412',
  encrypted:
    'D7yzvUNAL930rd28wf21s4hvXhz0L6Uit/p2Di6C5DHyYGpEgdBRnKjBec34JwoQXicwaZC7fOVihW80F4VtsdvE//1vr7oAbqjDv8KenVp+ajKYpJnyQ4zMRhIC+a31fCVOMC03FfzV/QuC94kBP55a+Za3sJgvAn+ZbsNqZI5DkyuzkhQN8OBqCzFhizGmy0xpM0MEA4agpvE+RuNO1rhHTtuJB5yltw1FiYzecSXJ+y/D2r81VkRn2eYjh2ltsoyfbDR7Is6ookXIFxTfyeNyeHxMeT4KN5WpCDmSbTcUYrbBUlkGLJ9n/rU8YOywma6G7aTb7KZKOqCxgfoUlYEZPk4FUL/TK7ShriFDMVCLyjQJ15Ob++agDWtcxhfUfe6HIoIpRW8mKNBQiY/Jd1svvuskA1wLef1RTtzKfMpagSCX/laZINmdnX4zrF6kIaR9P4xQrWXbsTFHTYe0Mg==',
  answer: {
    text: '<xml><demo_resp>[CDATA[good luck]]</demo_resp></xml>',
    random: '999951349e8ee746',
    sealed:
      'hE8R6mGXHkJJjU72KxzKUd1GEkKJaEZq7vRL8XgK3o+00k8JGq6+pZJUIlTSyhsX+bxIBQ72g3GyvDdIZcr6+3HAZbSvPT9t/o11MI7d6WELwqrGd7jMnV0zv3Zc9Nq7',
    signature: '03e0812039325c2712ef5f0f980fd14c70d6e307',
    timestamp: '1713424427',
    nonce: '415670741',
  },
}

describe("the platform's published vectors", () => {
  test.each(JAVA.sealed)('the Java sample seals %.30s', (text, sealed) => {
    const cipher = createCipher(JAVA)
    expect(cipher.seal(text, Buffer.from(JAVA.random))).toBe(sealed)
    expect(cipher.open(sealed)).toBe(text)
  })

  test('the check of an address is signed and opened', () => {
    const { token, timestamp, nonce, encrypted, signature, opened } = ECHO
    expect(signatureOf(token, timestamp, nonce, encrypted)).toBe(signature)
    expect(createCipher(ECHO).open(encrypted)).toBe(opened)
  })

  test('the Python sample, in compatible mode, is signed and opened to the letter', () => {
    const { token, timestamp, nonce, body, signature, opened } = PYTHON
    const encrypted = readXml(body)?.get('Encrypt') ?? ''
    expect(signatureOf(token, timestamp, nonce, encrypted)).toBe(signature)
    expect(createCipher(PYTHON).open(encrypted)).toBe(opened)
    expect(readXml(opened)?.get('MsgId')).toBe('6054768590064713728')
  })

  test('the C++ sample is signed and opened', () => {
    const { token, timestamp, nonce, encrypted, signature } = CPP
    expect(signatureOf(token, timestamp, nonce, encrypted)).toBe(signature)
    expect(readXml(createCipher(CPP).open(encrypted) ?? '')?.get('ToUserName')).toBe('gh_10f6c3c3ac5a')
  })

  test('the third-party example is signed, opened and answered, with a key of zeros', () => {
    const { token, timestamp, nonce, encrypted, signature, answer } = THIRD_PARTY
    const cipher = createCipher(THIRD_PARTY)
    expect(signatureOf(token, timestamp, nonce, encrypted)).toBe(signature)
    const opened = cipher.open(encrypted) ?? ''
    expect(Buffer.byteLength(opened)).toBe(292)
    expect(readXml(opened)?.get('Event')).toBe('debug_demo')
    expect(cipher.seal(answer.text, Buffer.from(answer.random))).toBe(answer.sealed)
    expect(signatureOf(token, answer.timestamp, answer.nonce, answer.sealed)).toBe(answer.signature)
  })
})

describe('the cipher', () => {
  const cipher = createCipher(JAVA)

  test('opens what it sealed, of every length around its blocks, and never seals the same way twice', () => {
    for (let length = 0; length <= 70; length++) {
      const text = '税'.repeat(length)
      expect(cipher.open(cipher.seal(text))).toBe(text)
      expect(Buffer.from(cipher.seal(text), 'base64').length % 32).toBe(0)
    }
    expect(cipher.seal('额度')).not.toBe(cipher.seal('额度'))
  })

  test("opens nothing for another account, nothing under another key, and nothing that is none of the platform's", () => {
    expect(createCipher({ ...JAVA, appId: 'wx2c2769f8efd9abc2' }).open(cipher.seal('额度'))).toBeUndefined()
    expect(createCipher({ ...JAVA, appId: `${JAVA.appId}0` }).open(cipher.seal('额度'))).toBeUndefined()
    expect(createCipher({ ...JAVA, key: ECHO.key }).open(cipher.seal('额度'))).toBeUndefined()
    for (const none of ['', '!!!', 'YWJj', 'A'.repeat(22), 'A'.repeat(64), cipher.seal('额度').slice(0, 40)])
      expect({ none, opened: cipher.open(none) }).toEqual({ none, opened: undefined })
  })

  test('takes a length that points past the end for none', () => {
    const sealed = Buffer.from(cipher.seal('额度', Buffer.from(JAVA.random)), 'base64')
    // In CBC, changing a byte of one block changes the same byte of the next: here the highest byte of the length.
    sealed[0] = (sealed[0] ?? 0) ^ 0x7f
    expect(cipher.open(sealed.toString('base64'))).toBeUndefined()
  })
})

test('a signature is the same or it is none, whatever is given', () => {
  const signature = signatureOf('t', '1', '2')
  expect(isSignatureOf(signature, 't', '1', '2')).toBe(true)
  expect(isSignatureOf(signature, '2', 't', '1')).toBe(true)
  for (const other of ['', signature.toUpperCase(), `${signature} `, signature.slice(1), '税'.repeat(40)])
    expect(isSignatureOf(other, 't', '1', '2')).toBe(false)
})
