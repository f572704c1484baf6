/** Functions that WeChat has and the preview refuses; a test compares the list with WeChat's published types. */
export const refusedFunctions: ReadonlySet<string> = new Set([]);

export const refusedCloudFunctions: ReadonlySet<string> = new Set([
  'callContainer',
  'connectContainer',
  'database',
  'deleteFile',
  'downloadFile',
  'getTempFileURL',
  'uploadFile',
]);
