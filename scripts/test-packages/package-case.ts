/** Tries what a package's README promises, in a folder that has the package only as npm installed it. */
export interface PackageCase {
  /** The package and its sibling dependencies, as folders of `packages/`. */
  packages: string[];
  /** Other packages that the README asks its reader to install. */
  others: string[];
  /** Rejects with the promise that does not hold. `dir` has `node_modules` with all of the above. */
  run(dir: string, log: (line: string) => void): Promise<void>;
}
