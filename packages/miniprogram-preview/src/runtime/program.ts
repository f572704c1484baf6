/** What the compiler hands over in `program.js` (compiler/build.ts writes the same shape). */
export interface ProgramTable {
  app: AppConfig;
  /** The configuration in dark mode; absent for a program without one. */
  darkApp?: AppConfig;
  pages: string[];
  appStyle: string;
  hostStyle: string;
  components: ComponentEntry[];
}

export interface ComponentEntry {
  path: string;
  json: PageConfig & {
    styleIsolation?: string;
    component?: boolean;
    addGlobalClass?: boolean;
    usingComponents?: Record<string, string>;
    componentGenerics?: Record<string, true | { default: string }>;
  };
  /** Present where dark mode has another configuration. */
  darkJson?: PageConfig;
  isPage: boolean;
  scope: string;
  style: string;
}

/** The window settings that app.json `window` or a page's own JSON may give. */
export interface PageConfig {
  navigationBarBackgroundColor?: string;
  navigationBarTextStyle?: string;
  navigationBarTitleText?: string;
  navigationStyle?: string;
  homeButton?: boolean;
  backgroundColor?: string;
  backgroundColorContent?: string;
  enablePullDownRefresh?: boolean;
  onReachBottomDistance?: number;
  disableScroll?: boolean;
}

export interface TabItem {
  pagePath: string;
  text: string;
  iconPath?: string;
  selectedIconPath?: string;
}

export interface AppConfig {
  window?: PageConfig;
  entryPagePath?: string;
  /** `v2`: buttons and controls look as since WeChat 7; otherwise as before. */
  style?: string;
  tabBar?: {
    custom?: boolean;
    color?: string;
    selectedColor?: string;
    backgroundColor?: string;
    borderStyle?: string;
    list: TabItem[];
  };
  requiredPrivateInfos?: string[];
  __usePrivacyCheck__?: boolean;
  [key: string]: unknown;
}

/** Compiled template groups by path. */
export type Templates = Record<string, unknown>;
