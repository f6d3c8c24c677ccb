/** Language tags of packs: BCP 47 in its canonical form (https://www.rfc-editor.org/rfc/rfc5646#section-4.5). */

/** What is wrong with a tag, and the tag to write instead where there is one; null where nothing is. */
export function faultOfTag(tag: string): { readonly remedy: string } | null {
  const canonical = canonicalTag(tag);
  if (canonical === null) return { remedy: 'write a BCP 47 tag: en, fr, zh-Hans, pt-BR' };
  if (canonical !== tag) return { remedy: `write ${canonical}` };
  if (tag !== 'und' && !isNamed(canonical))
    return { remedy: 'no such language is registered: see the IANA language subtag registry' };
  return null;
}

function canonicalTag(tag: string): string | null {
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? null;
  } catch {
    return null;
  }
}

/** Whether the language (without script and region) has a name: well-formed tags need not be registered ones. */
function isNamed(tag: string): boolean {
  const language = tag.split('-')[0] ?? '';
  return new Intl.DisplayNames('en', { type: 'language', fallback: 'none' }).of(language) !== undefined;
}
