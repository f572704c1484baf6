/**
 * Thrown when the account or the person was erased after the call began, or is being erased, because nothing may then
 * be written for them.
 */
export class ErasedMeanwhile extends Error {
  constructor() {
    super('the account or the person was erased meanwhile');
    this.name = 'ErasedMeanwhile';
  }
}
