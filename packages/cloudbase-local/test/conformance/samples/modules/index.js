// The entry must be CommonJS, so it loads the ES module.
exports.main = async (...parts) => {
  const { main } = await import('./entry.mjs');
  return main(...parts);
};
