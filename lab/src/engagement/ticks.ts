/** "Never", as a time in ticks: later than any time a table can hold. */
export const NEVER = 0x3fffffff;
