import type { Reason } from '../../core/model.ts';

type Words = (params: Reason['params']) => string;

/** Reasons in the command line's words; the card has its own, from `_locales`. */
const WORDS: Readonly<Record<Reason['code'], Words>> = {
  'alias-class': (params) => `${params['class']} name`,
  'definition-confirms': (params) => `the page defines ${params['surface']} so`,
  'definition-contradicts': (params) => `the page means "${params['long']}" by ${params['surface']}`,
  'full-form-on-page': () => 'its full name is on the page',
  'related-nearby': (params) =>
    `related: ${params['entity']}${Number(params['count']) > 1 ? ` +${Number(params['count']) - 1}` : ''}`,
  'cue-words': (params) => `near "${params['words']}"`,
  'rival-cue-words': (params) => `but near "${params['words']}"`,
  language: (params) => `a ${params['name']} name in ${params['text']} text`,
};

export function reasonWords(reason: Reason): string {
  const sign = reason.weight < 0 ? '' : '+';
  return `${WORDS[reason.code](reason.params)} (${sign}${reason.weight.toFixed(1)})`;
}
