/** One of a few, with its name before it. */
interface ChoiceProps<T extends string> {
  readonly label: string;
  readonly all: readonly T[];
  readonly chosen: string;
  readonly name: (one: T) => string;
  readonly onChoose: (one: T) => void;
}

export function Choice<T extends string>({ label, all, chosen, name, onChoose }: ChoiceProps<T>) {
  return (
    <label class="choice-row">
      <span>{label}</span>
      <select
        class="field"
        onChange={({ currentTarget }) => {
          const one = all[currentTarget.selectedIndex];
          if (one !== undefined) onChoose(one);
        }}
      >
        {all.map((one) => (
          <option key={one} value={one} selected={one === chosen}>
            {name(one)}
          </option>
        ))}
      </select>
    </label>
  );
}
