import { glassEasel } from 'glass-easel-miniprogram-adapter';
import { reportRefusal, reportWarning } from './errors';
import { session } from './session';

/** The most characters of JSON that one `setData` may carry to the page. */
const mostCharacters = 1024 * 1024;

/** A page or component, as far as data goes. */
interface DataHolder {
  data: Record<string, unknown>;
}

export type SetData = (this: DataHolder, data: Record<string, unknown>, callback?: () => void) => void;

/** A `setData` that a phone's page does not receive when it is too large: `data` changes, and the picture does not. */
export function limitSetData(setData: SetData): SetData {
  return function (data, callback) {
    const length = lengthOf(data);
    if (length <= mostCharacters) return setData.call(this, data, callback);
    const answer = `vdSyncBatch 数据传输长度为 ${length} 已经超过最大长度 ${mostCharacters}`;
    if (session.lenient) {
      reportWarning(`a phone answers ${answer}`);
      return setData.call(this, data, callback);
    }
    reportRefusal(answer);
    for (const [path, value] of Object.entries(data))
      assignAt(this.data, glassEasel.dataPath.parseSinglePath(path), value);
  };
}

/** What cannot become JSON goes no such way. */
function lengthOf(data: unknown): number {
  try {
    return JSON.stringify(data)?.length ?? 0;
  } catch (error) {
    if (error instanceof TypeError) return 0;
    throw error;
  }
}

function assignAt(data: Record<string, unknown>, path: readonly (string | number)[], value: unknown): void {
  let place = data;
  for (const [index, name] of path.slice(0, -1).entries()) {
    const inner = place[name];
    if (typeof inner !== 'object' || inner === null)
      place[name] = typeof path[index + 1] === 'number' ? [] : {};
    place = place[name] as Record<string, unknown>;
  }
  const last = path.at(-1);
  if (last !== undefined) place[last] = value;
}
