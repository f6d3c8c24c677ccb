/** Names of properties that only our content scripts know, and each with its short name. */
export const OWN_NAMES: readonly string[];
export const SHORT_NAMES: Readonly<Record<string, string>>;
