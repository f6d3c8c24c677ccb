/** The two kinds of button there are: a small drawing with its name in a label, and a word. */
import type { ButtonHTMLAttributes, Ref } from 'preact';
import { Icon, type IconName } from './Icon.tsx';

type Attributes = Omit<ButtonHTMLAttributes, 'icon' | 'label'> & { readonly class?: string };

/** A drawing; `label` is read out, and shown where the pointer rests. */
export function IconButton({
  icon,
  label,
  ...rest
}: Attributes & { readonly icon: IconName; readonly label: string }) {
  return (
    <button
      type="button"
      {...rest}
      class={`icon-button ${rest.class ?? ''}`}
      aria-label={label}
      title={label}
    >
      <Icon name={icon} />
    </button>
  );
}

/** A word that does something. `to` gets the element. */
export function TextButton({ to, ...rest }: Attributes & { readonly to?: Ref<HTMLButtonElement> }) {
  return (
    <button type="button" {...rest} class={`text-button ${rest.class ?? ''}`} {...(to ? { ref: to } : {})} />
  );
}
