// The entry must be CommonJS; it hands over to the ES module.
exports.main = async (...parts) => {
  const { main } = await import('./entry.mjs');
  return main(...parts);
};
