const cloud = require('wx-server-sdk');

cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV });
const notes = cloud.database().collection('notes');

/** `{action: 'add', text}` or `{action: 'list'}`; answers `{texts}`, the caller's own notes. */
exports.main = async ({ action, text }) => {
  const { OPENID: owner } = cloud.getWXContext();
  if (action === 'add') await notes.add({ data: { owner, text } });
  const { data } = await notes.where({ owner }).get();
  return { texts: data.map((note) => note.text) };
};
