import tcb from '@cloudbase/node-sdk';

const database = tcb.init({ env: tcb.SYMBOL_CURRENT_ENV }).database();

/** A call that reads one post by its id. */
export async function main({ id }: { id: string }): Promise<object> {
  const { data } = (await database.collection('posts').doc(id).get()) as { data: unknown };
  return { data };
}
