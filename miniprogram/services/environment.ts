/**
 * The CloudBase environment that this program calls. `undefined` means the first of the account; `npm run deploy` builds
 * the program with the id of the environment that it deploys to.
 */
export const environmentId: string | undefined = undefined;
