/** Countries by the words that name them as owners of their institutions: name, people, capital; and in Han. */

export interface Country {
  readonly id: string;
  readonly words: readonly string[];
  readonly han: readonly string[];
}

const ROWS = `china chinese beijing prc chine china's chinas peking pékin pekín|中国 中國
vietnam vietnamese hanoi|越南
japan japanese tokyo|日本
korea korean seoul pyongyang|韩国 韓國 朝鲜 朝鮮
russia russian moscow kremlin|俄罗斯 俄羅斯
ukraine ukrainian kyiv kiev|乌克兰 烏克蘭
india indian delhi|印度
pakistan pakistani islamabad|巴基斯坦
iran iranian tehran|伊朗
iraq iraqi baghdad|伊拉克
israel israeli jerusalem|以色列
turkey turkish ankara|土耳其
syria syrian damascus|叙利亚 敘利亞
egypt egyptian cairo|埃及
philippines philippine filipino manila|菲律宾 菲律賓
indonesia indonesian jakarta|印尼 印度尼西亚
malaysia malaysian|马来西亚 馬來西亞
singapore singaporean|新加坡
thailand thai bangkok|泰国 泰國
cambodia cambodian|柬埔寨
laos lao laotian|老挝 老撾
myanmar burmese burma|缅甸 緬甸
mongolia mongolian|蒙古
kazakhstan kazakh astana|哈萨克斯坦 哈薩克
uzbekistan uzbek|乌兹别克斯坦
germany german berlin|德国 德國
france french paris|法国 法國
britain british london uk|英国 英國
italy italian rome|意大利
spain spanish madrid|西班牙
poland polish warsaw|波兰 波蘭
cuba cuban havana|古巴
venezuela venezuelan caracas|委内瑞拉
brazil brazilian brasilia|巴西
mexico mexican|墨西哥
argentina argentine|阿根廷
canada canadian ottawa|加拿大
australia australian canberra|澳大利亚 澳洲
america american washington us u.s. usa|美国 美國
saudi arabia riyadh|沙特
qatar qatari doha|卡塔尔
kuwait kuwaiti|科威特
lebanon lebanese|黎巴嫩
belarus belarusian minsk|白俄罗斯
serbia serbian belgrade|塞尔维亚
armenia armenian|亚美尼亚
azerbaijan azerbaijani baku|阿塞拜疆
nepal nepali nepalese kathmandu|尼泊尔
bangladesh bangladeshi dhaka|孟加拉国
afghanistan afghan kabul|阿富汗
taiwan taiwanese taipei|台湾 台灣
kenya kenyan nairobi|肯尼亚
nigeria nigerian abuja|尼日利亚
ethiopia ethiopian|埃塞俄比亚
zimbabwe zimbabwean harare|津巴布韦`;

export const COUNTRIES: readonly Country[] = ROWS.split('\n').map((row) => {
  const [words = '', han = ''] = row.split('|');
  return { id: words.split(' ')[0] ?? '', words: words.split(' '), han: han.split(' ') };
});

const byWord = new Map(
  COUNTRIES.flatMap(({ id, words, han }) => [...words, ...han].map((word) => [word, id] as const)),
);

/** The id of the country that a word in lower case names, or null. */
export function countryOf(word: string): string | null {
  return byWord.get(word) ?? null;
}
