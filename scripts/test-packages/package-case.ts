/** What a package's README promises, tried in a folder that knows the package only as npm installed it. */
export interface PackageCase {
  /** The package and those that it depends on, as folders of `packages/`. */
  packages: string[];
  /** The other packages that the README tells its reader to install. */
  others: string[];
  /** Rejects with what does not hold. `dir` has `node_modules` with all of the above. */
  run(dir: string, log: (line: string) => void): Promise<void>;
}
