/** What the host and a function instance say to each other. */

export interface InvokeMessage {
  type: 'invoke';
  requestId: string;
  /** The request that began the chain. */
  rootRequestId: string;
  /** JSON. */
  event: string;
  context: Record<string, unknown>;
  /** Variables of this one invocation; those of the one before are taken away first. */
  environment: Record<string, string>;
}

export type InstanceMessage =
  | { type: 'ready' }
  | { type: 'broken'; error: ReportedError }
  | { type: 'done'; requestId: string; /** JSON. */ result: string }
  | { type: 'failed'; requestId: string; error: ReportedError }
  | InstanceOutput;

/** Something that the function wrote, under the request it wrote it for. */
export interface InstanceOutput {
  type: 'log';
  requestId: string;
  rootRequestId: string;
  stream: 'stdout' | 'stderr';
  text: string;
}

export interface ReportedError {
  message: string;
  stack: string;
}

/** Given to an instance when it starts. */
export interface InstanceStart {
  /** The built function's file. */
  entryFile: string;
  /** Name of the exported handler. */
  handlerName: string;
  /** Where the platform's names lead to. */
  gatewayUrl: string;
  /** One float64, see PlatformClock. */
  sharedClockOffset: SharedArrayBuffer;
}
