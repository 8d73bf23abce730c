/** The page's player, as far as what runs along its time needs it. */
export interface SoundOnPage extends HTMLElement {
  currentTime: number;
}

export function soundOnPage(): SoundOnPage | null {
  return document.querySelector<SoundOnPage>("sound-player");
}
