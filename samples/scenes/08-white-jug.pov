//! size=1600x1200 noise=2.4 blur=0.8 warmth=1.04 vignette=10 exposure=1.1
// A white jug on a white table cloth whose folds are as dark as the jug's own shading.
#include "studio.inc"

Phone(<-4, 26, -50>, <1.0, 7.4, 0>, 29, 2)
SoftLight(<60, 62, -20>, <0, 7, 0>, 34, <1.0, 0.97, 0.92> * 0.9)
Room(<0.42, 0.43, 0.46>, <0.28, 0.28, 0.28>, <0.2, 0.19, 0.18>)

#declare Glaze = texture {
  pigment { rgb <0.85, 0.85, 0.83> }
  finish { diffuse 0.82 specular 0.5 roughness 0.006 reflection { 0.02, 0.3 fresnel on } conserve_energy }
}

#declare Body = lathe {
  cubic_spline 13
  <0, 0>, <3.4, 0.0>, <3.8, 0.25>, <5.0, 3.5>, <4.9, 6.5>, <3.5, 10.5>, <3.3, 12.5>, <4.0, 15.0>,
  <3.8, 15.1>, <3.0, 12.5>, <3.2, 10.4>, <4.5, 6.5>, <4.4, 3.5>
}

union {
  object { Body }
  cylinder { <0, 0.02, 0>, <0, 0.6, 0>, 3.7 }
  difference {
    sphere_sweep {
      cubic_spline 7
      <2.5, 13.9, 0>, 0.5 <3.5, 13.6, 0>, 0.55 <6.6, 13.4, 0>, 0.5 <7.7, 10.3, 0>, 0.48 <6.9, 6.6, 0>, 0.48 <4.6, 4.6, 0>, 0.55 <3.4, 3.8, 0>, 0.6
      scale <1, 1, 1.5>
    }
    cylinder { <0, 0, 0>, <0, 17, 0>, 3.2 }
  }
  Skin(Glaze)
  interior { ior 1.5 }
  rotate y * 18
}

object { Cloth(300, 6, 9, 2.3) rotate y * 50 Stage(texture { pigment { rgb <0.82, 0.82, 0.81> } normal { average normal_map { [1 gradient x, 0.4 scale 0.12] [1 gradient z, 0.4 scale 0.12] [1 granite 0.15 scale 2] } } }) }
