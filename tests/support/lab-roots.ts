/**
 * Shadow roots in the DOM tests: no browser opens closed ones for a page, so those that are attached here are remembered; and the
 * tree that knows roots stands ready, as it does on pages that have any.
 */
import { bridge } from '../../src/content/card/bridge.ts';
import { SHADOW_TREE } from '../../src/content/page/shadow.ts';

const roots = new WeakMap<Element, ShadowRoot>();

/** Attaches a root that our scripts can open, whatever its mode. */
export function attachRoot(host: Element, mode: ShadowRootMode): ShadowRoot {
  const root = host.attachShadow({ mode });
  roots.set(host, root);
  return root;
}

Object.defineProperty(Element.prototype, 'openOrClosedShadowRoot', {
  get(this: Element) {
    return roots.get(this) ?? this.shadowRoot;
  },
});

bridge().tree = SHADOW_TREE;
