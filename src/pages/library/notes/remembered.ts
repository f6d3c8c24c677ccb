import { useRef } from '../../../ui/hooks.ts';

/** What was worked out last time, while nothing that it depends on has changed. */
export function useRemembered<T>(work: () => T, deps: readonly unknown[]): T {
  const last = useRef<{ deps: readonly unknown[]; value: T }>();
  if (!last.current || deps.some((one, i) => !Object.is(one, last.current?.deps[i])))
    last.current = { deps, value: work() };
  return last.current.value;
}
