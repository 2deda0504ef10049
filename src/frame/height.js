/** The height that the console needs, so that the portal can give it to the frame. */

/** Nothing of the console may be as high as the frame, or a frame that follows would grow without end. */
const VIEW = "48rem";

/** Room for a dialog over a short page. */
const LEAST = "30rem";

/** Tells the height whenever it changes. */
export function followHeight(element, tell) {
  element.style.setProperty("--rekey-view-height", VIEW);
  element.style.minHeight = LEAST;
  let told = 0;
  const measure = () => {
    const height = Math.ceil(element.getBoundingClientRect().height);
    if (height !== told) {
      told = height;
      tell(height);
    }
  };
  new ResizeObserver(measure).observe(element);
}
