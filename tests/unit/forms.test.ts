/** The forms that the compiler makes of a name, and what becomes of them in text. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formsOf } from '../../src/core/gazetteer/forms/name-forms.ts';
import type { SourceAlias } from '../../src/core/pack/source.ts';
import { entityNamed, exact, folded, lexiconOf, marked } from '../support/small-pack.ts';

/** Forms that a name must have, and forms it must not; `|` parts a lead from its name. */
const FORMS: readonly (readonly [
  name: string,
  lang: string,
  has: readonly string[],
  not: readonly string[],
])[] = [
  ['smart city', 'en', ['smart cities', 'smart-city'], ['smart citys', 'smart-cities']],
  ['internet shutdown', 'en', ['internet shutdowns', 'internet-shutdown'], []],
  ['undersea cables', 'en', ['undersea cable'], ['undersea cableses']],
  ['data centres', 'en', ['data centre'], ['data centr']],
  ['smart cities', 'en', ['smart city'], ['smart citie']],
  ['news address', 'en', ['news addresses'], ['news addres']],
  ['Huawei', 'en', ['Huaweis'], ['huaweis', 'Huawei-s']],
  ['Texas', 'en', [], ['Texass', 'Texa']],
  ['ISP', 'en', ['ISPs', 'I.S.P.'], ['ISPS']],
  ['U.N.', 'en', ['UN'], ['UNs.']],
  ['UNESCO', 'en', ['UNESCOs'], ['U.N.E.S.C.O.']],
  ['5G', 'en', [], ['5Gs', '5.G.']],
  [
    'Belt and Road Initiative',
    'en',
    ['Belt-and-Road Initiative', 'Belt-and-Road-Initiative', 'Belt and Road Initiatives'],
    ['Belt-and Road Initiative'],
  ],
  ['Internet-Governance', 'de', ['Internet Governance'], []],
  ['ITU-T', 'en', [], ['ITU T']],
  ['Große Firewall', 'de', ['Großen Firewall', 'Grosse Firewall', 'Großer Firewall'], ['Große-Firewall']],
  ['freies und offenes Internet', 'de', ['freien und offenen Internet'], ['freien und offenes Internet']],
  ['ciudad inteligente', 'es', ['ciudades inteligentes'], []],
  ['apagón de internet', 'es', ['apagones de internet'], ['apagones des internets']],
  ['Ciudad Prohibida', 'es', [], ['Ciudades Prohibidas']],
  ["coupure d'Internet", 'fr', ["coupures d'Internet"], []],
  ['États-Unis', 'fr', ['Etats-Unis', 'États Unis'], ['États-Uniss']],
  ['cidade inteligente', 'pt', ['cidades inteligentes'], []],
  ['Россия', 'ru', ['России', 'Россию', 'Россией'], ['Россияа']],
  ['Роскомнадзор', 'ru', ['Роскомнадзора', 'Роскомнадзором', 'Роскомнадзоре'], []],
  ['Белый дом', 'ru', ['Белого дома', 'Белым домом'], ['Белый дома']],
  ['цифровой суверенитет', 'ru', ['цифрового суверенитета', 'цифровом суверенитете'], []],
  ['корневая зона DNS', 'ru', ['корневую зону DNS', 'корневой зоны DNS'], []],
  ['управление интернетом', 'ru', ['управлением интернетом', 'управлении интернетом'], []],
  ['Соединённые Штаты', 'ru', ['Соединённых Штатов', 'Соединенных Штатах'], []],
  ['МСЭ', 'ru', [], ['МСЭа']],
  ['Кения', 'uk', [], ['Кении']],
  ['هواوي', 'ar', ['و|هواوي', 'ل|هواوي', 'وب|هواوي'], ['ال|هواوي']],
  ['الأمم المتحدة', 'ar', ['و|الأمم المتحدة', 'للأمم المتحدة', 'و|للأمم المتحدة', 'الامم المتحدة'], []],
  ['دبي', 'ar', [], ['ل|دبي']],
  ['أبل', 'ar', [], ['ابل']],
  ['bağımsızlık', 'tr', ['bağimsizlik'], []],
  ['网络主权', 'zh-Hans', [], ['网络主权s']],
];

for (const [cased, lang, has, not] of FORMS) {
  test(`forms of ${cased} (${lang})`, () => {
    const forms = formsOf({ cased, lang, isPerson: false }).map(joined);
    for (const form of has) assert.ok(forms.includes(form), `${form} is not among ${forms.join(', ')}`);
    for (const form of [cased, ...not]) assert.ok(!forms.includes(form), `${form} is among them`);
  });
}

test('every word of a Russian person declines, and a Chinese surname may stay', () => {
  const forms = (cased: string) => formsOf({ cased, lang: 'ru', isPerson: true }).map(joined);
  assert.ok(forms('Владимир Путин').includes('Владимиром Путиным'));
  assert.ok(forms('Дональд Трамп').includes('Дональдом Трампом'));
  assert.ok(forms('Си Цзиньпин').includes('Си Цзиньпином'));
  assert.ok(forms('Фан Биньсин').includes('Фан Биньсина'));
  assert.deepEqual(forms('Пичаи'), []);
});

test('no name makes more forms than a page of them', () => {
  const name = 'Aaa Bbb-Ccc Ddd Eée ßßß Fff-Ggg '.repeat(20).trim();
  for (const lang of ['en', 'de', 'fr', 'ru', 'ar', 'tr', '']) {
    assert.ok(formsOf({ cased: name, lang, isPerson: false }).length <= 160);
  }
});

function joined({ cased, lead }: { readonly cased: string; readonly lead: number }): string {
  return lead > 0 ? `${cased.slice(0, lead)}|${cased.slice(lead)}` : cased;
}

const ALIASES: Readonly<Record<string, readonly SourceAlias[]>> = {
  un: [
    exact('UN'),
    exact('ONU', 'fr'),
    folded('United Nations'),
    folded('Vereinte Nationen', 'de'),
    folded('الأمم المتحدة', 'ar'),
  ],
  itu: [{ ...exact('ITU'), class: 'distinctive' }, folded('International Telecommunication Union')],
  huawei: [exact('Huawei'), folded('هواوي', 'ar')],
  china: [
    exact('China'),
    { ...exact('Çin', 'tr'), class: 'distinctive' },
    exact('Chine', 'fr'),
    exact('Китай', 'ru'),
  ],
  city: [folded('smart city'), folded('ciudad inteligente', 'es')],
  isp: [{ ...exact('ISP'), class: 'distinctive' }, folded('internet service provider')],
  net: [folded('Internet Governance Forum')],
  xi: [folded('Xi Jinping'), folded('Си Цзиньпин', 'ru')],
  usa: [exact('États-Unis', 'fr')],
  sovereignty: [folded('cyber sovereignty')],
};
const lexicon = lexiconOf(
  Object.entries(ALIASES).map(([id, aliases]) =>
    entityNamed(id, aliases, id === 'xi' ? { type: 'person' } : {}),
  ),
);

const SPOTTED: readonly (readonly [what: string, text: string, expected: readonly string[]])[] = [
  ['an English plural', 'Smart cities and ISPs.', ['Smart cities=city', 'ISPs=isp']],
  [
    'an English possessive is left out, straight or curly',
    "China's smart city, the ITU’s, ISPs' own",
    ['China=china', 'smart city=city', 'ITU=itu', 'ISPs=isp'],
  ],
  [
    'a hyphen for a space',
    'the smart‑city pitch; Cyber-sovereignty',
    ['smart‑city=city', 'Cyber-sovereignty=sovereignty'],
  ],
  [
    'a German genitive',
    'Huaweis Sprecher, Chinas Chef, Xi Jinpings Besuch',
    ['Huaweis=huawei', 'Chinas=china', 'Xi Jinpings=xi'],
  ],
  ['a German compound', 'der Huawei-Chef, die ITU-Konferenz', ['Huawei=huawei', 'ITU=itu']],
  ['a German adjective', 'den Vereinten Nationen', ['Vereinten Nationen=un']],
  [
    'elision, curly or straight',
    "l’ITU, dell'ITU, all’ITU, d'Huawei",
    ['ITU=itu', 'ITU=itu', 'ITU=itu', 'Huawei=huawei'],
  ],
  ['a Spanish plural', 'Las ciudades inteligentes', ['ciudades inteligentes=city']],
  ['a French capital without its accent', 'les Etats-Unis', ['Etats-Unis=usa']],
  ['Russian cases', 'встреча с Си Цзиньпином в Китае', ['Си Цзиньпином=xi', 'Китае=china']],
  ['Turkish suffixes', "Çin'in, ITU’nun ve Huawei'ye", ['Çin=china', 'ITU=itu', 'Huawei=huawei']],
  [
    'Arabic proclitics are left out',
    'وهواوي لهواوي وبهواوي',
    ['هواوي=huawei', 'هواوي=huawei', 'هواوي=huawei'],
  ],
  [
    'but for the article that is merged',
    'وكالة للأمم المتحدة والأمم المتحدة',
    ['للأمم المتحدة=un', 'الأمم المتحدة=un'],
  ],
  ['dots in an acronym', 'the I.T.U. and an I.S.P.', ['I.T.U.=itu', 'I.S.P.=isp']],
  ['a form keeps the case rule of its name', 'huaweis, CHINas, isps, i.t.u.', []],
  ['capitals of a plural are another word', 'ISPS ARE HERE', []],
  ['capitals of a genitive in a headline of capitals', 'HUAWEIS CHEF', ['HUAWEIS=huawei']],
  ['Turkish capitals', 'HUAWEİS MERKEZİ', ['HUAWEİS=huawei']],
  ['İTÜ is a university, not the ITU', 'İTÜ ve İTU', []],
  ['a form inside a longer word is none', 'smart citiesque, Huaweisch', []],
];

for (const [what, text, expected] of SPOTTED) {
  test(`spotting forms: ${what}`, () => assert.deepEqual(marked(lexicon, text), expected));
}

test('a definition of an acronym holds for its plural and its dots, and theirs for it', () => {
  const net = lexiconOf([entityNamed('isp', [exact('ISP'), folded('internet service provider')])]);
  const marks = (text: string) => marked(net, text).filter((mark) => !mark.startsWith('internet'));
  assert.deepEqual(marks('internet service providers (ISPs), an ISP'), ['ISPs=isp', 'ISP=isp']);
  assert.deepEqual(marks('internet service provider (ISP), the I.S.P. and ISPs'), [
    'ISP=isp',
    'I.S.P.=isp',
    'ISPs=isp',
  ]);
  assert.deepEqual(marks('inner sea ports (ISPs), an ISP near an internet service provider'), []);
});

test('what an editor lists is no form of another name', () => {
  const two = lexiconOf([
    entityNamed('city', [folded('smart city')]),
    entityNamed('firm', [folded('Smart Cities')]),
  ]);
  assert.deepEqual(marked(two, 'Smart cities'), ['Smart cities=firm']);
});

test('a form that is an ordinary word is left out, and so are those of a name that only its sense tells from a word', () => {
  const words = new Set(['apple', 'signal', 'trump', 'trumps']);
  const three = lexiconOf(
    [
      entityNamed('apple', [exact('Apple')], { cues: { en: ['iPhone', 'Cupertino'] } }),
      entityNamed('signal', [folded('signal')]),
      entityNamed('trump', [exact('Trump')]),
    ],
    (word) => words.has(word),
  );
  assert.equal(three.gazetteer.idOf('signals'), -1);
  assert.equal(three.gazetteer.idOf('trumps'), -1);
  assert.notEqual(three.gazetteer.idOf('trump'), -1);
  assert.deepEqual(marked(three, 'Apples and pears'), []);
  assert.deepEqual(marked(three, 'Apples iPhone aus Cupertino'), ['Apples=apple']);
});
