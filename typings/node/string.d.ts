/** Every Node that we support has these (ES2024), the library of ES2023 has not. */
interface String {
  /** Whether no surrogate stands without its other half. */
  isWellFormed(): boolean;
  /** The same text with U+FFFD for each surrogate that stands without its other half. */
  toWellFormed(): string;
}
