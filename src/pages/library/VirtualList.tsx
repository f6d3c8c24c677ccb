/**
 * A list of any length that scrolls with its window: only rows in and near the window stand in the document, and the one that has the
 * focus, so that scrolling takes the focus from nobody. Heights are kept by row, also while it is away.
 */
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from '../../ui/hooks.ts';
import { RowHeights } from './list-window.ts';

/** Pixels above and below the window in which rows stand ready; also the step in which the window is looked at. */
const NEAR = 600;
const STEP = 200;
/** Rows that stand in the document wherever the window is. */
const FEW = 40;

export interface ListControl {
  /** Brings a row into view and gives the focus to what the selector finds in it. */
  focusOn(index: number, selector: string): void;
}

export interface ListRow {
  readonly key: string;
  /** Pixels, a guess until the row has been seen: the list keeps it here, where 50,000 are read faster than from any map. */
  height?: number | undefined;
}

interface VirtualListProps<Row extends ListRow> {
  /** Other rows are another array. */
  readonly rows: readonly Row[];
  /** Pixels that a row that was never seen may need. */
  readonly estimate: (row: Row) => number;
  readonly label: string;
  readonly control: { current: ListControl | undefined };
  readonly onKeyDown?: (event: KeyboardEvent) => void;
  readonly children: (row: Row, index: number) => ComponentChildren;
}

export function VirtualList<Row extends ListRow>(props: VirtualListProps<Row>) {
  const { rows, estimate, label, control, onKeyDown, children } = props;
  const box = useRef<HTMLDivElement>(null);
  const [range, setRange] = useState('0 1800');
  const [focused, setFocused] = useState('');
  const [, setMeasures] = useState(0);
  const wanted = useRef('');
  const state = useRef(newMeasures<Row>());
  const own = state.current;
  if (own.rows !== rows) {
    own.rows = rows;
    own.heights = new RowHeights(rows.map((row) => (row.height ??= own.seen.get(row.key) ?? estimate(row))));
    own.focused = -2;
  }
  if (own.focusedKey !== focused || own.focused === -2) {
    own.focusedKey = focused;
    own.focused = focused === '' ? -1 : rows.findIndex(({ key }) => key === focused);
  }
  control.current = {
    focusOn(index, selector) {
      const row = rows[index];
      if (!row) return;
      wanted.current = selector;
      setFocused(row.key);
      setMeasures((count) => count + 1);
    },
  };

  useEffect(() => {
    const list = box.current;
    if (!list) return undefined;
    let frame = 0;
    let width = list.clientWidth;
    const look = () => {
      frame = 0;
      if (list.clientWidth !== width) {
        width = list.clientWidth;
        own.forget();
      }
      const top = Math.floor(-list.getBoundingClientRect().top / STEP) * STEP;
      setRange(`${top - NEAR} ${top + Math.ceil(innerHeight / STEP) * STEP + STEP + NEAR}`);
    };
    const later = () => {
      frame ||= requestAnimationFrame(look);
    };
    own.observer = new ResizeObserver((entries) => {
      if (entries.filter(({ target, borderBoxSize }) => own.measured(target, borderBoxSize)).length > 0)
        setMeasures((count) => count + 1);
    });
    look();
    addEventListener('scroll', later, { passive: true });
    addEventListener('resize', later);
    return () => {
      removeEventListener('scroll', later);
      removeEventListener('resize', later);
      cancelAnimationFrame(frame);
      own.observer?.disconnect();
    };
  }, []);

  useEffect(() => {
    const list = box.current;
    if (!list) return;
    for (const element of list.children) own.watch(element);
    if (wanted.current === '') return;
    const row = [...list.children].find((one) => (one as HTMLElement).dataset['key'] === focused);
    row?.querySelector<HTMLElement>(wanted.current)?.focus();
    wanted.current = '';
  }, [{}]);

  const [from = 0, to = 0] = rows.length > FEW ? range.split(' ').map(Number) : [0, Number.MAX_VALUE];
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset has a frame, and a section would be one landmark more
    <div
      class="rows"
      role="group"
      aria-label={label}
      ref={box}
      onKeyDown={onKeyDown}
      onFocusIn={({ target }: FocusEvent) =>
        setFocused((target as Element).closest<HTMLElement>('[data-key]')?.dataset['key'] ?? '')
      }
    >
      {own.heights.pieces(from, to, own.focused).map((piece) => {
        if (piece.kind === 'gap')
          return <div key={piece.place} class="gap" style={{ height: `${piece.height}px` }} />;
        const row = rows[piece.index];
        return (
          row && (
            <div key={row.key} class="row-of-list" data-key={row.key} data-index={piece.index}>
              {children(row, piece.index)}
            </div>
          )
        );
      })}
    </div>
  );
}

/** What a list knows of its rows beside what it draws. */
function newMeasures<Row extends ListRow>() {
  const watched = new WeakSet<Element>();
  return {
    rows: null as readonly Row[] | null,
    heights: new RowHeights([]),
    /** Heights by key, of rows that were seen at the list's present width. */
    seen: new Map<string, number>(),
    focused: -1,
    focusedKey: '',
    observer: null as ResizeObserver | null,
    watch(element: Element): void {
      if (!this.observer || watched.has(element) || !(element as HTMLElement).dataset['key']) return;
      watched.add(element);
      this.observer.observe(element);
    },
    forget(): void {
      this.seen.clear();
      for (const row of this.rows ?? []) row.height = undefined;
    },
    /** Answers whether a height is news. A row that has gone from the document has none. */
    measured(element: Element, [box]: readonly ResizeObserverSize[]): boolean {
      const { key, index } = (element as HTMLElement).dataset;
      const row = this.rows?.[Number(index)];
      if (!box || !element.isConnected || key === undefined || row?.key !== key) return false;
      this.seen.set(key, box.blockSize);
      row.height = box.blockSize;
      return this.heights.measured(Number(index), box.blockSize);
    },
  };
}
