import { make, makeButton, type ShellExtension } from 'miniprogram-preview/extension';
import { exchangeAddress } from './exchange-client';
import './identity-card.css';

/** The identity card of a phone's holder. All people here are invented, and so is every number. */
interface Card {
  name: string;
  idNumber: string;
}

/** Shows an identity card below each phone's controls, so that a tester can copy it into the program. */
const identityCard: ShellExtension = ({ label, mount, onPerson }) => {
  const node = make('div', { class: 'device-card', role: 'group', 'aria-label': `${label} 的人的身份证` });
  let shownFor = '';
  node.hidden = true;
  mount.append(node);

  async function show(openid: string): Promise<void> {
    shownFor = openid;
    node.hidden = true;
    const card = openid === '' ? undefined : await readCard(openid);
    if (!card || shownFor !== openid) return;
    node.replaceChildren(
      make('span', { class: 'device-card-kind' }, '虚构的身份证'),
      copyable('姓名', card.name),
      copyable('身份证号', card.idNumber),
    );
    node.hidden = false;
  }
  onPerson((openid) => void show(openid));
};

export default identityCard;

async function readCard(openid: string): Promise<Card | undefined> {
  const response = await fetch(exchangeAddress('identity-card', openid));
  return response.ok ? ((await response.json()) as Card) : undefined;
}

function copyable(name: string, value: string): HTMLElement {
  const button = makeButton('复制', () => void copy(), { 'aria-label': `复制${name}` });
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(value);
    button.textContent = '已复制';
    setTimeout(() => (button.textContent = '复制'), 1500);
  };
  return make('span', { class: 'device-card-line' }, make('code', {}, value), button);
}
