//! size=1600x1200 noise=2.4 blur=0.7 warmth=1.03 vignette=18 exposure=1.1
// A handball whose light panels have the colour of the paper, half in the dark: the lit side melts into the background.
#include "studio.inc"

Phone(<5, 26, -60>, <0.5, 8.6, 0>, 27, -2)
SoftLight(<-70, 52, -34>, <0, 8, 0>, 26, <1.0, 0.95, 0.88> * 0.95)
Room(<0.22, 0.22, 0.24>, <0.15, 0.15, 0.15>, <0.10, 0.10, 0.09>)

#declare Cream = <0.66, 0.62, 0.52>;
#declare Blue = <0.06, 0.13, 0.34>;

// Six round patches, each inside a seam: how far a point is along the axis it is nearest to.
#declare Axial = function { max(abs(x), max(abs(y), abs(z))) / sqrt(x * x + y * y + z * z) }

sphere {
  0, 8.9
  Skin(texture {
    pigment {
      function { select(abs(Axial(x, y, z) - 0.800) - 0.007, 0, select(Axial(x, y, z) - 0.860, 0.5, 1)) }
      color_map { [0.25 rgb <0.05, 0.05, 0.06>] [0.25 rgb Cream] [0.75 rgb Cream] [0.75 rgb Blue] }
    }
    normal { bumps 0.12 scale 0.16 }
    finish { diffuse 0.82 specular 0.15 roughness 0.06 }
  })
  rotate <24, 38, 12>
  translate y * 8.9
}

plane { y, 0 Stage(texture { Uneven(<0.64, 0.60, 0.51>, 0.03, 0.04, 14) normal { granite 0.03 scale 0.8 } }) }
