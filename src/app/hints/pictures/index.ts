/** Pictures of hints: fetched in the person's name, kept on the device, decoded. Fetched itself when the words of a hint name one. */
export { createPictures } from './createPictures';
