import type { Cloud } from '../cloud/cloud';
import type { Unit } from './unit';

/** The access rule for the files of the environment. */
export function storageUnit(wanted: string, cloud: Cloud | undefined): Unit {
  return {
    name: 'storage',
    async differences() {
      const there = await cloud?.storage.getStorageAcl();
      if (there === wanted) return [];
      return [
        {
          kind: 'change',
          text: `access ${wanted}${there === undefined ? '' : `, is ${there}`}`,
          mend: async () => cloud?.storage.setStorageAcl(wanted),
        },
      ];
    },
  };
}
