/** The commonest Chinese surnames, which nine in ten people bear, in both scripts; those that are everyday words are left out. */
const SINGLE = new Set(
  '王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何林罗羅高郑鄭梁谢謝宋唐许許邓鄧冯馮韩韓曹曾彭萧蕭肖蔡潘田董袁于余叶葉蒋蔣杜苏蘇魏程吕呂丁沈任姚卢盧傅钟鍾鐘姜崔谭譚廖范汪陆陸金石戴贾賈韦韋夏邱方侯邹鄒熊孟秦白江阎閻薛尹段雷黎史龙龍陶贺賀顾顧毛郝龚龔邵万萬钱錢严嚴赖賴覃洪武莫孔汤湯常温溫康施文牛樊葛邢安齐齊伍庞龐颜顏倪庄莊聂聶章鲁魯岳翟殷詹申欧歐耿兰蘭焦俞左柳甘祝包宁寧阮纪紀梅童凌毕畢单柴季裴霍涂成苗谷盛曲翁冉骆駱蓝藍柯辛卞饶饒卜屈蒲邬鄔宫宮窦竇符鲍鮑',
)
const COMPOUND = new Set(
  '欧阳 歐陽 司马 司馬 上官 诸葛 諸葛 东方 東方 皇甫 尉迟 公孙 公孫 令狐 慕容 司徒 司空 夏侯 端木 南宫 独孤 长孙 宇文'.split(
    ' ',
  ),
)

/** Words that begin like a name. */
const WORDS =
  /^(?:方[式便法面向]|高[级級端档檔额額中新校]|金[额額融牌属屬华華]|黄[金牛]|马[上来來路甲]|江[苏蘇西门門]|安[徽全卓装裝]|平[台臺时時]|常[见見用规規客年]|成[都功人本交员員]|温[州度]|石[家油]|白[领領酒色]|万[一能]|单[位独獨次笔筆件品价價亲身]|任[何意务務]|程序|文[件化字]|包[裹邮郵税稅装裝括]|武[汉漢]|苏[州宁]|郑州|许[可多]|徐州|康复|施[工行]|牛[奶肉]|周[末一二三四五六日边]|何[时時地人处]|于[是昨今]|余[额額]|宁波|杭州|兰州|沈[阳陽]|洪水|钱[包]|钟[点頭]|严[重格]|孔[子雀]|曾[经經]|胡[同说]|林[业]|田[地]|叶[酸]|夏[天季]|季[度节]|梅[雨]|盛[大]|谷[歌]|曲[线]|童[装裝]|左[右边]|申[报報请請]|甘[肃肅]|凌晨|符[合]|成年|毕[业業竟]|汤[料]|段[时]|雷[同]|龙头|蓝[牌]|辛苦)/

/** Where a name is over, because something else begins. */
const AFTER_NAME =
  /(?:电话|電話|手机|手機|号码|地址|住址|身份|身分|证件|證件|护照|護照|性别|年龄|联系|聯絡|邮箱|郵箱|微信|单号|订单|[我你您他她它想要请請今昨住在是的了从從来來买買有和跟与與及或把被给給让讓也都还還就不没沒无無能可该該怎为為吗嗎呢吧啊寄收发發订訂下用到去])/

/** The rest of a name that ends in a form of address. */
const TITLED = /^.{0,2}?(?:先生|女士|小姐|太太|同学)/u

/** Roles that people say they are; a name seldom ends like this. */
const ROLE = /[人者员員家商客方店司户戶主师師生工厂廠队隊群州市省县縣港岛島区區族迷粉党]$/

/**
 * How many of the first characters of a run of Han are a person's name; 0 when it is none.
 * @param sure how sure the words before it make it: `announced` by 姓名：, where anything short is one; `called` after 我叫 or 收件人,
 * where it begins with a surname; `am` after 我是, where it must also end there and not be a role.
 */
export function nameLength(run: string, sure: 'announced' | 'called' | 'am'): number {
  const foreign = sure === 'announced' ? /^[^·]{1,8}(?:·[^·]{1,8}){1,2}/u.exec(run)?.[0] : undefined
  if (foreign !== undefined) return foreign.length
  const surname = COMPOUND.has(run.slice(0, 2)) ? 2 : SINGLE.has(run.slice(0, 1)) ? 1 : 0
  const titled = surname > 0 ? TITLED.exec(run.slice(surname)) : null
  if (titled) return surname + titled[0].length
  // A given name may begin with any character, even one of those that follow names.
  const open = surname > 0 ? surname + 1 : 0
  const end = run.slice(open).search(AFTER_NAME)
  const name = end < 0 ? run : run.slice(0, open + end)
  if (surname === 0 || WORDS.test(run)) return sure === 'announced' && name.length >= 2 ? Math.min(name.length, 4) : 0
  if (name.length <= surname) return 0
  if (sure === 'am') return name.length <= surname + 2 && name === run && !ROLE.test(name) ? name.length : 0
  return Math.min(name.length, surname + 2)
}
