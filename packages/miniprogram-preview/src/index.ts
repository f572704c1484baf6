/** The public entry: any native mini-program in a browser, on WeChat's own component framework. */
export {
  createPreview,
  type BuildReport,
  type Preview,
  type PreviewOptions,
  type PreviewPerson,
} from './preview';
export type { PreviewExtension } from './server/extension-bundles';
export type { PreviewRegion } from './places/region-data';
export { contains } from './places/contains';
export { outlineData } from './places/outline-data';
