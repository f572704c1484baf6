import { showMessageBanner } from './chrome/message-banner';
import { reportError } from './errors';
import { reLaunch } from './pages';
import { listenToServer } from './server-events';
import { hasAcceptedMessages, messagesUrl, onAcceptedMessages } from './wechat-services';

/** A message of `subscribeMessage.send`, as the phone receives it. */
interface ServiceMessage {
  templateId: string;
  /** The page that a tap opens, `pages/a/a?x=1`; null is the first page. */
  page: string | null;
  data: Record<string, { value: string }>;
}

/**
 * Shows the person's service messages as they arrive. A phone inside the shell listens once its person has accepted
 * messages, because a browser opens only six connections to one server.
 */
export function installServiceMessages(program = ''): void {
  if (window.parent === window || hasAcceptedMessages()) listen(program);
  else onAcceptedMessages(() => listen(program));
}

function listen(program: string): void {
  const url = messagesUrl();
  if (url !== undefined)
    listenToServer(url, 'message', (message) => show(message as ServiceMessage, program));
}

function show({ page, data }: ServiceMessage, program: string): void {
  const values = Object.values(data).map(({ value }) => value);
  showMessageBanner({ title: program, values, onTap: () => open(page ?? '') });
}

function open(page: string): void {
  try {
    reLaunch(`/${page}`);
  } catch (error) {
    reportError(error);
  }
}
