import type { Message } from '../../../src/channels/wechat/message.ts'

/** Who and what every recorded message has. */
export const FROM = 'oyORnuP8q7ou2gfYjqLzSIWZf0rs'
export const TO = 'gh_10f6c3c3ac5a'

type Expected = Message extends infer One
  ? One extends Message
    ? Omit<One, 'speaker' | 'account' | 'key'>
    : never
  : never

const message = (inside: string) => `<xml>
  <ToUserName><![CDATA[${TO}]]></ToUserName>
  <FromUserName><![CDATA[${FROM}]]></FromUserName>
  <CreateTime>1764372000</CreateTime>
${inside}
</xml>`
const withId = (inside: string) => message(`${inside}\n  <MsgId>24973826401234567</MsgId>`)
const event = (name: string, more = '') =>
  message(`  <MsgType><![CDATA[event]]></MsgType>\n  <Event><![CDATA[${name}]]></Event>${more}`)
const keyed = (key: string) => `\n  <EventKey><![CDATA[${key}]]></EventKey>`

/** Messages of every type in the shapes that the platform documents and sends, and what each of them means to us. */
export const RECORDED: [name: string, xml: string, expected: Expected][] = [
  [
    'text',
    withId('  <MsgType><![CDATA[text]]></MsgType>\n  <Content><![CDATA[海淘一年能买多少]]></Content>'),
    { kind: 'said', text: '海淘一年能买多少', spoken: false },
  ],
  [
    'text out of an article, with the article’s own fields',
    withId(
      '  <MsgType><![CDATA[text]]></MsgType>\n  <Content><![CDATA[额度]]></Content>\n  <bizmsgmenuid>101</bizmsgmenuid>\n  <MsgDataId>1</MsgDataId>\n  <Idx>1</Idx>',
    ),
    { kind: 'said', text: '额度', spoken: false },
  ],
  [
    'text that looks like markup',
    withId(
      '  <MsgType><![CDATA[text]]></MsgType>\n  <Content><![CDATA[<!DOCTYPE x> a & b <xml> &amp; ]]]]><![CDATA[>]]></Content>',
    ),
    { kind: 'said', text: '<!DOCTYPE x> a & b <xml> &amp; ]]>', spoken: false },
  ],
  [
    'image',
    withId(
      '  <MsgType><![CDATA[image]]></MsgType>\n  <PicUrl><![CDATA[http://mmbiz.qpic.cn/a?b=1&c=2]]></PicUrl>\n  <MediaId><![CDATA[m1]]></MediaId>',
    ),
    { kind: 'wordless', what: 'image' },
  ],
  [
    'voice with what was recognised',
    withId(
      '  <MsgType><![CDATA[voice]]></MsgType>\n  <MediaId><![CDATA[m2]]></MediaId>\n  <Format><![CDATA[amr]]></Format>\n  <Recognition><![CDATA[今年还能买多少。]]></Recognition>',
    ),
    { kind: 'said', text: '今年还能买多少。', spoken: true },
  ],
  [
    'voice in which nothing was recognised',
    withId(
      '  <MsgType><![CDATA[voice]]></MsgType>\n  <MediaId><![CDATA[m2]]></MediaId>\n  <Format><![CDATA[speex]]></Format>\n  <Recognition><![CDATA[]]></Recognition>',
    ),
    { kind: 'wordless', what: 'voice' },
  ],
  [
    'voice without recognition',
    withId(
      '  <MsgType><![CDATA[voice]]></MsgType>\n  <MediaId><![CDATA[m2]]></MediaId>\n  <Format><![CDATA[amr]]></Format>',
    ),
    { kind: 'wordless', what: 'voice' },
  ],
  [
    'video',
    withId(
      '  <MsgType><![CDATA[video]]></MsgType>\n  <MediaId><![CDATA[m3]]></MediaId>\n  <ThumbMediaId><![CDATA[t3]]></ThumbMediaId>',
    ),
    { kind: 'wordless', what: 'video' },
  ],
  [
    'short video',
    withId(
      '  <MsgType><![CDATA[shortvideo]]></MsgType>\n  <MediaId><![CDATA[m4]]></MediaId>\n  <ThumbMediaId><![CDATA[t4]]></ThumbMediaId>',
    ),
    { kind: 'wordless', what: 'video' },
  ],
  [
    'location',
    withId(
      '  <MsgType><![CDATA[location]]></MsgType>\n  <Location_X>23.134521</Location_X>\n  <Location_Y>113.358803</Location_Y>\n  <Scale>20</Scale>\n  <Label><![CDATA[广州市天河区]]></Label>',
    ),
    { kind: 'wordless', what: 'location' },
  ],
  [
    'link',
    withId(
      '  <MsgType><![CDATA[link]]></MsgType>\n  <Title><![CDATA[海关公告]]></Title>\n  <Description><![CDATA[说明]]></Description>\n  <Url><![CDATA[http://example.cn/?a=1&b=2]]></Url>',
    ),
    { kind: 'wordless', what: 'link' },
  ],
  [
    'file',
    withId(
      '  <MsgType><![CDATA[file]]></MsgType>\n  <Title><![CDATA[发票.pdf]]></Title>\n  <FileKey><![CDATA[k]]></FileKey>',
    ),
    { kind: 'wordless', what: 'other' },
  ],
  [
    'faces',
    withId('  <MsgType><![CDATA[text]]></MsgType>\n  <Content><![CDATA[/::)[微笑]😀]]></Content>'),
    { kind: 'wordless', what: 'sticker' },
  ],
  [
    'what the platform does not hand on',
    withId(
      '  <MsgType><![CDATA[text]]></MsgType>\n  <Content><![CDATA[【收到不支持的消息类型，暂无法显示】]]></Content>',
    ),
    { kind: 'wordless', what: 'other' },
  ],
  ['subscribe', event('subscribe', keyed('')), { kind: 'joined', text: undefined }],
  [
    'subscribe through a QR code',
    event('subscribe', `${keyed('qrscene_123123')}\n  <Ticket><![CDATA[TICKET]]></Ticket>`),
    { kind: 'joined', text: undefined },
  ],
  [
    'subscribe through a QR code that asks',
    event('subscribe', `${keyed('qrscene_ask:海淘一年能买多少')}\n  <Ticket><![CDATA[TICKET]]></Ticket>`),
    { kind: 'joined', text: '海淘一年能买多少' },
  ],
  ['unsubscribe', event('unsubscribe', keyed('')), { kind: 'left' }],
  ['scan', event('SCAN', `${keyed('123')}\n  <Ticket><![CDATA[TICKET]]></Ticket>`), { kind: 'joined' }],
  [
    'scan of a QR code that asks',
    event('SCAN', `${keyed('ask:保健品能买吗')}\n  <Ticket><![CDATA[TICKET]]></Ticket>`),
    { kind: 'said', text: '保健品能买吗', spoken: false },
  ],
  [
    'place told while the account is open',
    event(
      'LOCATION',
      '\n  <Latitude>23.137466</Latitude>\n  <Longitude>113.352425</Longitude>\n  <Precision>119.385040</Precision>',
    ),
    { kind: 'report' },
  ],
  [
    'menu button that asks',
    event('CLICK', keyed('ask:什么是正面清单？')),
    { kind: 'said', text: '什么是正面清单？', spoken: false },
  ],
  ['menu button of another menu', event('CLICK', keyed('V1001_TODAY_MUSIC')), { kind: 'joined' }],
  ['menu button that opens a page', event('VIEW', keyed('https://example.cn/zh-Hans/t')), { kind: 'report' }],
  [
    'code scanned from the menu',
    event(
      'scancode_push',
      `${keyed('6')}\n  <ScanCodeInfo><ScanType><![CDATA[qrcode]]></ScanType><ScanResult><![CDATA[1]]></ScanResult></ScanCodeInfo>`,
    ),
    { kind: 'report' },
  ],
  [
    'report of a message sent to many',
    message(
      '  <MsgType><![CDATA[event]]></MsgType>\n  <Event><![CDATA[MASSSENDJOBFINISH]]></Event>\n  <MsgID>1000001625</MsgID>\n  <Status><![CDATA[send success]]></Status>',
    ),
    { kind: 'report' },
  ],
]
