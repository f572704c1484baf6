import { openDatabase } from './database';

/** A script of its own, which only programs that ask for the database load; `wx.cloud.database` finds it here. */
Object.assign(globalThis, { openCloudDatabase: openDatabase });
