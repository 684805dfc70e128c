//! size=1600x1200 noise=2.2 blur=0.7 warmth=1.02 vignette=14 exposure=1.15
// Scissors seen from above: two closed rings, and blades that reflect the table they lie on.
#include "studio.inc"

Phone(<2, 47, -13>, <0.7, 0.5, -0.3>, 29, -6)
SoftLight(<-45, 60, 30>, <0, 0, 0>, 26, <1.0, 0.98, 0.94> * 0.95)
Room(<0.55, 0.55, 0.57>, <0.26, 0.26, 0.26>, <0.10, 0.10, 0.10>)

#declare Steel = texture {
  pigment { rgb <0.46, 0.46, 0.48> }
  normal { gradient x, 0.01 scale 0.05 }
  finish { diffuse 0.45 specular 0.7 roughness 0.02 reflection { 0.35 metallic } metallic }
}
#declare Grip = texture {
  pigment { rgb <0.60, 0.10, 0.05> }
  finish { diffuse 0.8 specular 0.3 roughness 0.03 reflection { 0.01, 0.15 fresnel on } conserve_energy }
}

// One half points its blade along +x; its ring lies behind the pivot and to the +z side.
#macro Half(RingX, RingZ)
  union {
    prism {
      linear_sweep
      0, 0.22, 8
      <-2.4, -0.55>, <-0.6, -0.75>, <1.0, -0.72>, <10.6, -0.1>, <10.7, 0.05>, <1.0, 0.62>, <-0.6, 0.70>, <-2.4, 0.75>
      Skin(Steel)
    }
    sphere_sweep {
      cubic_spline 6
      <0, 0.1, 0>, 0.4 <-1.6, 0.1, 0.1>, 0.55 <-3, 0.1, 0.5>, 0.55 <-3.7, 0.1, 0.85>, 0.52 <-4.35, 0.1, 1.15>, 0.5 <-5, 0.1, 1.5>, 0.5
      Skin(Grip)
    }
    torus { 1.0, 0.25 scale <RingX, 1.6, RingZ> rotate y * 14 translate <-6.7, 0.1, 1.75> Skin(Grip) }
  }
#end

union {
  object { Half(2.5, 1.8) rotate y * 11 }
  object { Half(2.1, 1.75) scale <1, 1, -1> translate y * 0.24 rotate y * -11 }
  cylinder { <0, 0, 0>, <0, 0.56, 0>, 0.42 Skin(Steel) }
  cylinder { <0, 0, 0>, <0, 0.62, 0>, 0.28 Skin(Steel) }
  translate y * 0.45
  rotate y * 24
  scale 1.12
}

plane { y, 0 Stage(texture { Uneven(<0.66, 0.63, 0.52>, 0.04, 0.05, 10) normal { granite 0.03 scale 0.8 } }) }
