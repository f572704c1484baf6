import { rmSync, writeFileSync } from 'node:fs';
import { A, B, C, D, bindAxb, serveEachTest, service, unbind } from './dypls-service';

serveEachTest();

describe('the bindings that dypls keeps', () => {
  test('bindings survive a restart, and no id is given twice', async () => {
    const first = (await bindAxb(A, B)).SecretBindDTO;
    const second = (await bindAxb(C, D)).SecretBindDTO;
    await unbind(second);
    await service.stop();
    await service.start();
    expect(service.subscriptions.all()).toMatchObject([{ subsId: first.SubsId, a: A, b: B }]);
    await expect(bindAxb(A, C, { PhoneNoX: first.SecretNo })).rejects.toMatchObject({
      code: 'isv.BIND_CONFLICT',
    });
    const third = (await bindAxb(C, D)).SecretBindDTO;
    expect(third.SubsId > second.SubsId).toBe(true);
  });

  test('a damaged file is named in a sentence', async () => {
    await bindAxb(A, B);
    await service.stop();
    writeFileSync(service.file(), 'no database');
    await expect(service.start()).rejects.toThrow(/bindings\.db is damaged: remove it/);
    rmSync(service.file());
    await service.start();
    expect(service.subscriptions.all()).toEqual([]);
  });

  test('a binding that ended more than a day ago is forgotten at the next start', async () => {
    const { SecretBindDTO: bound } = await bindAxb(A, B);
    await unbind(bound);
    for (const [hours, known] of [
      [23, true],
      [25, false],
    ] as const) {
      await service.stop();
      service.clockOffsetMs = hours * 3_600_000;
      await service.start();
      expect(service.subscriptions.binding('FC-AXB', bound.SecretNo, bound.SubsId) !== undefined).toBe(known);
    }
  });

  test('a lost answer leaves the binding made; a closed connection leaves none', async () => {
    service.server.faults.add({ kind: 'lost', action: 'BindAxb', times: 1 });
    await expect(bindAxb(A, B)).rejects.toThrow();
    service.server.faults.add({ kind: 'down', action: 'BindAxb', times: 1 });
    await expect(bindAxb(C, D)).rejects.toThrow();
    const { bindings } = (await (await fetch(`${service.server.origin}/bindings`)).json()) as {
      bindings: { a: string }[];
    };
    expect(bindings.map(({ a }) => a)).toEqual([A]);
  });
});
