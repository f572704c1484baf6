import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CallResponse } from '../../cloudfunctions/shared/contract/call';
import type { ProviderFault } from '../../local/providers/api/provider-faults';
import { inventPhone } from 'cloudbase-local';
import { builtFunctions } from '../integration/built-functions';
import type { Books } from '../integration/contact-ledger';
import { enrolled, phoneKey, type Product } from '../integration/product';
import { startCarrierRelay } from './carrier-relay';
import { startCloudChild } from './cloud-child';
import { createDeath, type Death } from './death';
import { startProvidersChild } from './providers-child';

const root = join(__dirname, '../..');
const functionsInvolved = ['contact', 'posts', 'identity'];

/** The product in two processes, cloud and providers, each of which may die and come back to its data folder. */
export interface World {
  call: Product['call'];
  /** Makes a verified member with a phone; answers the openid. */
  enrol(name: string): Promise<string>;
  /** Moves both clocks; timers that become due fire once. */
  advance(ms: number): Promise<void>;
  /** Disturbs the carrier; null takes all disturbances away. */
  disturb(fault: ProviderFault | null): Promise<void>;
  books: Books;
  during: Death['during'];
  /** Waits until the process that died is back. */
  recover(): Promise<void>;
  /** Answers the data folder, kept for inspection. */
  close(keep: boolean): Promise<string | null>;
}

export async function startWorld({ nowMs, numbers }: { nowMs: number; numbers: number }): Promise<World> {
  const dataDir = mkdtempSync(join(tmpdir(), 'crash-'));
  const functionsDir = await builtFunctions(dataDir);
  let aheadMs = nowMs - Date.now();
  let isCloudDead = false;

  const providers = await startProvidersChild(dataDir, { numbers, aheadMs });
  const carrier = providers.env.DYPLS_ENDPOINT ?? '';
  const death = createDeath({
    function: () =>
      Promise.all(
        functionsInvolved.map((functionName) => cloud.order({ what: 'kill-instances', functionName })),
      ).then(() => undefined),
    cloud: () => {
      isCloudDead = true;
      return cloud.kill();
    },
    provider: providers.kill,
  });
  const relay = await startCarrierRelay(carrier, (phase) => death.judge('carrier', phase));
  const openCloud = () =>
    startCloudChild(
      {
        dataDir,
        functionsDir,
        cloudbaserc: join(root, 'cloudbaserc.json'),
        nowMs: Date.now() + aheadMs,
        environment: { PHONE_KEY_V1: phoneKey, ...providers.env, DYPLS_ENDPOINT: relay.origin },
      },
      (phase) => death.judge('database', phase),
    );
  let cloud = await openCloud();
  const documents = providers.numbers.map((number) => ({ _id: number, addedAtMs: nowMs }));
  await cloud.order({ what: 'load', collection: 'numbers', documents });

  return {
    call: async (functionName, call, input, openid = '') => {
      const data = { call, input };
      const answer = (await cloud.order({ what: 'call', functionName, data, openid })) as {
        result?: CallResponse<unknown>;
        errMsg?: string;
      };
      if (!answer.result) throw new Error(answer.errMsg);
      return answer.result as never;
    },
    enrol: async (name) => {
      const openid = `openid-${name}`;
      const documents = [enrolled(name, inventPhone(openid), Date.now() + aheadMs)];
      await cloud.order({ what: 'load', collection: 'members', documents });
      return openid;
    },
    advance: async (ms) => {
      aheadMs += ms;
      providers.setAhead(aheadMs);
      await cloud.order({ what: 'advance', ms });
    },
    disturb: async (fault) => {
      const wanted = fault
        ? { method: 'POST', body: JSON.stringify(fault) }
        : { method: 'DELETE', body: undefined };
      await fetch(`${carrier}/faults`, wanted);
    },
    books: {
      read: async (collection) =>
        (await cloud.order({ what: 'read', collection })) as Awaited<ReturnType<Books['read']>>,
      bound: async () => {
        const answer = await fetch(`${carrier}/bindings`);
        return ((await answer.json()) as { bindings: { x: string; subsId: string }[] }).bindings;
      },
    },
    during: async (blow, work) => {
      await cloud.order({ what: 'report-steps', on: true });
      try {
        return await death.during(blow, work);
      } finally {
        if (!isCloudDead) await cloud.order({ what: 'report-steps', on: false }).catch(() => undefined);
      }
    },
    recover: async () => {
      await providers.isBack();
      if (!isCloudDead) return;
      await cloud.kill();
      cloud = await openCloud();
      isCloudDead = false;
    },
    close: async (keep) => {
      await cloud.order({ what: 'close' }).catch(() => undefined);
      await cloud.kill();
      await relay.close();
      await providers.close();
      if (keep) return dataDir;
      rmSync(dataDir, { recursive: true, force: true });
      return null;
    },
  };
}
