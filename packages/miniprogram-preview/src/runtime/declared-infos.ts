import { refuse } from './api/refuse';

let declared: readonly string[] = [];

/** `requiredPrivateInfos` of app.json. */
export function declareInfos(names: readonly string[] = []): void {
  declared = names;
}

/** Fails for interfaces about places that app.json does not declare, in the words of a phone. */
export function refuseUndeclared(name: string): void {
  if (!declared.includes(name))
    refuse(name, 'the api need to be declared in the requiredPrivateInfos field in app.json/ext.json', {
      errno: 112,
    });
}
