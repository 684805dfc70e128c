package io.productsnap.imaging.decode;

/** Decodes what {@link PhotoFileInspector} lets in. */
public final class PhotoDecoder {
    private PhotoDecoder() {}

    /**
     * Never throws for what a file contains.
     *
     * @param enough the longest side in pixels that is needed; larger photos may be thinned out to no less than that
     */
    public static Decoded decode(byte[] file, int enough) {
        return FileKind.of(file)
                .filter(FileKind::decodable)
                .map(kind -> new PhotoFile(kind, file).decode(enough))
                .orElseGet(() -> new Decoded.Broken("The file is not a JPEG, PNG or WebP photo."));
    }
}
