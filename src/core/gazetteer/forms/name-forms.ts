/**
 * The forms in which a name stands in text: inflected ("smart cities", "Huaweis", "Владимиром Путиным"), written onto
 * another word ("وهواوي"), or spelt in another way ("smart-city", "I.T.U."). The pack compiler works them out, so that
 * a page costs no more than before: a form is one more key of the gazetteer, and obeys the case rule like its name.
 *
 *     alias -> respelt                                          smart-city
 *     alias -> inflected, by its language -> with other letters  smart cities
 *     alias -> with a word written before it                     وهواوي
 *
 * Rules go forward, from the name to its forms, because the language and the kind of the name are known here; taking an
 * ending off a word of a page would have to guess both. A form that is no word does no harm: nobody writes it.
 *
 * Each file says what its rule brought on 16 labelled documents (502 names to mark, 91 to leave): together 22 names more
 * of those, and no false mark. The 2,036 names of the bundled pack have some 2,450 forms: 28 kB of its tables.
 */
import { withArabicProclitics } from './arabic.ts';
import { inflectedInGerman, withLatinS } from './germanic.ts';
import { pluralInRomance } from './romance.ts';
import { declinedInRussian } from './russian.ts';
import { respelt, withOtherLetters } from './spelling.ts';

/** A name as the rules see it. */
export interface NameToInflect {
  /** Folded, with its case. */
  readonly cased: string;
  readonly lang: string;
  readonly isPerson: boolean;
}

/** A form of a name. */
export interface NameForm {
  /** Folded, with its case. */
  readonly cased: string;
  /** How many units at its beginning are another word ("و" in "وهواوي"): they are no part of the mention. */
  readonly lead: number;
}

/** More forms than any name of the bundled pack has; a long name in a strange language must not make thousands. */
const MOST = 160;

/** Every form of a name but the name itself, each once. */
export function formsOf(name: NameToInflect): NameForm[] {
  const { cased, lang } = name;
  const forms = new Map<string, NameForm>();
  const add = (form: NameForm) => {
    if (form.cased !== cased && forms.size < MOST && !forms.has(form.cased)) forms.set(form.cased, form);
  };
  for (const spelt of respelt(cased, name)) add({ cased: spelt, lead: 0 });
  for (const inflected of inflections(name)) {
    for (const spelt of [inflected, ...withOtherLetters(inflected, lang)]) add({ cased: spelt, lead: 0 });
  }
  for (const joined of isOf(lang, 'ar') ? withArabicProclitics(cased) : []) add(joined);
  return [...forms.values()];
}

function inflections(name: NameToInflect): readonly string[] {
  const { cased, lang, isPerson } = name;
  if (/\p{sc=Cyrl}/u.test(cased))
    return isOf(lang, 'ru', 'en', 'und') ? declinedInRussian(cased, isPerson) : [];
  if (!/\p{sc=Latn}/u.test(cased)) return [];
  if (isOf(lang, 'de')) return [...withLatinS(cased), ...(isPerson ? [] : inflectedInGerman(cased))];
  if (isOf(lang, 'es', 'fr', 'pt')) return isPerson ? [] : pluralInRomance(cased, lang.slice(0, 2));
  return isOf(lang, 'en', 'und') ? withLatinS(cased) : [];
}

/** A pack may leave the language of a name open: `und`. */
function isOf(lang: string, ...languages: readonly string[]): boolean {
  return languages.includes(lang.split('-')[0]?.toLowerCase() ?? '');
}
