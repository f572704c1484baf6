/** A refusal by the cloud API: `{ Response: { Error: { Code, Message }, RequestId } }`. */
export class ApiError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}
