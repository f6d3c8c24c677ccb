/**
 * The words of the interface in seven languages. English is the measure: every locale has its keys and no other, the same
 * placeholders, and each form of the plural that the language has.
 */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import test from 'node:test';
import { REASON_CODES } from '../../src/core/model.ts';
import { plural } from '../../src/ui/words.ts';

interface Message {
  readonly message: string;
  readonly placeholders?: Readonly<Record<string, { readonly content: string }>>;
}
type Messages = Readonly<Record<string, Message>>;

const folder = new URL('../../assets/_locales/', import.meta.url);
const read = (locale: string): Messages =>
  JSON.parse(readFileSync(new URL(`${locale}/messages.json`, folder), 'utf8'));
const english = read('en');

const LOCALES = ['ar', 'en', 'es', 'fr', 'ru', 'zh_CN', 'zh_TW'];
/** Messages that say a number of things; `PluralRules` chooses the form. */
const stems = Object.keys(english).flatMap((key) => (key.endsWith('_other') ? [key.slice(0, -6)] : []));
const PLURAL = new RegExp(`^(${stems.join('|')})_(zero|one|two|few|many|other)$`);

/** The key of the English message that a message stands for. */
const measureOf = (key: string) => key.replace(PLURAL, '$1_other');
const placeholdersIn = ({ message }: Message) => new Set(message.match(/\$\w+\$/g) ?? []);

test('there are seven languages', () => {
  assert.deepEqual(readdirSync(folder).toSorted(), LOCALES);
});

for (const locale of LOCALES) {
  const messages = read(locale);
  const tag = locale.replace('_', '-');

  test(`${locale} has every message of English and no other`, () => {
    const own = new Set(Object.keys(messages).map(measureOf));
    assert.deepEqual([...own].toSorted(), [...new Set(Object.keys(english).map(measureOf))].toSorted());
    assert.equal(messages['wordsLanguage']?.message, tag);
  });

  test(`${locale} has the forms of the plural that its language has, and no other`, () => {
    const { pluralCategories } = new Intl.PluralRules(tag).resolvedOptions();
    for (const stem of stems) {
      const own = Object.keys(messages).filter((key) => PLURAL.exec(key)?.[1] === stem);
      assert.deepEqual(own.toSorted(), pluralCategories.map((category) => `${stem}_${category}`).toSorted());
    }
  });

  test(`${locale} fills the same places as English, with the same values`, () => {
    for (const [key, message] of Object.entries(messages)) {
      const measure = english[measureOf(key)];
      assert.ok(measure, key);
      const [own, wanted] = [placeholdersIn(message), placeholdersIn(measure)];
      // "once", "two": forms that say a single number in words need not show it.
      if (/_(zero|one|two)$/.test(key)) wanted.delete('$COUNT$');
      for (const name of wanted)
        assert.ok(own.has(name) || (locale === 'ar' && /_zero$/.test(key)), `${key}: ${name} is missing`);
      for (const name of own) {
        const place = name.slice(1, -1).toLowerCase();
        assert.equal(
          message.placeholders?.[place]?.content,
          measure.placeholders?.[place]?.content,
          `${key}: ${name}`,
        );
      }
      assert.deepEqual(
        Object.keys(message.placeholders ?? {}).filter((name) => !own.has(`$${name.toUpperCase()}$`)),
        [],
      );
    }
  });

  test(`${locale} leaves nothing empty, untrimmed or in doubt`, () => {
    for (const [key, { message }] of Object.entries(messages)) {
      assert.ok(message.length > 0 && message === message.trim(), key);
      assert.ok(!/ {2}|TODO|\?\?/.test(message), key);
    }
    // Stores cut descriptions off at 132 characters.
    assert.ok((messages['extensionDescription']?.message.length ?? 999) <= 132);
  });

  test(`${locale} is written in its own letters`, () => {
    const script = {
      ar: /\p{Script=Arabic}/u,
      ru: /\p{Script=Cyrillic}/u,
      zh_CN: /\p{Script=Han}/u,
      zh_TW: /\p{Script=Han}/u,
    }[locale];
    const sameEverywhere = /^(extensionName|wordsLanguage|copy_(markdown|bibtex)|saveNoteHint)$/;
    for (const [key, { message }] of Object.entries(messages)) {
      if (sameEverywhere.test(key)) continue;
      if (script) assert.match(message, script, key);
    }
    // What was forgotten reads as it does in English.
    const same = Object.keys(messages).filter((key) => messages[key]?.message === english[key]?.message);
    if (locale !== 'en') assert.ok(same.length <= 25, same.join());
  });
}

test('a counted message takes the form that its language has for the number', () => {
  for (const [locale, count, told] of [
    ['ru', 1, '1 источник'],
    ['ru', 3, '3 источника'],
    ['ru', 11, '11 источников'],
    ['ru', 21, '21 источник'],
    ['ar', 1, 'مصدر واحد'],
    ['ar', 2, 'مصدران'],
    ['ar', 3, '3 مصادر'],
    ['ar', 11, '11 مصدرًا'],
    ['ar', 100, '100 مصدر'],
    ['fr', 0, '0 source'],
    ['fr', 2, '2 sources'],
    ['es', 1, '1 fuente'],
    ['zh_CN', 1, '1 个来源'],
  ] as const) {
    const messages = read(locale);
    const t = (key: string, ...values: readonly (string | number)[]) =>
      messages[key]?.message.replace('$COUNT$', String(values[0])) ?? '';
    assert.equal(plural(t, locale.replace('_', '-'), 'sources', count), told);
  }
});

test('French marks of punctuation are never alone at the start of a line', () => {
  for (const [key, { message }] of Object.entries(read('fr')))
    assert.doesNotMatch(message, / [:;?!»]|« /, key);
});

test('the two Chinese differ in their characters', () => {
  const [simplified, traditional] = [read('zh_CN'), read('zh_TW')];
  const text = (messages: Messages) =>
    Object.values(messages)
      .map(({ message }) => message)
      .join('');
  for (const sign of '这来读网语') assert.ok(!text(traditional).includes(sign), sign);
  for (const sign of '這來讀網語') assert.ok(!text(simplified).includes(sign), sign);
});

test('every reason of the judgement has words', () => {
  for (const code of REASON_CODES) {
    const key = `reason_${code.replaceAll('-', '_')}`;
    assert.ok(code === 'alias-class' ? english[`${key}_common`] : english[key], key);
  }
});
