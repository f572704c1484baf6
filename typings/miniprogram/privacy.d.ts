declare namespace WechatMiniprogram {
  /** How a mini-program answers WeChat: the user agreed by tapping the button with this id, or refused. */
  type PrivacyAnswer = { event: 'agree'; buttonId: string } | { event: 'disagree' };

  interface Wx {
    /** As WeChat documents it; its typings leave the listener's argument out. */
    onNeedPrivacyAuthorization(listener: (resolve: (answer: PrivacyAnswer) => void) => void): void;
  }
}
