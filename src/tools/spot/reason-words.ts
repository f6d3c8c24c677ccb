import type { Reason } from '../../core/model.ts';

type Words = (params: Reason['params']) => string;

/** Reasons in the command line's words; the card has its own, from `_locales`. */
const WORDS: Readonly<Record<Reason['code'], Words>> = {
  'alias-class': (params) => `${params['class']} name`,
  'definition-confirms': (params) => `the page spells ${params['surface']} out as ${params['long']}`,
  'definition-contradicts': (params) => `the page means "${params['long']}" by ${params['surface']}`,
  'full-form-on-page': (params) => `${params['name']} is named on the page`,
  'whole-name-on-page': (params) => `the page gives the whole name ${params['name']}`,
  'related-nearby': (params) => `related: ${list(params)}`,
  'page-topic': (params) => `the pack also knows: ${list(params)}`,
  'cue-words': (params) => `near "${params['words']}"`,
  'background-words': (params) => `its background has "${params['words']}"`,
  'rival-cue-words': (params) => `but near "${params['words']}"`,
  'affairs-words': (params) => `public affairs: "${params['words']}"`,
  'other-field': (params) => `another field: "${params['words']}"`,
  'page-field': (params) =>
    `the page: ${params['affairs']} words of public affairs, ${params['others']} of other fields`,
  'business-words': (params) => `business: "${params['words']}"`,
  'written-as-name': () => 'written as a name',
  'listed-with': (params) => `in a row with ${params['names']}`,
  'home-named': (params) => `its country is named: "${params['words']}"`,
  'home-unnamed': () => 'its country is not named on the page',
  'type-cue': (params) => `as in "${params['words']}"`,
  'longer-name': (params) => `part of "${params['name']}"`,
  'other-owner': (params) => `another country's: "${params['owner']}"`,
  'share-line': () => 'a line to share or follow',
  language: (params) => `a ${params['name']} name in ${params['text']} text`,
};

/** Up to four entities by their names, and how many more. */
function list(params: Reason['params']): string {
  const more = Number(params['count']) - String(params['names']).split(', ').length;
  return `${params['names']}${more > 0 ? ` +${more}` : ''}`;
}

export function reasonWords(reason: Reason): string {
  const sign = reason.weight < 0 ? '' : '+';
  return `${WORDS[reason.code](reason.params)} (${sign}${reason.weight.toFixed(1)})`;
}
