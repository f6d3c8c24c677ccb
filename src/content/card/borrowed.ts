/** Stands for Preact, its hooks and the smallest components in scripts that draw in the cards of another: asked for with each call. */
import { bridge } from './bridge.ts';
import type { LENT } from './lent.ts';

type Lent = typeof LENT;

/** Cards are drawn by the script that lends, and so it is here. */
const lent = () => bridge().lent as Lent;

export const createElement = ((...args: Parameters<Lent['createElement']>) =>
  lent().createElement(...args)) as Lent['createElement'];
export const Fragment = ({ children }: { readonly children: unknown }) => children;
export const useEffect: Lent['useEffect'] = (...args) => lent().useEffect(...args);
export const useId: Lent['useId'] = () => lent().useId();
export const useRef = ((first: unknown) => lent().useRef(first)) as Lent['useRef'];
export const useState = ((first: unknown) => lent().useState(first)) as Lent['useState'];
export const Icon: Lent['Icon'] = (props) => lent().Icon(props);
export const IconButton: Lent['IconButton'] = (props) => lent().IconButton(props);
export const TextButton: Lent['TextButton'] = (props) => lent().TextButton(props);
