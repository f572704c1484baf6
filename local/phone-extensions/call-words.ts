import type { PhoneCall } from './line';

/** What the call screen says under the number. */
export function callWords(call: PhoneCall): string {
  switch (call.state) {
    case 'dialling':
      return '正在呼叫…';
    case 'ringing':
      return '来电';
    case 'talking':
      return '通话中';
    case 'ended':
      return call.announcement ?? endWords(call);
  }
}

/** Minutes and seconds: 1:05. */
export function talkTime(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

function endWords({ reason, seconds = 0 }: PhoneCall): string {
  if (reason === 'hung-up') return `通话结束，时长 ${talkTime(seconds)}`;
  return reason === 'cancelled' ? '通话已取消' : reason === 'declined' ? '已拒接' : '无人接听';
}
