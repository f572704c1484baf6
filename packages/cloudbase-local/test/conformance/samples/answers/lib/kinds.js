// 各种返回方式
module.exports = {
  nothing: async () => undefined,
  date: () => new Date(0),
  buffer: () => Buffer.from('ab'),
  text: () => '好',
  later: async () => [1, undefined, NaN],
};
