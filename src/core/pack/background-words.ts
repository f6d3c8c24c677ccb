/**
 * Words that an entity's own texts use and few others' do: they speak for it when they stand near one of its short forms.
 * Names count as texts, so a pack of names alone has such words too ("International Telecommunication Union").
 *
 * Measured: beside an editor's cue words they bring 0.3 points of recall on the own cases, 0.8 on acronyms by the sentence alone.
 */
import type { Entity } from '../model.ts';
import { foldName } from '../text/fold.ts';

/** As many words an entity: twelve find no more than eight, and add bytes to every lexicon. */
const MOST = 8;
const SHORTEST = 4;
/** A word of more than this share of the entities tells none of them from the others. */
const COMMON = 0.08;
/** But in a pack of few entities every word is common. */
const COMMON_AT_LEAST = 4;
const WORD = /[\p{Script=Latin}\p{Script=Cyrillic}]+/gu;
/** Words that news uses of everything. */
const EMPTY = new Set(
  `about after again also among another because been before being between both could does down each early ended every first
  from general group have here into itself known last later less like made main make many member members more most much name
  named national international never next number only open other others over part people place public said same says second
  several shall should since some such take than that their them then there these they third this those three through time
  times under until used uses very were what when where which while will with within without would year years work works
  world january february march april june july august september october november december including according against
  company companies state states service services system systems technologies technology`.split(/\s+/),
);

/** Per entity its telling words, best first, folded. */
export function backgroundWords(entities: readonly Entity[]): string[][] {
  const counts = entities.map(wordCounts);
  const bearers = new Map<string, number>();
  for (const words of counts)
    for (const word of words.keys()) bearers.set(word, (bearers.get(word) ?? 0) + 1);
  const most = Math.max(COMMON_AT_LEAST, COMMON * entities.length);
  return counts.map((words) =>
    [...words]
      .filter(([word]) => (bearers.get(word) ?? 0) <= most)
      .map(([word, count]) => ({
        word,
        worth: count * Math.log(entities.length / (bearers.get(word) ?? 1) + 1),
      }))
      .toSorted((a, b) => b.worth - a.worth || (a.word < b.word ? -1 : 1))
      .slice(0, MOST)
      .map(({ word }) => word),
  );
}

function wordCounts({ aliases, background, statements }: Entity): Map<string, number> {
  const counts = new Map<string, number>();
  const count = (text: string, worth: number) => {
    for (const [word] of foldName(text).matchAll(WORD)) {
      if (word.length < SHORTEST || EMPTY.has(word)) continue;
      counts.set(word, (counts.get(word) ?? 0) + worth);
    }
  };
  // The words of a name tell most. A name of one word is a name, not a word of one.
  for (const { text, lang } of aliases) if (lang === 'en' && text.includes(' ')) count(text, 3);
  for (const statement of background) count(statement.text['en'] ?? '', 2);
  for (const statement of statements) count(statement.text['en'] ?? '', 1);
  return counts;
}
