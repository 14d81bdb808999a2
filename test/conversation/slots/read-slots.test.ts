import { describe, expect, test } from 'vitest'
import { readSlots } from '../../../src/conversation/slots/read-slots.ts'
import { shown } from './shown.ts'
import { options } from './small-goods.ts'

type Examples = [message: string, reading: string][]

const read = (message: string): string => shown(readSlots(message, options))
const reads = (examples: Examples) =>
  test.each(examples)('%s → %s', (message, reading) => expect(read(message)).toBe(reading))

describe('one good and its price', () => {
  reads([
    ['面霜480', 'cream =480'],
    ['480的面霜', 'cream =480'],
    ['买了支口红320 包邮 保税仓 税多少', '1x lipstick =320 | freight 0 | regime cbec'],
    ['天猫国际买奶粉6罐 1280 免运费 要交多少税', '6x formula =1280 | freight 0 | regime cbec'],
    ['奶粉 900g*6罐 1500包邮', '6x formula 900g =1500 | freight 0'],
    ['面霜50ml卖520包邮', 'cream 50ml =520 | freight 0'],
    ['50ml*2的面霜 980元 包邮', '2x cream 50ml =980 | freight 0'],
    ['面膜20張 299 免運', 'mask 20sheet =299 | freight 0'],
    ['一瓶香水1500块100ml 保税区发货', '1x perfume 100ml =1500 | regime cbec'],
    ['980/30ml的精华 跨境税', 'serum 30ml =980 | regime cbec'],
    ['10元一克正好 精华30g 300', 'serum 30g =300'],
    ['精华30ml 300块 10块每毫升', 'serum 30ml =300'],
    ['serum 30 ml 300 yuan, so 10 yuan per ml', 'serum 30ml =300'],
    ['我买了一瓶香水花了899 100毫升的', '1x perfume 100ml =899'],
    ['保稅倉買咗兩樽紅酒，每樽750ml 一共人民幣680 包郵', '2x wine 750ml =680 | freight 0 | regime cbec'],
    ['威士忌700ml 一瓶1200', '1x whisky 700ml @1200'],
    ['啤酒24罐*500ml 120元', '24x beer 500ml =120'],
    ['两箱啤酒 每箱24罐 330ml 一共200', '48x beer 330ml =200'],
    ['两瓶红酒共1500ml 600块', '2x wine 750ml =600'],
    ['茶叶2斤 每斤300', '2x tea 500g @300'],
    ['手表12000一块 跨境能买吗', '1x watch @12000 | regime cbec'],
    ['吸尘器大概3000左右', 'vacuum =3000'],
    ['五百来块的面霜', 'cream =500'],
    ['handbag 4,200 RMB on Kaola, one piece', '1x bag =4200 | regime cbec'],
    ['a 6,500 yuan coat via tmall global', '1x clothes @6500 | regime cbec'],
    ['lipstick 3.5 g 260 rmb shipping included', 'lipstick 3.5g =260 | freight 0'],
    ['30 ml serum, exactly 300 rmb', 'serum 30ml =300'],
    ['100ml perfume rmb 1,050', 'perfume 100ml =1050'],
    ['cream 50 ml x2 960 rmb free shipping', '2x cream 50ml =960 | freight 0'],
    ['24 cans of beer 330ml, 60 yuan', '24x beer 330ml =60'],
    ['red wine 2 bottles 750ml each, 600 yuan total', '2x wine 750ml =600'],
    ['I bought a watch for 9,800 yuan from JD Worldwide, shipping 50', '1x watch =9800 | freight 50 | regime cbec'],
    ['five face masks, 15 yuan each', '5x mask @15'],
    ['vitamins worth four hundred yuan', 'supplements =400'],
  ])
})

describe('pieces, the price of one and the price of all', () => {
  reads([
    ['两个2600的包', '2x bag @2600'],
    ['两瓶600的红酒', '2x wine @600'],
    ['两瓶一共600的红酒', '2x wine =600'],
    ['红酒两瓶600', '2x wine =600'],
    ['红酒2600x2', '2x wine @2600'],
    ['面霜2瓶 单价300', '2x cream @300'],
    ['面霜 300/瓶 买4瓶', '4x cream @300'],
    ['一瓶300 买三瓶', '3x @300'],
    ['奶粉3罐  每罐 258  运费 30', '3x formula @258 | freight 30'],
    ['两支精华各680', '2x serum @680'],
    ['三件衫 每件700蚊人民幣', '3x clothes @700'],
    ['单件6500要交多少', '1x @6500'],
    ['買包2600 兩個 一起付', '2x bag =2600'],
    ['两个包 单价2600 一共5200', '2x bag @2600 =5200'],
    ['购物车里4样东西一共6300', '4x =6300'],
    ['衣服一堆总共6500 每件都几百', 'clothes =6500 | several true'],
    ['3 lipsticks 280 each', '3x lipstick @280'],
    ['two identical bags 2,700 each', '2x bag @2700'],
    ['two 2,700 yuan bags', '2x bag @2700'],
    ['two bags for 5,400', '2x bag =5400'],
    ['3 x 280 yuan lipsticks', '3x lipstick @280'],
    ['280x3 lipsticks', '3x lipstick @280'],
    ['商品 奶粉；单价 230；数量 4；运费 30', '4x formula @230 | freight 30'],
    ['price: 480; size: 50ml; freight: 20; qty: 2', '2x 50ml =480 | freight 20 | perhapsEach true'],
    ['2 pairs of shoes at 800 each', '2x shoes @800'],
    ['price 300 each, 4 bottles of cream, 30 shipping', '4x cream @300 | freight 30'],
    ['several coats, 6,000 yuan altogether', 'clothes =6000 | several true'],
  ])
})

describe('several goods in one message', () => {
  reads([
    ['维生素420 毛绒玩具269 运费18', 'supplements =420, toys =269 | freight 18'],
    ['420的维生素和269的毛绒玩具', 'supplements =420, toys =269'],
    ['面霜480和口红280 运费20', 'cream =480, lipstick =280 | freight 20'],
    ['面霜480、口红280、香水600', 'cream =480, lipstick =280, perfume =600'],
    ['两瓶红酒600 一个面霜300', '2x wine =600, 1x cream =300'],
    ['红酒两瓶600 面霜一个300', '2x wine =600, 1x cream @300'],
    ['面霜50ml 480 香水100ml 899', 'cream 50ml =480, perfume 100ml =899'],
    ['奶粉6罐1500，纸尿裤3包540', '6x formula =1500, 3x diapers =540'],
    ['面霜和香水一共900', 'cream, perfume | orderTotal 900'],
    ['面霜480和口红', 'cream =480, lipstick'],
    ['面霜480 税率按护肤品算吗', 'cream =480'],
    ['从日本带了两个包 一个6000一个3000', '1x bag =6000, 1x bag =3000 | from elsewhere | regime luggage'],
    ['三样东西 一个1500 一个2000 一个1800', '1x =1500, 1x =2000, 1x =1800'],
    ['一单2500一单2800 分开下单', '=2500, =2800'],
    ['行李总值7000 其中一件手表5500', '1x watch =5500, =1500 | regime luggage'],
    ['300 yuan cream and a 500 yuan bag', 'cream =300, 1x bag @500'],
    ['a cream for 300 and a bag for 500', '1x cream =300, 1x bag =500'],
    ['300 for the cream and 500 for the bag', 'cream =300, bag =500'],
    ['cream 520, toy 180, shipping 20', 'cream =520, toys =180 | freight 20'],
    ['face cream 50ml for 520 and two toys for 180', 'cream 50ml =520, 2x toys =180'],
    ['two bags, one for 6000 and one for 3000', '1x bag =6000, 1x bag =3000'],
    ['3 items: 1,500, 2,000 and 1,800', '=1500, =2000, =1800'],
  ])
})

describe('things of a list that no table names', () => {
  reads([
    ['玩具150和捕梦网200', 'toys =150, =200'],
    ['捕梦网200，玩具150', '=200, toys =150'],
    ['玩具150、捕梦网200、口红60', 'toys =150, =200, lipstick =60'],
    ['玩具150+捕梦网200', 'toys =150, =200'],
    ['捕梦网200，风铃300', '=200, =300'],
    ['捕梦网200，运费20，玩具150', '=200, toys =150 | freight 20'],
    ['450的摆件和800的鞋', '=450, shoes =800'],
    ['鞋800，摆件450，一共1250', 'shoes =800, =450'],
    ['鞋800加摆件450一共1250', 'shoes =800, =450'],
    ['红酒750ml 260，一个开瓶器80', 'wine 750ml =260, 1x =80'],
    ['鞋800，还加了两个滤网一个120', 'shoes =800, 2x @120'],
    ['跨境买了120的鞋、60的捕梦网跟35的杯垫', 'shoes =120, =60, =35 | regime cbec'],
    ['买玩具花了150，捕梦网花了200', 'toys =150, =200'],
    ['玩具价值150元，捕梦网价值200元', 'toys =150, =200'],
    ['potion 30 usd and serum 30ml 50 usd', 'serum 30ml | foreign 80 USD'],
    ['the toy was 150 and the kite was 120', 'toys =150, =120'],
    ['a toy cost me 150 and a kite cost me 120', '1x toys =150, =120'],
    ['鞋300元，两卷渔线50元一卷', 'shoes =300, 2x @50'],
    ['a 30ml potion at 200 and a 50ml serum at 450', '30ml =200, serum 50ml =450'],
    ['a 450 serum 50ml and a 200 potion 30ml', '1x serum 50ml @450, 30ml =200'],
    ['toy 150 + gizmo 200', 'toys =150, =200'],
    ['a toy 150, plus a 90 yuan lampshade', '1x toys =150, =90'],
    ['a lampshade for 90 and a toy for 150', '=90, 1x toys =150'],
    ['a dreamcatcher at 200 and a wind chime at 300 plus 20 shipping', '=200, =300 | freight 20'],
  ])
})

describe('amounts beside a price that are the price of nothing else', () => {
  reads([
    ['面霜50ml 480，原价600', 'cream 50ml =480'],
    ['面霜50ml 480，专柜600', 'cream 50ml =480'],
    ['玩具150，去年200', 'toys =150'],
    ['买4800的包，预算5000', 'bag =4800'],
    ['a bag for 1200, my budget is 1500', '1x bag =1200'],
    ['玩具150，以前卖200', 'toys =150'],
    ['包1200，朋友说他交了80', 'bag =1200'],
    ['玩具200，满199减20', 'toys =200 | openDiscount 20'],
    ['包1200，用了100的券', 'bag =1200 | voucher 100'],
    ['包4800，运费150，被收了税450', 'bag =4800 | freight 150'],
    ['supplements 230, coupon 30, paid 200', 'supplements =230 | voucher 30'],
    ['toys 150, last year 200', 'toys =150'],
    ['bag 1200, the shop said 1300', 'bag =1200'],
  ])

  test('but one that may be is told of', () => {
    const told = ({ leftOut }: ReturnType<typeof readSlots>) => leftOut?.map((amount) => amount.toFixed())
    expect(told(readSlots('包1200，呃那啥啥啥啥啥啥啥啥啥啥啥啥450', options))).toEqual(['450'])
    expect(told(readSlots('包1200，运费20', options))).toBeUndefined()
  })
})

describe('freight and insurance', () => {
  reads([
    ['面霜480 包邮', 'cream =480 | freight 0'],
    ['面霜480 包郵', 'cream =480 | freight 0'],
    ['面霜480 免运费', 'cream =480 | freight 0'],
    ['面霜480 免運', 'cream =480 | freight 0'],
    ['面霜480 含运费', 'cream =480 | freight 0'],
    ['面霜480 唔使運費', 'cream =480 | freight 0'],
    ['面霜480 不包邮', 'cream =480'],
    ['面霜480 包邮吗', 'cream =480'],
    ['面霜480 运费20', 'cream =480 | freight 20'],
    ['面霜480 邮费是20块', 'cream =480 | freight 20'],
    ['面霜480 20块运费', 'cream =480 | freight 20'],
    ['面霜480+20运费', 'cream =480 | freight 20'],
    ['面霜480加运费20', 'cream =480 | freight 20'],
    ['面霜480 国际运费另付50', 'cream =480 | freight 50'],
    ['面霜480 運費廿蚊人民幣', 'cream =480 | freight 20'],
    ['面霜480 运费多少', 'cream =480'],
    ['面霜480 运费另算', 'cream =480'],
    ['面霜480 运费20 保险5', 'cream =480 | freight 20 | insurance 5'],
    ['面霜480 运费10美元', 'cream =480'],
    ['cream 480 rmb, free shipping', 'cream =480 | freight 0'],
    ['cream 480 rmb delivered', 'cream =480 | freight 0'],
    ['cream 480 rmb, shipping not included', 'cream =480'],
    ['cream 480 rmb plus 30 shipping', 'cream =480 | freight 30'],
    ['cream 480 rmb, shipping is 30 yuan', 'cream =480 | freight 30'],
    ['cream 480 rmb + 30 for delivery and 5 insurance', 'cream =480 | freight 30 | insurance 5'],
    ['cream 480 rmb, postage 25, insurance 5', 'cream =480 | freight 25 | insurance 5'],
    ['cream 480 rmb incl. shipping', 'cream =480 | freight 0'],
  ])
})

describe('discounts, vouchers, and prices with tax', () => {
  reads([
    ['原价600 折后450的面霜', 'cream =450 | listPrice 600'],
    ['面霜500 满300减40', 'cream =500 | openDiscount 40'],
    ['满300减40 面霜500', 'cream =500 | openDiscount 40'],
    ['面霜500 每满300减40', 'cream =500 | openDiscount 40'],
    ['面霜500 直降50', 'cream =500 | openDiscount 50'],
    ['面霜500 立減50', 'cream =500 | openDiscount 50'],
    ['面霜原价500打8折', 'cream =500 | openDiscount 100'],
    ['面霜500 八五折', 'cream =500 | openDiscount 75'],
    ['8.5折后425 面霜50g', 'cream 50g =425'],
    ['面霜500 用了100元优惠券', 'cream =500 | voucher 100'],
    ['面霜500 优惠券抵扣100', 'cream =500 | voucher 100'],
    ['面霜500 红包30', 'cream =500 | voucher 30'],
    ['面霜500 用積分抵咗30', 'cream =500 | voucher 30'],
    ['面霜480 运费20 券后450 用了50元券', 'cream =480 | freight 20 | voucher 50'],
    ['面霜 实付450 用了50元券', 'cream =500 | voucher 50'],
    ['两件衣服5300 用了400红包', '2x clothes =5300 | voucher 400'],
    ['两件衣服5300 全场直降400', '2x clothes =5300 | openDiscount 400'],
    ['coat was 600 now 450', 'clothes =450 | listPrice 600'],
    ['大衣从1500降到1200', 'clothes =1200 | listPrice 1500'],
    ['my basket drops from 5300 to 4900', '=4900 | listPrice 5300'],
    ['面霜480 立减60 人人可减', 'cream =480 | openDiscount 60'],
    ['打八折,谁都能打', 'shareLeft 0.8'],
    ['coat 600 yuan, 50 off', 'clothes =600 | openDiscount 50'],
    ['coat 600 yuan with 10% off', 'clothes =600 | openDiscount 60'],
    ['20% off a 600 yuan coat', '1x clothes @600 | openDiscount 120'],
    ['coat sale price 450', 'clothes =450'],
    ['coat 600 yuan, 50 yuan coupon, shipping 20 yuan', 'clothes =600 | freight 20 | voucher 50'],
    ['coat 600 with a voucher of 50', 'clothes =600 | voucher 50'],
    ['coat 600, paid 40 with points', 'clothes =600 | voucher 40'],
    ['包税价654的玩具', 'toys =654 | taxIncluded true'],
    ['含税价1091的保健品', 'supplements =1091 | taxIncluded true'],
    ['保健品1000不含税', 'supplements =1000 | taxIncluded false'],
    ['面霜500含不含税', 'cream =500'],
    ['toys 654 yuan tax included', 'toys =654 | taxIncluded true'],
    ['toys 654 yuan, price includes all taxes', 'toys =654 | taxIncluded true'],
    ['toys 600 yuan before tax', 'toys =600 | taxIncluded false'],
  ])
})

describe('rates', () => {
  reads([
    ['包6500 关税6% 增值税13%', 'bag =6500 | tariffRate 0.06 | vatRate 0.13'],
    ['包6500 關稅6%，增值稅13%', 'bag =6500 | tariffRate 0.06 | vatRate 0.13'],
    ['包6500 6%关税 13%增值税', 'bag =6500 | tariffRate 0.06 | vatRate 0.13'],
    ['包6500 关税税率是百分之六', 'bag =6500 | tariffRate 0.06'],
    ['包6500 关税6个点', 'bag =6500 | tariffRate 0.06'],
    ['包6500 关税6', 'bag =6500 | tariffRate 0.06'],
    ['包6500 最惠国税率7.5%', 'bag =6500 | tariffRate 0.075'],
    ['面霜1000 消费税15%', 'cream =1000 | consumptionTaxRate 0.15'],
    ['面霜1000 没有消费税', 'cream =1000 | consumptionTaxRate 0'],
    ['coat 7200 rmb, MFN duty 6%, VAT 13%', 'clothes =7200 | tariffRate 0.06 | vatRate 0.13'],
    ['coat 7200 rmb, 6% tariff and 13% VAT', 'clothes =7200 | tariffRate 0.06 | vatRate 0.13'],
    ['coat 7200 rmb, tariff rate of 6 percent', 'clothes =7200 | tariffRate 0.06'],
    ['perfume 1000 rmb, consumption tax 15%', 'perfume =1000 | consumptionTaxRate 0.15'],
    ['bag 3000 yuan, no consumption tax on it', 'bag =3000 | consumptionTaxRate 0'],
    ['综合税率9.1%', 'compositeRate 0.091'],
    ['那6.3%呢', 'compositeRate 0.063'],
    ['含税价246.12，23.06那档税率', '=246.12 | compositeRate 0.2306 | taxIncluded true'],
    ['与9.1%的税 为什么', ''],
    ['零食200 还有按9%增值税的奶粉120', 'snacks =200, formula vat 0.09 =120'],
    ['snacks 200, tea 120 at 9% VAT', 'snacks =200, tea vat 0.09 =120'],
    ['零食200 奶粉120 都按增值税9%', 'snacks =200, formula =120 | vatRate 0.09'],
    ['按70%征收', ''],
    ['面霜480 税率23还是9.1', 'cream =480'],
  ])
})

describe('foreign money', () => {
  reads([
    ['bag for $200', 'bag | foreign 200 USD'],
    ['包 200美元 汇率7.1', 'bag | foreign 200 USD | exchangeRate 7.1'],
    ['bag $200 at 7.2', 'bag | foreign 200 USD | exchangeRate 7.2'],
    ['bag $200, exchange rate is 7.15', 'bag | foreign 200 USD | exchangeRate 7.15'],
    ['包200美金 1美元=7.1元', 'bag | foreign 200 USD | exchangeRate 7.1'],
    ['两个包 每个100美元', '2x bag | foreign 200 USD | foreignEach true'],
    ['3万日元的面霜', 'cream | foreign 30000 JPY'],
    ['3万日元的面霜 100日元兑4.8元', 'cream | foreign 30000 JPY | exchangeRate 0.048'],
    ['3万日元的面霜 汇率4.8', 'cream | foreign 30000 JPY | exchangeRate 0.048'],
    ['HK$3000嘅手袋', 'bag | foreign 3000 HKD'],
    ['個袋3000蚊 手袋', 'bag =3000 | spokenYuan true'],
    ['香港個袋3000蚊 手袋', 'bag | foreign 3000 HKD'],
    ['包200美元约1450元', 'bag =1450'],
  ])
})

describe('what the year has used', () => {
  reads([
    ['额度2万6 已用两万三千八百五十六块五 剩多少', 'spentThisYear 23856.5'],
    ['今年用了一万八千五 还剩多少额度', 'spentThisYear 18500'],
    ['年度額度用咗18,500 仲剩幾多', 'spentThisYear 18500'],
    ['我用了2万5千 还能买多少', 'spentThisYear 25000'],
    ['目前已用21,345.60元，还剩多少', 'spentThisYear 21345.6'],
    ['本年度累计消费19800元 剩余额度多少', 'spentThisYear 19800'],
    ['今年已經買咗兩萬四千蚊人民幣嘢 仲可以買幾多', 'spentThisYear 24000'],
    ['26000额度用了20000 买8000的包可以吗', 'bag =8000 | spentThisYear 20000'],
    ['今年花了24000，再买个3000的包', 'bag =3000 | spentThisYear 24000'],
    ['今年买了24000的面霜，还能买3000的包吗', 'bag =3000 | spentThisYear 24000'],
    ['花了500买了面霜', 'cream =500'],
    ['今年买了个3000的包', 'bag =3000'],
    ['额度剩500 买600的面霜行吗', 'cream =600 | leftThisYear 500'],
    ['我的额度还剩3000', 'leftThisYear 3000'],
    ['spent 23k this year on cbec, how much left', 'regime cbec | spentThisYear 23000'],
    ["i've used 24,500 of my 26,000, can i still order a 2,000 bag?", '1x bag @2000 | spentThisYear 24500'],
    ['how much quota left if i already spent 18,650.5 rmb?', 'spentThisYear 18650.5'],
    ['my purchases this year are 12000, can i buy a bag for 5000', '1x bag =5000 | spentThisYear 12000'],
    ['I already bought a 3000 bag', '1x bag @3000'],
    ['I spent 500 on a cream', '1x cream =500'],
    ['I have 3,000 yuan left', 'leftThisYear 3000'],
  ])
})

describe('numbers that mean something else', () => {
  test.each(['税算出来是12.345元，海关收12.34还是12.35', 'a summary of two hundred words, please'])(
    'are no prices: %s',
    (message) => expect(read(message)).toBe(''),
  )

  test('are the price of the goods that they are said of, though the shop named them too', () => {
    expect(read('全场满1200减150，买了1200的包')).toContain('bag =1200')
  })

  test('没一件 counts nothing, and a shop that was not gone to is none', () => {
    expect(read('香港回深圳，衣服鞋子一共13800元，没一件上千，没逛免税店')).toContain('regime luggage')
    expect(read('香港回深圳，衣服鞋子一共13800元，没一件上千')).not.toContain('1x')
  })
})

describe('numbers that people quote', () => {
  reads([
    ['不是单笔2000封顶吗 我看店家还写着2000', ''],
    ['50块以下不是免税吗 为啥收了我12块税', ''],
    ['50元以下免税 我的面霜600 邮寄', 'cream =600 | regime parcel'],
    ['免税额5000 我带了个6500的包', 'bag =6500'],
    ['一件衣服5001块 就多1块也要按全额？', '1x clothes =5001'],
    ['带一个8000的包 是按3000收还是按8000收', '1x bag @8000'],
    ['年度额度是2万还是2万6', ''],
    ['超过5000的怎么交税', ''],
    ['单次5000/26000的限额', ''],
    ['转运回来的包裹也会扣我那26000吧', 'regime parcel'],
    ['計唔計入跨境嗰26000', 'regime cbec'],
    ['综合税是不是11.9', ''],
    ['每件加20块辛苦费', ''],
    ['9610和1210有啥区别', 'regime cbec'],
    ['1039一票最多报15万美元', ''],
    ['2018年第49号公告', ''],
    ['194号公告还有效吗', ''],
    ['2016年的清单', ''],
    ['2017年买的香水500', 'perfume =500'],
    ['满16岁', ''],
    ['电话12360', ''],
    ['15天内没到货', ''],
    ['18K金戒指3000', '=3000'],
    ['4K电视5000元', '=5000'],
    ['iPhone 15 8000元', 'phone =8000'],
    ['switch 2 3000块', '=3000'],
    ['过关能带一万二吗', 'regime luggage'],
    ['只让带五千吗', ''],
    ['免税五十块适用什么', ''],
    ['限值改成两千了吗', ''],
    ['税才二十也要交吗', ''],
    ['孩子今年十七，自己从加拿大飞回来，要他自己去申报吗', 'from elsewhere | regime luggage'],
    ['越南 200万盾', ''],
    ['5000 yuan incl or excl tax?', ''],
    ['our limits are 40 and 150', ''],
    ['my son is 17 and flies back alone from Canada', 'from elsewhere'],
    ['a daigou is 200 yuan cheaper', ''],
    ['does the 26k reset every year', ''],
    ['is a bag for 6000 over the 5000 limit', '1x bag =6000'],
    ['tax under 50 yuan is waived right?', ''],
    ['announcement 194 of 2018', ''],
    ['what were the limits in 2017?', ''],
    ['I paid 45 yuan tax', ''],
    ['do purchases eat into my CBEC 26,000?', 'regime cbec'],
    ['collect more than 200k usd a year', ''],
    ['300-400块的面霜', 'cream'],
    ['几百块的面霜', 'cream'],
  ])
})

describe('travellers, parcels, dates and codes', () => {
  reads([
    ['从香港带了个包回来 值12500', '1x bag =12500 | from hk-macao | regime luggage'],
    ['妈妈从韩国寄了护肤品 900块', 'skincare =900 | from elsewhere | regime parcel'],
    [
      '我是外国人 从美国带了3000块的零食',
      'snacks =3000 | from elsewhere | regime luggage | resident false | several true',
    ],
    ['带了12瓶红酒 每瓶100 入境', '12x wine @100 | regime luggage'],
    ['行李8000 免税店又买了2000', '=8000 | dutyFreeShop 2000 | regime luggage'],
    ["I'm flying home from Tokyo with a 7,000 yuan bag", '1x bag @7000 | from elsewhere | regime luggage'],
    ['900 rmb skincare set: cheaper through CBEC or as a mailed parcel?', 'skincare =900 | regimes cbec+parcel'],
    ['11月3日放行的面霜 最晚哪天能退', 'cream | date 2026-11-03 | dateOf release'],
    ['parcel was released on 28 October', 'date 2026-10-28 | dateOf release | regime parcel'],
    ['33049900 能走跨境吗', 'regime cbec | hs 33049900'],
    ['hs 8517.13 on the positive list?', 'hs 851713'],
  ])
})

describe('messages that carry nothing', () => {
  reads([
    ['', ''],
    ['你好', ''],
    ['帮我算算税', ''],
    ['how are you', ''],
    ['🙂🙂🙂', ''],
    ['???', ''],
    ['{{7*7}}', ''],
  ])
})
