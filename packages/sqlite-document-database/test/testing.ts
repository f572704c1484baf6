/** The entry `sqlite-document-database/testing`: a database in a scratch folder, and seeded randomness. */
export { scratchDatabase, type Scratch } from './scratch-database';
export { randomNumbers } from './crash/random-numbers';
