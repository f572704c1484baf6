import { readFileSync } from 'node:fs';
import { packageFile } from '../package-files';

/** The pages around the program, read each time so that an edit shows: `shell.html`, `phone.html` and their styles. */
export function shellFile(name: string): string {
  return readFileSync(packageFile('shell', name), 'utf8');
}

/** The page of one phone. Attributes of its root element give it the addresses of services and its settings. */
export function phonePage(phone: { functionsUrl: string; wechatUrl: string; lenient: boolean }): string {
  return shellFile('phone.html')
    .replace('%FUNCTIONS_URL%', phone.functionsUrl)
    .replace('%WECHAT_URL%', phone.wechatUrl)
    .replace('%LENIENT%', String(phone.lenient));
}
