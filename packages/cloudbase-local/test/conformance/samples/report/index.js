const cloud = require('wx-server-sdk');

cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV });

const db = cloud.database();
const _ = db.command;
const $ = _.aggregate;

// 每次最多取 100 条，分批取完
async function fetchAll(query) {
  const { total } = await db.collection('sales').where(query).count();
  const batches = [];
  for (let skip = 0; skip < total; skip += 100)
    batches.push(db.collection('sales').where(query).orderBy('soldAt', 'asc').skip(skip).limit(100).get());
  return (await Promise.all(batches)).reduce((all, { data }) => all.concat(data), []);
}

exports.main = async (event) => {
  if (event.import) {
    // 集合不存在则先创建；已存在时会抛错，忽略即可
    await db.createCollection('sales').catch(() => {});
    const rows = event.import.map((row) => ({
      ...row,
      soldAt: new Date(row.soldAt),
      createdAt: db.serverDate(),
    }));
    return Promise.all(rows.map((data) => db.collection('sales').add({ data }))).then(
      (added) => added.length,
    );
  }
  const query = { city: db.RegExp({ regexp: event.city, options: 'i' }), amount: _.gt(0).and(_.lte(100000)) };
  const rows = await fetchAll(query);
  const months = await db
    .collection('sales')
    .aggregate()
    .match(query)
    .project({
      month: $.dateToString({ date: '$soldAt', format: '%Y-%m', timezone: 'Asia/Shanghai' }),
      amount: 1,
      paid: $.in(['$state', ['paid', 'sent']]),
    })
    .group({
      _id: '$month',
      count: $.sum(1),
      total: $.sum('$amount'),
      paid: $.sum($.cond({ if: '$paid', then: '$amount', else: 0 })),
    })
    .sort({ _id: 1 })
    .end();
  const cleared = await db.collection('sales').where({ state: 'void' }).remove();
  return {
    rows: rows.length,
    first: rows[0] && rows[0].city,
    months: months.list,
    cleared: cleared.stats.removed,
  };
};
