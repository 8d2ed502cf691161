/* global exports, console, process */

/** A suite that ends as HOST_CHECK says. */
exports.run = async () => {
  console.log(`the suite runs with ${process.env.HOST_CHECK}`);
  if (process.env.HOST_CHECK === 'fail') throw new Error('failing on purpose');
  if (process.env.HOST_CHECK === 'hang') await new Promise(() => {});
};
