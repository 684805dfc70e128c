/** Choosing a photo: the file dialog, the phone's camera, drag and drop, the clipboard; and the checks that need no server. */
import { byId } from './dom.js';

const KINDS = ['image/jpeg', 'image/png', 'image/webp'];
const MAX_BYTES = 10 * 1024 * 1024;
const MIN_SIDE = 512;

/**
 * Calls `onPhoto({file, url})` with a photo that passed, its `url` an object URL for a preview, and `onRefused(sentence)`
 * with the reason otherwise. Nothing is taken in while `isOpen()` is false.
 */
export function watchForPhotos({ isOpen, onPhoto, onRefused }) {
  const take = async (files) => {
    if (!isOpen() || files.length === 0) {
      return;
    }
    const [file] = files;
    const refusal = refusalOf(file);
    if (refusal) {
      onRefused(refusal);
      return;
    }
    const url = URL.createObjectURL(file);
    const tooSmall = await tooSmallReason(url);
    if (tooSmall) {
      URL.revokeObjectURL(url);
      onRefused(tooSmall);
      return;
    }
    onPhoto({ file, url });
  };
  ['file-input', 'camera-input'].forEach((id) => {
    byId(id).addEventListener('change', async ({ target }) => {
      const files = [...target.files];
      target.value = ''; // so that choosing the same file again is a change
      await take(files);
    });
  });
  document.addEventListener('paste', (event) => take(event.clipboardData.files));
  watchForDrops(byId('drop-zone'), isOpen, take);
}

function watchForDrops(zone, isOpen, take) {
  const mark = (over) => zone.classList.toggle('is-over', over);
  // On the whole window: a photo dropped beside the zone must not make the browser leave the page.
  addEventListener('dragover', (event) => {
    event.preventDefault();
    event.dataTransfer.dropEffect = isOpen() ? 'copy' : 'none';
    mark(isOpen());
  });
  addEventListener('dragleave', (event) => {
    if (!event.relatedTarget) {
      mark(false);
    }
  });
  addEventListener('drop', (event) => {
    event.preventDefault();
    mark(false);
    take(event.dataTransfer.files);
  });
}

function refusalOf(file) {
  if (/\.hei[cf]$/i.test(file.name) || /^image\/hei[cf]$/.test(file.type)) {
    return 'HEIC photos cannot be read here. Save it as JPEG first: on an iPhone, choose "Most Compatible" under Camera, Formats.';
  }
  if (!KINDS.includes(file.type)) {
    return `"${file.name}" is not a photo we can read. Choose a JPEG, PNG or WebP file.`;
  }
  if (file.size > MAX_BYTES) {
    return `"${file.name}" has ${mebibytes(file.size)}. The limit is 10 MiB: save it a little smaller and try again.`;
  }
  return file.size === 0 ? `"${file.name}" is empty.` : null;
}

async function tooSmallReason(url) {
  const image = new Image();
  image.src = url;
  try {
    await image.decode();
  } catch {
    return 'This file cannot be opened as a picture. It may be damaged: choose another one.';
  }
  const { naturalWidth: width, naturalHeight: height } = image;
  return Math.min(width, height) < MIN_SIDE
    ? `This photo is ${width} × ${height} pixels. It needs at least ${MIN_SIDE} on each side.`
    : null;
}

/** Rounded up, so that a file one byte over the limit does not read as the limit. */
export function mebibytes(bytes) {
  return `${(Math.ceil((bytes / 1024 / 1024) * 10) / 10).toFixed(1)} MiB`;
}
