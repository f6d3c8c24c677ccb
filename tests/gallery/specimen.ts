/** One thing that the gallery shows, and what a reader does to it first. */
import type { ComponentChildren } from 'preact';

export interface Specimen {
  readonly name: string;
  readonly content: ComponentChildren;
  /** What a reader does to see it. */
  readonly act?: (root: ShadowRoot) => void;
  /** Shown only when it is asked for: nothing beside it could be reached. */
  readonly isModal?: boolean;
}

export const press = (selector: string) => (root: ShadowRoot) => {
  root.querySelector<HTMLElement>(selector)?.click();
};

/** Writes into a field, as far as a component can tell. */
export const write = (selector: string, text: string) => (root: ShadowRoot) => {
  const field = root.querySelector<HTMLInputElement | HTMLTextAreaElement>(selector);
  if (!field) return;
  field.value = text;
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
};
