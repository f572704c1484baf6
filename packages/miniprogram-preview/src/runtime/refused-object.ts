import { reportRefusal } from './errors';

interface Callbacks {
  fail?(error: Error): void;
  complete?(error: Error): void;
}

/**
 * What a refused function gives where WeChat gives an object (a manager, a context, a plugin): programs fetch it at the
 * top of a file, and that must not stop the file. What is called on it is refused by name.
 */
export function refusedObject(name: string): object {
  reportRefusal(`${name} is not supported by the preview`);
  return standIn(name);
}

function standIn(name: string): object {
  const written = new Map<string | symbol, unknown>();
  return new Proxy(
    {},
    {
      get(_target, property) {
        if (written.has(property)) return written.get(property);
        // A promise would ask for `then`, and printing for symbols.
        if (typeof property === 'symbol' || property === 'then' || property === 'toJSON') return undefined;
        const call = refusedMethod(`${name}.${property}`, property);
        written.set(property, call);
        return call;
      },
      set(_target, property, value) {
        written.set(property, value);
        return true;
      },
    },
  );
}

function refusedMethod(name: string, method: string): (options?: unknown) => unknown {
  return (options) => {
    const message = `${name} is not supported by the preview`;
    // Listening to what never happens is harmless, and there would be a line for each event.
    if (/^(on|off)[A-Z]/.test(method)) return undefined;
    reportRefusal(message);
    const error = Object.assign(new Error(message), { errMsg: `${method}:fail ${message}` });
    if (method.endsWith('Sync')) throw error;
    if (method.startsWith('create')) return standIn(`${name}()`);
    const { fail, complete } = (typeof options === 'object' && options !== null ? options : {}) as Callbacks;
    setTimeout(() => {
      fail?.(error);
      complete?.(error);
    });
    return undefined;
  };
}
