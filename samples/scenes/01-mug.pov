//! size=1600x1200 noise=2.0 blur=0.7 warmth=1.03 vignette=12 exposure=1.1
// A glazed mug on grey paper: a highlight as bright as paper, and a hole in the handle.
#include "studio.inc"

Phone(<-7, 24, -36>, <1.2, 4.4, 0>, 34, 2)
SoftLight(<-60, 75, -15>, <0, 5, 0>, 34, <1.0, 0.97, 0.92> * 0.95)
Room(<0.34, 0.35, 0.37>, <0.22, 0.21, 0.20>, <0.16, 0.14, 0.12>)

#declare Glaze = texture {
  pigment { gradient y color_map { [0 rgb <0.02, 0.22, 0.26>] [0.8 rgb <0.03, 0.27, 0.31>] [0.93 rgb <0.05, 0.30, 0.33>] [1 rgb <0.25, 0.22, 0.14>] } scale 9.7 }
  finish { diffuse 0.75 specular 0.5 roughness 0.004 reflection { 0.03, 0.35 fresnel on } conserve_energy }
}

union {
  difference {
    union {
      object { Round_Cylinder(<0, 0, 0>, <0, 9.5, 0>, 4.1, 0.9, 0) }
      cylinder { <0, 4, 0>, <0, 9.4, 0>, 4.1 }
    }
    cylinder { <0, 0.8, 0>, <0, 10, 0>, 3.72 }
  }
  torus { 3.91, 0.19 translate y * 9.42 }
  difference {
    sphere_sweep {
      cubic_spline 7
      <1.5, 8.6, 0>, 0.55
      <3.9, 8.1, 0>, 0.58
      <6.3, 7.6, 0>, 0.52
      <7.1, 5.5, 0>, 0.50
      <6.1, 3.0, 0>, 0.52
      <3.9, 1.9, 0>, 0.60
      <1.0, 1.2, 0>, 0.60
      scale <1, 1, 1.35>
    }
    cylinder { <0, 0, 0>, <0, 12, 0>, 3.8 }
  }
  Skin(Glaze)
  interior { ior 1.5 }
  rotate y * 28
}

plane { y, 0 Stage(texture { Uneven(<0.44, 0.44, 0.45>, 0.05, 0.05, 9) normal { granite 0.03 scale 0.8 } }) }
