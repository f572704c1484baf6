/** Every Node that we support has these (ES2024), the library of ES2023 has not. */
interface String {
  /** Whether every surrogate has its other half. */
  isWellFormed(): boolean;
  /** The same text with U+FFFD for each surrogate without its other half. */
  toWellFormed(): string;
}
