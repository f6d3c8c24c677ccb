/** Words about cards, parsed at the border: they come from documents that nobody need trust, and go to others. */
import type { EntityId, Reason } from '../core/model.ts';
import type { Box, CardWord, FarMention, FrameView, Point } from './card-words.ts';
import { list, number, object, oneOf, refuse, text } from './fields.ts';
import { target } from './parse-notes.ts';

/** More line boxes, and more reasons, than any mention has. */
const MOST = 500;

export function addressee(value: unknown): 'top' | 'all' | number {
  return value === 'top' || value === 'all' ? value : number(value, 'to');
}

export function cardWord(value: unknown): CardWord {
  const { kind, ...fields } = object(value, 'word');
  const id = () => number(fields['id'], 'word.id');
  switch (kind) {
    case 'show':
      return { kind, id: id(), far: farMention(fields['far']), view: frameView(fields['view']) };
    case 'stands': {
      const at = fields['at'] === null ? null : point(fields['at'], 'word.at');
      return {
        kind,
        id: id(),
        boxes: boxes(fields['boxes'], 'word.boxes'),
        at,
        isOn: fields['isOn'] === true,
      };
    }
    case 'step':
      return { kind, id: id(), step: oneOf([1, -1] as const, fields['step'], 'word.step', 'a step') };
    case 'closed':
      return { kind, id: id() };
    case 'opened':
    case 'none':
      return { kind, by: number(fields['by'], 'word.by') };
    case 'escape':
    case 'pressed':
      return { kind };
    default:
      return refuse('word.kind', 'a word about cards');
  }
}

function farMention(value: unknown): FarMention {
  const fields = object(value, 'far');
  return {
    entity: text(fields['entity'], 'far.entity') as EntityId,
    name: text(fields['name'], 'far.name'),
    surface: text(fields['surface'], 'far.surface'),
    // Our own words, held by the page's copy of us: the outline is checked, the rest is data.
    reasons: list(fields['reasons'], 'far.reasons', object).slice(0, MOST) as unknown as readonly Reason[],
    lang: text(fields['lang'], 'far.lang'),
    count: number(fields['count'], 'far.count'),
    target: target(fields['target']),
    flow: text(fields['flow'], 'far.flow'),
    boxes: boxes(fields['boxes'], 'far.boxes'),
  };
}

function frameView(value: unknown): FrameView {
  const fields = object(value, 'view');
  return {
    client: point(fields['client'], 'view.client'),
    screen: point(fields['screen'], 'view.screen'),
    width: number(fields['width'], 'view.width'),
    height: number(fields['height'], 'view.height'),
    isNested: fields['isNested'] === true,
  };
}

function boxes(value: unknown, place: string): Box[] {
  return list(value, place, (entry, at) => {
    const fields = object(entry, at);
    return {
      ...point(entry, at),
      width: number(fields['width'], `${at}.width`),
      height: number(fields['height'], `${at}.height`),
    };
  }).slice(0, MOST);
}

function point(value: unknown, place: string): Point {
  const fields = object(value, place);
  return { x: number(fields['x'], `${place}.x`), y: number(fields['y'], `${place}.y`) };
}
