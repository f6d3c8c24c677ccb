/** Farther away and closer to, for what can be drawn larger. */
import { IconButton } from '../../ui/Buttons.tsx';
import type { Translate } from '../../ui/words.ts';

interface ZoomButtonsProps {
  readonly t: Translate;
  /** Less than 1 for farther away. */
  readonly onZoom: (by: number) => void;
  /** How much one press does. */
  readonly step: number;
}

export function ZoomButtons({ t, step, onZoom }: ZoomButtonsProps) {
  return (
    <>
      <IconButton class="small" icon="less" label={t('zoomOut')} onClick={() => onZoom(1 / step)} />
      <IconButton class="small" icon="more" label={t('zoomIn')} onClick={() => onZoom(step)} />
    </>
  );
}
