package io.productsnap.imaging;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;
import java.util.Arrays;
import java.util.Random;

/** A photo made in code: a product on a lit table with a shadow and noise, and the truth about where the product is. */
public final class Scene {
    public final BufferedImage photo;
    public final boolean[] product;

    private Scene(BufferedImage photo, boolean[] product) {
        this.photo = photo;
        this.product = product;
    }

    /** A mug with a handle, so with a hole. */
    public static Scene mug(int width, int height, Color product, Color table) {
        Area cup = new Area(new RoundRectangle2D.Double(.36, .3, .24, .42, .06, .06));
        Area handle = new Area(new Ellipse2D.Double(.54, .38, .16, .24));
        handle.subtract(new Area(new Ellipse2D.Double(.57, .42, .1, .16)));
        cup.add(handle);
        return of(width, height, cup, product, table, 3);
    }

    public static Scene of(int width, int height, Shape unit, Color product, Color table, double noise) {
        AffineTransform toPixels = AffineTransform.getScaleInstance(width, height);
        Shape shape = toPixels.createTransformedShape(unit);
        BufferedImage photo = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = photo.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setColor(table);
        g.fillRect(0, 0, width, height);
        BufferedImage shadow = shadow(width, height, shape);
        light(photo, shadow);
        g.setColor(product);
        g.fill(shape);
        g.dispose();
        shade(photo, shape, noise);
        boolean[] truth = truth(width, height, shape);
        return new Scene(photo, truth);
    }

    public static Path2D star() {
        Path2D path = new Path2D.Double();
        for (int i = 0; i < 10; i++) {
            double r = i % 2 == 0 ? .3 : .13;
            double angle = Math.PI * i / 5 - Math.PI / 2;
            double x = .5 + r * Math.cos(angle) * .75;
            double y = .5 + r * Math.sin(angle);
            if (i == 0) {
                path.moveTo(x, y);
            } else {
                path.lineTo(x, y);
            }
        }
        path.closePath();
        return path;
    }

    public static Shape wires() {
        Path2D path = new Path2D.Double();
        for (int i = 0; i < 5; i++) {
            path.append(new Ellipse2D.Double(.5 - .03 * (i + 1), .2, .06 * (i + 1), .5), false);
        }
        Area area = new Area(new BasicStroke(.006f).createStrokedShape(path));
        area.add(new Area(new RoundRectangle2D.Double(.48, .68, .04, .2, .02, .02)));
        return area;
    }

    private static boolean[] truth(int width, int height, Shape shape) {
        BufferedImage mask = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D g = mask.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setColor(Color.WHITE);
        g.fill(shape);
        g.dispose();
        boolean[] in = new boolean[width * height];
        for (int i = 0; i < in.length; i++) {
            in[i] = mask.getRaster().getSample(i % width, i / width, 0) > 127;
        }
        return in;
    }

    private static BufferedImage shadow(int width, int height, Shape shape) {
        int shrink = 8;
        BufferedImage small = new BufferedImage(width / shrink, height / shrink, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D g = small.createGraphics();
        g.scale(1.0 / shrink, 1.0 / shrink);
        g.translate(width * .02, height * .03);
        g.setColor(Color.WHITE);
        g.fill(shape);
        g.dispose();
        int side = 9;
        float[] box = new float[side * side];
        Arrays.fill(box, 1f / box.length);
        return new ConvolveOp(new Kernel(side, side, box), ConvolveOp.EDGE_ZERO_FILL, null).filter(small, null);
    }

    private static void light(BufferedImage photo, BufferedImage shadow) {
        int w = photo.getWidth();
        int h = photo.getHeight();
        for (int y = 0; y < h; y++) {
            for (int x = 0; x < w; x++) {
                double lamp = 1 - .18 * Math.hypot((double) x / w - .3, (double) y / h - .2);
                int sx = Math.min(shadow.getWidth() - 1, x / 8);
                int sy = Math.min(shadow.getHeight() - 1, y / 8);
                double shade = 1 - .35 * shadow.getRaster().getSample(sx, sy, 0) / 255;
                photo.setRGB(x, y, scaled(photo.getRGB(x, y), lamp * shade, 0));
            }
        }
    }

    private static void shade(BufferedImage photo, Shape shape, double noise) {
        Random random = new Random(7);
        double left = shape.getBounds2D().getMinX();
        double across = shape.getBounds2D().getWidth();
        for (int y = 0; y < photo.getHeight(); y++) {
            for (int x = 0; x < photo.getWidth(); x++) {
                double round = shape.contains(x, y) ? .75 + .3 * Math.sin(Math.PI * (x - left) / across) : 1;
                photo.setRGB(x, y, scaled(photo.getRGB(x, y), round, noise * random.nextGaussian()));
            }
        }
    }

    private static int scaled(int rgb, double by, double plus) {
        int out = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            double value = (rgb >> shift & 0xFF) * by + plus;
            out |= (int) Math.max(0, Math.min(255, Math.round(value))) << shift;
        }
        return out;
    }
}
