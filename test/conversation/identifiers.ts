import fc from 'fast-check'

/** Valid identifiers and things that look like them, made at random for property tests. */

const digits = (length: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length }).map((made) => made.join(''))

const day = fc
  .date({ min: new Date('1930-01-01'), max: new Date('2029-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

/** Written out here once more, apart from the code under test, from GB 11643-1999: the remainder of Σ aᵢ·2^(18−i) modulo 11 must be 1. */
function residentIdCheck(first17: string): string {
  let sum = 0
  for (let n = 0; n < 17; n++) sum += Number(first17[n]) * (2 ** (17 - n) % 11)
  const check = (12 - (sum % 11)) % 11
  return check === 10 ? 'X' : String(check)
}

const residentId = fc
  .tuple(fc.integer({ min: 110000, max: 659999 }), day, digits(3))
  .map(([region, born, order]) => `${region}${born.replaceAll('-', '')}${order}`)
  .map((first17) => first17 + residentIdCheck(first17))

const toFullWidth = (text: string) =>
  text.replace(/[\dA-Za-z]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0))

/** An identity number as people write it. */
export const writtenResidentId = fc.oneof(
  residentId,
  residentId.map((id) => id.toLowerCase()),
  residentId.map(toFullWidth),
  residentId.map((id) => `${id.slice(0, 6)} ${id.slice(6, 14)} ${id.slice(14)}`),
  residentId.map((id) => `${id.slice(0, 6)}-${id.slice(6, 14)}-${id.slice(14)}`),
  residentId.map((id) => `${id.slice(0, 3)} ${id.slice(3, 6)} ${id.slice(6, 10)} ${id.slice(10, 14)} ${id.slice(14)}`),
  residentId.map((id) => Array.from(id).join(' ')),
)

const mobile = fc.tuple(fc.integer({ min: 13, max: 19 }), digits(9)).map((parts) => parts.join(''))

/** A telephone number as people write it. */
export const writtenPhone = fc.oneof(
  mobile,
  mobile.map(toFullWidth),
  mobile.map((number) => `+86${number}`),
  mobile.map((number) => `+86 ${number.slice(0, 3)} ${number.slice(3, 7)} ${number.slice(7)}`),
  mobile.map((number) => `0086${number}`),
  mobile.map((number) => `${number.slice(0, 3)}-${number.slice(3, 7)}-${number.slice(7)}`),
  mobile.map((number) => `${number.slice(0, 3)} ${number.slice(3, 7)} ${number.slice(7)}`),
  fc
    .tuple(fc.constantFrom('2', '3', '5', '6', '9'), digits(7))
    .map(([first, rest]) => `+852 ${first}${rest.slice(0, 3)} ${rest.slice(3)}`),
  fc
    .tuple(fc.constantFrom('0571', '0755', '020', '021', '010'), fc.integer({ min: 22000000, max: 88999999 }))
    .map((parts) => parts.join('-')),
)

function postalItem(serial: string): string {
  const weights = [8, 6, 4, 2, 3, 5, 9, 7]
  const sum = weights.reduce((total, weight, n) => total + weight * Number(serial[n]), 0)
  const check = 11 - (sum % 11)
  return serial + (check === 10 ? 0 : check === 11 ? 5 : check)
}

const postal = fc
  .tuple(fc.constantFrom('RR', 'EA', 'LX', 'CP', 'RB'), digits(8), fc.constantFrom('CN', 'US', 'JP', 'HK'))
  .map(([kind, serial, country]) => [kind, postalItem(serial), country] as const)

/** A parcel number that shows by itself what it is. */
export const parcel = fc.oneof(
  digits(13).map((number) => `SF${number}`),
  digits(12).map((number) => `SF${number}`),
  digits(12).map((number) => `sf${number}`),
  digits(13).map((number) => `YT${number}`),
  digits(13).map((number) => `JD${number}`),
  digits(11).map((number) => `JDVA${number}`),
  digits(13).map((number) => `JT${number}`),
  postal.map((parts) => parts.join('')),
  postal.map(
    ([kind, serial, country]) => `${kind} ${serial.slice(0, 3)} ${serial.slice(3, 6)} ${serial.slice(6)} ${country}`,
  ),
  fc.tuple(fc.stringMatching(/^[0-9A-Z]{6}$/), digits(10)).map(([shipper, rest]) => `1Z${shipper}${rest}`),
)

/** A parcel number that only the words around it tell. */
export const bareParcel = fc
  .integer({ min: 11, max: 15 })
  .chain(digits)
  .filter((number) => !/^(?:19|20)\d{6}$/.test(number))

/** A bank card number. */
export const card = fc
  .tuple(fc.constantFrom('622202', '621700', '411111', '520108', '356600'), fc.constantFrom(9, 12), digits(12))
  .map(([issuer, length, rest]) => issuer + rest.slice(0, length))
  .map((start) => {
    let sum = 0
    Array.from(start)
      .reverse()
      .forEach((digit, n) => {
        const value = Number(digit) * (n % 2 === 0 ? 2 : 1)
        sum += value > 9 ? value - 9 : value
      })
    return start + ((10 - (sum % 10)) % 10)
  })

const yuan = fc.integer({ min: 1, max: 9_999_999 })

/** An amount as people write it. */
const amount = fc.oneof(
  yuan.map((value) => `¥${value.toLocaleString('en')}`),
  yuan.map((value) => `￥${value}`),
  yuan.map((value) => `${value}元`),
  yuan.map((value) => `${value} 元`),
  yuan.map((value) => value.toLocaleString('en')),
  yuan.map((value) => `${(value / 100).toFixed(2)}元`),
  yuan.map((value) => `${value} RMB`),
  yuan.map((value) => `RMB ${value}`),
  yuan.map((value) => `US$${value.toLocaleString('en')}`),
  yuan.map((value) => `${value} yuan`),
  yuan.map((value) => `${value}块`),
  fc.integer({ min: 1, max: 999 }).map((value) => `${value / 10}万元`),
  fc.integer({ min: 1, max: 999 }).map((value) => `${value}k`),
  fc.constantFrom('两万六', '二万六千元', '五千块', '26,000', '5000'),
)

const tariffDigits = fc
  .tuple(fc.integer({ min: 1, max: 97 }), digits(8))
  .map(([chapter, rest]) => `${chapter}`.padStart(2, '0') + rest)

/** A tariff code as people write it. */
const tariffCode = fc.oneof(
  tariffDigits,
  tariffDigits.map((code) => code.slice(0, 8)),
  tariffDigits.map((code) => code.slice(0, 6)),
  tariffDigits.map((code) => code.slice(0, 4)),
  tariffDigits.map((code) => `${code.slice(0, 4)}.${code.slice(4, 6)}.${code.slice(6, 8)}.${code.slice(8)}`),
  tariffDigits.map((code) => `${code.slice(0, 4)}.${code.slice(4, 6)}.${code.slice(6, 8)}`),
  tariffDigits.map((code) => `${code.slice(0, 4)}.${code.slice(4, 6)}`),
  tariffDigits.map((code) => `${code.slice(0, 4)}.${code.slice(4, 6)}.${code.slice(6)}`),
  tariffDigits.map((code) => `HS ${code}`),
  tariffDigits.map((code) => `HS${code}`),
  tariffDigits.map((code) => `HS code ${code}101`),
  tariffDigits.map((code) => `税号${code}`),
  tariffDigits.map((code) => `HS ${code.slice(0, 4)} ${code.slice(4, 6)} ${code.slice(6, 8)} ${code.slice(8)}`),
)

const year = fc.integer({ min: 1987, max: 2029 })
const number = fc.integer({ min: 1, max: 300 })

/** The number of an official document, or a customs mode code, or a hotline. */
const announcement = fc.oneof(
  fc.tuple(year, number).map(([y, n]) => `海关总署公告${y}年第${n}号`),
  fc.tuple(year, number).map(([y, n]) => `财关税〔${y}〕${n}号`),
  fc.tuple(year, number).map(([y, n]) => `商财发[${y}]${n}号`),
  fc.tuple(year, number).map(([y, n]) => `GACC Announcement No. ${n} of ${y}`),
  fc.tuple(year, number).map(([y, n]) => `${y} No. ${n}`),
  fc.constantFrom('9610', '1210', '1239', '9710', '9810', '12360', '95198', '12366', '12315', '12345'),
)

/** A date as people write it. */
const writtenDate = fc.oneof(
  day,
  day.map((date) => date.replaceAll('-', '')),
  day.map((date) => date.replaceAll('-', '/')),
  day.map((date) => date.replaceAll('-', '.')),
  day.map((date) => `${Number(date.slice(0, 4))}年${Number(date.slice(5, 7))}月${Number(date.slice(8))}日`),
  day.map((date) => `${Number(date.slice(0, 4))}年${Number(date.slice(5, 7))}月`),
  day.map((date) =>
    new Date(date).toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }),
  ),
  day.map((date) =>
    new Date(date).toLocaleDateString('en-US', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }),
  ),
  year.map(String),
)

/** What must stay and cannot be taken for anything else. */
export const plainKeepsake = fc.oneof(amount, announcement, writtenDate)

/** Whatever must stay. */
export const keepsake = fc.oneof(plainKeepsake, tariffCode)
