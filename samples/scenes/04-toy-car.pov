//! size=1600x1200 noise=2.2 blur=0.6 warmth=0.98 vignette=20 exposure=1.12
// A toy car of five colours, by a bare bulb: the shadow has a hard edge and is darker than parts of the toy.
#include "studio.inc"

Phone(<-16, 27, -38>, <-0.8, 3.6, 0>, 32, -3)
HardLight(<38, 52, -30>, <0, 3, 0>, <1.0, 0.96, 0.90> * 1.0)
Room(<0.20, 0.20, 0.22>, <0.16, 0.16, 0.16>, <0.10, 0.10, 0.10>)

#macro Paint(C) texture {
  pigment { rgb C }
  finish { diffuse 0.8 specular 0.5 roughness 0.01 reflection { 0.02, 0.25 fresnel on } conserve_energy }
} #end
#declare Red = Paint(<0.62, 0.03, 0.03>)
#declare Yellow = Paint(<0.85, 0.55, 0.03>)
#declare Blue = Paint(<0.03, 0.15, 0.50>)
#declare Green = Paint(<0.05, 0.35, 0.10>)
#declare Rubber = texture { pigment { rgb <0.03, 0.03, 0.03> } finish { diffuse 0.7 specular 0.1 roughness 0.1 } }
#declare Pane = Paint(<0.35, 0.60, 0.72>)

#macro Wheel(X, Z, Out)
  union {
    torus { 1.45, 0.6 rotate x * 90 Skin(Rubber) }
    cylinder { <0, 0, -0.5>, <0, 0, 0.5>, 1.5 Skin(Rubber) }
    cylinder { <0, 0, 0>, <0, 0, 0.62 * Out>, 0.95 Skin(Yellow) }
    sphere { 0, 0.4 scale <1, 1, 0.5> translate z * 0.65 * Out Skin(Red) }
    translate <X, 2.05, Z>
  }
#end

union {
  object { Round_Box(<-8, 1.6, -3.4>, <8, 4.2, 3.4>, 0.9, 0) Skin(Red) }
  object { Round_Box(<-7.2, 2.4, -3.0>, <-0.2, 5.1, 3.0>, 0.5, 0) Skin(Blue) }
  difference {
    object { Round_Box(<-0.2, 3.6, -3.1>, <5.2, 8.2, 3.1>, 0.9, 0) }
    box { <0.9, 5.1, -4>, <4.1, 7.2, 4> }
    box { <4, 5.1, -2.2>, <6, 7.2, 2.2> }
    Skin(Yellow)
  }
  box { <0.9, 5.1, -2.8>, <4.1, 7.2, 2.8> Skin(Pane) }
  box { <4, 5.1, -2.2>, <4.9, 7.2, 2.2> Skin(Pane) }
  // the load
  sphere { <-5.2, 6.1, -0.9>, 1.7 Skin(Green) }
  sphere { <-2.4, 6.0, 0.6>, 1.6 Skin(Yellow) }
  sphere { <-4.6, 6.0, 1.9>, 1.3 Skin(Red) }
  sphere { <8, 3.2, -2>, 0.6 Skin(Yellow) }
  sphere { <8, 3.2, 2>, 0.6 Skin(Yellow) }
  Wheel(-5, -3.5, -1) Wheel(5, -3.5, -1) Wheel(-5, 3.5, 1) Wheel(5, 3.5, 1)
  rotate y * -24
}

plane { y, 0 Stage(texture { Uneven(<0.58, 0.56, 0.52>, 0.04, 0.05, 12) normal { granite 0.03 scale 0.8 } }) }
