/**
 * The rules of the Web Annotation Data Model (W3C Recommendation 2017-02-23) that hold for what we write, each with its section:
 * what is said there with MUST. Answers every breach with its place.
 */

type Fields = Readonly<Record<string, unknown>>;

const IRI = /^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]*$/i;
/** xsd:dateTime in UTC, section 3.3.1. */
const DATE = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/;
const MOTIVATIONS = ['commenting', 'highlighting', 'tagging'];

const fieldsOf = (value: unknown): Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {};
const listOf = (value: unknown): readonly unknown[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value];
const isCount = (value: unknown) => Number.isInteger(value) && (value as number) >= 0;

export function breaches(collection: unknown): readonly string[] {
  const found: string[] = [];
  const must = (holds: boolean, place: string, rule: string) => {
    if (!holds) found.push(`${place}: ${rule}`);
  };
  const fields = fieldsOf(collection);
  const contexts = listOf(fields['@context']);
  must(contexts.includes('http://www.w3.org/ns/anno.jsonld'), '@context', '3.1 names the context');
  // 5.1 Annotation Collection
  must(isIri(fields['id']), 'id', '5.1 one IRI');
  must(listOf(fields['type']).includes('AnnotationCollection'), 'type', '5.1 AnnotationCollection');
  must(fields['first'] !== undefined, 'first', '5.1 has a first page');
  // 5.2 Annotation Page
  const page = fieldsOf(fields['first']);
  must(isIri(page['id']), 'first.id', '5.2 one IRI');
  must(page['type'] === 'AnnotationPage', 'first.type', '5.2 AnnotationPage');
  must(page['partOf'] === fields['id'], 'first.partOf', '5.2 its collection');
  must(Array.isArray(page['items']), 'first.items', '5.2 a list');
  const items = listOf(page['items']);
  must(fields['total'] === items.length, 'total', '5.1 the number of annotations');
  for (const [i, item] of items.entries()) annotation(fieldsOf(item), `items[${i}]`, must);
  return found;
}

type Must = (holds: boolean, place: string, rule: string) => void;

function annotation(item: Fields, place: string, must: Must): void {
  must(isIri(item['id']), `${place}.id`, '3.1 exactly one IRI');
  must(listOf(item['type']).includes('Annotation'), `${place}.type`, '3.1 Annotation');
  must(listOf(item['target']).length > 0, `${place}.target`, '3.1 one or more targets');
  for (const key of ['created', 'modified'])
    must(
      item[key] === undefined || DATE.test(String(item[key])),
      `${place}.${key}`,
      '3.3.1 xsd:dateTime in UTC',
    );
  for (const motivation of listOf(item['motivation']))
    must(MOTIVATIONS.includes(String(motivation)), `${place}.motivation`, '3.3.5 a motivation');
  for (const [i, body] of listOf(item['body']).entries())
    textualBody(fieldsOf(body), `${place}.body[${i}]`, must);
  for (const target of listOf(item['target'])) specificResource(fieldsOf(target), `${place}.target`, must);
}

function textualBody(body: Fields, place: string, must: Must): void {
  must(body['type'] === 'TextualBody', `${place}.type`, '3.2.4 TextualBody');
  must(typeof body['value'] === 'string', `${place}.value`, '3.2.4 exactly one value');
  must(listOf(body['format']).length <= 1, `${place}.format`, '3.2.4 one format');
  for (const purpose of listOf(body['purpose']))
    must(MOTIVATIONS.includes(String(purpose)), `${place}.purpose`, '3.3.5 a motivation');
}

function specificResource(target: Fields, place: string, must: Must): void {
  must(target['type'] === 'SpecificResource', `${place}.type`, '4 SpecificResource');
  must(isIri(target['source']), `${place}.source`, '4 exactly one source');
  for (const [i, selector] of listOf(target['selector']).entries())
    selectorRules(fieldsOf(selector), `${place}.selector[${i}]`, must);
}

function selectorRules(selector: Fields, place: string, must: Must): void {
  switch (selector['type']) {
    case 'TextQuoteSelector':
      must(typeof selector['exact'] === 'string', `${place}.exact`, '4.2.4 exactly one');
      break;
    case 'TextPositionSelector':
      must(isCount(selector['start']) && isCount(selector['end']), place, '4.2.5 non-negative integers');
      break;
    case 'XPathSelector':
      must(typeof selector['value'] === 'string', `${place}.value`, '4.2.3 exactly one');
      if (selector['refinedBy'] !== undefined)
        selectorRules(fieldsOf(selector['refinedBy']), `${place}.refinedBy`, must);
      break;
    case 'RangeSelector':
      selectorRules(fieldsOf(selector['startSelector']), `${place}.startSelector`, must);
      selectorRules(fieldsOf(selector['endSelector']), `${place}.endSelector`, must);
      break;
    default:
      must(false, `${place}.type`, '4.2 a selector of the model');
  }
}

function isIri(value: unknown): boolean {
  return typeof value === 'string' && IRI.test(value);
}
