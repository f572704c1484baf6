import { openDatabase } from './database';

/** A separate script that only programs with a database load; `wx.cloud.database` finds it here. */
Object.assign(globalThis, { openCloudDatabase: openDatabase });
