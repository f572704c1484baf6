const cloud = require('wx-server-sdk');
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV });
const db = cloud.database({ throwOnNotFound: false });
const _ = db.command;

// 点赞 / 取消点赞：记录和计数放在一个事务里
exports.main = async (event) => {
  const { OPENID } = cloud.getWXContext();
  const likeId = event.articleId + '_' + OPENID;

  try {
    const result = await db.runTransaction(async (transaction) => {
      const article = await transaction.collection('articles').doc(event.articleId).get();
      if (!article.data) {
        await transaction.rollback('文章不存在');
      }

      const liked = await transaction.collection('likes').doc(likeId).get();
      if (liked.data) {
        await transaction.collection('likes').doc(likeId).remove();
        await transaction
          .collection('articles')
          .doc(event.articleId)
          .update({ data: { likes: _.inc(-1) } });
        return { liked: false, likes: article.data.likes - 1 };
      }

      await transaction.collection('likes').add({
        data: { _id: likeId, articleId: event.articleId, _openid: OPENID, at: new Date() },
      });
      await transaction
        .collection('articles')
        .doc(event.articleId)
        .update({ data: { likes: _.inc(1) } });
      return { liked: true, likes: article.data.likes + 1 };
    });

    return { success: true, ...result };
  } catch (e) {
    return { success: false, error: String(e.errMsg || e.message || e) };
  }
};
