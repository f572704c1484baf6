/** An answer of the cloud API that refuses: `{ Response: { Error: { Code, Message }, RequestId } }`. */
export class ApiError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}
