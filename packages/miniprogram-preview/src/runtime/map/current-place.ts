/** This phone's position (GCJ-02): the middle of Beijing, unless the page's address gives another (`lng`, `lat`). */
export function currentPlace(): { longitude: number; latitude: number } {
  const parameters = new URLSearchParams(window.location.search);
  const longitude = Number(parameters.get('lng'));
  const latitude = Number(parameters.get('lat'));
  return longitude && latitude ? { longitude, latitude } : { longitude: 116.4074, latitude: 39.9042 };
}
