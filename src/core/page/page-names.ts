/** The names that a content script reads a page by: elements, and furniture. They come with the page's settings. */
import { FURNITURE_NAMES } from '../furniture/furniture-names.ts';
import { ELEMENT_TRAITS, type ElementTraits } from './element-traits.ts';

export interface PageNames {
  readonly elements: ElementTraits;
  /** Source of a regular expression: what sites call their menus, share bars and the like. */
  readonly furniture: string;
}

export const PAGE_NAMES: PageNames = { elements: ELEMENT_TRAITS, furniture: FURNITURE_NAMES };
