/** The person behind a call. `openid` is empty for a visitor whom WeChat has not identified. */
export interface Caller {
  openid: string;
  /** As `getWXContext().SOURCE` shows it: `wx_client`, `wx_client,scf`, `wx_trigger`. */
  source: string;
}

/** One run of a function. Calls that the function makes carry its token and so keep its caller's identity. */
export interface Invocation {
  requestId: string;
  /** The invocation that began the chain; an invocation by a client or a timer has its own id here. */
  rootRequestId: string;
  functionName: string;
  caller: Caller;
  /** What the platform gives the function as `WX_API_TOKEN`; it cannot be guessed. */
  token: string;
}
