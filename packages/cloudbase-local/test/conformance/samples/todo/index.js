// 云函数入口文件
const cloud = require('wx-server-sdk');

cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV });

const db = cloud.database();
const _ = db.command;
const todos = db.collection('todos');

// 云函数入口函数
exports.main = async (event) => {
  const { OPENID } = cloud.getWXContext();

  switch (event.action) {
    case 'add':
      return await todos.add({
        data: {
          _openid: OPENID,
          description: event.description,
          due: new Date(event.due),
          tags: event.tags || [],
          progress: 0,
          done: false,
          createdAt: db.serverDate(),
        },
      });

    case 'list':
      return await todos
        .where({ _openid: OPENID, done: _.neq(true) })
        .orderBy('due', 'asc')
        .limit(20)
        .field({ description: true, due: true, tags: true, progress: true })
        .get();

    case 'progress':
      return await todos.doc(event.id).update({
        data: { progress: _.inc(event.by), tags: _.push(['进行中']) },
      });

    case 'done':
      return await todos.where({ _openid: OPENID, _id: event.id }).update({
        data: { done: true, doneAt: db.serverDate() },
      });

    case 'clear': {
      const removed = await todos.where({ _openid: OPENID, done: true }).remove();
      const left = await todos.where({ _openid: OPENID }).count();
      return { removed: removed.stats.removed, left: left.total };
    }

    case 'get':
      try {
        return await todos.doc(event.id).get();
      } catch (e) {
        return { data: null, errMsg: e.errMsg || e.message };
      }

    default:
      throw new Error('未知操作: ' + event.action);
  }
};
