const cloud = require('wx-server-sdk');
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV });
const db = cloud.database();
const $ = db.command.aggregate;

// 附近的店铺：按距离排序，并统计每类数量
exports.main = async (event) => {
  const shops = await db
    .collection('shops')
    .aggregate()
    .geoNear({
      distanceField: 'distance',
      spherical: true,
      near: db.Geo.Point(event.longitude, event.latitude),
      maxDistance: event.radius,
      query: { open: true },
      key: 'location',
      includeLocs: 'location',
    })
    .project({
      _id: 0,
      name: 1,
      category: 1,
      km: $.divide([$.trunc($.divide(['$distance', 10])), 100]),
    })
    .limit(event.limit || 20)
    .end();

  const byCategory = await db
    .collection('shops')
    .aggregate()
    .match({ open: true })
    .group({ _id: '$category', count: $.sum(1), best: $.max('$stars') })
    .sort({ count: -1, _id: 1 })
    .end();

  return { shops: shops.list, byCategory: byCategory.list };
};
